import { lengthOf, type Motion, type MotionCause } from './motions';
import { isOnePriorCourse, type MovedGroup } from './moved-groups';

/** What one of several groups of courses did; `cause` null where it stayed. */
export interface GroupCause {
  readonly role: MovedGroup['role'];
  readonly courses: readonly string[];
  readonly cause: MotionCause | null;
}

/**
 * How the courses lie: what the first group that is moved did, and, where it is not one prior course alone that can be
 * moved, what each group did.
 */
export type MoveCause = MotionCause & { readonly groups?: readonly GroupCause[] };

/** A motion of each group, undefined for one that stays; at least one is moved. */
export interface Move {
  readonly motions: readonly (Motion | undefined)[];
  readonly cause: MoveCause;
}

/** Makes each move once, so that what is known of it can be found by it. */
export function movesOf(groups: readonly MovedGroup[]): (motions: readonly (Motion | undefined)[]) => Move {
  const numbers = new Map<Motion | undefined, number>();
  const made = new Map<string, Move>();
  const numberOf = (motion: Motion | undefined) => {
    const number = numbers.get(motion) ?? numbers.size;
    numbers.set(motion, number);
    return number;
  };
  return (motions) => {
    const key = motions.map(numberOf).join(' ');
    const move = made.get(key) ?? { motions, cause: causeOf(motions, groups) };
    made.set(key, move);
    return move;
  };
}

function causeOf(motions: readonly (Motion | undefined)[], groups: readonly MovedGroup[]): MoveCause {
  const { cause } = motions.find((motion) => motion)!;
  if (isOnePriorCourse(groups)) return cause;
  const each = groups.map(({ role, names }, g) => ({ role, courses: names, cause: motions[g]?.cause ?? null }));
  return { ...cause, groups: each };
}

/** From the shortest to the longest, turns last: of moves that do the same, the first is told. */
export function byLength(a: Move, b: Move): number {
  const [first, second] = [a, b].map(({ motions }) => motions.reduce((sum, motion) => sum + (motion ? lengthOf(motion) : 0), 0));
  return first === second ? 0 : first - second;
}
