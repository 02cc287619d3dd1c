import { describe, expect, it } from 'vitest';
import { boundsAt, cellBox, doseBounds } from '../../src/geometry/dose-bounds';
import { inOwnFrame, interpolateDose } from '../../src/geometry/interpolate';
import { gridOf } from '../analytic/bodies';
import { randomFrom } from './solids';

const random = randomFrom(5);
/** As rough as can be: every voxel by itself. */
const rough = gridOf({ origin: [-20, -30, 5], spacing: [2.5, 3, 4], size: [17, 21, 12] }, () => 60 * random());

describe('bounds of a dose that may be moved', () => {
  it.each([
    ['not at all', [0, 0, 0]],
    ['3 mm along each axis', [3, 3, 3]],
    ['far along one', [0, 0, 11]],
  ] as const)('hold what interpolation gives anywhere within reach: %s', (_, reach) => {
    const bounds = doseBounds(rough, reach);
    const count = 400;
    const points = Float32Array.from({ length: 3 * count }, (_, n) => [-20, -30, 5][n % 3] + [40, 60, 44][n % 3] * random());
    const [low, high] = [new Float32Array(count), new Float32Array(count)];
    boundsAt(bounds, points, count, low, high);
    const moved = new Float32Array(3 * count);
    const dose = new Float32Array(count);
    for (let turn = 0; turn < 60; turn++) {
      for (let n = 0; n < 3 * count; n++) moved[n] = points[n] + reach[n % 3] * (2 * random() - 1);
      interpolateDose(inOwnFrame(rough), moved, count, dose);
      for (let n = 0; n < count; n++) {
        if (Number.isNaN(dose[n])) continue;
        expect(dose[n]).toBeGreaterThanOrEqual(low[n] - 1e-4);
        expect(dose[n]).toBeLessThanOrEqual(high[n] + 1e-4);
      }
    }
  });

  it('are no wider than they must be: a step of dose is not seen from farther than its cells and the reach', () => {
    const step = gridOf({ origin: [0, 0, 0], spacing: [2, 2, 2], size: [40, 6, 6] }, (x) => (x < 40 ? 0 : 50));
    const bounds = doseBounds(step, [4, 0, 0]);
    const points = Float32Array.from([20, 5, 5, 60, 5, 5]);
    const [low, high] = [new Float32Array(2), new Float32Array(2)];
    boundsAt(bounds, points, 2, low, high);
    expect([...low, ...high]).toEqual([0, 50, 0, 50]);
  });

  it.each([
    ['in a corner of the grid, some of them outside', [-30, -40, 0], [18, 25, 14]],
    ['in its middle', [-8, -6, 20], [10, 9, 15]],
    ['on one spot between two frames', [3, 2, 26.9], [0, 0, 0]],
    ['all around it', [-60, -70, -40], [160, 180, 160]],
    ['all outside', [90, 0, 0], [5, 5, 5]],
  ] as const)('are to the last bit those of the whole grid where only cells around the points are made: %s', (_, least, size) => {
    // Uneven frames, and rows that run aslant.
    const [c, s] = [Math.cos(0.3), Math.sin(0.3)];
    const aslant = {
      ...rough,
      alongRow: [c, s, 0] as const,
      alongColumn: [-s, c, 0] as const,
      frameOffsetsMm: rough.frameOffsetsMm.map((mm, k) => mm + (k > 5 ? 3 : 0)),
    };
    const count = 300;
    const points = Float32Array.from({ length: 3 * count }, (_, n) => least[n % 3] + size[n % 3] * random());
    for (const grid of [rough, aslant]) {
      const at = (bounds: ReturnType<typeof doseBounds>) => {
        const [low, high] = [new Float32Array(count), new Float32Array(count)];
        boundsAt(bounds, points, count, low, high);
        return [...low, ...high];
      };
      const part = doseBounds(grid, [3, 2, 5], cellBox(grid, points, count));
      expect(at(part)).toEqual(at(doseBounds(grid, [3, 2, 5])));
      if (size[0] < 20) expect(part.lowGy.length).toBeLessThan(doseBounds(grid, [3, 2, 5]).lowGy.length);
    }
  });

  it('are unknown outside the grid', () => {
    const [low, high] = [new Float32Array(1), new Float32Array(1)];
    boundsAt(doseBounds(rough, [3, 3, 3]), Float32Array.of(-100, 0, 0), 1, low, high);
    expect(low[0]).toBeNaN();
    expect(high[0]).toBeNaN();
  });
});
