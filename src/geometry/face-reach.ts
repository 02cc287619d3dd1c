import { type Face, type Link, piecesOf } from './plane-faces';
import { commonest, distancesOf, isSameDistance, isSliceDistance, repeatedDistanceMm, unclearDistanceMm } from './slice-distance';

/** Gaps wider than this many slice distances are gaps; narrower ones are filled half-way from either side. */
export const GAP = 1.5;
/**
 * Steps that repeat may be this many times the commonest one: a scan of 1 mm slices that goes on
 * with 5 mm ones.
 */
export const THICKEST = 5;
/** A plane nearer than this share of a slice distance is another piece's, not the next slice. */
const NEXT_SLICE = 0.9;

/** How far a face reaches along the slices, mm. */
export interface Reach {
  readonly face: Face;
  readonly bottomMm: number;
  readonly topMm: number;
}

export interface Reached {
  readonly reaches: readonly Reach[];
  /** The ROI's slice distance. */
  readonly spacingMm: number;
  /** The largest step that a slice was taken to reach over. */
  readonly thickestMm: number;
}

/**
 * Lets each face reach half-way to the next one of its piece, and half a slice outwards at the ends of a piece and at
 * gaps. Each piece has the slice distance that its own contours show; where they show none, it is the ROI's.
 * @returns undefined where nothing tells a slice distance.
 */
export function reachOfFaces(faces: readonly Face[][], setSpacingMm: number | undefined): Reached | undefined {
  const planesMm = faces.map(([first]) => first.wMm);
  const pieces = piecesOf(faces);
  const own = pieces.map((piece) => pieceDistanceMm(piece, setSpacingMm));
  const spacingMm = commonestOf(own) ?? planeDistanceMm(planesMm, setSpacingMm);
  if (spacingMm === undefined) return undefined;
  const reaches: Reach[] = [];
  let thickestMm = spacingMm;
  for (const [p, piece] of pieces.entries()) {
    const pieceMm = own[p]?.mm ?? spacingMm;
    for (const face of piece) {
      const below = stepMm(face, 'below', pieceMm);
      const above = stepMm(face, 'above', pieceMm);
      thickestMm = Math.max(thickestMm, below ?? 0, above ?? 0);
      reaches.push({
        face,
        bottomMm: borderMm(face, 'below', below, above, pieceMm, planesMm),
        topMm: borderMm(face, 'above', above, below, pieceMm, planesMm),
      });
    }
  }
  return { reaches, spacingMm, thickestMm };
}

type Side = 'above' | 'below';

/** The slice distance that a piece shows by itself, with the number of its steps. */
function pieceDistanceMm(piece: readonly Face[], setSpacingMm: number | undefined) {
  const byPlane = new Map<number, number>();
  for (const { plane, above } of piece) if (above && !byPlane.has(plane)) byPlane.set(plane, above.mm);
  const inOrder = [...byPlane].sort((a, b) => a[0] - b[0]).map(([, mm]) => mm);
  const found = repeatedDistanceMm(inOrder);
  return found && isSliceDistance(found.mm, setSpacingMm) ? found : undefined;
}

/** The slice distance of most steps of all pieces. */
function commonestOf(pieces: readonly ({ mm: number; count: number } | undefined)[]): number | undefined {
  return commonest(pieces.flatMap((piece) => (piece ? new Array<number>(piece.count).fill(piece.mm) : [])))?.mm;
}

/** The slice distance that the planes show, whatever is on them. */
export function planeDistanceMm(planesMm: readonly number[], setSpacingMm: number | undefined): number | undefined {
  const distancesMm = distancesOf(planesMm);
  const found = repeatedDistanceMm(distancesMm);
  if (found && isSliceDistance(found.mm, setSpacingMm)) return found.mm;
  return unclearDistanceMm(distancesMm, setSpacingMm);
}

/**
 * Distance to the next face of the piece where the piece goes on between them; undefined at its end and at a gap. It
 * goes on where the distance is near the usual one or shorter, or is repeated next to itself (slices that become thicker).
 */
function stepMm(face: Face, side: Side, usualMm: number): number | undefined {
  const link = face[side];
  if (!link) return undefined;
  if (link.mm <= GAP * usualMm) return link.mm;
  if (link.mm > THICKEST * usualMm) return undefined;
  const repeats = (other: Link | undefined) => other !== undefined && isSameDistance(other.mm, link.mm);
  const opposite = side === 'above' ? 'below' : 'above';
  return repeats(face[opposite]) || repeats(link.face[side]) ? link.mm : undefined;
}

function borderMm(
  face: Face,
  side: Side,
  stepHere: number | undefined,
  stepThere: number | undefined,
  pieceMm: number,
  planesMm: readonly number[],
): number {
  if (stepHere !== undefined) return (face.wMm + face[side]!.face.wMm) / 2;
  const usualMm = stepThere !== undefined && stepThere > GAP * pieceMm ? stepThere : pieceMm;
  const next = planesMm[face.plane + (side === 'above' ? 1 : -1)];
  const distanceMm = next === undefined ? undefined : Math.abs(next - face.wMm);
  if (distanceMm !== undefined && distanceMm >= NEXT_SLICE * usualMm && isStep(face, side, usualMm, planesMm)) {
    return (face.wMm + next) / 2;
  }
  return face.wMm + ((side === 'above' ? 1 : -1) * usualMm) / 2;
}

/** Whether the ROI goes on to the neighbouring plane, by the distances of its planes alone. */
function isStep(face: Face, side: Side, usualMm: number, planesMm: readonly number[]): boolean {
  const at = side === 'above' ? face.plane : face.plane - 1;
  const distance = (n: number) => planesMm[n + 1] - planesMm[n];
  if (distance(at) <= GAP * usualMm) return true;
  if (distance(at) > THICKEST * usualMm) return false;
  return isSameDistance(distance(at - 1), distance(at)) || isSameDistance(distance(at + 1), distance(at));
}
