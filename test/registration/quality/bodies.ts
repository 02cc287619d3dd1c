import type { DisplacementField } from '../../../src/geometry/displacement-field';
import type { PointMap } from '../../../src/geometry/point-map';
import type { SlabStack } from '../../../src/geometry/slab-stack';
import { IDENTITY } from '../../../src/geometry/transform';
import type { Vec3 } from '../../../src/geometry/vec3';
import { circle } from '../../analytic/bodies';
import { AXIAL_BASIS, prism, rectangle, sliced } from '../../geometry/solids';

/** A ball as a pile of discs, whose outlines are those of the ball at the middle of each. */
export const ball = ([x, y, z]: Vec3, radiusMm: number, slabMm = 0.5): SlabStack =>
  sliced(z - radiusMm, z + radiusMm, Math.round((2 * radiusMm) / slabMm), (w) => [
    circle(x, y, Math.sqrt(radiusMm ** 2 - (w - z) ** 2), 120),
  ]);

/** A box from its low to its high corner. */
export const box = ([x0, y0, z0]: Vec3, [x1, y1, z1]: Vec3): SlabStack => prism([rectangle(x0, y0, x1, y1)], z0, z1);

/** A solid as a turned patient frame sees it: the same outlines on turned axes. */
export const onAxes = ({ slabs }: SlabStack, basis: SlabStack['basis']): SlabStack => ({ basis, slabs });
export { AXIAL_BASIS };

/** A field on an axial grid from `low`, whose vectors are `displacement` at the nodes. */
export function field(
  low: Vec3,
  spacingMm: Vec3,
  size: readonly [number, number, number],
  displacement: (at: Vec3) => Vec3,
): DisplacementField {
  const displacementMm = new Float32Array(3 * size[0] * size[1] * size[2]);
  let n = 0;
  for (let k = 0; k < size[2]; k++) {
    for (let j = 0; j < size[1]; j++) {
      for (let i = 0; i < size[0]; i++, n += 3) {
        displacementMm.set(displacement([low[0] + i * spacingMm[0], low[1] + j * spacingMm[1], low[2] + k * spacingMm[2]]), n);
      }
    }
  }
  return { originMm: low, alongRow: [1, 0, 0], alongColumn: [0, 1, 0], normal: [0, 0, 1], spacingMm, size, displacementMm };
}

export const fieldMap = (of: DisplacementField): PointMap => [{ matrix: IDENTITY, field: of }];

/** x to centre + factor · (x - centre), by a field alone, within 60 mm of the centre. */
export const scalingMap = (centre: Vec3, factor: number): PointMap =>
  fieldMap(
    field([centre[0] - 60, centre[1] - 60, centre[2] - 60], [5, 6, 4], [25, 21, 31], (at) => [
      (factor - 1) * (at[0] - centre[0]),
      (factor - 1) * (at[1] - centre[1]),
      (factor - 1) * (at[2] - centre[2]),
    ]),
  );

export const ballCc = (radiusMm: number): number => (4 / 3) * Math.PI * (radiusMm / 10) ** 3;
