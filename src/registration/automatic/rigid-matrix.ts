import type { Matrix4 } from '../../geometry/transform';
import type { ItkTransform } from './engine';

/**
 * ITK's Euler3DTransform as a matrix: p goes to R (p - c) + c + t with the centre c in the fixed parameters. The angles
 * come first, in radians, about x, y and z; R = Rz Rx Ry, or Rz Ry Rx where the fourth fixed parameter (ComputeZYX) is
 * not 0 (Euler3DTransform::ComputeMatrix).
 */
export function matrixOfEuler({ fixedParameters, parameters }: ItkTransform): Matrix4 {
  const [ax, ay, az, tx, ty, tz] = Array.from(parameters);
  const [cx, cy, cz, zyx] = Array.from(fixedParameters);
  const [sx, sy, sz] = [Math.sin(ax), Math.sin(ay), Math.sin(az)];
  const [kx, ky, kz] = [Math.cos(ax), Math.cos(ay), Math.cos(az)];
  const r = zyx
    ? [
        kz * ky,
        kz * sy * sx - sz * kx,
        kz * sy * kx + sz * sx,
        sz * ky,
        sz * sy * sx + kz * kx,
        sz * sy * kx - kz * sx,
        -sy,
        ky * sx,
        ky * kx,
      ]
    : [
        kz * ky - sz * sx * sy,
        -sz * kx,
        kz * sy + sz * sx * ky,
        sz * ky + kz * sx * sy,
        kz * kx,
        sz * sy - kz * sx * ky,
        -kx * sy,
        sx,
        kx * ky,
      ];
  const offset = (n: number, t: number, c: number) => t + c - (r[3 * n] * cx + r[3 * n + 1] * cy + r[3 * n + 2] * cz);
  return [
    ...r.slice(0, 3),
    offset(0, tx, cx),
    ...r.slice(3, 6),
    offset(1, ty, cy),
    ...r.slice(6, 9),
    offset(2, tz, cz),
    0,
    0,
    0,
    1,
  ];
}
