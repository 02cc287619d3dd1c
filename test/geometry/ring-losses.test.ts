import { describe, expect, it } from 'vitest';
import { slabsOfRoi } from '../../src/geometry/contours-to-slabs';
import { circle, contourOn, slices } from '../analytic/bodies';
import { type Points, rectangle } from './solids';

const TEN = slices(-13.5, 3, 10);
/** @param only the planes on which the outlines after the first are. */
const build = (outlines: readonly Points[], isSolid = true, only: readonly number[] = TEN) => {
  const contours = TEN.flatMap((w) =>
    outlines.flatMap((points, n) => (n > 0 && !only.includes(w) ? [] : [contourOn(points as number[][], w)])),
  );
  return slabsOfRoi({ name: 'A', contours, sliceSpacingMm: 3, isSolid }).findings;
};
const ofCode = (code: string, ...given: Parameters<typeof build>) => build(...given).find((finding) => finding.code === code);
const ASKS = { severity: 'error', roi: 'A', answerable: true };
const half = (u: number, v: number, r: number) =>
  Array.from({ length: 200 }, (_, n) => [u + r * Math.cos((Math.PI * n) / 199), v + r * Math.sin((Math.PI * n) / 199)]);
/** Goes round `turns` times while it grows by 1 mm. */
const spiral = (turns: number, from: number, to: number) =>
  Array.from({ length: 400 }, (_, n) => {
    const t = (2 * Math.PI * turns * n) / 400;
    const r = from + ((to - from) * n) / 399;
    return [r * Math.cos(t), r * Math.sin(t)];
  });

describe('contours that cross and so lose what they share', () => {
  it('two circles that overlap: asked, with what is lost', () => {
    const found = ofCode('contours-cross', [circle(-2, 0, 6), circle(2, 0, 6)]);
    // The lens of two circles of 6 mm, 4 mm apart, on ten slices of 3 mm.
    const lensMm2 = 2 * 36 * Math.acos(2 / 6) - 2 * Math.sqrt(144 - 16);
    const unionMm2 = 2 * Math.PI * 36 - lensMm2;
    expect(found).toMatchObject({
      ...ASKS,
      facts: { slices: 10, lostCc: expect.closeTo((lensMm2 * 30) / 1000, 2), lostShare: expect.closeTo(lensMm2 / unionMm2, 3) },
    });
    expect(found?.message).toContain('cc of what they enclose');
  });

  it.each<[string, readonly Points[]]>([
    ['a copy that is smaller and aside', [circle(0, 0, 8), circle(0.9, 0.9, 7)]],
    ['two squares whose edges lie on one line', [rectangle(0, 0, 20, 20), rectangle(8, 0, 28, 20)]],
    ['one that goes round twice, outwards', [spiral(2, 7, 8)]],
    ['one that goes round three times', [spiral(3, 6, 8)]],
  ])('%s: asked', (_, outlines) => {
    const asked = build(outlines).filter(({ answerable }) => answerable);
    expect(asked.map(({ severity, code }) => [severity, code])).toEqual([['error', expect.stringMatching(/cross|nested/)]]);
  });

  it('on two slices alone: asked, for it may be hot there', () => {
    expect(ofCode('contours-cross', [circle(-2, 0, 6), circle(2, 0, 6)], true, TEN.slice(4, 6))).toMatchObject(ASKS);
  });

  it('asked of what is no organ as well', () => {
    expect(ofCode('contours-cross', [circle(-2, 0, 6), circle(2, 0, 6)], false)).toMatchObject(ASKS);
  });

  it.each<[string, readonly Points[]]>([
    [
      'a figure of eight',
      [
        [
          [-10, -5],
          [10, 5],
          [10, -5],
          [-10, 5],
        ],
      ],
    ],
    ['two that overlap a little', [circle(-7.5, 0, 8), circle(7.5, 0, 8)]],
  ])('%s: told', (_, outlines) => {
    const found = ofCode('contours-cross', outlines);
    expect(found).toMatchObject({ severity: 'warning' });
    expect(found?.answerable).toBeUndefined();
  });

  it('the whole and one half again: asked as a hole, half of the whole', () => {
    expect(ofCode('nested-contours', [circle(0, 0, 9), half(0, 0, 8.99)])).toMatchObject({
      ...ASKS,
      facts: { lostShare: expect.closeTo(0.5, 2) },
    });
  });
});

describe('holes of an organ that is never hollow', () => {
  it.each<[string, readonly Points[], readonly number[] | undefined]>([
    ['drawn again 1 mm smaller', [circle(5, 10, 8), circle(5, 10, 7)], undefined],
    ['with the organ and its margin of 3 mm', [circle(5, 10, 8), circle(5, 10, 5)], undefined],
    ['with the organ and its margin of 5 mm', [circle(5, 10, 8), circle(5, 10, 3)], undefined],
    ['drawn again on one slice of ten', [circle(5, 10, 8), circle(5, 10, 7)], TEN.slice(3, 4)],
    ['a fifth of it, far from the outline', [rectangle(-50, -50, 50, 50), rectangle(-22, -22, 22, 22)], undefined],
    ['a third of four of ten slices', [rectangle(-50, -50, 50, 50), rectangle(-29, -29, 29, 29)], TEN.slice(0, 4)],
    ['as a keyhole', [[...rectangle(-8, -8, 8, 8), [-8, -8], [-6, -6], [-6, 6], [6, 6], [6, -6], [-6, -6]]], undefined],
  ])('%s: asked', (_, outlines, only) => {
    expect(ofCode('nested-contours', outlines, true, only)).toMatchObject(ASKS);
    expect(ofCode('nested-contours', outlines, false, only)?.severity ?? 'info').toBe('info');
  });

  it.each<[string, readonly Points[], readonly number[] | undefined]>([
    ['one twentieth', [rectangle(-50, -50, 50, 50), rectangle(-11, -11, 11, 11)], undefined],
    ['a fifth of three of ten slices', [rectangle(-50, -50, 50, 50), rectangle(-22, -22, 22, 22)], TEN.slice(0, 3)],
  ])('%s, far from the outline: told', (_, outlines, only) => {
    const found = ofCode('nested-contours', outlines, true, only);
    expect(found).toMatchObject({ severity: 'info' });
    expect(found?.answerable).toBeUndefined();
  });
});
