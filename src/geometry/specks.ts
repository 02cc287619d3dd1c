import type { DrawnRing } from './contour-planes';
import { sharedAreaMm2 } from './outline-overlap';
import { type Face, facesOf, isSamePiece } from './plane-faces';
import { evenOddAreaMm2 } from './ring-nesting';

/**
 * Share of the slices around it up to which what is drawn on a plane is a speck and no slice of the organ; a bound of
 * this program's own. An organ that narrows in its middle keeps more of its outline from one slice to the next.
 */
export const SPECK = 0.1;
/** Share of the larger of two outlines from which they are two slices of one organ. */
const ALIKE = 0.5;
/** Planes without anything of a piece that it is followed over. */
const REACH = 32;

export interface SortedPlanes {
  readonly slices: DrawnRing[];
  /** What does not stand for the slice that it is drawn on. */
  readonly specks: DrawnRing[];
}

/**
 * Parts what is drawn on planes into slices and specks: what lies between two slices of an organ and has no more than
 * `SPECK` of either. At the end of an organ there is but one side, and organs do come to a point.
 */
export function withoutSpecks(planes: readonly DrawnRing[]): SortedPlanes {
  const isSpeck = specksOf(planes.map(({ rings }) => evenOddAreaMm2(rings)));
  const marked = specksOfPieces(planes, isSpeck);
  if (marked.size === 0 && !isSpeck.includes(true)) return { slices: [...planes], specks: [] };
  const [slices, specks]: DrawnRing[][] = [[], []];
  for (const [p, plane] of planes.entries()) {
    if (isSpeck[p]) {
      specks.push(plane);
      continue;
    }
    const small = marked.get(p) ?? [];
    const of = small.flatMap(({ rings }) => rings);
    const rest = plane.rings.filter((ring) => !of.includes(ring));
    if (rest.length > 0) slices.push({ ...plane, rings: rest });
    if (of.length > 0) specks.push({ ...plane, rings: of });
  }
  return { slices, specks };
}

/** Which of the areas in their order, mm², are specks between two others. */
function specksOf(areasMm2: readonly number[]): boolean[] {
  const isSpeck = areasMm2.map(() => false);
  for (let from = 0; from < areasMm2.length; from++) {
    if (isSpeck[from]) continue;
    let largest = 0;
    let to = from + 1;
    for (; to < areasMm2.length && areasMm2[to] <= SPECK * areasMm2[from]; to++) largest = Math.max(largest, areasMm2[to]);
    if (to < areasMm2.length && largest <= SPECK * areasMm2[to]) isSpeck.fill(true, from + 1, to);
  }
  return isSpeck;
}

/** For each plane the faces that are specks of their own piece, where other pieces are drawn on the plane as well. */
function specksOfPieces(planes: readonly DrawnRing[], isSpeck: readonly boolean[]): Map<number, Face[]> {
  const marked = new Map<number, Face[]>();
  if (planes.every(({ rings }) => rings.length === 1)) return marked;
  const faces = planes.flatMap((plane, p) => (isSpeck[p] ? [] : [facesOf(plane, p)]));
  const isTiny = (face: Face, of: Face) => face.outline.areaMm2 <= SPECK * of.outline.areaMm2;
  for (const [n, plane] of faces.entries()) {
    for (const face of plane) {
      if (!faces[n + 1]?.some((next) => isTiny(next, face))) continue;
      for (const speck of specksAbove(face, faces.slice(n + 1))) {
        marked.set(speck.plane, [...new Set([...(marked.get(speck.plane) ?? []), speck])]);
      }
    }
  }
  return marked;
}

/** The specks between a face and the next slice of its piece. @param planes the faces of those above it. */
function specksAbove(face: Face, planes: readonly (readonly Face[])[]): Face[] {
  const found: Face[] = [];
  let largest = 0;
  let empty = 0;
  for (const plane of planes) {
    const over = plane.filter(({ outline }) => isSamePiece(outline, face.outline));
    const areaMm2 = over.reduce((sum, { outline }) => sum + outline.areaMm2, 0);
    if (areaMm2 > SPECK * face.outline.areaMm2) {
      const isNext = over.some(({ outline }) => {
        const larger = Math.max(outline.areaMm2, face.outline.areaMm2);
        return sharedAreaMm2(outline, face.outline) >= ALIKE * larger;
      });
      return isNext && largest <= SPECK * areaMm2 ? found : [];
    }
    if (over.length === 0 && ++empty > REACH) return [];
    largest = Math.max(largest, areaMm2);
    found.push(...over);
  }
  return [];
}
