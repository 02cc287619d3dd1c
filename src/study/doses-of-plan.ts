import type { DoseHeader, RtDose } from '../dicom/rt-dose';
import type { RtPlan } from '../dicom/rt-plan';
import { treatedGroups } from '../dicom/treated-groups';
import { groupsOf } from './fraction-count';
import { treatmentBeams } from './plan-dose';

/** What is one dose together: a file, or the beam doses of one fraction group. */
export interface DoseSet {
  readonly doses: readonly DoseHeader[];
  /** Numbers of the fraction groups that it is of; none where it is of the whole plan. */
  readonly groups: readonly number[];
  /** Whether its files say that it is just that: FRACTION and BEAM doses are of what they reference. */
  readonly form: 'plan' | 'fraction' | 'beams';
}

/**
 * The doses of one plan as they belong together: those of PLAN form first, of BEAM form last.
 * @param plan undefined where it is not at hand: then a dose is of the groups that it names.
 */
export function doseSets(all: readonly DoseHeader[], plan: RtPlan | undefined): DoseSet[] {
  const sets: DoseSet[] = [];
  const beams = new Map<string, DoseHeader[]>();
  for (const dose of all) {
    const { doseSummationType: type } = dose;
    const groups = groupNumbers(dose, plan);
    if (type === 'BEAM') beams.set(groups.join(), [...(beams.get(groups.join()) ?? []), dose]);
    else sets.push({ doses: [dose], groups, form: type === 'FRACTION' ? 'fraction' : 'plan' });
  }
  for (const doses of beams.values()) {
    sets.push({ doses, groups: groupNumbers(doses[0], plan), form: 'beams' });
  }
  const forms = ['plan', 'fraction', 'beams'];
  return sets.toSorted((a, b) => forms.indexOf(a.form) - forms.indexOf(b.form));
}

/** Whether a set of beam doses has each treatment beam of its groups, as far as the plan tells. */
export function isComplete({ doses, form }: DoseSet, plan: RtPlan | undefined): boolean {
  if (form !== 'beams') return true;
  const named = new Set(
    doses.flatMap(({ referencedPlans }) =>
      referencedPlans.flatMap(({ fractionGroups }) => fractionGroups.flatMap(({ beamNumbers }) => beamNumbers)),
    ),
  );
  return plan !== undefined && treatmentBeams(doses[0], plan).every((number) => named.has(number));
}

function groupNumbers(dose: DoseHeader, plan: RtPlan | undefined): number[] {
  const named = plan
    ? groupsOf(dose, plan).map(({ number }) => number)
    : dose.referencedPlans.flatMap(({ fractionGroups }) => fractionGroups.map(({ number }) => number));
  const numbers = new Set(named);
  const isWhole = plan && treatedGroups(plan).every(({ number }) => numbers.has(number));
  return isWhole ? [] : [...numbers].sort((a, b) => a - b);
}

/** The doses of the single fraction groups of a plan, each once, where they are of all of its groups. */
export function splitOf(sets: readonly DoseSet[], plan: RtPlan | undefined): DoseSet[] | undefined {
  const parts: DoseSet[] = [];
  const taken = new Set<number>();
  for (const set of sets.filter(({ groups }) => groups.length > 0)) {
    if (set.groups.some((number) => taken.has(number)) || !isComplete(set, plan)) continue;
    parts.push(set);
    for (const number of set.groups) taken.add(number);
  }
  const isAll = plan !== undefined && treatedGroups(plan).every(({ number }) => taken.has(number));
  return isAll ? parts.toSorted((a, b) => a.groups[0] - b.groups[0]) : undefined;
}

/**
 * Whether a set is another dose of what the one that is taken is of: two of one form are, as two PLAN doses; of another
 * form one is where it has other values.
 */
export const isRival = (set: DoseSet, taken: DoseSet, plan: RtPlan | undefined): boolean =>
  set.form === taken.form || (isComplete(set, plan) && haveOtherValues(taken.doses, set.doses));

/** Two sums of doses are one where they differ by no more than this share of the highest; this program's own bound. */
const SAME_SHARE = 0.01;
const MOST_LOOKED_AT = 50_000;

/** Whether the sums of two sets of doses have other values, or cannot be seen to have the same. */
export function haveOtherValues(a: readonly DoseHeader[], b: readonly DoseHeader[]): boolean {
  const both = [...a, ...b];
  const [first] = both;
  if (!both.every((dose): dose is RtDose => 'pixels' in dose && isOnGridOf(dose, first))) return true;
  const [{ pixels }] = both;
  // An odd step does not stay in one column of a grid.
  const step = Math.floor(pixels.length / MOST_LOOKED_AT) | 1;
  const sumAt = (doses: readonly DoseHeader[], n: number) =>
    (doses as readonly RtDose[]).reduce((sum, dose) => sum + dose.pixels[n] * dose.doseGridScaling, 0);
  let [highest, apart] = [0, 0];
  for (let n = 0; n < pixels.length; n += step) {
    const [one, other] = [sumAt(a, n), sumAt(b, n)];
    highest = Math.max(highest, one, other);
    apart = Math.max(apart, Math.abs(one - other));
  }
  return apart > SAME_SHARE * highest;
}

const NEAR_MM = 0.01;
const areNear = (a: ArrayLike<number>, b: ArrayLike<number>, tolerance: number): boolean =>
  a.length === b.length && Array.from(a).every((value, n) => Math.abs(value - b[n]) <= tolerance);

const isOnGridOf = (dose: DoseHeader, first: DoseHeader): boolean =>
  dose.columns === first.columns &&
  dose.rows === first.rows &&
  dose.frames === first.frames &&
  dose.doseUnits === first.doseUnits &&
  dose.doseType === first.doseType &&
  dose.frameOfReferenceUid === first.frameOfReferenceUid &&
  areNear(dose.imagePositionMm, first.imagePositionMm, NEAR_MM) &&
  areNear(dose.imageOrientation, first.imageOrientation, 1e-4) &&
  areNear([dose.rowSpacingMm, dose.columnSpacingMm], [first.rowSpacingMm, first.columnSpacingMm], NEAR_MM) &&
  areNear(dose.gridFrameOffsetsMm ?? [], first.gridFrameOffsetsMm ?? [], NEAR_MM);
