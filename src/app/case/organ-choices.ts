import { ORGAN_NAMES } from '../../constraints/organ-name-table';
import { en } from '../words/en/screens/case';

type OrganWord = keyof typeof en.organ;

const TARGETS = ['GTV', 'IGTV', 'CTV', 'ICTV', 'ITV', 'PTV'];

/** All that a structure can be said to be: organs, planning risk volumes, targets. */
export const ORGAN_IDS: readonly string[] = [...new Set(ORGAN_NAMES.entries.map(({ organ }) => organ))];
export const PRV_IDS: readonly string[] = ORGAN_IDS.filter(
  (organ) => !/^(Lungs-|Esophagus[-_]|Body|Kidneys$|Lungs$)/.test(organ),
).map((organ) => `${organ}_PRV`);
export const TARGET_IDS: readonly string[] = TARGETS;

/**
 * What an organ id is in the user's language, after the id that limits and reports go by.
 * @param word looks one up. @param prvOf words for the planning risk volume of an organ.
 */
export function organLabel(organ: string, word: (organ: OrganWord) => string, prvOf: (organ: string) => string): string {
  const isPrv = organ.endsWith('_PRV');
  const own = isPrv ? organ.slice(0, -4) : organ;
  if (!Object.hasOwn(en.organ, own)) return organ;
  const words = word(own as OrganWord);
  return `${organ} · ${isPrv ? prvOf(words) : words}`;
}
