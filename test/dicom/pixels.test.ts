import { describe, expect, test } from 'vitest';
import type { SyntaxName } from './dicom-writer';
import { type Fields, inputErrorOf, own, read, refusal } from './objects';
import { CT_VALUES, ct, DOSE_VALUES, rtDose } from './samples';

/** One byte segment of RLE Lossless (PS3.5 G.3.1): runs of three or more as runs, all else as it is. */
function packed(bytes: readonly number[]): number[] {
  const out: number[] = [];
  let n = 0;
  const runAt = (at: number) => {
    let end = at;
    while (end < bytes.length && bytes[end] === bytes[at] && end - at < 128) end++;
    return end - at;
  };
  while (n < bytes.length) {
    const run = runAt(n);
    if (run >= 3) {
      out.push(257 - run, bytes[n]);
      n += run;
      continue;
    }
    let end = n;
    while (end < bytes.length && runAt(end) < 3 && end - n < 128) end++;
    out.push(end - n - 1, ...bytes.slice(n, end));
    n = end;
  }
  // A no-op (128) makes the length even.
  return out.length % 2 === 0 ? out : [...out, 128];
}

/** A frame of RLE Lossless, the most significant bytes first (PS3.5 G.2). */
function rleFrame(values: readonly number[], width: 2 | 4): Uint8Array {
  const segments = Array.from({ length: width }, (_, segment) =>
    packed(values.map((value) => Math.floor(value / 256 ** (width - 1 - segment)) % 256)),
  );
  const header = new Uint32Array(16);
  header[0] = width;
  let at = 64;
  segments.forEach((segment, n) => {
    header[n + 1] = at;
    at += segment.length;
  });
  return Uint8Array.from([...new Uint8Array(header.buffer), ...segments.flat()]);
}

const encapsulated = (...frames: Uint8Array[]) => own('PixelData', { vr: 'OB', fragments: [new Uint8Array(0), ...frames] });
const planes = <T>(values: readonly T[], size: number) =>
  Array.from({ length: values.length / size }, (_, k) => values.slice(size * k, size * k + size));

describe('RLE Lossless', () => {
  const rle = { syntax: 'rle' } as const;
  const frames = planes(DOSE_VALUES, 6).map((plane) => rleFrame(plane, 2));

  test('16 bits, one fragment for each frame', () => {
    expect(Array.from(read('dose', rtDose({ PixelData: encapsulated(...frames) }), rle).pixels)).toEqual(DOSE_VALUES);
  });

  test('32 bits, with long runs', () => {
    const values = Array.from({ length: 400 }, (_, n) => (n < 300 ? 0x01020304 : 0x80000000 + 77 * n));
    const shape = { Rows: 20, Columns: 20, NumberOfFrames: 1, GridFrameOffsetVector: undefined, BitsAllocated: 32 };
    const { pixels } = read('dose', rtDose({ ...shape, PixelData: encapsulated(rleFrame(values, 4)) }), rle);
    expect(pixels).toEqual(Uint32Array.from(values));
  });

  test('a frame in several fragments, found by the offset table', () => {
    const parts = frames.flatMap((frame) => [frame.slice(0, 40), frame.slice(40)]);
    const starts = frames.map((_, k) => parts.slice(0, 2 * k).reduce((sum, part) => sum + 8 + part.length, 0));
    const table = new Uint8Array(Uint32Array.from(starts).buffer);
    const PixelData = own('PixelData', { vr: 'OB', fragments: [table, ...parts] });
    expect(Array.from(read('dose', rtDose({ PixelData }), rle).pixels)).toEqual(DOSE_VALUES);
  });

  test.each<[string, Fields[string], string]>([
    ['a frame missing', encapsulated(...frames.slice(1)), '3 frames; needed 4'],
    ['pixels not encapsulated', Uint16Array.from(DOSE_VALUES), '0 frames; needed 4'],
    ['a frame without header', encapsulated(...frames.slice(1), new Uint8Array(8)), 'in frame 4 an RLE frame without its header'],
    ['another width', encapsulated(...frames.slice(1), rleFrame([1, 2, 3, 4, 5, 6], 4)), 'in frame 4 an RLE frame of 4 segments'],
    [
      'a segment too short',
      encapsulated(...frames.slice(1), rleFrame([1, 2, 3], 2)),
      'in frame 4 an RLE segment that is shorter',
    ],
  ])('%s is refused', (_, PixelData, text) => {
    const error = refusal(rtDose({ PixelData }), rle);
    expect(error.where).toBe('(7FE0,0010) PixelData');
    expect(error.message).toContain(text);
  });

  test('a size that the file cannot hold is refused before memory is taken for it', () => {
    const PixelData = encapsulated(...frames);
    expect(refusal(rtDose({ PixelData, Rows: 65535, Columns: 65535 }), rle).message).toContain('bytes of RLE');
    expect(refusal(rtDose({ PixelData, NumberOfFrames: '2000000000' }), rle).message).toContain('needed at most 10000');
  });
});

