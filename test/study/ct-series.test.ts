import { describe, expect, it } from 'vitest';
import type { CtHeader } from '../../src/dicom/ct-image';
import { readHead } from '../../src/dicom/read-head';
import { ctSeriesOf } from '../../src/study/ct-series';
import { type Fields, fileOf, own, read } from '../dicom/objects';
import { CT_VALUES, ct } from '../dicom/samples';

const slice = (n: number, differs: Fields = {}, options = {}): CtHeader => {
  const place = { ImagePositionPatient: [-100, -200, 2 * n], SOPInstanceUID: `1.2.3.7.${n}` };
  return read('ct', ct({ ...place, ...differs }), options);
};
const toldOf = (...slices: readonly CtHeader[]) =>
  ctSeriesOf(slices).findings.filter(({ code }) => code === 'ct-pixels-unusable');

describe('CT slices whose pixels cannot be read', () => {
  it.each<[string, Fields, object, object]>([
    ['that are missing', { PixelData: undefined }, {}, { kind: 'missing' }],
    ['that are empty', { PixelData: Int16Array.of() }, {}, { kind: 'missing' }],
    [
      'that are cut off',
      { PixelData: Int16Array.from(CT_VALUES.slice(1)) },
      {},
      { kind: 'length', foundBytes: 10, neededBytes: 12 },
    ],
    [
      'of two frames',
      { PixelData: Int16Array.from([...CT_VALUES, ...CT_VALUES]) },
      {},
      { kind: 'length', foundBytes: 24, neededBytes: 12 },
    ],
    [
      'compressed',
      { PixelData: own('PixelData', { vr: 'OB', fragments: [new Uint8Array(0), Uint8Array.of(0xff, 0xd8)] }) },
      { syntax: 'jpegLossless' },
      { kind: 'compressed', as: expect.stringContaining('JPEG') },
    ],
  ])('are told, for pixels %s', (_, differs, options, why) => {
    const told = toldOf(slice(0), slice(1, differs, options), slice(2));
    expect(told).toMatchObject([{ severity: 'warning', facts: { slices: 1, of: 3, why } }]);
  });

  it('are told once of a series, and keep their places in it', () => {
    const without = [0, 1, 2].map((n) => slice(n, { PixelData: undefined }));
    expect(toldOf(...without)).toMatchObject([{ facts: { slices: 3, of: 3 } }]);
    expect(ctSeriesOf(without).series).toMatchObject([{ images: [{}, {}, {}], spacingMm: 2 }]);
  });

  it('are not told where the pixels are whole, or padded', () => {
    expect(toldOf(slice(0), slice(1, { PixelData: Int16Array.from([...CT_VALUES, 0]) }))).toEqual([]);
  });

  it('are read whole, for the head of a file does not tell', () => {
    const of = (fields: Fields) => fileOf(ct(fields));
    const [whole, short] = [of({}), of({ PixelData: Int16Array.of(1) })];
    expect(readHead(whole, whole.bytes.length)).toMatchObject({ kind: 'ct' });
    expect(readHead(short, short.bytes.length)).toBeUndefined();
  });
});
