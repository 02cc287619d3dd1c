import type { Motion } from './motions';
import type { Move } from './moves';

/** Rounds over the groups; a round that finds nothing higher is the last. */
const ROUNDS = 3;

/**
 * Moves of several groups that bring a figure as far as they can be found to: from the highest that is known, and from
 * the motions of each group that are the highest for it alone, put together, one group after the other takes the motion
 * that is highest beside those of the others. No proof that there is none higher: combinations are far too many.
 * @param known moves that were looked at, among them those of each group alone.
 * @param height what is to be as high as possible; undefined where it is not known.
 * @returns what was looked at on the way, less what is known.
 */
export function ascent(
  known: readonly Move[],
  motions: readonly Motion[],
  groups: number,
  moveOf: (motions: readonly (Motion | undefined)[]) => Move,
  height: (move: Move) => number | undefined,
): Move[] {
  const heightOf = (move: Move) => height(move) ?? -Infinity;
  const highest = (moves: readonly Move[]) => moves.reduce((a, b) => (heightOf(b) > heightOf(a) ? b : a));
  const looked = new Set<Move>();
  const alone = Array.from({ length: groups }, (_, group) =>
    highest(known.filter(({ motions: its }) => its.every((motion, g) => (motion !== undefined) === (g === group)))),
  );
  const starts = new Set([highest(known), moveOf(alone.map(({ motions: its }, group) => its[group]))]);
  for (const start of starts) {
    looked.add(start);
    let at = start;
    for (let round = 0; round < ROUNDS; round++) {
      const before = at;
      for (let group = 0; group < groups; group++) {
        const others = at.motions;
        const nexts = [undefined, ...motions].flatMap((motion) => {
          const next = others.map((other, g) => (g === group ? motion : other));
          return next.some((each) => each) ? [moveOf(next)] : [];
        });
        for (const next of nexts) looked.add(next);
        at = highest([at, ...nexts]);
      }
      if (at === before) break;
    }
  }
  for (const move of known) looked.delete(move);
  return [...looked];
}
