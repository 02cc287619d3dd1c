import type { Beam, FractionGroup, RtPlan } from './rt-plan';

type PlannedGroups = Pick<RtPlan, 'fractionGroups' | 'beams'>;

/** Beams by which nobody is treated (PS3.3 C.8.8.14, Treatment Delivery Type). */
export const NO_DOSE: ReadonlySet<string> = new Set(['SETUP', 'VERIFICATION', 'OPEN_PORTFILM', 'TRMT_PORTFILM']);

/** Remembered for a plan's beams, which every one of its fraction groups asks about. */
const SILENT = new WeakMap<readonly Beam[], ReadonlySet<number>>();

function silentBeams(beams: readonly Beam[]): ReadonlySet<number> {
  const known = SILENT.get(beams);
  if (known) return known;
  const silent = new Set(beams.flatMap((beam) => (NO_DOSE.has(beam.treatmentDeliveryType) ? [beam.number] : [])));
  SILENT.set(beams, silent);
  return silent;
}

const NONE = /^\+?0+(\.0*)?$/;

/** Whether a fraction group is of nobody's treatment: of no fraction and no dose, or of beams that treat nobody. */
export function givesNothing(group: FractionGroup, { beams }: Pick<RtPlan, 'beams'>): boolean {
  const { fractionsPlannedText, beamNumbers, beamDosesGy, brachyDosesGy = [], brachySetups } = group;
  const isEmpty = [...beamDosesGy, ...brachyDosesGy].every((gy = 0) => gy === 0);
  if (NONE.test(fractionsPlannedText) && isEmpty) return true;
  const silent = silentBeams(beams);
  return brachySetups === 0 && isEmpty && beamNumbers.length > 0 && beamNumbers.every((number) => silent.has(number));
}

/** The fraction groups by which a plan treats; all of them where it treats by none. */
export function treatedGroups(plan: PlannedGroups): readonly FractionGroup[] {
  const treated = plan.fractionGroups.filter((group) => !givesNothing(group, plan));
  return treated.length > 0 ? treated : plan.fractionGroups;
}

/** What a group's beams or applications give in all its fractions, Gy; undefined where the plan does not say it of each. */
export function groupGy(group: FractionGroup, { beams }: Pick<RtPlan, 'beams'>): number | undefined {
  const { fractionsPlanned = Number.NaN, beamNumbers, beamDosesGy, brachyDosesGy = [] } = group;
  const silent = silentBeams(beams);
  const each = [...beamDosesGy.filter((_, n) => !silent.has(beamNumbers[n])), ...brachyDosesGy];
  const gy = fractionsPlanned * each.reduce<number>((sum, dose) => sum + (dose ?? Number.NaN), 0);
  return gy > 0 ? Number(gy.toPrecision(6)) : undefined;
}
