import { mapDeterminants } from '../../geometry/map-determinant';
import { affinePart, mapPoints, type PointMap } from '../../geometry/point-map';
import type { Vec3 } from '../../geometry/vec3';

/** A figure at the place where it is most extreme, in the planned frame. */
export interface Extreme {
  readonly value: number;
  readonly atMm: Vec3;
}

/** What a map does to an organ, over its points at which the map is known. */
export interface OrganDeformation {
  /** Jacobian determinant: by how much volume grows from the planned to the prior anatomy. */
  readonly minDeterminant: Extreme;
  readonly maxDeterminant: Extreme;
  /** Share of the volume (0 to 1) where it is 0 or less. */
  readonly foldedShare: number;
  /** What the displacement fields alone do: how far the map's point lies from that of its matrices alone, mm. */
  readonly meanDisplacementMm: number;
  readonly maxDisplacementMm: Extreme;
}

/** Points in the planned frame (x, y, z triplets, mm) and the volume that each stands for. */
export interface OrganPoints {
  readonly count: number;
  readonly positionsMm: Float32Array;
  readonly volumeCc: Float32Array;
}

/** @returns the share of the volume where the map is unknown, and the figures of the rest; none where nothing is known. */
export function organDeformation(
  map: PointMap,
  { count, positionsMm, volumeCc }: OrganPoints,
): { readonly unknownShare: number; readonly deformation?: OrganDeformation } {
  const mapped = new Float64Array(3 * count);
  const affine = new Float64Array(3 * count);
  const determinants = new Float64Array(count);
  mapPoints(map, positionsMm, count, mapped);
  mapPoints([{ matrix: affinePart(map) }], positionsMm, count, affine);
  mapDeterminants(map, positionsMm, count, determinants);
  let [unknown, known, folded, sum] = [0, 0, 0, 0];
  let [leastAt, mostAt, farthestAt, farthest] = [-1, -1, -1, -1];
  for (let n = 0, p = 0; n < count; n++, p += 3) {
    const determinant = determinants[n];
    if (Number.isNaN(determinant)) {
      unknown += volumeCc[n];
      continue;
    }
    const x = mapped[p] - affine[p];
    const y = mapped[p + 1] - affine[p + 1];
    const z = mapped[p + 2] - affine[p + 2];
    const mm = Math.sqrt(x * x + y * y + z * z);
    known += volumeCc[n];
    sum += mm * volumeCc[n];
    if (determinant <= 0) folded += volumeCc[n];
    if (leastAt < 0 || determinant < determinants[leastAt]) leastAt = n;
    if (mostAt < 0 || determinant > determinants[mostAt]) mostAt = n;
    if (mm > farthest) [farthest, farthestAt] = [mm, n];
  }
  if (known === 0) return { unknownShare: 1 };
  const at = (n: number): Vec3 => [positionsMm[3 * n], positionsMm[3 * n + 1], positionsMm[3 * n + 2]];
  return {
    unknownShare: unknown / (unknown + known),
    deformation: {
      minDeterminant: { value: determinants[leastAt], atMm: at(leastAt) },
      maxDeterminant: { value: determinants[mostAt], atMm: at(mostAt) },
      foldedShare: folded / known,
      meanDisplacementMm: sum / known,
      maxDisplacementMm: { value: farthest, atMm: at(farthestAt) },
    },
  };
}
