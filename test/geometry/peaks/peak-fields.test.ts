import { expect, it } from 'vitest';
import type { DoseGrid } from '../../../src/geometry/dose-grid';
import { highestInBox, peakField } from '../../../src/geometry/peaks/peak-fields';

it('a grid is gone through once, however many boxes a deformation leaves without a place', () => {
  let asked = 0;
  const doseGy = new Proxy(Float32Array.of(1, 7, 3, 2), {
    get(target, key) {
      if (key === '0') asked++;
      return Reflect.get(target, key, target);
    },
  });
  const axes = { alongRow: [1, 0, 0], alongColumn: [0, 1, 0], normal: [0, 0, 1] } as const;
  const size = { columns: 2, rows: 2, frames: 1, columnSpacingMm: 1, rowSpacingMm: 1 };
  const grid = { ...axes, ...size, originMm: [0, 0, 0], frameOffsetsMm: Float64Array.of(0), doseGy } as unknown as DoseGrid;
  const displacementMm = new Float32Array(3).fill(Number.NaN);
  const field = { ...axes, originMm: [0, 0, 0], spacingMm: [1, 1, 1], size: [1, 1, 1], displacementMm } as const;
  const matrix = [1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1];
  const asField = peakField({ grid, toGridFrame: [{ matrix, field }] }, { u: [1, 0, 0], v: [0, 1, 0], w: [0, 0, 1] });
  const nowhere = new Float64Array(3).fill(Number.NaN);
  for (let n = 0; n < 100; n++) expect(highestInBox(asField, nowhere, 0, 1, 1, 1)).toBe(7);
  // Once to compare and once to keep.
  expect(asked).toBeLessThanOrEqual(2);
});
