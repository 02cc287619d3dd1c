import type { CaseCourseInput } from '../case/case-inputs';
import { comparedWith } from '../case/compared-organ';
import { INSIDE, insideStack, stackTest } from '../geometry/inside-stack';
import { mapPoints, type PointMap } from '../geometry/point-map';
import type { RoiSamples } from '../geometry/roi-samples';
import { dot, eachAxis, subtract, type Vec3 } from '../geometry/vec3';
import type { PreparedRegion } from './prepared-region';

/*
 * How far an organ that is carried onto a course lies beside the same organ on the course's own contours. A centroid says
 * that only of what both drew of it: a tube is drawn as far as somebody cared for. Bounds of this program's own.
 */

/** Organs that are drawn from end to end: of others the mean is that of the length that was drawn. */
export const WHOLE = /^(Lung|Kidney)(s|_[LR])$|^(Heart|Liver)$/;

/** Two drawings of one organ differ by less in volume, where they are of one length of it, and in their mean section. */
const ALIKE = 1.25;
/** Both ends are drawn to the slice: what moves both by the same, to within two slices, is no matter of drawing. */
const SAME_END_MM = 5;
/** Of an organ that has less than this in common with itself nothing is where it was. */
const APART_SHARE = 0.1;
/** Tubes are compared across where half of the shorter one is drawn by both. */
const COMMON_SHARE = 0.5;

/** Whether two drawings are of the same length of an organ, as far as their volumes tell. */
export const isAlike = (ownCc: number, todayCc: number): boolean => Math.max(ownCc, todayCc) <= ALIKE * Math.min(ownCc, todayCc);

export interface OrganDisplacement {
  /** From the organ as carried to the organ on the course's own contours, in the course's frame. */
  readonly shiftMm: Vec3;
  /** Along the axis of the slices nothing but the organ's own ends speak for it, and they may be where drawing ended. */
  readonly isOfEnds: boolean;
  /** The two have next to nothing in common. */
  readonly isApart: boolean;
  readonly comparedWith?: string;
}

interface Placed {
  readonly centroid: Vec3;
  readonly low: number;
  readonly high: number;
  readonly knownCc: number;
}

/** Displacements of the organs of a course that is carried, by the names of today's ROIs. */
export function organDisplacements(
  prepared: readonly PreparedRegion[],
  course: CaseCourseInput,
  place: number,
  map: PointMap,
): ReadonlyMap<string, OrganDisplacement> {
  const pairs = prepared.flatMap((each) => {
    const own = each.region.isInQuestion ? undefined : each.own.find((samples) => samples.course === place);
    const stack = own && comparedWith(each.region, course)?.stack;
    return own && stack ? [{ ...each, own, stack, isWhole: WHOLE.test(each.region.organ ?? '') }] : [];
  });
  const carried = pairs.flatMap((pair) => {
    const { samples, own, stack, isWhole } = pair;
    const mapped = new Float64Array(3 * samples.count);
    mapPoints(map, samples.positionsMm, samples.count, mapped);
    const { w } = stack.basis;
    const today = placed(mapped, samples, w);
    // What a deformation does not reach has no place there.
    if (today.knownCc < 0.99 * samples.totalCc) return [];
    const then = placed(own.samples.positionsMm, own.samples, w);
    const [ownCc, todayCc] = [own.samples.totalCc, samples.totalCc];
    const isSame = isWhole || isAlike(ownCc / (then.high - then.low), todayCc / (today.high - today.low));
    return [{ ...pair, mapped, today, then, w, isSame }];
  });
  const along = carried.flatMap(({ isWhole, today, then, w }) =>
    isWhole ? [dot(subtract(then.centroid, today.centroid), w)] : [],
  );
  const ofWhole = along.length > 0 ? along.toSorted((a, b) => a - b)[along.length >> 1] : undefined;
  const found = carried.flatMap((pair): [string, OrganDisplacement][] => {
    const { region, own, samples, stack, isWhole, mapped, today, then, w, isSame } = pair;
    const other = own.comparedWith === undefined ? {} : { comparedWith: own.comparedWith };
    const [from, to] = [Math.max(today.low, then.low), Math.min(today.high, then.high)];
    const shorter = Math.min(today.high - today.low, then.high - then.low);
    const isCommon = isWhole || to - from >= COMMON_SHARE * shorter;
    // Of two windows of one tube that do not meet nothing can be said; of two things that are not alike, that they are two.
    if (!isCommon && isSame) return [];
    const isApart = sharedCc(mapped, samples, stack) < APART_SHARE * Math.min(own.samples.totalCc, samples.totalCc);
    if (!isSame && !isApart) return [];
    if (isWhole || !isSame)
      return [[region.name, { shiftMm: subtract(then.centroid, today.centroid), isOfEnds: false, isApart, ...other }]];
    const ends = [then.low - today.low, then.high - today.high];
    const meant = (ends[0] + ends[1]) / 2;
    const isMoved =
      Math.abs(ends[0] - ends[1]) <= SAME_END_MM && (ofWhole === undefined || Math.abs(meant - ofWhole) <= SAME_END_MM);
    const [a, b] = isMoved
      ? [today, then]
      : [placed(mapped, samples, w, from, to), placed(own.samples.positionsMm, own.samples, w, from, to)];
    if (!(a.knownCc > 0 && b.knownCc > 0)) return [];
    const shift = subtract(b.centroid, a.centroid);
    const across = dot(shift, w);
    const axial = isMoved ? meant : 0;
    const shiftMm = eachAxis((axis) => shift[axis] + (axial - across) * w[axis]);
    return [[region.name, { shiftMm, isOfEnds: isMoved && ofWhole === undefined, isApart, ...other }]];
  });
  return new Map(found);
}

/** Where the points of an organ lie along an axis and on the whole, of those from `from` to `to`. */
function placed(
  at: Float32Array | Float64Array,
  { count, volumeCc }: RoiSamples,
  w: Vec3,
  from = -Infinity,
  to = Infinity,
): Placed {
  let [x, y, z, cc, low, high] = [0, 0, 0, 0, Infinity, -Infinity];
  for (let n = 0, p = 0; n < count; n++, p += 3) {
    const along = at[p] * w[0] + at[p + 1] * w[1] + at[p + 2] * w[2];
    if (!(along >= from && along <= to)) continue;
    const share = volumeCc[n];
    x += share * at[p];
    y += share * at[p + 1];
    z += share * at[p + 2];
    cc += share;
    if (along < low) low = along;
    if (along > high) high = along;
  }
  return { centroid: [x / cc, y / cc, z / cc], low, high, knownCc: cc };
}

/** How much of today's organ lies in the course's own, cc. */
function sharedCc(mapped: Float64Array, { count, volumeCc }: RoiSamples, stack: Parameters<typeof stackTest>[0]): number {
  const state = new Uint8Array(count);
  insideStack(stackTest(stack), mapped, count, state);
  let cc = 0;
  for (let n = 0; n < count; n++) if (state[n] === INSIDE) cc += volumeCc[n];
  return cc;
}
