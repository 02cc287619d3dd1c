export type Vec3 = readonly [number, number, number];

/** A rigid motion: `rows` is the rotation, row by row; a point p goes to rows · p + shift. */
export interface Rigid {
  readonly rows: readonly [Vec3, Vec3, Vec3];
  readonly shift: Vec3;
}

export const STAYS: Rigid = {
  rows: [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  shift: [0, 0, 0],
};

/** Rotation by `degrees` about `axis` through the origin (Rodrigues), then a shift. */
export function rotationThenShift(degrees: number, axis: Vec3, shift: Vec3): Rigid {
  const norm = Math.hypot(...axis);
  const [x, y, z] = axis.map((value) => value / norm);
  const c = Math.cos((degrees * Math.PI) / 180);
  const s = Math.sin((degrees * Math.PI) / 180);
  const k = 1 - c;
  return {
    rows: [
      [c + x * x * k, x * y * k - z * s, x * z * k + y * s],
      [y * x * k + z * s, c + y * y * k, y * z * k - x * s],
      [z * x * k - y * s, z * y * k + x * s, c + z * z * k],
    ],
    shift,
  };
}

export function apply({ rows, shift }: Rigid, [x, y, z]: Vec3): Vec3 {
  return [
    rows[0][0] * x + rows[0][1] * y + rows[0][2] * z + shift[0],
    rows[1][0] * x + rows[1][1] * y + rows[1][2] * z + shift[1],
    rows[2][0] * x + rows[2][1] * y + rows[2][2] * z + shift[2],
  ];
}

export function inverse({ rows, shift }: Rigid): Rigid {
  const turned: Rigid['rows'] = [
    [rows[0][0], rows[1][0], rows[2][0]],
    [rows[0][1], rows[1][1], rows[2][1]],
    [rows[0][2], rows[1][2], rows[2][2]],
  ];
  const [x, y, z] = apply({ rows: turned, shift: [0, 0, 0] }, shift);
  return { rows: turned, shift: [-x, -y, -z] };
}

/** The 16 numbers of a DICOM transformation matrix, row by row. */
export const matrix16 = ({ rows, shift }: Rigid): number[] => [...rows.flatMap((row, n) => [...row, shift[n]]), 0, 0, 0, 1];

/** Logistic function: 0 far below 0, 1 far above. */
export const sigmoid = (x: number) => 1 / (1 + Math.exp(-x));

/** 0 below `-half`, 1 above `half`, smooth between. */
export function softStep(x: number, half: number): number {
  if (x <= -half) return 0;
  if (x >= half) return 1;
  const t = (x + half) / (2 * half);
  return t * t * (3 - 2 * t);
}

/** A number from 0 to 1 that depends on three whole numbers and a seed and on nothing else. */
export function hashNoise(i: number, j: number, k: number, seed: number): number {
  let h = Math.imul(i, 0x9e3779b1) ^ Math.imul(j, 0x85ebca77) ^ Math.imul(k, 0xc2b2ae3d) ^ Math.imul(seed, 0x27d4eb2f);
  h = Math.imul(h ^ (h >>> 15), 0x2c1b3c6d);
  h = Math.imul(h ^ (h >>> 12), 0x297a2d39);
  return ((h ^ (h >>> 15)) >>> 0) / 4294967295;
}

/** Points and weights of Gauss's rule of `n` points on 0 to 1. */
export function gaussRule(n: number): { at: number[]; weight: number[] } {
  const at: number[] = [];
  const weight: number[] = [];
  for (let i = 0; i < n; i++) {
    let x = Math.cos((Math.PI * (i + 0.75)) / (n + 0.5));
    let slope = 0;
    for (let step = 0; step < 100; step++) {
      let [p, before] = [x, 1];
      for (let m = 2; m <= n; m++) [p, before] = [((2 * m - 1) * x * p - (m - 1) * before) / m, p];
      if (n === 1) before = 1;
      slope = (n * (x * p - before)) / (x * x - 1);
      const move = p / slope;
      x -= move;
      if (Math.abs(move) < 1e-15) break;
    }
    at.push((1 - x) / 2);
    weight.push(1 / ((1 - x * x) * slope * slope));
  }
  return { at, weight };
}
