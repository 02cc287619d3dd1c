import { expect, it } from 'vitest';
import { tellingSamples } from '../../../src/evaluation/robustness/telling-samples';

/** Samples of 1 mm³ on 100 × 100 × 40, rows first, of a dose that rises along one way by 0 to 60 Gy. */
function block(along: readonly [number, number, number]) {
  const [nx, ny, nz] = [100, 100, 40];
  const most = along[0] * nx + along[1] * ny + along[2] * nz;
  const doseGy = Float32Array.from({ length: nx * ny * nz }, (_, n) => {
    const [i, j, k] = [n % nx, Math.floor(n / nx) % ny, Math.floor(n / nx / ny)];
    return (60 * (along[0] * i + along[1] * j + along[2] * k)) / most;
  });
  return { doseGy, volumeCc: new Float32Array(doseGy.length).fill(0.001) };
}

it.each<[string, readonly [number, number, number]]>([
  ['the rows', [1, 0, 0]],
  ['the columns', [0, 1, 0]],
  ['the planes', [0, 0, 1]],
  ['none of them', [0.4, 0.2, 0.1]],
])('a choice of samples has the volume above every dose, of one that rises along %s', (_, along) => {
  const { doseGy, volumeCc } = block(along);
  const counts = { hottest: 2500, rest: 5000 };
  const bound = (by: number) => doseGy.map((gy) => gy + by);
  const { indices, volumeCc: chosenCc } = tellingSamples(bound(-2), bound(2), volumeCc, 0.1, counts);
  expect(indices.length).toBeLessThan(8000);
  for (let gy = 3; gy < 60; gy += 3) {
    const whole = doseGy.reduce((sum, each) => sum + (each >= gy ? 0.001 : 0), 0);
    const chosen = indices.reduce((sum, n, at) => sum + (doseGy[n] >= gy ? chosenCc[at] : 0), 0);
    // Two samples of 400 cc / 5000, and half a range of dose: 0.1 % of the volume together.
    expect(Math.abs(chosen - whole)).toBeLessThan(0.4);
  }
});
