import type { HeadroomResult } from '../evaluation/assessment';
import { leastFactor, scaleFactor } from './number-format';

type Scaled = Extract<HeadroomResult, { plannedScale: number }>;
type Factor = Pick<Scaled, 'plannedScale' | 'from'>;

/** A dose at a factor, without the dust of binary fractions: 45 · 0.7 is 31.5. */
export const doseAtFactor = (doseGy: number, factor: number): number => Number((doseGy * factor).toPrecision(12));

/** The factor as it is written, as a number. */
const shownFactor = ({ plannedScale, from }: Factor): number =>
  Number((from ? leastFactor(plannedScale) : scaleFactor(plannedScale)).slice(1));

/** Prescriptions are written with so many decimals at most. */
const MOST_DECIMALS = 3;

/**
 * The prescription that a result's dose is of: the roundest that comes to it, for the result gives its dose cut off
 * after 0.01 Gy (or, of a least dose, rounded up to it).
 */
function prescribed(doseGy: number, { plannedScale, from }: Factor): number {
  const [wide, towards] = from ? [Math.floor, Math.ceil] : [Math.ceil, Math.floor];
  for (let decimals = 0; decimals <= MOST_DECIMALS; decimals++) {
    const steps = 10 ** decimals;
    const dose = wide(Number(((doseGy / plannedScale) * steps).toPrecision(12))) / steps;
    if (Math.abs(towards(doseAtFactor(dose, plannedScale * 100)) / 100 - doseGy) < 1e-9) return dose;
  }
  return doseGy / plannedScale;
}

/**
 * What a headroom leaves of a dose, at its factor as it is written: who sets that factor finds the same dose.
 * @param doseGy at the factor itself, as the result has it.
 */
export const doseAsShown = (doseGy: number, headroom: Factor): number =>
  doseAtFactor(prescribed(doseGy, headroom), shownFactor(headroom));
