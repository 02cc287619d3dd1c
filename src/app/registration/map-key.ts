import type { PointMap } from '../../geometry/point-map';

/** Tells maps apart by what they do: two deformations may have one matrix. */
export const mapKey = (map: PointMap | undefined): string =>
  JSON.stringify(
    (map ?? []).map(({ matrix, field }) => [matrix, field && [field.originMm, field.size, sumsOf(field.displacementMm)]]),
  );

/** The sum of the displacements along each axis, and of their squares, over all nodes that have one. */
function sumsOf(displacementMm: ArrayLike<number>): readonly number[] {
  const sums = [0, 0, 0, 0];
  for (let n = 0; n < displacementMm.length; n++) {
    const value = displacementMm[n];
    if (Number.isNaN(value)) continue;
    sums[n % 3] += value;
    sums[3] += value * value;
  }
  return sums;
}
