import type { PeakPool } from './peak-pool';

/** What is sampled already, to begin from. */
export interface Sampled {
  readonly count: number;
  readonly positionsMm: Float32Array;
  readonly doseGy: readonly Float32Array[];
}

/** The samples that may be the highest: a few of them first, and then what is not below one of these in all phases. */
export function offerSamples({ count, positionsMm, doseGy }: Sampled, pool: PeakPool): void {
  const phases = doseGy.length;
  const offer = (n: number) => pool.offer(positionsMm[3 * n], positionsMm[3 * n + 1], positionsMm[3 * n + 2], doseGy, n);
  const { directions, bestGy } = pool;
  const leaders: number[] = [];
  for (let k = 0; k < bestGy.length; k += Math.max(1, (bestGy.length - 1) >> 2)) {
    let leader = -1;
    let most = -Infinity;
    for (let n = 0; n < count; n++) {
      let gy = 0;
      for (let p = 0; p < phases; p++) gy += directions[phases * k + p] * doseGy[p][n];
      if (gy > most) [leader, most] = [n, gy];
    }
    if (leader >= 0) leaders.push(leader);
  }
  for (const leader of leaders) offer(leader);
  for (let n = 0; n < count; n++) {
    let isBelow = false;
    for (let l = 0; l < leaders.length && !isBelow; l++) {
      isBelow = true;
      for (let p = 0; p < phases; p++) if (doseGy[p][n] > doseGy[p][leaders[l]]) isBelow = false;
    }
    if (!isBelow) offer(n);
  }
}
