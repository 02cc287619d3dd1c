import { ClipType, FillRule } from 'clipper2-ts';
import { ringBounds } from '../ring-nesting';
import type { Ring } from '../slab-stack';
import { clip, DrawnVertices } from './clipper-paths';

export type BooleanKind = 'union' | 'difference' | 'intersection';

const CLIP_TYPES: Record<BooleanKind, ClipType> = {
  union: ClipType.Union,
  difference: ClipType.Difference,
  intersection: ClipType.Intersection,
};

type Box = ReturnType<typeof ringBounds>;

const boxesMeet = (a: Box, b: Box): boolean => a[0] <= b[2] && b[0] <= a[2] && a[1] <= b[3] && b[1] <= a[3];

/**
 * Combines two even-odd regions of one plane (rings in mm, each set without crossings). The result has no crossings.
 *
 * Rings whose box meets no box of the other set are not clipped but passed on or left out as they are. This is exact:
 * within such a ring the other region has neither inside nor border, so there the even-odd sum of the ring is unchanged.
 * Crossings are within 2e-5 mm of their place; all other vertices keep their coordinates exactly.
 */
export function combineRings(kind: BooleanKind, a: readonly Ring[], b: readonly Ring[]): readonly Ring[] {
  if (a.length === 0) return kind === 'union' ? b : [];
  if (b.length === 0) return kind === 'intersection' ? [] : a;
  if (a === b) return kind === 'difference' ? [] : a;

  const boxesA = a.map(ringBounds);
  const boxesB = b.map(ringBounds);
  const meetsB = boxesA.map((box) => boxesB.some((other) => boxesMeet(box, other)));
  const meetsA = boxesB.map((box) => boxesA.some((other) => boxesMeet(box, other)));
  const apart: Ring[] = [];
  if (kind !== 'intersection') apart.push(...a.filter((_, n) => !meetsB[n]));
  if (kind === 'union') apart.push(...b.filter((_, n) => !meetsA[n]));

  const subject = a.filter((_, n) => meetsB[n]);
  const clipping = b.filter((_, n) => meetsA[n]);
  if (subject.length === 0) return apart;
  const drawn = new DrawnVertices();
  const clipped = clip(CLIP_TYPES[kind], FillRule.EvenOdd, drawn.pathsOf(subject), drawn.pathsOf(clipping), true);
  return [...drawn.ringsOf(clipped), ...apart];
}
