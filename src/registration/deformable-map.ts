import type { DeformableItem, DeformationGrid } from '../dicom/spatial-registration';
import type { DisplacementField } from '../geometry/displacement-field';
import { affineMap, composeMaps, type PointMap } from '../geometry/point-map';
import { IDENTITY } from '../geometry/transform';
import { cross, type Vec3 } from '../geometry/vec3';

/**
 * The map of an item of a Deformable Spatial Registration, from points of the registered frame to points of the item's
 * source frame: `after · (before · x + displacement at x)` (PS3.3 C.20.3.1.1).
 */
export function deformableMap({ before, after, grid }: DeformableItem): PointMap {
  const matrix = before?.matrix ?? IDENTITY;
  const step = grid ? [{ matrix, field: fieldOf(grid) }] : affineMap(matrix);
  return after ? composeMaps(step, affineMap(after.matrix)) : step;
}

function fieldOf({ originMm, alongRow, alongColumn, spacingMm, size, displacementMm }: DeformationGrid): DisplacementField {
  const [u, v] = [vec(alongRow), vec(alongColumn)];
  return { originMm: vec(originMm), alongRow: u, alongColumn: v, normal: cross(u, v), spacingMm, size, displacementMm };
}

const vec = ([x, y, z]: readonly number[]): Vec3 => [x, y, z];
