import { describe, expect, it } from 'vitest';
import { type DrawnContour, slabsOfRoi } from '../../src/geometry/contours-to-slabs';
import { stackVolumeCc } from '../../src/geometry/derived/stack-volume';
import { commonestSpacingMm } from '../../src/geometry/slice-distance';
import type { Vec3 } from '../../src/geometry/vec3';
import { circle, contourOn, slices } from '../analytic/bodies';
import { holds, randomFrom, rectangle, star } from './solids';

const build = (contours: readonly DrawnContour[], sliceSpacingMm?: number) => {
  const { stack, findings } = slabsOfRoi({ name: 'Rectum', contours, sliceSpacingMm });
  for (const finding of findings) expect(finding).toMatchObject({ roi: 'Rectum', message: expect.stringContaining('Rectum') });
  return { stack, cc: stack ? stackVolumeCc(stack) : undefined, codes: findings.map(({ code }) => code), findings };
};
const drawn = (planes: readonly number[], ...outlines: readonly (readonly number[][])[]) =>
  planes.flatMap((w) => outlines.map((points) => contourOn(points, w)));
const square = (half: number, u = 0, v = 0) => rectangle(u - half, v - half, u + half, v + half);

describe('contours of one ROI', () => {
  it('reach half-way to their neighbours and half a slice beyond the ends', () => {
    const { stack, cc, codes } = build(drawn(slices(-10, 2.5, 9), square(10)));
    expect(codes).toEqual([]);
    expect(cc).toBeCloseTo(0.4 * 22.5, 9);
    expect([stack?.slabs[0].bottomMm, stack?.slabs[8].topMm]).toEqual([-11.25, 11.25]);
  });

  it('several on a slice are added up', () => {
    const { cc, codes } = build(drawn(slices(0, 3, 4), square(10), circle(50, 0, 8), square(5, 0, 40)));
    expect(cc).toBeCloseTo((400 + 64 * Math.PI + 100) * 0.012, 9);
    expect(codes).toEqual([]);
  });

  it('one within another is a hole, one within that an island', () => {
    const pipe = build(drawn(slices(0, 3, 4), circle(0, 0, 20), circle(2, 1, 12)));
    expect(pipe.cc).toBeCloseTo(Math.PI * (400 - 144) * 0.012, 9);
    expect(pipe.codes).toEqual(['nested-contours']);
    const target = build(drawn(slices(0, 3, 4), circle(0, 0, 6), circle(0, 0, 20), circle(2, 1, 12)));
    expect(target.cc).toBeCloseTo(Math.PI * (400 - 144 + 36) * 0.012, 9);
    expect([0, 10, 16, 21].map((u) => holds(target.stack!, u, 0, 4))).toEqual([true, false, true, false]);
  });

  it('the message on holes says what filling them would add', () => {
    expect(build(drawn(slices(0, 5, 1), square(20), square(10)), 5).findings[0].message).toContain('on 1 slices');
    // 20 × 20 mm on slices of 5 mm, four of them: 8 cc.
    expect(build(drawn(slices(0, 5, 4), square(20), square(10))).findings[0].message).toContain('about 8.00 cc larger');
  });

  it('a keyhole leaves its hole out', () => {
    const keyhole = [...square(20), [-20, -20], [-10, -10], [-10, 10], [10, 10], [10, -10], [-10, -10]];
    const { stack, cc, codes } = build(drawn(slices(0, 3, 4), keyhole));
    expect(cc).toBeCloseTo(1200 * 0.012, 9);
    expect(codes).toEqual([]);
    expect(holds(stack!, 0, 0, 4)).toBe(false);
    expect(holds(stack!, 15, 3, 4)).toBe(true);
  });

  it('are the same solid in any order, whichever way they run', () => {
    const random = randomFrom(2);
    const contours = slices(-30, 3, 20).flatMap((w) =>
      [star(random, [0, 0], [20, 40], 50), star(random, [0, 0], [3, 15], 20), star(random, [70, 0], [5, 20], 20)].map((points) =>
        contourOn(points, w),
      ),
    );
    const straight = build(contours);
    const shuffled = contours.map((contour) => ({ contour, key: random() })).sort((a, b) => a.key - b.key);
    const other = build(
      shuffled.map(({ contour }, n) => {
        const points = Array.from({ length: contour.pointsMm.length / 3 }, (_, p) => [
          ...contour.pointsMm.slice(3 * p, 3 * p + 3),
        ]);
        return { ...contour, pointsMm: Float64Array.from((n % 2 ? points.reverse() : points).flat()) };
      }),
    );
    expect(Math.abs(other.cc! - straight.cc!)).toBeLessThan(1e-10 * straight.cc!);
    expect(other.codes).toEqual(straight.codes);
    expect(other.stack?.slabs.map((slab) => slab.topMm)).toEqual(straight.stack?.slabs.map((slab) => slab.topMm));
  });

  it('that repeat to the letter are counted once', () => {
    const { cc, codes } = build([...drawn(slices(0, 3, 4), square(10)), contourOn(square(10), 3)]);
    expect(cc).toBeCloseTo(400 * 0.012, 9);
    expect(codes).toEqual(['duplicate-contours']);
  });

  it('that cross themselves count every loop', () => {
    const eight = [
      [-10, -5],
      [10, 5],
      [10, -5],
      [-10, 5],
    ];
    const { cc, codes } = build(drawn(slices(0, 3, 4), eight));
    expect(cc).toBeCloseTo(100 * 0.012, 6);
    expect(codes).toEqual(['contours-cross']);
    // Two that cross: even-odd, without what they share.
    const crossed = build(drawn(slices(0, 3, 4), square(10), square(10, 5, 5)));
    expect(crossed.cc).toBeCloseTo((800 - 2 * 225) * 0.012, 6);
    expect(crossed.codes).toContain('contours-cross');
  });
});

