import { expect, it } from 'vitest';
import { mapKey } from '../../../src/app/registration/map-key';
import { affineMap } from '../../../src/geometry/point-map';
import { IDENTITY } from '../../../src/geometry/transform';

const deformed = (...displacementMm: readonly number[]) =>
  [
    {
      matrix: IDENTITY,
      field: {
        originMm: [0, 0, 0],
        alongRow: [1, 0, 0],
        alongColumn: [0, 1, 0],
        normal: [0, 0, 1],
        spacingMm: [1, 1, 1],
        size: [2, 1, 1],
        displacementMm: Float32Array.from(displacementMm),
      },
    },
  ] as const;

it('mapKey tells a deformation from its matrix, and from another deformation on that matrix', () => {
  const keys = [
    affineMap(IDENTITY),
    deformed(0, 0, 0, 0, 0, 0),
    deformed(1, 0, 0, -1, 0, 0),
    deformed(2, 0, 0, -2, 0, 0),
    undefined,
  ];
  expect(new Set(keys.map(mapKey)).size).toBe(keys.length);
  expect(mapKey(deformed(1, 2, 3, Number.NaN, Number.NaN, Number.NaN))).toBe(mapKey(deformed(1, 2, 3, NaN, NaN, NaN)));
});
