import { expect, it } from 'vitest';
import { landmarksOn } from '../../../src/app/fusion/landmark-marks';
import { planeGeometry } from '../../../src/app/viewer/plane';
import { affineMap } from '../../../src/geometry/point-map';
import { volumeOf } from '../viewer/phantom';

const plane = planeGeometry(
  volumeOf({ size: [10, 10, 10], spacing: [2, 2], offsets: 3, origin: [0, 0, 0] }, () => 0),
  'coronal',
);
/** The prior frame has everything 5 mm further to the left and 2 mm further up. */
const map = affineMap([1, 0, 0, 5, 0, 1, 0, 0, 0, 0, 1, 2, 0, 0, 0, 1]);

it('landmarks lie where they are in the planned frame, the prior place carried there', () => {
  const [both, far, half] = landmarksOn(
    plane,
    8,
    [{ plannedMm: [4, 9, 10], priorMm: [10, 7, 13] }, { plannedMm: [4, 18.5, 10], priorMm: [9, 8, 12] }, { priorMm: [9, 8, 12] }],
    map,
  );
  expect(both).toEqual({ number: 1, planned: { across: 4, down: -10, offMm: 1 }, prior: { across: 5, down: -11, offMm: 1 } });
  expect(far).toEqual({ number: 2, planned: undefined, prior: { across: 4, down: -10, offMm: 0 } });
  expect(half.planned).toBeUndefined();
});

it('no prior place is shown without a map', () => {
  expect(landmarksOn(plane, 8, [{ plannedMm: [4, 8, 10], priorMm: [9, 8, 12] }], undefined)).toEqual([
    { number: 1, planned: { across: 4, down: -10, offMm: 0 }, prior: undefined },
  ]);
});
