import type { DrawnRing } from './contour-planes';
import { type Outline, outlineOf, sharedAreaMm2 } from './outline-overlap';
import { liesWithin, nestingDepths } from './ring-nesting';
import type { Ring } from './slab-stack';

/** What one outer outline bounds on its plane: the outline, its holes, and what is in those. */
export interface Face {
  readonly plane: number;
  readonly wMm: number;
  readonly outline: Outline;
  readonly rings: Ring[];
  /** The nearest face above and below that goes on with this one, and how far that is. */
  above?: Link;
  below?: Link;
}

export interface Link {
  readonly face: Face;
  readonly mm: number;
}

/** Share of the smaller of two outlines from which they are one piece, seen along the slices. */
const SAME_PIECE = 0.5;
/** Planes that are looked through for the next one of a piece. */
const REACH = 32;

/** Whether the smaller of two outlines lies at least half within the larger. */
export function isSamePiece(a: Outline, b: Outline): boolean {
  return sharedAreaMm2(a, b) >= SAME_PIECE * Math.min(a.areaMm2, b.areaMm2);
}

/** A piece that runs aslant may move this many times the distance of its slices from one to the next. */
const SLANT = 2;

type Side = 'above' | 'below';
type Follows = (face: Face, other: Face) => boolean;

const liesOver: Follows = (face, other) => isSamePiece(face.outline, other.outline);
/** For a piece so thin and slanted that its slices do not lie over one another: the next one near by. */
const liesNear: Follows = ({ outline: { box: a }, wMm }, { outline: { box: b }, wMm: other }) => {
  const apart = (low: number) => Math.max(0, a[low] - b[low + 2], b[low] - a[low + 2]);
  return Math.hypot(apart(0), apart(1)) <= SLANT * Math.abs(other - wMm);
};

/**
 * The faces of each plane, each linked to the nearest one above and below that lies over or under it. An organ in two
 * pieces may have them on different slices; then the next slice of a piece is not the next slice of the organ.
 */
export function linkedFaces(planes: readonly DrawnRing[]): Face[][] {
  const faces = planes.map(facesOf);
  const all = faces.flat();
  for (const face of all) link(face, faces, 'above', liesOver);
  for (const face of all) if (!face.below) link(face, faces, 'below', liesOver);
  for (const face of all.filter(({ above, below }) => !above && !below)) {
    link(face, faces, 'above', liesNear);
    link(face, faces, 'below', liesNear);
  }
  return faces;
}

function link(face: Face, faces: readonly Face[][], side: Side, follows: Follows): void {
  for (let step = 1; step <= REACH; step++) {
    const there = faces[face.plane + (side === 'above' ? step : -step)];
    if (!there) return;
    const next = there.filter((other) => follows(face, other));
    if (next.length === 0) continue;
    const mm = Math.abs(next[0].wMm - face.wMm);
    face[side] = { face: next[0], mm };
    if (side === 'below') return;
    for (const other of next) if (!other.below || mm < other.below.mm) other.below = { face, mm };
    return;
  }
}

/** What is drawn on a plane, by its outer outlines. */
export function facesOf({ wMm, rings }: DrawnRing, plane: number): Face[] {
  if (rings.length === 1) return [{ plane, wMm, outline: outlineOf(rings[0]), rings: [...rings] }];
  const depths = nestingDepths(rings);
  const faces = rings
    .filter((_, n) => depths[n] === 0)
    .map((ring): Face => ({ plane, wMm, outline: outlineOf(ring), rings: [ring] }));
  for (const [n, ring] of rings.entries()) {
    if (depths[n] === 0) continue;
    const around = faces.find(({ outline }) => liesWithin(ring, outline.ring)) ?? faces[0];
    around.rings.push(ring);
  }
  return faces;
}

/** The faces that links join, each group one piece. */
export function piecesOf(faces: readonly Face[][]): Face[][] {
  const pieceOf = new Map<Face, Face[]>();
  for (const face of faces.flat()) {
    const own = pieceOf.get(face) ?? [];
    if (!pieceOf.has(face)) {
      own.push(face);
      pieceOf.set(face, own);
    }
    for (const link of [face.above, face.below]) {
      if (!link) continue;
      const other = pieceOf.get(link.face);
      if (other === pieceOf.get(face)) continue;
      const here = pieceOf.get(face)!;
      for (const moved of other ?? [link.face]) {
        here.push(moved);
        pieceOf.set(moved, here);
      }
    }
  }
  return [...new Set(pieceOf.values())];
}
