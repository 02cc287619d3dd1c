import { describe, expect, it } from 'vitest';
import { type DrawnContour, slabsOfRoi } from '../../src/geometry/contours-to-slabs';
import { stackVolumeCc } from '../../src/geometry/derived/stack-volume';
import type { Vec3 } from '../../src/geometry/vec3';
import { AXIAL, circle, contourOn, type PatientAxes, slices } from '../analytic/bodies';
import { randomFrom, rectangle } from './solids';

const build = (contours: readonly DrawnContour[], sliceSpacingMm?: number) => {
  const { stack, findings } = slabsOfRoi({ name: 'A', contours, sliceSpacingMm });
  return {
    stack,
    cc: stack ? stackVolumeCc(stack) : undefined,
    codes: findings.map(({ code, severity }) => `${code} ${severity}`),
    findings,
  };
};
const drawn = (planes: readonly number[], points: readonly number[][], frame: PatientAxes = AXIAL) =>
  planes.map((w) => contourOn(points, w, frame));

/** Ten slices, 3 mm apart: 30 mm long. */
const TEN = slices(-13.5, 3, 10);
const moved = (by: number) => TEN.map((w) => w + by);
const LEFT = circle(-25, 0, 10);
const RIGHT = circle(25, 0, 10);
/** π · 100 mm² · 30 mm. */
const ONE_CC = Math.PI * 3;

describe('an organ in two pieces', () => {
  it.each([0.05, 0.13, 0.3, 0.5, 0.9, 1.2, 1.5, 2.1, 2.4, 2.9])('of which one lies %d mm off keeps its volume', (by) => {
    const { cc, codes } = build([...drawn(TEN, LEFT), ...drawn(moved(by), RIGHT)], 3);
    // Exact but where a plane of the other piece is near enough to be the next slice: then a twentieth of a slice at an end.
    expect(Math.abs(cc! / (2 * ONE_CC) - 1)).toBeLessThan(0.005);
    expect(codes).toEqual([]);
  });

  it('on oblique planes, one of them on planes between', () => {
    const frame = { origin: [7, -5, 3] as Vec3, u: [1, 0, 0] as Vec3, v: [0, Math.SQRT1_2, Math.SQRT1_2] as Vec3 };
    const { cc, codes } = build([...drawn(TEN, LEFT, frame), ...drawn(moved(1.5), RIGHT, frame)], 3);
    expect(cc).toBeCloseTo(2 * ONE_CC, 8);
    expect(codes).toEqual([]);
  });

  it.each([
    ['6 mm', slices(-12, 6, 5)],
    ['6 mm, between', slices(-10.9, 6, 5)],
    ['0.75 mm', slices(-14.625, 0.75, 40)],
    ['5 mm', slices(-12.5, 5, 6)],
  ])('of which one is drawn every 3 mm and the other every %s', (_, planes) => {
    const { cc } = build([...drawn(TEN, LEFT), ...drawn(planes, RIGHT)], 3);
    expect(cc).toBeCloseTo(2 * ONE_CC, 6);
  });

  it('three, on three sets of planes', () => {
    const third = drawn(moved(2), circle(0, 40, 10));
    expect(build([...drawn(TEN, LEFT), ...drawn(moved(1), RIGHT), ...third], 3).cc).toBeCloseTo(3 * ONE_CC, 9);
  });

  it('whose every contour is a little off its slice', () => {
    const random = randomFrom(4);
    const off = (points: readonly number[][]) =>
      TEN.map((w, n) => contourOn(points, n === 0 || n === 9 ? w : w + 0.4 * random() - 0.2));
    // The ends are where they were, so the pieces are as long; the caps follow the commonest distance.
    const { cc, codes } = build([...off(LEFT), ...off(RIGHT)], 3);
    expect(Math.abs(cc! / (2 * ONE_CC) - 1)).toBeLessThan(0.02);
    expect(codes).toEqual([]);
  });

  it('that overlap a little side by side, on other planes: what either holds', () => {
    const near = (u: number) => rectangle(u, -10, u + 20, 10);
    // They share 1 mm of 20: the union is 39 mm wide where both are.
    const { cc } = build([...drawn(TEN, near(0)), ...drawn(moved(0.13), near(19))], 3);
    const both = 30 - 0.13;
    expect(cc).toBeCloseTo((20 * 39 * both + 2 * 20 * 20 * 0.13) / 1000, 6);
  });

  it('thin and so slanted that no slice lies over the next', () => {
    const run = (planes: readonly number[], from: number, step: number) =>
      planes.map((w, n) => contourOn(circle(from + n * step, 0, 2.5), w));
    const one = (Math.PI * 6.25 * 30) / 1000;
    expect(build(run(TEN, 20, 6), 3).cc).toBeCloseTo(one, 9);
    const both = [...run(TEN, 20, 6), ...run(moved(1.5), -20, -6)];
    expect(build(both, 3).cc).toBeCloseTo(2 * one, 9);
  });

  it('that part: a trunk with two legs, one of them off', () => {
    const trunk = drawn(TEN, rectangle(-20, -5, 20, 5));
    const leg = (planes: readonly number[], u: number) => drawn(planes, rectangle(u, -5, u + 10, 5));
    const { cc, codes } = build([...trunk, ...leg(slices(16.5, 3, 10), -20), ...leg(slices(17, 3, 10), 10)], 3);
    // Below the leg that begins 0.5 mm late 0.25 mm are open, and the leg is 0.25 mm longer there.
    expect(cc).toBeCloseTo((400 * 30 + 100 * 30 + 100 * 30.25) / 1000, 9);
    expect(codes).toEqual([]);
  });
});

