import { describe, expect, it } from 'vitest';
import { eachVoxelFrom, mostWithin, surveyDose } from '../../src/geometry/dose-survey';
import { gridOf } from '../analytic/bodies';
import { randomFrom } from './solids';

const random = randomFrom(11);
/** As rough as can be, and of no whole number of cells along any axis. */
const rough = gridOf({ origin: [-20, -30, 5], spacing: [2.5, 3, 4], size: [17, 21, 13] }, () => 60 * random() - 1);
const { columns, rows, frames, doseGy } = rough;
const survey = surveyDose(rough);

describe('a survey of a dose grid', () => {
  it('has the highest dose', () => {
    expect(survey.highestGy).toBe(Math.max(...doseGy));
  });

  it('has no less than the highest voxel of any range, and no more than that of the cells about it', () => {
    const pick = (count: number) => {
      const [a, b] = [Math.floor(count * random()), Math.floor(count * random())];
      return [Math.min(a, b), Math.max(a, b)] as const;
    };
    const highest = (i: readonly number[], j: readonly number[], k: readonly number[]) => {
      let most = -Infinity;
      for (let f = k[0]; f <= k[1]; f++)
        for (let r = j[0]; r <= j[1]; r++)
          for (let c = i[0]; c <= i[1]; c++) most = Math.max(most, doseGy[c + columns * (r + rows * f)]);
      return most;
    };
    const widened = ([a, b]: readonly number[], count: number) => [a - (a % 4), Math.min(count - 1, b - (b % 4) + 3)];
    for (let turn = 0; turn < 300; turn++) {
      const [i, j, k] = [pick(columns), pick(rows), pick(frames)];
      const most = mostWithin(survey, i[0], i[1], j[0], j[1], k[0], k[1]);
      expect(most).toBeGreaterThanOrEqual(highest(i, j, k));
      expect(most).toBe(highest(widened(i, columns), widened(j, rows), widened(k, frames)));
    }
  });

  it.each([-5, 0, 20, 58.9, 61])('leads to every voxel with at least %s Gy, once, with its place', (leastGy) => {
    const seen = new Map<number, number>();
    eachVoxelFrom(survey, leastGy, (n, i, j, k) => {
      expect(i + columns * (j + rows * k)).toBe(n);
      seen.set(n, (seen.get(n) ?? 0) + 1);
    });
    const all = Array.from(doseGy.keys()).filter((n) => doseGy[n] >= leastGy);
    expect([...seen.keys()].sort((a, b) => a - b)).toEqual(all);
    expect([...seen.values()].every((times) => times === 1)).toBe(true);
  });

  it('of one voxel is that voxel', () => {
    const one = surveyDose(gridOf({ origin: [0, 0, 0], spacing: [2, 2, 2], size: [1, 1, 1] }, () => 7));
    expect([one.highestGy, ...one.cells, mostWithin(one, 0, 0, 0, 0, 0, 0)]).toEqual([7, 1, 1, 1, 7]);
  });
});
