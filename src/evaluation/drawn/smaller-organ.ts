import type { CaseCourseInput, CaseInputs, Region } from '../../case/case-inputs';
import type { CoursePaths } from '../../case/course-paths';
import type { Steps } from '../../case/steps';
import { type Finding, makeFinding } from '../../findings/finding';
import { nearestMatrix } from '../../geometry/nearest-matrix';
import type { SlabStack } from '../../geometry/slab-stack';
import { stackVolumeMm3 } from '../../geometry/stack-volume';
import { applyMatrix, invert, type Matrix4 } from '../../geometry/transform';
import { wholePart } from '../../geometry/whole-part';
import { NO_CHECK } from '../own-anatomy';

/** What two planners draw of one organ differs by less; a bound of this program's own. */
const LEAST_SHARE = 2 / 3;
/** A share that is the bound but for rounding is at it. */
const AT_A_BOUND = 1e-6;
const isLess = (share: number): boolean => share <= LEAST_SHARE * (1 + AT_A_BOUND);

/** Organs of which the hottest part alone counts, however long they are: one that is cut short may lack just that. */
export const SERIAL =
  /^(SpinalCord|SpinalCanal|ThecalSac|Brainstem|Esophagus|Trachea|Bronch.*|Trachea_Bronchus|BrachialPlex(_[LR])?|A_.*|V_.*|GreatVes)$/;

/** Organs whose ends are held against the field itself, however much is drawn of them. */
const HELD_TO_FIELD: readonly string[] = ['SpinalCord', 'Esophagus'];

/**
 * Organs that are much smaller on the anatomy than a prior course's own structure set has them, in volume or (serial
 * ones) along the slices: what is not drawn has no dose here. A course that is summed on its own contours lacks what is
 * not drawn on these, so that the other way round is told of it, of volumes.
 */
export function smallerOrganFindings(
  { courses, regions }: Pick<CaseInputs, 'courses' | 'regions'>,
  paths: CoursePaths,
  { derivedStack }: Pick<Steps, 'derivedStack'>,
): Finding[] {
  // What may be no part of the organ says nothing of how much of it is drawn.
  const known = regions.filter(({ isInQuestion }) => !isInQuestion);
  const organs = [...new Set(known.flatMap(({ organ, derived }) => (organ && !derived?.byProgram ? [organ] : [])))];
  return organs
    .filter((organ) => !NO_CHECK.test(organ))
    .flatMap((organ): Finding[] => {
      const drawn = known.filter((region) => region.organ === organ);
      // Of an organ that is drawn in parts, or twice, all of it counts.
      const stack = drawn.length === 1 ? drawn[0].stack : unionOf(drawn, derivedStack);
      const onOwn = courses.flatMap((course) => smallerOnOwn(organ, stack, course));
      const found = courses.flatMap((course, c) => comparedWith(organ, stack, course, paths[c]));
      const [worst] = found.toSorted((a, b) => Math.min(a.ofVolume, a.ofExtent) - Math.min(b.ofVolume, b.ofExtent));
      if (!worst) return onOwn;
      const { ofVolume: _, ofExtent, ...facts } = worst;
      const { name: roi } = drawn[0];
      const extent = isLess(ofExtent) ? { extentShare: ofExtent } : {};
      return [makeFinding('organ-smaller-than-on-prior', 'warning', { roi, ...facts, ...extent }, { roi }), ...onOwn];
    });
}

interface Compared {
  readonly course: string;
  readonly cc: number;
  readonly priorCc: number;
  readonly ofVolume: number;
  readonly ofExtent: number;
}

function comparedWith(organ: string, stack: SlabStack, course: CaseCourseInput, path: CoursePaths[number]): Compared[] {
  const own = course.role === 'prior' ? course.ownStacks?.get(organ) : undefined;
  if (!own) return [];
  const [cc, priorCc] = [stack, own].map((each) => stackVolumeMm3(each) / 1000);
  const ofVolume = cc / priorCc;
  const isCarried = SERIAL.test(organ) && path && !course.isApart;
  const ofExtent = isCarried ? extentShare(wholePart(stack), own, invert(nearestMatrix(path.map, [stack]))) : 1;
  return isLess(ofVolume) || isLess(ofExtent) ? [{ course: course.name, cc, priorCc, ofVolume, ofExtent }] : [];
}

/** An organ of which a course that is summed on its own contours has much less there than is drawn today. */
function smallerOnOwn(organ: string, stack: SlabStack, course: CaseCourseInput): Finding[] {
  const own = course.isApart && !HELD_TO_FIELD.includes(organ) ? course.ownStacks?.get(organ) : undefined;
  if (!own) return [];
  const [cc, priorCc] = [stack, own].map((each) => stackVolumeMm3(each) / 1000);
  if (!isLess(priorCc / cc)) return [];
  const { name, structures } = course;
  const roi = course.ownRois?.find((each) => each.stack === own)?.name ?? organ;
  const place = { ...(structures && { file: structures.file }), roi, course: name };
  const facts = { roi, course: name, cc, priorCc, onOwn: { course: name, organ } };
  return [makeFinding('organ-smaller-than-on-prior', 'warning', facts, place)];
}

const unionOf = (drawn: readonly Region[], derivedStack: Steps['derivedStack']): SlabStack =>
  derivedStack(drawn.map((_, n) => `part${n}`).join(' + '), Object.fromEntries(drawn.map(({ stack }, n) => [`part${n}`, stack])));

/** How much of another stack's extent along the slices of this one this one has. @param carried from its frame to this one's. */
function extentShare(stack: SlabStack, other: SlabStack, carried: Matrix4): number {
  const { slabs } = stack;
  const [from, to] = carriedExtent(stack, other, carried);
  const both = Math.min(to, slabs[slabs.length - 1].topMm) - Math.max(from, slabs[0].bottomMm);
  return Math.max(0, both) / (to - from);
}

/**
 * From where to where, mm along the slices of a stack, another one goes.
 * @param carried from its frame to that of the stack.
 */
export function carriedExtent(
  { basis: { w } }: SlabStack,
  other: SlabStack,
  carried: Matrix4,
): readonly [fromMm: number, toMm: number] {
  let [from, to] = [Infinity, -Infinity];
  const { u, v, w: along } = other.basis;
  for (const { rings, bottomMm, topMm } of other.slabs) {
    // The middle of a slab's outlines: at an angle to the slices the whole outline is longer than the organ goes on.
    const [a, b] = middleOf(rings);
    for (const c of [bottomMm, topMm]) {
      const [x, y, z] = applyMatrix(carried, [
        a * u[0] + b * v[0] + c * along[0],
        a * u[1] + b * v[1] + c * along[1],
        a * u[2] + b * v[2] + c * along[2],
      ]);
      const at = x * w[0] + y * w[1] + z * w[2];
      [from, to] = [Math.min(from, at), Math.max(to, at)];
    }
  }
  return [from, to];
}

function middleOf(rings: readonly Float64Array[]): readonly [number, number] {
  let [a, b, points] = [0, 0, 0];
  for (const ring of rings) {
    for (let n = 0; n < ring.length; n += 2, points++) {
      a += ring[n];
      b += ring[n + 1];
    }
  }
  return points > 0 ? [a / points, b / points] : [0, 0];
}
