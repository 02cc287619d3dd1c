import { describe, expect, it } from 'vitest';
import { contract } from '../../../src/geometry/derived/contract';
import { expand } from '../../../src/geometry/derived/expand';
import { subtractStack } from '../../../src/geometry/derived/stack-booleans';
import { stackVolumeCc } from '../../../src/geometry/derived/stack-volume';
import type { SlabStack } from '../../../src/geometry/slab-stack';
import { InputError } from '../../../src/input-error';
import { circle } from '../../analytic/bodies';
import { holds, prism, randomFrom, rectangle, sliced } from '../solids';
import { type Discs, discsOf, stackOfDiscs, withMarginCc } from '../turned-bodies';

const relative = (found: number, exact: number) => Math.abs(found / exact - 1);
const cylinder = (r: number, h: number, slabs: number) => sliced(0, h, slabs, () => [circle(0, 0, r, 720)]);
const box = sliced(0, 30, 10, () => [rectangle(0, 0, 20, 12)]);

describe('contraction', () => {
  it.each([1, 8, 40])('of a cylinder in %d slabs: π (r − m)² (h − 2 m)', (slabs) => {
    for (const m of [0.5, 1, 3, 5, 10, 19]) {
      expect(
        relative(stackVolumeCc(contract(cylinder(20, 40, slabs), m)), (Math.PI * (20 - m) ** 2 * (40 - 2 * m)) / 1000),
      ).toBeLessThan(3e-4);
    }
  });

  it('of a box: every side less twice the margin, and of anything smaller than that: nothing', () => {
    for (const m of [0.5, 1, 3, 5.9])
      expect(stackVolumeCc(contract(box, m))).toBeCloseTo(((20 - 2 * m) * (12 - 2 * m) * (30 - 2 * m)) / 1000, 6);
    for (const m of [6.01, 12, 15, 100]) expect(contract(box, m).slabs).toEqual([]);
    expect(contract(cylinder(40, 10, 4), 5.01).slabs).toEqual([]);
    expect(contract(cylinder(5, 100, 30), 5.01).slabs).toEqual([]);
  });

  it('of a pipe: the wall gets thinner from both sides', () => {
    const pipe = sliced(0, 40, 8, () => [circle(0, 0, 20, 720), circle(0, 0, 8, 720)]);
    for (const m of [1, 3, 5.5]) {
      const exact = (Math.PI * ((20 - m) ** 2 - (8 + m) ** 2) * (40 - 2 * m)) / 1000;
      expect(relative(stackVolumeCc(contract(pipe, m)), exact)).toBeLessThan(2e-3);
    }
    expect(contract(pipe, 6.01).slabs).toEqual([]);
  });

  it('of two pieces with a gap between slices: each has its own ends', () => {
    const gapped: SlabStack = {
      ...box,
      slabs: [
        ...sliced(0, 12, 4, () => [rectangle(0, 0, 20, 20)]).slabs,
        ...sliced(13, 33, 5, () => [rectangle(0, 0, 20, 20)]).slabs,
      ],
    };
    const left = contract(gapped, 2);
    expect(stackVolumeCc(left)).toBeCloseTo(0.256 * (8 + 16), 5);
    expect([1.9, 2.1, 9.9, 10.1, 12.5, 14.9, 15.1].map((w) => holds(left, 10, 10, w))).toEqual([
      false,
      true,
      true,
      false,
      false,
      false,
      true,
    ]);
  });

  it('a margin of 0 changes nothing', () => {
    expect(contract(box, 0)).toBe(box);
    expect(contract({ ...box, slabs: [] }, 3).slabs).toEqual([]);
  });

  it.each([-5, Number.NaN, 300, Infinity])('a margin of %d mm is refused', (m) => {
    expect(() => contract(box, m)).toThrow(InputError);
    expect(() => contract(box, m)).toThrow(m < 0 ? /expand goes the other way/ : /at most 200 mm/);
  });
});

