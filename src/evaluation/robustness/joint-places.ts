import { eachAxis, type Vec3 } from '../../geometry/vec3';
import type { PreparedRegion } from '../prepared-region';
import { type Motion, shiftMotion } from './motions';
import type { Move } from './moves';

/** What a pair of motions does to an organ, roughly. */
export interface RoughFigures {
  readonly highestGy: number;
  readonly hottestGy: number;
  readonly coldestGy: number;
}

/** Doses nearer than this are one. */
const SAME_GY = 0.005;
/** Halvings of the step, from half the margin, about the pair that does most. */
const HALVINGS = 5;
const MEASURES: readonly ((of: RoughFigures) => number)[] = [
  ({ highestGy }) => highestGy,
  ({ hottestGy }) => hottestGy,
  ({ hottestGy }) => -hottestGy,
  ({ coldestGy }) => -coldestGy,
];

/**
 * Places at which two groups of courses do together what neither does alone: two doses whose edges must both come nearer
 * before they meet. Every pair of the motions is looked at, on a few hundred samples, for each two groups; about what
 * moves the hottest or the coldest part most, both shifts are moved on in steps that are halved. Of three groups and more
 * the others stay: an ascent takes them along.
 * @param figures what the organ has under a move, on few samples.
 */
export function jointPlaces(
  motions: readonly Motion[],
  groups: number,
  marginMm: number,
  under: (move: Pick<Move, 'motions'>) => PreparedRegion,
  figures: (at: PreparedRegion) => RoughFigures,
): (readonly (Motion | undefined)[])[] {
  const found: (readonly (Motion | undefined)[])[] = [];
  const pairOf = (a: number, b: number, first: Motion, second: Motion) =>
    Array.from({ length: groups }, (_, g) => (g === a ? first : g === b ? second : undefined));
  for (let a = 0; a < groups; a++) {
    for (let b = a + 1; b < groups; b++) {
      const pairs = motions.flatMap((first) => motions.map((second) => pairOf(a, b, first, second)));
      const looked = pairs.map((pair) => ({ pair, figures: figures(under({ motions: pair })) }));
      for (const measure of MEASURES) {
        const most = looked.reduce((x, y) => (measure(y.figures) > measure(x.figures) + SAME_GY ? y : x));
        found.push(refined(most.pair, measure(most.figures)));

        function refined(from: readonly (Motion | undefined)[], fromMost: number) {
          let [best, bestOf] = [from, fromMost];
          for (let n = 0, mm = marginMm / 2; n < HALVINGS; n++, mm /= 2) {
            for (const group of [a, b]) {
              for (let axis = 0; axis < 3; axis++) {
                for (const way of [-mm, mm]) {
                  const next = shiftedFurther(best, group, axis, way, marginMm);
                  if (!next) continue;
                  const value = measure(figures(under({ motions: next })));
                  if (value > bestOf + SAME_GY) [best, bestOf] = [next, value];
                }
              }
            }
          }
          return best;
        }
      }
    }
  }
  return found;
}

/** With the shift of one group moved along an axis, within the margin; undefined for a turn, or where it stays. */
function shiftedFurther(
  motions: readonly (Motion | undefined)[],
  group: number,
  axis: number,
  mm: number,
  marginMm: number,
): readonly (Motion | undefined)[] | undefined {
  const cause = motions[group]?.cause;
  if (cause?.code !== 'shift') return undefined;
  const from: Vec3 = [cause.facts.xMm, cause.facts.yMm, cause.facts.zMm];
  const to = eachAxis((n) => (n === axis ? Math.max(-marginMm, Math.min(marginMm, from[n] + mm)) : from[n]));
  if (to[axis] === from[axis]) return undefined;
  return motions.map((motion, g) => (g === group ? shiftMotion(to) : motion));
}
