import { describe, expect, it } from 'vitest';
import { slabsOfRoi } from '../../src/geometry/contours-to-slabs';
import { stackVolumeCc } from '../../src/geometry/derived/stack-volume';
import { distinctRings } from '../../src/geometry/duplicate-rings';
import { evenOddAreaMm2 } from '../../src/geometry/ring-nesting';
import { circle, contourOn, slices } from '../analytic/bodies';
import { type Points, randomFrom, rectangle, ringOf, star } from './solids';

const TEN = slices(-13.5, 3, 10);
const build = (outlines: readonly Points[], geometricType = 'CLOSED_PLANAR') => {
  const contours = TEN.flatMap((w) =>
    outlines.map((points) => ({
      ...contourOn(
        points.map((point) => [...point]),
        w,
      ),
      geometricType,
    })),
  );
  const { stack, findings } = slabsOfRoi({ name: 'A', contours, sliceSpacingMm: 3 });
  return { cc: stack && stackVolumeCc(stack), codes: findings.map(({ code }) => code), findings };
};
const moved = (points: Points, u: number, v = 0) => points.map(([x, y]) => [x + u, y + v]);
const rounded = (points: Points, mm: number) => points.map((point) => point.map((x) => Math.round(x / mm) * mm));
const withMiddles = (points: Points) =>
  points.flatMap(([u, v], n) => {
    const [nextU, nextV] = points[(n + 1) % points.length];
    return [
      [u, v],
      [(u + nextU) / 2, (v + nextV) / 2],
    ];
  });

const ORGAN = circle(5, 10, 8, 200);
const JAGGED = star(randomFrom(3), [0, 0], [18, 24], 80);
const areaMm2 = (...outlines: readonly Points[]) => evenOddAreaMm2(outlines.map(ringOf));
const turned = (points: Points) => [...points.slice(37), ...points.slice(0, 37)];

describe('the same area drawn twice in another form', () => {
  it.each<[string, (points: Points) => Points]>([
    ['with more vertices', withMiddles],
    ['with half the vertices', (points) => points.filter((_, n) => n % 2 === 0)],
    ['from another start', turned],
    ['the other way round, with more vertices', (points) => withMiddles(points).reverse()],
    ['0.01 mm aside', (points) => moved(points, 0.01)],
    ['0.2 mm aside', (points) => moved(points, 0.14, 0.14)],
    ['rounded to 0.1 mm', (points) => rounded(points, 0.1)],
    ['rounded to 0.5 mm', (points) => rounded(points, 0.5)],
    ['rounded to 1 mm', (points) => rounded(points, 1)],
    ['0.6 mm aside', (points) => moved(points, 0.6)],
    ['with its first point again at the end', (points) => [...points, points[0]]],
  ])('%s is counted once and said', (_, form) => {
    // The first ring is the one that counts; its area is exact.
    expect(build([ORGAN, form(ORGAN)])).toMatchObject({
      cc: expect.closeTo((Math.PI * 64 * 30) / 1000, 6),
      codes: ['duplicate-contours'],
    });
  });

  it('three times, and beside another piece, is counted once', () => {
    const three = [JAGGED, rectangle(60, 0, 70, 10), withMiddles(JAGGED), moved(JAGGED, 0.02).reverse()];
    const { cc, findings } = build(three);
    expect(cc).toBeCloseTo(((areaMm2(JAGGED) + 100) * 30) / 1000, 6);
    expect(findings).toMatchObject([{ code: 'duplicate-contours', facts: { contours: 20 } }]);
  });

  it('an outline and its hole twice are a wall once', () => {
    const [outer, inner] = [circle(0, 0, 12), circle(1, 0, 7)];
    const { cc, codes } = build([outer, inner, withMiddles(outer), rounded(inner, 0.1)]);
    expect(cc).toBeCloseTo((Math.PI * (144 - 49) * 30) / 1000, 6);
    expect(codes).toEqual(['duplicate-contours', 'nested-contours']);
  });

  it('a wall as two rings and again by a keyhole is a wall once', () => {
    const [outer, inner] = [circle(0, 0, 12), circle(1, 0, 7)];
    const keyhole = [...outer, outer[0], inner[0], ...inner.slice(1).reverse(), inner[0]];
    const { cc, codes } = build([outer, inner, keyhole]);
    expect(cc).toBeCloseTo((Math.PI * (144 - 49) * 30) / 1000, 5);
    expect(codes).toContain('duplicate-contours');
  });

  it('by hand, so that the outlines cross again and again: what either holds, and a warning', () => {
    const wave = (phase: number) =>
      Array.from({ length: 240 }, (_, n) => {
        const t = (2 * Math.PI * n) / 240;
        const r = 10 + Math.cos(6 * t + phase);
        return [r * Math.cos(t), r * Math.sin(t)];
      });
    const { cc, findings } = build([wave(0), wave(Math.PI)]);
    // Mean of (10 + |cos|)² / 2 over the circle: the outer of the two everywhere.
    const truthMm2 = Math.PI * (100 + (20 * 2) / Math.PI + 0.5);
    expect(Math.abs(cc! / ((truthMm2 * 30) / 1000) - 1)).toBeLessThan(0.001);
    expect(findings).toMatchObject([{ code: 'contours-drawn-again', severity: 'warning', facts: { pairs: 10 } }]);
  });
});

describe('what is no duplicate', () => {
  it.each([
    ['the skin, 1 mm', 150, 149],
    ['a skin of 0.5 mm', 150, 149.5],
    ['the wall of the oesophagus', 10, 7],
    ['the wall of a vessel, 1 mm', 4, 3],
    ['the wall of a bronchus, 0.3 mm', 2, 1.7],
  ])('%s', (_, outer, inner) => {
    const { cc, codes } = build([circle(0, 0, outer), circle(0, 0, inner)]);
    expect(cc).toBeCloseTo((Math.PI * (outer ** 2 - inner ** 2) * 30) / 1000, 6);
    expect(codes).toEqual(['nested-contours']);
  });

  it('a wall whose inner outline strays out at one place', () => {
    const { rings, drawnAgain, duplicates, contact } = distinctRings([circle(0, 0, 30), circle(4, 0, 26.5)].map(ringOf));
    expect({ rings: rings.length, drawnAgain, duplicates, contact }).toEqual({
      rings: 2,
      drawnAgain: 0,
      duplicates: 0,
      contact: 'crossing',
    });
  });

  it('contours that say by their type that they exclude each other', () => {
    const [a, b] = [rectangle(0, 0, 20, 20), rectangle(2, 0, 22, 20)];
    expect(build([a, b], 'CLOSEDPLANAR_XOR').cc).toBeCloseTo((2 * 40 * 30) / 1000, 4);
  });

  it('two organs of one shape side by side', () => {
    expect(build([ORGAN, moved(ORGAN, 17)]).cc).toBeCloseTo((2 * Math.PI * 64 * 30) / 1000, 6);
  });
});
