import { describe, expect, it } from 'vitest';
import { slabsOfRoi } from '../../src/geometry/contours-to-slabs';
import { stackVolumeCc } from '../../src/geometry/derived/stack-volume';
import { ringContact } from '../../src/geometry/ring-crossings';
import { circle, contourOn, slices } from '../analytic/bodies';
import { randomFrom, rectangle } from './solids';

const SQUARE = rectangle(-10, -10, 10, 10);
const turned = (points: readonly number[][], by: number) => [...points.slice(by), ...points.slice(0, by)];
const build = (contours: readonly ReturnType<typeof contourOn>[]) => {
  const { stack, findings } = slabsOfRoi({ name: 'A', contours, sliceSpacingMm: undefined });
  return { cc: stack ? stackVolumeCc(stack) : undefined, codes: findings.map(({ code }) => code) };
};
const FIVE = slices(0, 3, 5);
const five = (n: number, twin: readonly number[][]) => [
  ...FIVE.map((w) => contourOn(SQUARE, w)),
  ...FIVE.slice(0, n).map((w) => contourOn(twin, w)),
];

describe('a contour drawn twice counts once', () => {
  it.each([
    ['to the letter', SQUARE],
    ['from another starting point', turned(SQUARE, 2)],
    ['the other way round', SQUARE.toReversed()],
    ['the other way round, from elsewhere', turned(SQUARE.toReversed(), 1)],
    ['a rounding off', SQUARE.map(([u, v]) => [u + 1e-4, v - 1e-4])],
  ])('%s', (_, twin) => {
    for (const n of [1, 5]) expect(build(five(n, twin))).toEqual({ cc: expect.closeTo(6, 6), codes: ['duplicate-contours'] });
  });

  it('but two alike that only share a corner are two', () => {
    const pair = FIVE.flatMap((w) => [contourOn(rectangle(0, 0, 10, 10), w), contourOn(turned(rectangle(-10, -10, 0, 0), 2), w)]);
    expect(build(pair).cc).toBeCloseTo(3, 6);
  });
});

describe('contours that enclose nothing', () => {
  const line = [
    [0, 0],
    [5, 5],
    [10, 10],
    [2, 2],
  ];
  it('are counted as such, not taken for a slice', () => {
    const contours = FIVE.map((w, n) => contourOn(n === 2 ? line : SQUARE, w));
    expect(build(contours).codes).toEqual(['contour-without-area', 'slice-gap']);
    expect(build(FIVE.map((w) => contourOn(line, w)))).toEqual({
      cc: undefined,
      codes: ['contour-without-area', 'roi-without-volume'],
    });
  });
});

describe('slices that become thicker', () => {
  it('are not taken for gaps', () => {
    const planes = [...slices(0, 2, 12), ...slices(27, 5, 8)];
    // From -1 to 62 + 2.5 mm, unbroken.
    expect(build(planes.map((w) => contourOn(SQUARE, w)))).toEqual({
      cc: expect.closeTo(0.4 * 65.5, 6),
      codes: ['slice-spacing-varies'],
    });
  });

  it('but one missing slice is a gap, and so is a far piece', () => {
    const missing = [0, 3, 6, 12, 15].map((w) => contourOn(SQUARE, w));
    expect(build(missing)).toEqual({ cc: expect.closeTo(6, 6), codes: ['slice-gap'] });
    const far = [0, 3, 6, 40, 43].map((w) => contourOn(SQUARE, w));
    expect(build(far)).toEqual({ cc: expect.closeTo(6, 6), codes: ['slice-gap'] });
  });
});

describe('rings that meet', () => {
  const ring = (points: readonly (readonly number[])[]) => Float64Array.from(points.flat());
  const wave = Array.from({ length: 300 }, (_, n) => {
    const t = (2 * Math.PI * n) / 300;
    const r = 20 + 8 * Math.sin(9 * t);
    return [r * Math.cos(t), r * Math.sin(t)];
  });
  const twiceAround = Array.from({ length: 201 }, (_, n) => {
    const t = (4 * Math.PI * n) / 201;
    return [(20 + n / 20) * Math.cos(t), (20 + n / 20) * Math.sin(t)];
  });

  it.each([
    ['a circle', [circle(5, 7, 30)], 'clear'],
    ['a clockwise circle', [circle(5, 7, 30).toReversed()], 'clear'],
    ['a wavy ring', [wave], 'clear'],
    ['a spiral that goes around twice', [twiceAround], 'crossing'],
    [
      'a star of five crossing lines',
      [[0, 2, 4, 1, 3].map((n) => [Math.cos((2 * Math.PI * n) / 5), Math.sin((2 * Math.PI * n) / 5)])],
      'crossing',
    ],
    [
      'a figure of eight',
      [
        [
          [-10, -10],
          [10, 10],
          [10, -10],
          [-10, 10],
        ],
      ],
      'crossing',
    ],
    ['two apart', [circle(0, 0, 10), circle(30, 0, 10)], 'clear'],
    ['two that cross', [circle(0, 0, 10), circle(12, 0, 10)], 'crossing'],
    ['one in another', [circle(0, 0, 10), circle(1, 0, 5)], 'clear'],
    [
      'an L, whose middle is outside it',
      [
        [
          [0, 0],
          [30, 0],
          [30, 5],
          [5, 5],
          [5, 30],
          [0, 30],
        ],
      ],
      'clear',
    ],
  ] as const)('%s: %s', (_, rings, contact) => {
    expect(ringContact(rings.map((points) => ring(points)))).toBe(contact);
  });
});

describe('contours whose points are out of order', () => {
  const random = randomFrom(7);
  const shuffled = (points: readonly number[][]) =>
    points
      .map((point) => ({ point, at: random() }))
      .sort((a, b) => a.at - b.at)
      .map(({ point }) => point);

  it.each([
    ['on every slice', 5, 96],
    ['on one slice', 1, 96],
    ['of many points', 5, 3000],
  ])('have no volume that anybody knows, and that is said: %s', (_, n, points) => {
    const contours = FIVE.map((w, k) => contourOn(k < n ? shuffled(circle(0, 0, 8, points)) : circle(0, 0, 8, points), w));
    const { stack, findings } = slabsOfRoi({ name: 'A', contours, sliceSpacingMm: undefined });
    expect(stack).toBeUndefined();
    expect(findings).toMatchObject([{ code: 'roi-without-volume', severity: 'error', facts: { why: 'scrambled', slices: n } }]);
  });

  it('are not those that cross themselves here and there, or a hundred times in a ragged wall', () => {
    // There along a circle and back along a wave about it: two crossings a wave.
    const along = (k: number, mm: number) => [mm * Math.cos((k * Math.PI) / 360), mm * Math.sin((k * Math.PI) / 360)];
    const there = Array.from({ length: 720 }, (_, k) => along(k, 20));
    const back = Array.from({ length: 720 }, (_, k) => along(719 - k, 17 + 3.5 * Math.sin((45 * k * Math.PI) / 360)));
    const { codes } = build(FIVE.map((w) => contourOn([...there, ...back], w)));
    expect(codes).toContain('contours-cross');
    expect(codes).not.toContain('roi-without-volume');
  });
});
