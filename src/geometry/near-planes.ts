import type { DrawnRing } from './contour-planes';
import { type Outline, outlineOf, sharedAreaMm2 } from './outline-overlap';

/** Planes nearer than this share of a slice distance, and than 1 mm, may be one slice. */
const NEAR = 0.25;
const NEAR_MM = 1;
/** Share of an inner outline that must lie within the outer one, and the most of the outer area that it may take. */
const WITHIN = 0.97;
const HOLE = 0.8;
/** Share of the smaller outline up to which two lie beside each other. */
const BESIDE = 0.05;

/**
 * Puts planes that are a small part of a slice apart together where one holds the holes of the other's outlines: apart,
 * a hole would be a solid slice of its own. Pieces that lie beside each other stay on their own planes, and so does the
 * same outline drawn again: each then reaches as far as its own slices do, and nothing cancels.
 */
export function withNearPlanesJoined(planes: readonly DrawnRing[], spacingMm: number): DrawnRing[] {
  const nearMm = Math.min(NEAR * spacingMm, NEAR_MM);
  const joined: DrawnRing[] = [];
  for (const plane of planes) {
    const last = joined.at(-1);
    if (last && plane.wMm - last.wMm <= nearMm && areOneSlice(last, plane)) {
      joined[joined.length - 1] = { wMm: last.wMm, rings: [...last.rings, ...plane.rings] };
    } else joined.push(plane);
  }
  return joined;
}

function areOneSlice(a: DrawnRing, b: DrawnRing): boolean {
  let holes = 0;
  const outlines = b.rings.map(outlineOf);
  for (const outline of a.rings.map(outlineOf)) {
    for (const other of outlines) {
      if (isHole(outline, other)) holes++;
      else if (!isBeside(outline, other)) return false;
    }
  }
  return holes > 0;
}

function isHole(a: Outline, b: Outline): boolean {
  const [inner, outer] = a.areaMm2 < b.areaMm2 ? [a, b] : [b, a];
  return inner.areaMm2 <= HOLE * outer.areaMm2 && sharedAreaMm2(a, b) >= WITHIN * sharedAreaMm2(inner, inner);
}

const isBeside = (a: Outline, b: Outline): boolean => sharedAreaMm2(a, b) <= BESIDE * Math.min(a.areaMm2, b.areaMm2);
