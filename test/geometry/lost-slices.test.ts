import { describe, expect, it } from 'vitest';
import { type DrawnContour, slabsOfRoi } from '../../src/geometry/contours-to-slabs';
import { circle, contourOn, slices } from '../analytic/bodies';
import type { Points } from './solids';

const TEN = slices(-13.5, 3, 10);
const ORGAN = circle(5, 10, 8);
const SLICE_CC = (Math.PI * 64 * 3) / 1000;

/** What is drawn on the planes `lost` in place of the organ. */
const build = (lost: readonly number[], odd: Points, geometricType = 'CLOSED_PLANAR', beside = false) => {
  const contours = TEN.flatMap((w): DrawnContour[] => {
    const instead = { ...contourOn(odd as number[][], w), geometricType };
    if (!lost.includes(w)) return [contourOn(ORGAN, w)];
    return beside ? [contourOn(ORGAN, w), instead] : [instead];
  });
  return slabsOfRoi({ name: 'A', contours, sliceSpacingMm: 3 }).findings;
};
const TWO = [
  [5, 10],
  [6, 10],
];
const LINE = [
  [0, 0],
  [4, 3],
  [9, 4],
  [15, 2],
];
const THERE_AND_BACK = [...LINE, ...LINE.toReversed()];
const KINDS: readonly [string, string, Points, string][] = [
  ['of two points', 'contour-without-area', TWO, 'CLOSED_PLANAR'],
  ['of one point', 'contour-without-area', [[5, 10]], 'CLOSED_PLANAR'],
  ['there and back', 'contour-without-area', THERE_AND_BACK, 'CLOSED_PLANAR'],
  ['that are open', 'contour-bounds-no-volume', ORGAN, 'OPEN_PLANAR'],
];

describe('slices on which an organ has nothing but contours without area', () => {
  it.each(KINDS)('six at its end, %s: asked, with what is lost', (_, code, points, type) => {
    const found = build(TEN.slice(4), points, type).find((finding) => finding.code === code);
    expect(found).toMatchObject({
      severity: 'error',
      answerable: true,
      roi: 'A',
      facts: { contours: 6, slices: 6, lostCc: expect.closeTo(6 * SLICE_CC, 4), lostShare: expect.closeTo(0.6, 6) },
    });
    expect(found?.message).toMatch(/6 slices/);
  });

  it.each(KINDS)('one of ten at its end, %s: told', (_, code, points, type) => {
    const found = build(TEN.slice(9), points, type).find((finding) => finding.code === code);
    expect(found).toMatchObject({ severity: 'warning', facts: { slices: 1, lostShare: expect.closeTo(0.1, 6) } });
    expect(found?.answerable).toBeUndefined();
  });

  it('three in its middle: told, and asked as the gap that they are', () => {
    const findings = build(TEN.slice(3, 6), TWO);
    expect(findings).toMatchObject([
      { code: 'contour-without-area', severity: 'warning', facts: { slices: 3 } },
      { code: 'slice-gap', severity: 'error', answerable: true },
    ]);
  });

  it('at either end, three each', () => {
    const found = build([...TEN.slice(0, 3), ...TEN.slice(7)], TWO)[0];
    expect(found).toMatchObject({ severity: 'error', answerable: true, facts: { slices: 6 } });
  });
});

it('beside the organ’s own contours they lose nothing', () => {
  expect(build(TEN.slice(4), TWO, 'CLOSED_PLANAR', true)).toMatchObject([
    { code: 'contour-without-area', severity: 'info', facts: { contours: 6, slices: 0, lostCc: 0 } },
  ]);
  expect(build(TEN.slice(4), LINE, 'OPEN_PLANAR', true)).toMatchObject([
    { code: 'contour-bounds-no-volume', severity: 'warning', facts: { contours: 6, slices: 0 } },
  ]);
});