describe('compressed pixels are refused by the name of the compression', () => {
  test.each<[SyntaxName, string]>([
    ['jpegBaseline', 'JPEG Baseline'],
    ['jpegLossless', 'JPEG Lossless, First-Order Prediction'],
    ['jpegLs', 'JPEG-LS Lossless'],
    ['jpeg2000', 'JPEG 2000 Lossless'],
  ])('%s', (syntax, name) => {
    const error = refusal(rtDose({ PixelData: encapsulated(Uint8Array.of(0xff, 0x4f)) }), { syntax });
    expect(error).toMatchObject({
      file: 'course/object.dcm',
      where: '(7FE0,0010) PixelData',
      found: `pixels compressed as ${name}`,
    });
    expect(error.needed).toContain('uncompressed');
  });

  test('one that is not known by name, by its UID; and one that the header does not tell', () => {
    const PixelData = encapsulated(Uint8Array.of(1, 2));
    expect(refusal(rtDose({ PixelData }), { statedUid: '1.2.840.10008.1.2.4.999' }).found).toContain('1.2.840.10008.1.2.4.999');
    expect(refusal(rtDose({ PixelData })).found).toBe('pixels compressed as an unnamed compression');
  });

  test('a CT slice is read for its place, and refused when its pixels are asked for', () => {
    const slice = read('ct', ct({ PixelData: encapsulated(Uint8Array.of(0xff, 0xd8)) }), { syntax: 'jpegLossless' });
    expect(slice.imagePositionMm).toEqual([-100, -200, 12.5]);
    expect(inputErrorOf(slice.storedValues).message).toContain('JPEG Lossless');
  });
});

describe('a CT slice', () => {
  test('is read whole', () => {
    expect(read('ct', ct())).toMatchObject({
      rows: 2,
      columns: 3,
      imagePositionMm: [-100, -200, 12.5],
      imageOrientation: [1, 0, 0, 0, 1, 0],
      rowSpacingMm: 0.9,
      columnSpacingMm: 0.8,
      sliceThicknessMm: 2,
      rescaleSlope: 2,
      rescaleIntercept: -24,
      instanceNumber: 5,
      window: { centre: 40, width: 400 },
    });
    expect(Array.from(read('ct', ct()).storedValues())).toEqual(CT_VALUES);
  });

  test('of 12 bits: what stands above them is taken off, and the sign is kept', () => {
    const unsigned = { PixelRepresentation: 0, BitsStored: 12, HighBit: 11 };
    const overlay = Uint16Array.of(0xf001, 0x1fff, 0x0800, 0x8000, 7, 4095);
    expect(Array.from(read('ct', ct({ ...unsigned, PixelData: overlay })).storedValues())).toEqual([1, 4095, 2048, 0, 7, 4095]);
    const signed = { PixelRepresentation: 1, BitsStored: 12, HighBit: 11 };
    const unextended = Uint16Array.of(0x0fff, 0x0800, 0xf800, 0x07ff, 0xffff, 1);
    expect(Array.from(read('ct', ct({ ...signed, PixelData: unextended })).storedValues())).toEqual([
      -1, -2048, -2048, 2047, -1, 1,
    ]);
  });

  test('may be without thickness, number and window', () => {
    const bare = { SliceThickness: undefined, InstanceNumber: undefined, WindowWidth: undefined };
    const slice = read('ct', ct(bare));
    expect('sliceThicknessMm' in slice || 'instanceNumber' in slice || 'window' in slice).toBe(false);
  });

  test.each<[string, Fields, string]>([
    ['no slope', { RescaleSlope: undefined }, '(0028,1053) RescaleSlope: found nothing'],
    ['no intercept', { RescaleIntercept: '' }, '(0028,1052) RescaleIntercept: found nothing'],
    ['a slope of 0', { RescaleSlope: 0 }, '(0028,1053) RescaleSlope: found 0; needed a scale that tells values apart'],
    ['8 bits', { BitsAllocated: 8 }, '(0028,0100) BitsAllocated: found 8; needed 16'],
  ])('with %s is refused', (_, differs, text) => {
    expect(refusal(ct(differs)).message).toContain(text);
  });

  test('with pixels that are missing or too many is refused when they are asked for', () => {
    expect(inputErrorOf(read('ct', ct({ PixelData: undefined })).storedValues).message).toContain('found nothing');
    const two = ct({ NumberOfFrames: 2, PixelData: Int16Array.from([...CT_VALUES, ...CT_VALUES]) });
    expect(inputErrorOf(read('ct', two).storedValues).message).toContain(
      '(7FE0,0010) PixelData: found 24 bytes; needed 12 bytes',
    );
  });
});

describe('bytes behind the pixels', () => {
  const shape = { Rows: 8, Columns: 10, NumberOfFrames: 3, GridFrameOffsetVector: [0, 3, 6] };
  const values = Array.from({ length: 240 }, (_, n) => n);
  /** 240 pixels of 16 bits in rows of 20 and frames of 160 bytes, and so many bytes more. */
  const padded = (bytes: number, filling = 0) =>
    rtDose({
      ...shape,
      PixelData: new Uint8Array([...new Uint8Array(Uint16Array.from(values).buffer), ...new Uint8Array(bytes).fill(filling)]),
    });

  test.each([
    ['two zeros', 2, 0],
    ['two others', 2, 77],
    ['nearly a row', 18, 77],
    ['many zeros', 128, 0],
  ])('%s are passed over and told', (_, bytes, filling) => {
    const { pixels, findings } = read('dose', padded(bytes, filling));
    expect(Array.from(pixels)).toEqual(values);
    expect(findings).toMatchObject([{ code: 'pixels-padded', severity: 'info', facts: { bytes } }]);
  });

  test.each([
    ['many that are no zeros', 128, 77],
    ['a row in each frame', 60, 0],
    ['a column in each frame', 48, 0],
    ['a frame', 160, 0],
    ['frames', 320, 0],
  ])('%s are more pixels than the shape has, and refused', (_, bytes, filling) => {
    expect(refusal(padded(bytes, filling)).message).toContain(`(7FE0,0010) PixelData: found ${480 + bytes} bytes; needed 480`);
  });
});
