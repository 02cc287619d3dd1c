import { describe, expect, it } from 'vitest';
import type { CtHeader } from '../../src/dicom/ct-image';
import { ctSeriesOf } from '../../src/study/ct-series';
import { ctStack } from '../../src/study/ct-stack';
import { dose } from './objects';

/** A slice of a 3 mm scan by its place in it. */
const slice = (z: number, changes: Partial<CtHeader> = {}): CtHeader => ({
  ...dose(),
  file: `CT${z}`,
  kind: 'ct',
  rows: 8,
  columns: 8,
  rowSpacingMm: 1,
  columnSpacingMm: 1,
  imagePositionMm: [0, 0, z],
  rescaleSlope: 1,
  rescaleIntercept: 0,
  ...changes,
});
const scan = (count: number, stepMm = 3, changes: Partial<CtHeader> = {}) =>
  Array.from({ length: count }, (_, k) => slice(k * stepMm, { instanceNumber: k + 1, ...changes }));
const CORONAL = [1, 0, 0, 0, 0, -1] as const;

const placesOf = (images: readonly CtHeader[]) => ctStack(images, 'CT').images.map(({ imagePositionMm: [, , z] }) => z);
const said = (images: readonly CtHeader[]) =>
  ctStack(images, 'CT').findings.map(({ code, facts }) => ('why' in facts ? `${code} ${facts.why}` : code));
const TEN = scan(10).map(({ imagePositionMm: [, , z] }) => z);

describe('ctStack', () => {
  it('sorts the slices of a plain scan and finds nothing odd', () => {
    expect(placesOf([...scan(10)].reverse())).toEqual(TEN);
    expect(ctStack(scan(10), 'CT')).toMatchObject({ spacingMm: 3, findings: [] });
  });

  it.each<[string, CtHeader[], string[]]>([
    [
      'localizers, whichever way they lie',
      [slice(4, { isLocalizer: true }), slice(0, { isLocalizer: true, imageOrientation: CORONAL })],
      ['ct-slices-kept-out localizer'],
    ],
    ['a lone other orientation', [slice(4, { imageOrientation: CORONAL })], ['ct-slices-kept-out orientation']],
    ['another size', scan(4, 3, { rows: 16, columns: 16 }), ['ct-slices-kept-out size']],
    ['another frame', scan(9, 3, { frameOfReferenceUid: '1.8' }), ['ct-slices-kept-out frame']],
    ['pixels of another size', scan(4, 3, { rowSpacingMm: 0.5, columnSpacingMm: 0.5 }), ['ct-slices-kept-out pixel-spacing']],
    ['a slice far away', [slice(400)], ['ct-slices-kept-out far-away']],
    [
      'each of several for its own reason',
      [slice(400), slice(4, { isLocalizer: true }), slice(5, { rows: 4 })],
      ['ct-slices-kept-out localizer', 'ct-slices-kept-out size', 'ct-slices-kept-out far-away'],
    ],
  ])('keeps out %s', (_, others, findings) => {
    for (const images of [
      [...scan(10), ...others],
      [...others, ...scan(10)],
    ]) {
      expect(placesOf(images)).toEqual(TEN);
      expect(said(images)).toEqual(findings);
    }
  });

  it('takes of doubled slices the one that was taken first, so that two passes are not mixed', () => {
    const second = scan(10).map((image, k) => ({ ...image, file: `A${k}`, instanceNumber: 11 + k }));
    const { images, findings } = ctStack([...second, ...scan(10)], 'CT');
    expect(images.map(({ instanceNumber }) => instanceNumber)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    expect(findings).toMatchObject([{ code: 'ct-slices-doubled', facts: { slices: 10, first: 'A0', kept: 'CT0' } }]);
  });

  it('takes a slice that differs by rounding alone for doubled', () => {
    const { images, findings } = ctStack([...scan(10), slice(9.01, { instanceNumber: 99 })], 'CT');
    expect([images.length, findings.map(({ code }) => code)]).toEqual([10, ['ct-slices-doubled']]);
  });

  it('keeps what lies together though a slice is missing or slices become thicker, and says so', () => {
    expect(said(scan(10).filter((_, k) => k !== 4))).toEqual(['ct-slices-uneven']);
    expect(placesOf([...scan(4), slice(14), slice(19)])).toEqual([0, 3, 6, 9, 14, 19]);
  });

  it('keeps the slices of a tilted gantry together, and says that they are put straight', () => {
    const tilt = (20 * Math.PI) / 180;
    const [c, s] = [Math.cos(tilt), Math.sin(tilt)];
    // The table moves along z, the planes are turned about x.
    const tilted = Array.from({ length: 10 }, (_, k) =>
      slice(3 * k, { imageOrientation: [1, 0, 0, 0, c, s], instanceNumber: k }),
    );
    const { images, spacingMm, findings } = ctStack(tilted, 'CT');
    expect(images).toHaveLength(10);
    expect(spacingMm).toBeCloseTo(3 * c, 2);
    expect(findings).toMatchObject([{ code: 'ct-slices-shifted', severity: 'info' }]);
    // The ninth step moves the corner by 27 mm along z, of which this much is within the planes.
    expect(findings[0].facts).toMatchObject({ mostMm: expect.closeTo(27 * s, 6) });
  });
});

describe('ctSeriesOf', () => {
  it('has one stack for each series, and none for one of localizers', () => {
    const scouts = scan(2, 3, { seriesInstanceUid: 'scout', isLocalizer: true });
    const { series, findings } = ctSeriesOf([...scan(10), ...scouts]);
    expect(series.map(({ images }) => images.length)).toEqual([10]);
    expect(findings).toMatchObject([{ code: 'ct-slices-kept-out', facts: { slices: 2, kept: 0, why: 'localizer' } }]);
  });
});
