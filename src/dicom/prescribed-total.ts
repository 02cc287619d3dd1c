import type { Prescription, RtPlan } from './rt-plan';
import { treatedGroups } from './treated-groups';

const sum = (valuesGy: readonly number[]): number => Number(valuesGy.reduce((total, value) => total + value, 0).toFixed(6));

/** Doses of a prescription are written to 0.01 Gy, those of beams are rounded. */
const isSame = (a: number, b: number, tolerance: number): boolean => Math.abs(a - b) <= tolerance * b;
const ROUNDING = 0.005;
/** Beam doses are at points that need not lie where the prescription does. */
const AT_A_POINT = 0.05;

/**
 * The dose of a target in one plan, of which several references speak: they may be the parts of beams, the total, or both.
 * @param beamsGy what the plan's beams give in all, where it says so.
 * @returns undefined where the references do not tell.
 */
export function totalOf(dosesGy: readonly number[], beamsGy: number | undefined): number | undefined {
  if (dosesGy.length === 1) return dosesGy[0];
  const [highest, all] = [highestOf(dosesGy), sum(dosesGy)];
  const parts = all - highest;
  if (dosesGy.length > 2 && isSame(parts, highest, ROUNDING)) return highest;
  if (beamsGy === undefined) return undefined;
  const fitting = [highest, all].filter((doseGy) => isSame(doseGy, beamsGy, AT_A_POINT));
  return fitting.length === 1 ? fitting[0] : undefined;
}

/** What a plan prescribes to one target, or to a site, in Gy. */
export type PrescribedTotal = Prescription & {
  readonly doseGy: number;
  /** Where several references speak of one ROI and do not tell which is the total: their sum, which it may be as well. */
  readonly orGy?: number;
};

/** The target prescriptions of a plan: of one ROI one, the total of what several references say. In one pass over them. */
export function prescribedTotals(plan: RtPlan): PrescribedTotal[] {
  const ofRoi = new Map<number, PrescribedTotal[]>();
  const each: PrescribedTotal[][] = [];
  for (const reference of plan.prescriptions) {
    if (!isOfTarget(reference)) continue;
    const { roiNumber } = reference;
    const same = roiNumber === undefined ? undefined : ofRoi.get(roiNumber);
    if (same) {
      same.push(reference);
      continue;
    }
    const first = [reference];
    each.push(first);
    if (roiNumber !== undefined) ofRoi.set(roiNumber, first);
  }
  const beamsGy = each.some(({ length }) => length > 1) ? dosePerBeamsGy(plan) : undefined;
  return each.map((same) => {
    const [first] = same;
    if (same.length === 1) return first;
    const dosesGy = same.map(({ doseGy }) => doseGy);
    const totalGy = totalOf(dosesGy, beamsGy);
    if (totalGy !== undefined) return { ...first, doseGy: totalGy };
    return { ...first, doseGy: highestOf(dosesGy), orGy: dosesGy.reduce((total, gy) => total + gy, 0) };
  });
}

const isOfTarget = (each: Prescription): each is PrescribedTotal => each.type === 'TARGET' && (each.doseGy ?? 0) > 0;

/** The highest of doses, of any number of them: as arguments of one call they are bounded. */
export const highestOf = (dosesGy: readonly number[]): number =>
  dosesGy.reduce((highest, gy) => Math.max(highest, gy), Number.NEGATIVE_INFINITY);

/** Beam doses times fractions, over all fraction groups; undefined where one of them is not there. */
export function dosePerBeamsGy(plan: Pick<RtPlan, 'fractionGroups' | 'beams'>): number | undefined {
  let totalGy = 0;
  for (const { fractionsPlanned, beamDosesGy } of treatedGroups(plan)) {
    if (fractionsPlanned === undefined || beamDosesGy.some((dose) => dose === undefined)) return undefined;
    totalGy += fractionsPlanned * sum(beamDosesGy as readonly number[]);
  }
  return totalGy > 0 ? totalGy : undefined;
}
