import type { Vec3 } from '../../geometry/vec3';
import type { ItkTransform } from './engine';
import { type GridImage, type Index3, indexAt, pointAt } from './grid-image';

/** A grid without values. */
export type Lattice = Omit<GridImage, 'values'>;

/** Cubic B-spline: coefficients of the displacement in mm on a lattice of control points, all of x, then of y, then of z. */
export interface Spline {
  readonly control: Lattice;
  readonly coefficientsMm: Float64Array;
}

/** ITK's BSplineTransform: fixed parameters are size, origin, spacing and direction (row-major) of the control points. */
export function splineOf({ fixedParameters, parameters }: ItkTransform): Spline {
  const f = Array.from(fixedParameters);
  const axis = (n: number): Vec3 => [f[9 + n], f[12 + n], f[15 + n]];
  return {
    control: {
      size: [f[0], f[1], f[2]],
      originMm: [f[3], f[4], f[5]],
      spacingMm: [f[6], f[7], f[8]],
      axes: [axis(0), axis(1), axis(2)],
    },
    coefficientsMm: Float64Array.from(parameters),
  };
}

/** For each sample along one axis the first of the four control points that bear on it, and their weights. */
interface AxisWeights {
  readonly first: Int32Array;
  readonly weights: Float64Array;
}

function axisWeights(count: number, start: number, step: number, controls: number): AxisWeights {
  const first = new Int32Array(count);
  const weights = new Float64Array(4 * count);
  for (let n = 0; n < count; n++) {
    const at = start + n * step;
    // The last sample may lie on the very edge of what the control points carry, or past it by rounding.
    first[n] = Math.min(controls - 4, Math.max(0, Math.floor(at) - 1));
    const u = at - first[n] - 1;
    const w = 1 - u;
    weights[4 * n] = (w * w * w) / 6;
    weights[4 * n + 1] = 2 / 3 - u * u * (1 - u / 2);
    weights[4 * n + 2] = 2 / 3 - w * w * (1 - w / 2);
    weights[4 * n + 3] = (u * u * u) / 6;
  }
  return { first, weights };
}

/**
 * Displacements of a spline on a lattice whose axes are those of its control points: x, y, z of voxel (0, 0, 0), of
 * (1, 0, 0), and so on, in mm. `shift` moves the samples by that part of a voxel.
 */
export function sampleSpline({ control, coefficientsMm }: Spline, lattice: Lattice, shift: Index3 = [0, 0, 0]): Float32Array {
  const start = indexAt(control, pointAt(lattice, shift));
  const [ni, nj, nk] = lattice.size;
  const [ci, cj] = control.size;
  const axis = (n: number) =>
    axisWeights(lattice.size[n], start[n], lattice.spacingMm[n] / control.spacingMm[n], control.size[n]);
  const [along, across, up] = [axis(0), axis(1), axis(2)];
  const each = coefficientsMm.length / 3;
  const out = new Float32Array(3 * ni * nj * nk);
  for (let k = 0, at = 0; k < nk; k++) {
    for (let j = 0; j < nj; j++) {
      for (let i = 0; i < ni; i++, at += 3) {
        let [x, y, z] = [0, 0, 0];
        for (let c = 0; c < 4; c++) {
          for (let b = 0; b < 4; b++) {
            const weight = up.weights[4 * k + c] * across.weights[4 * j + b];
            const row = along.first[i] + ci * (across.first[j] + b + cj * (up.first[k] + c));
            for (let a = 0; a < 4; a++) {
              const w = weight * along.weights[4 * i + a];
              x += w * coefficientsMm[row + a];
              y += w * coefficientsMm[each + row + a];
              z += w * coefficientsMm[2 * each + row + a];
            }
          }
        }
        out[at] = x;
        out[at + 1] = y;
        out[at + 2] = z;
      }
    }
  }
  return out;
}
