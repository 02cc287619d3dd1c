import { describe, expect, it } from 'vitest';
import { slabsOfRoi } from '../../src/geometry/contours-to-slabs';
import { stackVolumeCc } from '../../src/geometry/derived/stack-volume';
import { circle, contourOn, slices } from '../analytic/bodies';

/** 21 slices, 3 mm apart: 63 mm long. */
const PLANES = slices(-30, 3, 21);
/** `circle` gives polygons of the circle's own area. */
const areaMm2 = (r: number) => Math.PI * r * r;
/** What a cylinder of 6 mm, has in one slice, cc. */
const SLICE = (areaMm2(6) * 3) / 1000;
const speck = (w: number, r = 1, u = 0) => contourOn(circle(u, 4, r, 8), w);
const whole = (w: number) => contourOn(circle(0, 0, 6), w);

const build = (contours: Parameters<typeof slabsOfRoi>[0]['contours']) => {
  const { stack, gaps, findings } = slabsOfRoi({ name: 'Cord', contours, sliceSpacingMm: 3 });
  return { cc: stackVolumeCc(stack!), gaps, findings, codes: findings.map(({ code }) => code) };
};

describe('a speck in place of a slice', () => {
  it.each([0.2, 1])('of %d mm does not stand for it: the gap is told, and what would fill it', (r) => {
    const { cc, gaps, findings, codes } = build(PLANES.map((w) => (w >= 0 && w <= 6 ? speck(w, r) : whole(w))));
    expect(codes).toEqual(['slice-specks', 'slice-gap']);
    expect(findings[0].facts).toMatchObject({ slices: 3, largestMm2: expect.closeTo(areaMm2(r), 9) });
    expect(findings[1].facts).toMatchObject({ gaps: 1, fromMm: -3, toMm: 9, lostShare: expect.closeTo(3 / 21, 9) });
    // It stays as drawn: three slices of it.
    expect(cc).toBeCloseTo(18 * SLICE + (3 * 3 * areaMm2(r)) / 1000, 9);
    expect(gaps!.map((gap) => stackVolumeCc(gap))).toEqual([expect.closeTo(3 * SLICE, 9)]);
  });

  it('on one plane only is one slice that is missing', () => {
    const { findings } = build(PLANES.map((w) => (w === 0 ? speck(w) : whole(w))));
    expect(findings[1].facts).toMatchObject({ fromMm: -3, toMm: 3, lostShare: expect.closeTo(1 / 21, 9) });
  });

  it('on planes between the slices takes nothing from them', () => {
    const between = PLANES.slice(1).map((w) => speck(w - 1.5, 0.6));
    const { cc, codes } = build([...PLANES.map(whole), ...between]);
    expect(codes).toEqual(['slice-specks']);
    expect(cc).toBeCloseTo(21 * SLICE, 9);
  });

  it('is one beside another piece of the ROI that is whole there', () => {
    const other = PLANES.map((w) => contourOn(circle(40, 0, 6), w));
    const { cc, findings, codes } = build([...other, ...PLANES.map((w) => (w >= 0 && w <= 6 ? speck(w) : whole(w)))]);
    expect(codes).toEqual(['slice-specks', 'slice-gap']);
    expect(findings[1].facts).toMatchObject({ fromMm: -3, toMm: 9, lostShare: expect.closeTo(3 / 42, 9) });
    expect(cc).toBeCloseTo(39 * SLICE + (9 * areaMm2(1)) / 1000, 9);
  });

  it('is one in an organ that runs aslant, however long the run of them', () => {
    const aslant = (w: number) => (Math.abs(w) <= 24 ? speck(w, 0.8, w) : contourOn(circle(w, 0, 6), w));
    const { findings, codes } = build(PLANES.map(aslant));
    expect(codes).toContain('slice-specks');
    const gap = findings.find(({ code }) => code === 'slice-gap');
    expect(gap).toMatchObject({ severity: 'error', answerable: true, facts: { fromMm: -27, toMm: 27 } });
  });
});

describe('no speck is', () => {
  it('the end of an organ that comes to a point, nor a waist of a ninth', () => {
    const radius = (w: number) => (w === 30 ? 0.5 : w === 0 ? 2 : 6);
    const { codes, cc } = build(PLANES.map((w) => contourOn(circle(0, 0, radius(w)), w)));
    expect(codes).toEqual([]);
    expect(cc).toBeCloseTo(19 * SLICE + (3 * (areaMm2(2) + areaMm2(0.5))) / 1000, 9);
  });

  it('a small piece of its own beside a large one', () => {
    const node = PLANES.slice(8, 12).map((w) => contourOn(circle(40, 0, 1), w));
    expect(build([...PLANES.map(whole), ...node]).codes).toEqual([]);
  });
});
