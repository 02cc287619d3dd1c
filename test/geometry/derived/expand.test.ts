import { describe, expect, it } from 'vitest';
import { expand } from '../../../src/geometry/derived/expand';
import { stackVolumeCc } from '../../../src/geometry/derived/stack-volume';
import { InputError } from '../../../src/input-error';
import { circle } from '../../analytic/bodies';
import { holds, type Points, perimeterMm, prism, randomFrom, rectangle, sliced } from '../solids';
import { type Discs, discsOf, stackOfDiscs, withMarginCc } from '../turned-bodies';

/** Steiner's formula for a convex prism: volume, surface, mean curvature and the ball itself. */
function steinerPrismCc(areaMm2: number, outlineMm: number, h: number, m: number): number {
  const surface = outlineMm * h + 2 * areaMm2;
  const curvature = (Math.PI * outlineMm) / 2 + Math.PI * h;
  return (areaMm2 * h + surface * m + curvature * m ** 2 + (4 / 3) * Math.PI * m ** 3) / 1000;
}
const relative = (found: number, exact: number) => Math.abs(found / exact - 1);
const straight = (outline: Points, h: number, slabs: number) => sliced(0, h, slabs, () => [outline]);

describe('expansion of convex bodies by Steiner’s formula', () => {
  it.each([
    [20, 40],
    [5, 200],
    [40, 10],
  ])('cylinder of radius %d and height %d mm, whatever its slices', (r, h) => {
    const outline = circle(0, 0, r, 360);
    for (const m of [0.5, 1, 3, 5, 10, 20, 50]) {
      // V + S m + (π² r + π h) m² + 4/3 π m³: π P / 2 = π² r.
      const exact = steinerPrismCc(Math.PI * r * r, perimeterMm(outline), h, m);
      const found = [1, 5, 40].map((slabs) => stackVolumeCc(expand(straight(outline, h, slabs), m)));
      expect(relative(found[0], exact)).toBeLessThan(1e-4);
      for (const other of found) expect(relative(other, found[0])).toBeLessThan(1e-9);
    }
  });

  it('box of 20 × 12 × 30 mm', () => {
    for (const m of [1, 3, 5, 10, 25]) {
      const exact = steinerPrismCc(240, 64, 30, m);
      expect(relative(stackVolumeCc(expand(straight(rectangle(0, 0, 20, 12), 30, 10), m)), exact)).toBeLessThan(1e-4);
    }
  });

  it('a smooth ball and cone, extrapolated to infinitely thin slices', () => {
    const extrapolated = (h: number, m: number, radiusAt: (w: number) => number) => {
      const [coarse, fine] = [1, 0.5].map((step) => stackVolumeCc(expand(stackOfDiscs(discsOf(h, step, radiusAt)), m)));
      expect(coarse).toBeGreaterThan(fine);
      return 2 * fine - coarse;
    };
    const ball = extrapolated(20, 5, (w) => Math.sqrt(100 - (w - 10) ** 2));
    expect(relative(ball, ((4 / 3) * Math.PI * 15 ** 3) / 1000)).toBeLessThan(4e-3);
    const [r, h, m] = [20, 30, 5];
    const curvature = Math.PI * h + Math.PI * r * (Math.PI - Math.atan2(h, r));
    const cone =
      (Math.PI * r * r * h) / 3 + Math.PI * r * (r + Math.hypot(r, h)) * m + curvature * m * m + (4 / 3) * Math.PI * m ** 3;
    expect(
      relative(
        extrapolated(h, m, (w) => r * (1 - w / h)),
        cone / 1000,
      ),
    ).toBeLessThan(4e-3);
  });
});

describe('expansion of stepped bodies against the exact sum', () => {
  const random = randomFrom(5);
  const bodies: [string, Discs, number][] = [];
  for (const step of [1, 2, 3, 5]) {
    bodies.push([
      `ball of 50 mm every ${step} mm`,
      discsOf(step === 3 ? 51 : 50, step, (w) => Math.sqrt(Math.max(1, 25.5 ** 2 - (w - 25) ** 2))),
      3e-3,
    ]);
    bodies.push([`cone every ${step} mm`, discsOf(30, step, (w) => 20 * (1 - w / 30)), 3e-3]);
    bodies.push([`uneven body every ${step} mm`, discsOf(60, step, () => 3 + 20 * random()), 3e-3]);
    bodies.push([
      `ball of 5 mm in slices of ${5 / step} mm`,
      discsOf(5, 5 / step, (w) => Math.sqrt(6.25 - (w - 2.5) ** 2)),
      5e-3,
    ]);
  }
  it.each(bodies)('%s', (_, discs, tolerance) => {
    for (const m of [1, 3, 5, 20])
      expect(relative(stackVolumeCc(expand(stackOfDiscs(discs), m)), withMarginCc(discs, m))).toBeLessThan(tolerance);
  });

  it('the excess over the smooth ball is what the documentation says', () => {
    const excess = [1, 3, 5].map((step) => {
      const slabs = sliced(-25, 25, Math.round(50 / step), (w) => [circle(0, 0, Math.sqrt(625 - w * w), 180)]);
      return stackVolumeCc(expand(slabs, 5)) / (((4 / 3) * Math.PI * 30 ** 3) / 1000) - 1;
    });
    [0.02, 0.05, 0.08].forEach((stated, n) => expect(Math.abs(excess[n] - stated)).toBeLessThan(0.005));
  });
});

