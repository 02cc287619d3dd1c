import { partBehind } from '../constraints/organ-part';
import { organId } from './absent-organs';
import type { CaseFile } from './case-file';

/** Organs without which no thoracic re-irradiation is judged. */
const ALWAYS_REQUIRED = ['SpinalCord', 'Lungs', 'Esophagus'];

/** The ids of the organs that a case must have. */
export const requiredOrgans = ({ required = [] }: CaseFile): readonly string[] => [
  ...new Set([...ALWAYS_REQUIRED, ...required.map(organId)]),
];

/** The two sides of an organ that is drawn as a whole or side by side. */
export const sidesOf = (organ: string): readonly [string, string] => {
  const one = ONE_OF_PAIR[organ] ?? organ;
  return [`${one}_L`, `${one}_R`];
};
const ONE_OF_PAIR: Readonly<Record<string, string>> = { Lungs: 'Lung', Kidneys: 'Kidney' };

/** The organ that an organ or one of its sides belongs to: `Lungs` of `Lung_L`, `BrachialPlex` of `BrachialPlex_R`. */
export function wholeOf(organ: string): string {
  const one = organ.replace(/_[LR]$/, '');
  if (one === organ) return organ;
  return Object.keys(ONE_OF_PAIR).find((whole) => ONE_OF_PAIR[whole] === one) ?? one;
}

/** The organ that a part, an overlap or a margin is made from: `Lungs` of `Lungs-GTV`; undefined of an organ itself. */
export function baseOf(organ: string): string | undefined {
  const part = partBehind(organ);
  return part === '' ? undefined : organ.slice(0, -part.length);
}
