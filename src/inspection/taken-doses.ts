import type { DoseHeader } from '../dicom/rt-dose';
import type { RtPlan } from '../dicom/rt-plan';
import { type DoseSet, doseSets, haveOtherValues, isComplete, isRival, splitOf } from '../study/doses-of-plan';

/** The doses of one phase, and those of the same that are not taken. */
export interface TakenDoses {
  readonly own: readonly DoseHeader[];
  readonly others: readonly DoseHeader[];
}

/**
 * Of the doses of one plan those that are its dose once: a whole one, or that of each fraction group, whatever form these
 * have. Of a plan of several groups the doses of all groups are taken before a whole one, which does not say how it
 * splits. What has other values than what is taken is `others`; the parts of a whole that is taken are none.
 */
export function takenDoses(all: readonly DoseHeader[], plan: RtPlan | undefined): TakenDoses[] {
  const sets = doseSets(all, plan);
  const wholes = sets.filter(({ groups }) => groups.length === 0);
  const parts = sets.filter(({ groups }) => groups.length > 0);
  const split = splitOf(parts, plan);
  const [whole] = wholes;
  if (whole && !split) return [withRivals(whole, wholes, plan)];
  const taken = split ?? eachOnce(parts);
  const ofAll = taken.flatMap(({ doses }) => doses);
  const others = wholes.filter((set) => isComplete(set, plan) && haveOtherValues(ofAll, set.doses)).flatMap(({ doses }) => doses);
  return taken.map((set, n) => {
    const rest = parts.filter((each) => !taken.includes(each) && shareGroups(each, set));
    const phase = withRivals(set, rest, plan);
    return n === 0 ? { ...phase, others: [...phase.others, ...others] } : phase;
  });
}

const withRivals = (taken: DoseSet, sets: readonly DoseSet[], plan: RtPlan | undefined): TakenDoses => ({
  own: taken.doses,
  others: sets.filter((set) => set !== taken && isRival(set, taken, plan)).flatMap(({ doses }) => doses),
});

const shareGroups = (a: DoseSet, b: DoseSet): boolean => a.groups.some((number) => b.groups.includes(number));

/** The first set of each fraction group, in the order of these. */
function eachOnce(sets: readonly DoseSet[]): DoseSet[] {
  const taken: DoseSet[] = [];
  for (const set of sets) if (!taken.some((other) => shareGroups(other, set))) taken.push(set);
  return taken.toSorted((a, b) => a.groups[0] - b.groups[0]);
}