describe('pieces and gaps', () => {
  const [a, m, gap] = [20, 5, 6];
  const twoBoxes = sliced(0, 30, 6, () => [rectangle(0, 0, a, a), rectangle(a + gap, 0, 2 * a + gap, a)]);

  it('two boxes nearer than twice the margin merge: what they share is counted once', () => {
    const sharedMm2 = (radius: number) =>
      2 * radius <= gap
        ? 0
        : a * (2 * radius - gap) +
          2 * radius ** 2 * Math.acos(gap / (2 * radius)) -
          (gap / 2) * Math.sqrt(4 * radius ** 2 - gap ** 2);
    let sharedMm3 = sharedMm2(m) * 30;
    for (let n = 0; n < 20_000; n++)
      sharedMm3 += (2 * sharedMm2(Math.sqrt(m * m - (((n + 0.5) * m) / 20_000) ** 2)) * m) / 20_000;
    const found = expand(twoBoxes, m);
    expect(relative(stackVolumeCc(found), 2 * steinerPrismCc(a * a, 4 * a, 30, m) - sharedMm3 / 1000)).toBeLessThan(3e-4);
    expect(found.slabs.find((slab) => slab.topMm > 15)?.rings).toHaveLength(1);
    const apart = expand(twoBoxes, 2.9);
    expect(relative(stackVolumeCc(apart), 2 * steinerPrismCc(a * a, 4 * a, 30, 2.9))).toBeLessThan(1e-4);
  });

  it('a gap between slices closes as far as the balls reach', () => {
    const ends = (gapMm: number) => ({
      ...twoBoxes,
      slabs: [...prism([rectangle(0, 0, a, a)], 0, 10).slabs, ...prism([rectangle(0, 0, a, a)], 10 + gapMm, 20 + gapMm).slabs],
    });
    const areaMm2 = (radius: number) => a * a + 4 * a * radius + Math.PI * radius ** 2;
    // Half of the gap is reached from either side, to a distance of 3 mm.
    let betweenMm3 = 0;
    for (let n = 0; n < 20_000; n++) betweenMm3 += (2 * areaMm2(Math.sqrt(m * m - (((n + 0.5) * 3) / 20_000) ** 2)) * 3) / 20_000;
    const exact = steinerPrismCc(a * a, 4 * a, 20, m) + betweenMm3 / 1000;
    expect(relative(stackVolumeCc(expand(ends(6), m)), exact)).toBeLessThan(1e-3);
    const open = expand(ends(12), m);
    expect(relative(stackVolumeCc(open), 2 * steinerPrismCc(a * a, 4 * a, 10, m))).toBeLessThan(2e-4);
    expect([14.9, 16, 17.1].map((w) => holds(open, 10, 10, w))).toEqual([true, false, true]);
  });

  it('a bore narrows by the margin and closes', () => {
    const pipe = prism([circle(0, 0, 20, 720), circle(0, 0, 4, 720)], 0, 40);
    const middleCc = (margin: number) => expand(pipe, margin).slabs.find((slab) => slab.topMm > 20)!;
    expect(
      relative(stackVolumeCc({ ...pipe, slabs: [{ ...middleCc(3), bottomMm: 0, topMm: 1000 }] }), Math.PI * (23 ** 2 - 1)),
    ).toBeLessThan(3e-4);
    expect(middleCc(3).rings).toHaveLength(2);
    expect(middleCc(5).rings).toHaveLength(1);
  });
});

describe('margins as used', () => {
  it('5 mm around a cord of 10 mm over 200 mm, on slices of 1, 2.5 and 5 mm', () => {
    const exact = (Math.PI * (25 * 200 + (10 * 200 + 50) * 5 + (Math.PI * 5 + 200) * 25 + (4 / 3) * 125)) / 1000;
    for (const count of [200, 80, 40]) {
      const prv = expand(straight(circle(10, -30, 5, 90), 200, count), 5);
      expect(relative(stackVolumeCc(prv), exact)).toBeLessThan(5e-4);
      expect(prv.slabs[0].bottomMm).toBeCloseTo(-5, 9);
      expect(prv.slabs.at(-1)?.topMm).toBeCloseTo(205, 9);
    }
  });

  it('a margin of 0 changes nothing; nothing with a margin is nothing', () => {
    const body = straight(circle(0, 0, 5), 10, 3);
    expect(expand(body, 0)).toBe(body);
    expect(expand({ ...body, slabs: [] }, 5).slabs).toEqual([]);
  });

  it.each([-1, -1e-9, Number.NaN, 200.001, 300, Infinity])('a margin of %d mm is refused', (m) => {
    const body = straight(circle(0, 0, 5), 10, 3);
    expect(() => expand(body, m)).toThrow(InputError);
    expect(() => expand(body, m)).toThrow(m < 0 ? /contract goes the other way/ : /at most 200 mm/);
  });
});
