import { describe, expect, it } from 'vitest';
import { slabsOfRoi } from '../../src/geometry/contours-to-slabs';
import { lonePointMm } from '../../src/geometry/lone-points';
import { circle } from '../analytic/bodies';

const pointsAt = (z: number, of: readonly number[][]) => Float64Array.from(of.flatMap(([x, y]) => [x, y, z]));
/** A circle of 5 mm about (0, 30) with 24 points, 1.3 mm apart; the point n is (0, 35) where n is 6. */
const CORD = circle(0, 30, 5, 24);
const withPoint = (of: readonly number[][], n: number, point: number[]) => of.map((each, at) => (at === n ? point : each));

describe('a point of an outline', () => {
  it.each<[string, number[][], number]>([
    ['none', CORD, 0],
    ['whose sign was lost', withPoint(CORD, 6, [0, -35]), 70],
    ['whose sign was lost, the first of all', withPoint(CORD, 0, [-75, 30]), 80],
    ['with a digit too many', withPoint(CORD, 12, [-50, 30]), 45],
    ['that reaches inwards', withPoint(circle(0, 0, 40, 240), 0, [5, 0]), 35],
    ['9 mm out', withPoint(CORD, 6, [0, 44]), 0],
    ['14 mm out', withPoint(CORD, 6, [0, 49]), 14],
  ])('%s', (_, of, mm) => {
    // The neighbours are 1.3 mm and less behind the outline at the point.
    const found = lonePointMm(pointsAt(3, of));
    if (mm === 0) expect(found).toBe(0);
    else expect(Math.abs(found - mm)).toBeLessThan(0.5);
    const closed = [...of, of[0]];
    expect(lonePointMm(pointsAt(3, closed))).toBe(found);
  });

  it.each<[string, number[][]]>([
    [
      'the corners of a box',
      [
        [0, 0],
        [50, 0],
        [50, 2],
        [50, 4],
        [50, 6],
        [0, 6],
        [0, 4],
        [0, 2],
      ],
    ],
    [
      'a keyhole between an outline and a hole in it',
      [...circle(0, 0, 30, 120), circle(0, 0, 30, 120)[0], ...circle(0, 0, 10, 60).toReversed(), circle(0, 0, 10, 60).at(-1)!],
    ],
    [
      'a sliver of five points',
      [
        [0, 0],
        [0, 1],
        [80, 0.5],
        [0, -1],
        [0, -0.5],
      ],
    ],
    [
      'a wedge of 20 degrees',
      [
        [0, 0],
        [1, 0.18],
        [2, 0.35],
        [30, 5.29],
        [30, -5.29],
        [2, -0.35],
        [1, -0.18],
      ],
    ],
  ])('none where it is drawn so: %s', (_, of) => {
    expect(lonePointMm(pointsAt(0, of))).toBe(0);
  });
});

describe('an ROI with such a point', () => {
  const drawn = (of: (n: number) => number[][]) =>
    slabsOfRoi({
      name: 'SpinalCord',
      sliceSpacingMm: 3,
      contours: [0, 1, 2, 3, 4, 5, 6].map((n) => ({ geometricType: 'CLOSED_PLANAR', pointsMm: pointsAt(3 * n, of(n)) })),
    });

  it('is asked about, with how many outlines and how far; its volume is as drawn', () => {
    const { stack, findings } = drawn((n) => (n === 2 ? withPoint(CORD, 6, [0, -35]) : CORD));
    expect(stack?.slabs.length).toBe(7);
    const [asked] = findings.filter(({ code }) => code === 'contour-lone-point');
    expect(asked).toMatchObject({ severity: 'error', answerable: true, roi: 'SpinalCord', facts: { contours: 1 } });
    expect(asked.message).toMatch(/^ROI SpinalCord: 1 contours have a point that lies alone, up to 70 mm/);
  });

  it('is not where every outline is as it should be', () => {
    expect(drawn(() => CORD).findings).toEqual([]);
  });
});
