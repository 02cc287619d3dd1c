import type { TargetResult } from '../../evaluation/assessment';
import { digitsOf } from '../../figure-digits';
import { doseAtFactor } from '../../figures/doses-left';
import { allowedDose } from '../../figures/number-format';
import type { T } from './goal-words';

/** What a target is given, in words. */
export interface TargetDoseWords {
  readonly roi: string;
  /** Undefined where it is not known. */
  readonly dose: string | undefined;
  /** What it is of, where that is another dose; and the dose per fraction, where it is known. */
  readonly more: readonly string[];
}

/** Of a prescription no more is written than it has. */
const asGiven = (gy: number): string => `${Number(gy.toFixed(2))}\u00a0Gy`;

/**
 * The dose that a target is given at a factor: as it is without one, else cut off as what is left of a dose is, so that
 * one factor has one dose in both places.
 * @param fractions those of a course of one phase, over which its dose is spread; undefined of several.
 */
export function targetDoseWords(
  t: T,
  { roi, prescribedGy, doseGy, perFractionGy }: TargetResult,
  scale: number,
  fractions: number | undefined,
): TargetDoseWords {
  const said = (gy: number) => (scale === 1 ? asGiven(gy) : allowedDose(doseAtFactor(gy, scale)));
  const whole = said(prescribedGy);
  const dose = doseGy === undefined ? undefined : said(doseGy);
  const inOne = fractions === undefined || doseGy === undefined ? perFractionGy : [doseGy / fractions];
  const each = (inOne ?? []).map((gy) => digitsOf(gy * scale, 'Gy per fraction'));
  const [first] = each;
  const isSame = each.every((other) => other === first);
  const perFraction = isSame
    ? first && t('whatIf.perFraction', { dose: `${first}\u00a0Gy` })
    : t('whatIf.perFractions', { doses: `${each.join(' · ')}\u00a0Gy` });
  return {
    roi,
    dose,
    more: [
      dose === undefined
        ? t('whatIf.unknownOf', { dose: whole })
        : dose === whole
          ? undefined
          : t('whatIf.ofWhole', { dose: whole }),
      perFraction,
    ].filter((words) => words !== undefined),
  };
}