describe('contraction of stepped bodies against the exact remainder, to 0.3 % of what there was', () => {
  const random = randomFrom(5);
  const bodies: [string, Discs][] = [];
  for (const step of [1, 2, 5]) {
    bodies.push([`ball of 50 mm every ${step} mm`, discsOf(50, step, (w) => Math.sqrt(625 - (w - 25) ** 2))]);
    bodies.push([`ball of 20 mm every ${step} mm`, discsOf(20, step, (w) => Math.sqrt(100 - (w - 10) ** 2))]);
    bodies.push([`cone every ${step} mm`, discsOf(30, step, (w) => 20 * (1 - w / 30))]);
    bodies.push([`uneven body every ${step} mm`, discsOf(60, step, () => 3 + 20 * random())]);
  }
  it.each(bodies)('%s', (_, discs) => {
    const body = stackOfDiscs(discs);
    for (const m of [1, 2.5, 3, 5, 10]) {
      const exact = withMarginCc(discs, -m);
      expect(Math.abs(stackVolumeCc(contract(body, m)) - exact)).toBeLessThan(3e-3 * stackVolumeCc(body));
    }
  });

  it('what is missing of the smooth ball is what the documentation says', () => {
    const missing = [1, 3, 5].map((step) => {
      const slabs = sliced(-25, 25, Math.round(50 / step), (w) => [circle(0, 0, Math.sqrt(625 - w * w), 180)]);
      return 1 - stackVolumeCc(contract(slabs, 5)) / (((4 / 3) * Math.PI * 20 ** 3) / 1000);
    });
    [0.03, 0.08, 0.12].forEach((stated, n) => expect(Math.abs(missing[n] - stated)).toBeLessThan(0.006));
  });
});

describe('one margin after the other', () => {
  it('a box expanded and contracted is the box again', () => {
    for (const m of [1, 3, 5, 10]) {
      const back = contract(expand(box, m), m);
      expect(relative(stackVolumeCc(back), 7.2)).toBeLessThan(1e-5);
      expect(stackVolumeCc(subtractStack(box, back))).toBeLessThan(1e-4);
      expect(stackVolumeCc(subtractStack(back, box))).toBeLessThan(1e-4);
    }
  });

  it('a cylinder contracted and expanded loses its edges only: half the tube’s corner all round', () => {
    const [r, h, m] = [20, 40, 5];
    const opened = stackVolumeCc(expand(contract(cylinder(r, h, 8), m), m));
    const [core, length] = [r - m, h - 2 * m];
    const exact =
      Math.PI *
      (core ** 2 * length + 2 * core * length * m + 2 * core ** 2 * m + (Math.PI * core + length) * m ** 2 + (4 / 3) * m ** 3);
    expect(relative(opened, exact / 1000)).toBeLessThan(5e-4);
  });

  it('closing fills a narrow bore and a narrow gap, opening cuts a narrow bridge', () => {
    const bored = prism([rectangle(0, 0, 30, 30), rectangle(12, 12, 18, 18)], 0, 20);
    const filled = contract(expand(bored, 5), 5);
    // A ball of 5 mm radius still sinks 1 mm into either mouth of a bore 6 mm wide.
    expect(stackVolumeCc(filled)).toBeGreaterThan(18 - (2 * 36 * 1) / 1000);
    expect([0.5, 1.2, 10, 18.8].map((w) => holds(filled, 15, 15, w))).toEqual([false, true, true, true]);
    const pieces = prism([rectangle(0, 0, 20, 20), rectangle(23, 0, 43, 20)], 0, 20);
    const closed = contract(expand(pieces, 10), 10);
    expect(holds(closed, 21.5, 10, 10)).toBe(true);
    expect(holds(pieces, 21.5, 10, 10)).toBe(false);
    const bridged = prism(
      [
        [
          ...rectangle(0, 0, 20, 20).slice(0, 2),
          [20, 8],
          [40, 8],
          [40, 0],
          [60, 0],
          [60, 20],
          [40, 20],
          [40, 12],
          [20, 12],
          [20, 20],
          [0, 20],
        ],
      ],
      0,
      20,
    );
    const opened = expand(contract(bridged, 3), 3);
    expect([10, 30, 50].map((u) => holds(opened, u, 10, 10))).toEqual([true, false, true]);
  });
});
