import { describe, expect, it } from 'vitest';
import { rotation, shiftedMap, turnedMap } from '../../../src/app/fusion/moved-map';
import { plannedPlace } from '../../../src/app/fusion/planned-place';
import type { DisplacementField } from '../../../src/geometry/displacement-field';
import { affineMap, mapPoint, type PointMap, SAME_POINTS } from '../../../src/geometry/point-map';
import { applyMatrix } from '../../../src/geometry/transform';
import { length, subtract, type Vec3 } from '../../../src/geometry/vec3';

const close = (a: Vec3 | undefined, b: Vec3, mm = 1e-9) => {
  if (!a) throw new Error('no place');
  expect(length(subtract(a, b))).toBeLessThan(mm);
};
/** x' = 5 - y, y' = x + 1, z' = z - 2. */
const quarter = affineMap([0, -1, 0, 5, 1, 0, 0, 1, 0, 0, 1, -2, 0, 0, 0, 1]);

/** Displacements of up to `mm` along z that swing once in 60 mm along x, from -58 to 58; none known beyond. */
const swing = (mm: number): PointMap => {
  const displacementMm = new Float32Array(3 * 30 * 2 * 2);
  for (let n = 0; n < 120; n++) displacementMm[3 * n + 2] = mm * Math.sin((2 * Math.PI * (4 * (n % 30) - 58)) / 60);
  const axes = { alongRow: [1, 0, 0], alongColumn: [0, 1, 0], normal: [0, 0, 1] } as const;
  const field: DisplacementField = {
    originMm: [-58, -50, -50],
    ...axes,
    spacingMm: [4, 100, 100],
    size: [30, 2, 2],
    displacementMm,
  };
  return [{ matrix: [1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 3, 0, 0, 0, 1], field }];
};

describe('moving the prior picture', () => {
  it('shows at a place what was shown before at the place less the shift', () => {
    close(mapPoint(shiftedMap(SAME_POINTS, [3, -4, 5]), [10, 20, 30]), [7, 24, 25]);
    // 10 - 3 = 7, 20 + 4 = 24, 30 - 5 = 25; then the quarter turn.
    close(mapPoint(shiftedMap(quarter, [3, -4, 5]), [10, 20, 30]), [-19, 8, 23]);
    const deformed = swing(6);
    close(mapPoint(shiftedMap(deformed, [3, -4, 5]), [10, 20, 30]), mapPoint(deformed, [7, 24, 25])!);
  });

  it('keeps an affine map one step, however often it is moved', () => {
    let map: PointMap = quarter;
    for (let n = 0; n < 1000; n++)
      map = turnedMap(shiftedMap(map, [0.1, 0, 0]), { axis: [0, 0, 1], degrees: 0.36, centreMm: [0, 0, 0] });
    expect(map.length).toBe(1);
    const [a, b, c] = map[0].matrix;
    expect(Math.abs(Math.hypot(a, b, c) - 1)).toBeLessThan(1e-12);
  });

  it('turns right-handed about the axis through the centre', () => {
    // A quarter turn about z takes left to back: (1, 0, 0) to (0, 1, 0).
    close(applyMatrix(rotation({ axis: [0, 0, 2], degrees: 90, centreMm: [10, 10, 0] }), [13, 10, 7]), [10, 13, 7]);
    close(applyMatrix(rotation({ axis: [1, 0, 0], degrees: 90, centreMm: [0, 0, 0] }), [4, 1, 0]), [4, 0, 1]);
    close(applyMatrix(rotation({ axis: [0, 1, 0], degrees: 90, centreMm: [0, 0, 0] }), [0, 4, 1]), [1, 4, 0]);
    close(applyMatrix(rotation({ axis: [1, 1, 1], degrees: 120, centreMm: [0, 0, 0] }), [1, 2, 3]), [3, 1, 2]);
    // What was shown to the left of the centre is shown behind it.
    const turned = turnedMap(quarter, { axis: [0, 0, 1], degrees: 90, centreMm: [10, 10, 0] });
    close(mapPoint(turned, [10, 13, 7]), mapPoint(quarter, [13, 10, 7])!);
  });
});

describe('the planned place of a prior point', () => {
  it('is the inverse of an affine map', () => {
    close(plannedPlace(quarter, [-15, 11, 28]), [10, 20, 30]);
    close(plannedPlace(SAME_POINTS, [1, 2, 3]), [1, 2, 3]);
  });

  it('is found through a deformation, within 0.01 mm', () => {
    const map = swing(8);
    for (const x of [-50, -31, 0, 14, 33.3]) {
      const planned: Vec3 = [x, 7, -4];
      close(plannedPlace(map, mapPoint(map, planned)!), planned, 0.011);
    }
  });

  it('is not known where the map is not, nor where the map cannot be turned round', () => {
    expect(plannedPlace(swing(8), [70, 0, 0])).toBeUndefined();
    expect(plannedPlace(affineMap([1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1]), [1, 2, 3])).toBeUndefined();
  });
});
