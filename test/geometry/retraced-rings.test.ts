import { describe, expect, it } from 'vitest';
import { slabsOfRoi } from '../../src/geometry/contours-to-slabs';
import { stackVolumeCc } from '../../src/geometry/derived/stack-volume';
import { circle, contourOn, slices } from '../analytic/bodies';
import { type Points, rectangle } from './solids';

const TEN = slices(-13.5, 3, 10);
const build = (...outlines: readonly Points[]) => {
  const contours = TEN.flatMap((w) => outlines.map((points) => contourOn(points as number[][], w)));
  const { stack, findings } = slabsOfRoi({ name: 'A', contours, sliceSpacingMm: 3 });
  return { cc: stack && stackVolumeCc(stack), findings };
};

const ORGAN = circle(5, 10, 8, 200);
const SQUARE = rectangle(-10, -10, 10, 10);
const closed = (points: Points) => [...points, points[0]];
/** The same circle by other vertices. */
const again = circle(5, 10, 8, 137);

describe('one contour that goes over its own outline again', () => {
  it.each<[string, Points]>([
    ['twice', [...ORGAN, ...ORGAN]],
    ['twice, closed each time', [...closed(ORGAN), ...closed(ORGAN)]],
    ['three times', [...ORGAN, ...ORGAN, ...ORGAN]],
    ['four times', [...ORGAN, ...ORGAN, ...ORGAN, ...ORGAN]],
    ['there and back', [...ORGAN, ...ORGAN.toReversed()]],
    ['there and back to the closed start', [...closed(ORGAN), ...closed(ORGAN).reverse()]],
    ['there, back and there', [...closed(ORGAN), ...closed(ORGAN).reverse(), ...closed(ORGAN)]],
    ['the second time by other vertices', [...closed(ORGAN), ...closed(again)]],
    ['the second time rounded to 0.1 mm', [...ORGAN, ...ORGAN.map((p) => p.map((x) => Math.round(x * 10) / 10))]],
    ['the second time 0.1 mm aside', [...ORGAN, ...ORGAN.map(([u, v]) => [u + 0.1, v])]],
  ])('%s: one outline, told', (_, points) => {
    const { cc, findings } = build(points);
    // The first pass counts; its polygon has the circle's area.
    expect(cc).toBeCloseTo((Math.PI * 64 * 30) / 1000, 6);
    expect(findings).toMatchObject([{ code: 'contour-retraced', severity: 'info', facts: { contours: 10 } }]);
  });

  it.each<[string, Points]>([
    ['twice', [...SQUARE, ...SQUARE]],
    ['there and back', [...SQUARE, ...SQUARE.toReversed()]],
  ])('of long edges, %s', (_, points) => {
    const { cc, findings } = build(points);
    expect(cc).toBeCloseTo((400 * 30) / 1000, 6);
    expect(findings.map(({ code }) => code)).toEqual(['contour-retraced']);
  });

  it('and is there a second time: one area', () => {
    const { cc, findings } = build([...ORGAN, ...ORGAN], ORGAN);
    expect(cc).toBeCloseTo((Math.PI * 64 * 30) / 1000, 6);
    expect(findings.map(({ code }) => code).sort()).toEqual(['contour-retraced', 'duplicate-contours']);
  });

  it.each<[string, Points, number]>([
    // Both start at one point; what they share is that point alone.
    [
      'a figure of eight through its start',
      [
        [0, 0],
        [10, 5],
        [10, -5],
        [0, 0],
        [-10, 5],
        [-10, -5],
      ],
      100,
    ],
    [
      'a keyhole that starts where the slit meets the outline',
      [...closed(rectangle(-20, -20, 20, 20)), [-10, -10], [-10, 10], [10, 10], [10, -10], [-10, -10]],
      1200,
    ],
  ])('but %s is none', (_, points, mm2) => {
    const { cc, findings } = build(points);
    expect(cc).toBeCloseTo((mm2 * 30) / 1000, 5);
    expect(findings.filter(({ code }) => code === 'contour-retraced')).toEqual([]);
  });

  it('a line drawn there and back encloses nothing and is no slice', () => {
    const line = [
      [0, 0],
      [4, 3],
      [9, 4],
      [15, 2],
    ];
    const { cc, findings } = build([...line, ...line.toReversed()]);
    expect(cc).toBeUndefined();
    expect(findings).toMatchObject([{ code: 'roi-without-volume', severity: 'error', facts: { why: 'cancelled' } }]);
  });
});
