import type { Vec3 } from './math';
import type { Grid } from './write-ct';

/** How far the dose that is read off the grid half-way between its voxels may be from the formula, inside any organ. */
const LARGEST_GY = 0.05;

/**
 * The largest difference between a formula and its trilinear interpolation at the middle of the grid's cells, where the
 * two differ most, inside the organs. @throws where it is above 0.05 Gy.
 */
export function interpolationError(grid: Grid, gyAt: (p: Vec3) => number, insideOrgan: (p: Vec3) => boolean): number {
  const { origin, spacing, size } = grid;
  const at = (i: number, j: number, k: number): Vec3 => [
    origin[0] + i * spacing[0],
    origin[1] + j * spacing[1],
    origin[2] + k * spacing[2],
  ];
  const values = new Float64Array(size[0] * size[1] * size[2]);
  for (let k = 0, n = 0; k < size[2]; k++) {
    for (let j = 0; j < size[1]; j++) for (let i = 0; i < size[0]; i++) values[n++] = gyAt(at(i, j, k));
  }
  const [dj, dk] = [size[0], size[0] * size[1]];
  let largest = 0;
  for (let k = 0; k < size[2] - 1; k++) {
    for (let j = 0; j < size[1] - 1; j++) {
      for (let i = 0; i < size[0] - 1; i++) {
        const n = i + dj * j + dk * k;
        const low = values[n] + values[n + 1] + values[n + dj] + values[n + dj + 1];
        const high = values[n + dk] + values[n + dk + 1] + values[n + dk + dj] + values[n + dk + dj + 1];
        const p = at(i + 0.5, j + 0.5, k + 0.5);
        const error = Math.abs((low + high) / 8 - gyAt(p));
        if (error > largest && insideOrgan(p)) largest = error;
      }
    }
  }
  if (largest > LARGEST_GY) throw new Error(`The dose grid is ${largest.toFixed(4)} Gy off its formula inside an organ`);
  return largest;
}

/** @throws where a point lies outside the grid (its outermost voxels reach half a spacing outwards). */
export function requireCovered(grid: Grid, name: string, points: Iterable<Vec3>): void {
  for (const point of points) {
    const inside = point.every((value, axis) => {
      const index = (value - grid.origin[axis]) / grid.spacing[axis];
      return index >= -0.5 && index <= grid.size[axis] - 0.5;
    });
    if (!inside) throw new Error(`The dose grid does not cover ${name} at ${point.join(', ')}`);
  }
}