describe('slices', () => {
  it('missing in the middle are not bridged, and the finding says what that costs', () => {
    const { stack, cc, codes, findings } = build(drawn([0, 3, 6, 18, 21], square(10)));
    expect(codes).toEqual(['slice-gap']);
    expect(cc).toBeCloseTo(400 * 0.015, 9);
    expect([7.4, 7.6, 16.4, 16.6].map((w) => holds(stack!, 0, 0, w))).toEqual([true, false, false, true]);
    // 12 mm between the contours, of which 3 mm are taken: 9 mm × 400 mm².
    expect(findings[0].message).toMatch(/between 6\.0 mm and 18\.0 mm.*about 3\.60 cc more/);
  });

  it('of uneven spacing reach half-way to either neighbour', () => {
    const { stack, cc, codes } = build(drawn([0, 3, 6, 10, 13, 15], square(10)));
    expect(codes).toEqual([]);
    expect(cc).toBeCloseTo(400 * 0.018, 9);
    expect(stack?.slabs.map((slab) => slab.topMm)).toEqual([1.5, 4.5, 8, 11.5, 14, 16.5]);
  });

  it('whose z is rounded differently are one slice up to 0.1 mm', () => {
    const { stack, cc } = build([contourOn(square(10), 0), contourOn(square(5, 40), 0.06), ...drawn([3, 6], square(10))]);
    expect(stack?.slabs).toHaveLength(3);
    expect(cc).toBeCloseTo(400 * 0.009 + 100 * 0.003, 9);
  });

  it('only one: its thickness is the structure set’s, else there is no volume', () => {
    const alone = build(drawn([12], square(10)), 2.5);
    expect(alone.cc).toBeCloseTo(1, 9);
    expect(alone.codes).toEqual(['single-slice-roi']);
    expect(alone.findings[0].message).toContain('2.50 mm');
    const unknown = build(drawn([12], square(10)));
    expect(unknown.stack).toBeUndefined();
    expect(unknown.findings).toMatchObject([{ code: 'slice-thickness-unknown', severity: 'error' }]);
  });

  it('two far ones have the structure set’s thickness each', () => {
    const { cc, codes } = build(drawn([0, 60], square(10)), 3);
    expect(cc).toBeCloseTo(400 * 0.006, 9);
    expect(codes).toEqual(['slice-gap']);
  });

  it('have a commonest spacing, the smaller of two as common', () => {
    expect(commonestSpacingMm([0, 3, 6, 9, 14, 19])).toBeCloseTo(3, 12);
    expect(commonestSpacingMm([0, 3, 6, 11, 16])).toBeCloseTo(3, 12);
    expect(commonestSpacingMm([0, 2.98, 6, 9.01])).toBeCloseTo(9.01 / 3, 12);
    expect(commonestSpacingMm([7])).toBeUndefined();
  });
});

