import { expect, it } from 'vitest';
import { slabsOfRoi } from '../../src/geometry/contours-to-slabs';
import { wholePart } from '../../src/geometry/whole-part';
import { circle, contourOn, slices } from '../analytic/bodies';

const PLANES = slices(-30, 3, 21);
const solid = (radius: (w: number) => number) =>
  slabsOfRoi({ name: 'Cord', contours: PLANES.map((w) => contourOn(circle(0, 0, radius(w)), w)), sliceSpacingMm: 3 }).stack!;
const extent = (radius: (w: number) => number) => {
  const { slabs } = wholePart(solid(radius));
  return [slabs[0].bottomMm, slabs.at(-1)!.topMm];
};

it('leaves out specks at either end, of whatever sizes', () => {
  expect(extent((w) => (w > 6 ? 1.5 - w / 30 : w < -20 ? 0.2 : 6))).toEqual([-19.5, 7.5]);
});

it('keeps an organ that comes to a point by steps', () => {
  // From 18 mm on half as wide on each slice as on the one before: a quarter of its area.
  expect(extent((w) => (w >= 18 ? 6 / 2 ** ((w - 15) / 3) : 6))).toEqual([-31.5, 31.5]);
});

it('takes one slice that is far too large for no organ', () => {
  expect(extent((w) => (w === -30 ? 20 : 6))).toEqual([-31.5, 31.5]);
});
