import { describe, expect, it } from 'vitest';
import type { DisplacementField } from '../../src/geometry/displacement-field';
import { nearestMatrix } from '../../src/geometry/nearest-matrix';
import { affineMap, composeMaps, type PointMap } from '../../src/geometry/point-map';
import type { SlabStack } from '../../src/geometry/slab-stack';
import { applyMatrix, compose, IDENTITY, type Matrix4 } from '../../src/geometry/transform';
import type { Vec3 } from '../../src/geometry/vec3';

const AXIAL = { u: [1, 0, 0], v: [0, 1, 0], w: [0, 0, 1] } as const;
const solid = (x: number, z0: number, z1: number): SlabStack => ({
  basis: AXIAL,
  slabs: [{ bottomMm: z0, topMm: z1, rings: [Float64Array.of(x - 9, -9, x + 9, -9, x + 9, 9, x - 9, 9)] }],
});

const NODES = [13, 13, 21] as const;
const SPACING = 10;
function fieldOf(displacement: (at: Vec3) => Vec3, fromZ = -100): DisplacementField {
  const displacementMm = new Float32Array(3 * NODES[0] * NODES[1] * NODES[2]);
  for (let k = 0, n = 0; k < NODES[2]; k++) {
    for (let j = 0; j < NODES[1]; j++) {
      for (let i = 0; i < NODES[0]; i++, n += 3) {
        displacementMm.set(displacement([-60 + i * SPACING, -60 + j * SPACING, fromZ + k * SPACING]), n);
      }
    }
  }
  return {
    originMm: [-60, -60, fromZ],
    alongRow: AXIAL.u,
    alongColumn: AXIAL.v,
    normal: AXIAL.w,
    spacingMm: [SPACING, SPACING, SPACING],
    size: NODES,
    displacementMm,
  };
}
const c = Math.cos(0.3);
const s = Math.sin(0.3);
const TURN: Matrix4 = [1, 0, 0, 4, 0, c, -s, -7, 0, s, c, 33, 0, 0, 0, 1];
/** The displacement that does what a matrix does. */
const asVectors = (matrix: Matrix4) => (at: Vec3) => applyMatrix(matrix, at).map((to, axis) => to - at[axis]) as unknown as Vec3;
const close = (matrix: Matrix4) => matrix.map((part) => expect.closeTo(part, 4));

describe('the affine map that is nearest to a map over solids', () => {
  it('is the map itself where it has no field', () => {
    expect(nearestMatrix(affineMap(TURN), [solid(0, -50, 50)])).toEqual(TURN);
    expect(nearestMatrix([], [solid(0, -50, 50)])).toEqual(IDENTITY);
  });

  it('is one and the same however a rigid map is written', () => {
    const vectors: PointMap = [{ matrix: IDENTITY, field: fieldOf(asVectors(TURN)) }];
    expect(nearestMatrix(vectors, [solid(0, -50, 50)])).toEqual(close(TURN));
    // Half of it as a matrix before the vectors.
    const shift: Matrix4 = [1, 0, 0, 2, 0, 1, 0, 3, 0, 0, 1, 5, 0, 0, 0, 1];
    expect(nearestMatrix(composeMaps(affineMap(shift), vectors), [solid(0, -40, 40)])).toEqual(close(compose(shift, TURN)));
  });

  it('is the mean of what bends evenly to both sides, over all solids together', () => {
    // A bend of 0.001 z² about z = 0 has no slope there, and 0.001 <z²> as its mean: over nine heights of 25 mm, 5/12 of 100².
    const bent: PointMap = [{ matrix: IDENTITY, field: fieldOf(([, , z]) => [z * z * 0.001, 0, 0]) }];
    const [m0, m1, m2, x] = nearestMatrix(bent, [solid(-20, -100, 100), solid(20, -100, 100)]);
    expect([m0, m1, m2, x]).toEqual([1, 0, 0, (0.001 * 5 * 100 ** 2) / 12].map((part) => expect.closeTo(part, 1)));
  });

  it('is fitted where the field reaches, and the affine part where it does not', () => {
    const field = fieldOf(() => [0, 0, 12]);
    const shifted = [1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 12, 0, 0, 0, 1];
    expect(nearestMatrix([{ matrix: IDENTITY, field }], [solid(0, 0, 200)])).toEqual(close(shifted));
    expect(nearestMatrix([{ matrix: TURN, field }], [solid(0, 300, 400)])).toEqual(TURN);
  });
});