describe('contours without volume', () => {
  const typed = (geometricType: string, points: number[][]): DrawnContour => ({ ...contourOn(points, 0), geometricType });

  it('points and open lines are left out, and the finding names them', () => {
    const extra = [typed('POINT', [[0, 0]]), typed('OPEN_PLANAR', square(30)), typed('OPEN_NONPLANAR', square(30))];
    const { cc, findings } = build([...extra, ...drawn(slices(0, 3, 4), square(10))]);
    expect(cc).toBeCloseTo(400 * 0.012, 9);
    expect(findings).toMatchObject([{ code: 'contour-bounds-no-volume', severity: 'warning' }]);
    expect(findings[0].message).toMatch(/3 POINT, OPEN_PLANAR, OPEN_NONPLANAR/);
    expect(build(extra)).toMatchObject({ stack: undefined, codes: ['contour-bounds-no-volume', 'roi-without-volume'] });
  });

  it('CLOSED_PLANAR_XOR counts as closed', () => {
    const xor = [square(10), square(5)].flatMap((points) =>
      slices(0, 3, 4).map((w) => ({ ...contourOn(points, w), geometricType: 'CLOSED_PLANAR_XOR' })),
    );
    expect(build(xor)).toMatchObject({ codes: ['nested-contours'], cc: expect.closeTo(300 * 0.012, 9) });
  });

  it('none at all, or none of three different points', () => {
    expect(build([])).toMatchObject({ stack: undefined, codes: ['roi-without-volume'] });
    const few = [
      contourOn([[0, 0]], 0),
      contourOn(
        [
          [0, 0],
          [5, 5],
        ],
        3,
      ),
      contourOn(
        [
          [0, 0],
          [5, 5],
          [5, 5],
          [0, 0],
        ],
        6,
      ),
    ];
    expect(build(few, 3)).toMatchObject({ stack: undefined, codes: ['contour-without-area', 'roi-without-volume'] });
    const mixed = build([...few, ...drawn(slices(0, 3, 4), square(10))]);
    expect(mixed).toMatchObject({ codes: ['contour-without-area'], cc: expect.closeTo(400 * 0.012, 9) });
  });
});

describe('planes', () => {
  const axes = (degrees: number) => {
    const [c, s] = [Math.cos((degrees * Math.PI) / 180), Math.sin((degrees * Math.PI) / 180)];
    return { origin: [7, -5, 3] as Vec3, u: [1, 0, 0] as Vec3, v: [0, c, s] as Vec3 };
  };

  it.each([5, 30, 45, 60, 90, 120])('tilted by %d° give the same volume', (degrees) => {
    const contours = slices(0, 2.5, 10).flatMap((w) =>
      [square(20), circle(0, 0, 10)].map((points) => contourOn(points, w, axes(degrees))),
    );
    const { stack, cc, codes } = build(contours);
    expect(cc).toBeCloseTo((1600 - 100 * Math.PI) * 0.025, 8);
    expect(codes).toEqual(['nested-contours']);
    expect(stack?.slabs).toHaveLength(10);
  });

  it('that are not parallel are refused', () => {
    const { stack, findings } = build([...drawn(slices(0, 3, 4), square(10)), contourOn(square(10), 12, axes(20))]);
    expect(stack).toBeUndefined();
    expect(findings).toMatchObject([{ code: 'contours-not-parallel', severity: 'error' }]);
  });

  it('a contour that is not flat is refused', () => {
    const bent = contourOn(square(10), 0);
    bent.pointsMm[2] = 4;
    expect(build([bent, ...drawn([3, 6], square(10))])).toMatchObject({ stack: undefined, codes: ['contours-not-parallel'] });
  });
});