describe('one piece drawn on two sets of planes', () => {
  it.each([0.13, 0.5, 0.9, 1.2])('%d mm apart keeps its volume', (by) => {
    const { cc, codes } = build([...drawn(TEN, LEFT), ...drawn(moved(by), LEFT)], 3);
    // From half of the larger step below the first to half of it above the last.
    const lengthMm = 27 + by + (3 - by);
    expect(cc).toBeCloseTo((Math.PI * 100 * lengthMm) / 1000, 9);
    expect(codes).toEqual([]);
  });

  it('a cone, too: its slices do not become holes of each other', () => {
    const radius = (w: number) => 20 - w / 2;
    const planes = [...TEN, ...moved(0.5)];
    const { cc } = build(
      planes.map((w) => contourOn(circle(0, 0, radius(w)), w)),
      3,
    );
    const [from, to] = [-13.5 - 1.25, 14 + 1.25];
    const truth = (Math.PI * ((20 - from / 2) ** 3 - (20 - to / 2) ** 3)) / 1.5 / 1000;
    expect(Math.abs(cc! / truth - 1)).toBeLessThan(0.002);
  });

  it('a wall whose holes are on planes a little off stays a wall', () => {
    for (const by of [0.13, 0.5]) {
      const { cc, codes } = build([...drawn(TEN, circle(0, 0, 20)), ...drawn(moved(by), circle(0, 0, 15))], 3);
      expect(cc).toBeCloseTo((Math.PI * (400 - 225) * 30) / 1000, 6);
      expect(codes).toEqual(['nested-contours info']);
    }
  });
});

describe('the slice distance of an ROI', () => {
  it('is its own, whatever the structure set’s', () => {
    for (const set of [0.13, 0.5, 0.75, 2.5, 5, 10, undefined]) {
      expect(build(drawn(TEN, LEFT), set)).toMatchObject({ cc: expect.closeTo(ONE_CC, 9), codes: [] });
    }
  });

  it('is the structure set’s for one contour or two', () => {
    expect(build(drawn([4], LEFT), 2).cc).toBeCloseTo((Math.PI * 100 * 2) / 1000, 9);
    expect(build(drawn([4, 6], LEFT), 2).cc).toBeCloseTo((Math.PI * 100 * 4) / 1000, 9);
    expect(build(drawn([4, 4.5], LEFT), 2).cc).toBeCloseTo((Math.PI * 100 * 2.5) / 1000, 9);
  });

  it('is not the distance of pieces of one slice each', () => {
    const nodes = [0, 60, 140].flatMap((w, n) => drawn([w], circle(30 * n, 0, 5)));
    expect(build(nodes, 3).cc).toBeCloseTo((3 * Math.PI * 25 * 3) / 1000, 9);
    const even = [0, 60, 120].flatMap((w, n) => drawn([w], circle(30 * n, 0, 5)));
    expect(build(even, 3).cc).toBeCloseTo((3 * Math.PI * 25 * 3) / 1000, 9);
  });

  it('where all distances differ is the middle one', () => {
    // 2, 4 and 3 mm: no gap, and 1.5 mm beyond either end.
    expect(build(drawn([0, 2, 6, 9], LEFT))).toMatchObject({ cc: expect.closeTo((Math.PI * 100 * 12) / 1000, 9), codes: [] });
  });
});

describe('slices that are missing', () => {
  const without = (...missing: readonly number[]) => TEN.filter((_, n) => !missing.includes(n));

  it('are one finding, a warning where little is lost', () => {
    const thirty = slices(0, 3, 30).filter((_, n) => n !== 7 && n !== 20);
    const { cc, findings } = build(drawn(thirty, LEFT), 3);
    expect(cc).toBeCloseTo((Math.PI * 100 * 84) / 1000, 9);
    expect(findings).toMatchObject([
      {
        code: 'slice-gap',
        severity: 'warning',
        facts: { gaps: 2, fromMm: 18, toMm: 24, fillCc: expect.closeTo(Math.PI * 0.6, 9), lostShare: expect.closeTo(2 / 30, 9) },
      },
    ]);
    expect(findings[0].answerable).toBeUndefined();
  });

  it('are an error that asks where more than a tenth is lost', () => {
    const { findings } = build(drawn(without(3, 6), LEFT), 3);
    expect(findings).toMatchObject([
      { code: 'slice-gap', severity: 'error', roi: 'A', answerable: true, facts: { gaps: 2, lostShare: expect.closeTo(0.2, 9) } },
    ]);
    expect(findings[0].message).toMatch(/2 gaps .* 20\.0 % of the filled volume/);
  });

  it('of one piece while another goes on are said too', () => {
    const { cc, findings } = build([...drawn(TEN, LEFT), ...drawn(without(3, 4, 5), RIGHT)], 3);
    expect(cc).toBeCloseTo(1.7 * ONE_CC, 9);
    expect(findings).toMatchObject([{ code: 'slice-gap', severity: 'error', facts: { gaps: 1, fromMm: -7.5, toMm: 4.5 } }]);
  });

  it('are none between two pieces that lie far apart and beside each other', () => {
    const { findings } = build([...drawn(TEN, LEFT), ...drawn(moved(90), RIGHT)], 3);
    expect(findings).toMatchObject([{ code: 'slice-gap', severity: 'warning', facts: { lostShare: 0 } }]);
  });
});
