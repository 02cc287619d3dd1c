import { constants, deflateRawSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { inflateWithin, UnpacksTooFar } from '../../src/dicom/inflate-within';
import { readDicom } from '../../src/dicom/read-dicom';
import { joined } from './dicom-writer';
import { type Fields, fileBytes, inputErrorOf, own, read, refusal } from './objects';
import { rtDose, rtStruct } from './samples';

const MB = 2 ** 20;
/** A thousand bytes that inflate to 1 MB of zeros, and may follow one another (RFC 1951: a full flush ends a block). */
const ZEROS = new Uint8Array(deflateRawSync(new Uint8Array(MB), { finishFlush: constants.Z_FULL_FLUSH }));
const bomb = (megabytes: number): Uint8Array =>
  joined([...Array<Uint8Array>(megabytes).fill(ZEROS), new Uint8Array(deflateRawSync(new Uint8Array(0)))]);

describe('inflateWithin', () => {
  test('gives what was deflated, to the last byte that may be', () => {
    const inflated = inflateWithin(bomb(3), 3 * MB);
    expect([inflated.length, inflated.some((byte) => byte !== 0)]).toEqual([3 * MB, false]);
    expect(() => inflateWithin(bomb(3), 3 * MB - 1)).toThrow(UnpacksTooFar);
  });

  test('takes text across the steps that it is counted in', () => {
    // Noise does not deflate: 100 kB are seven steps.
    const noise = Uint8Array.from({ length: 100_000 }, (_, n) => (Math.imul(n, 2654435761) >>> 13) & 255);
    expect(Buffer.compare(inflateWithin(new Uint8Array(deflateRawSync(noise))), noise)).toBe(0);
  });

  test('stops at data that breaks off', () => {
    expect(() => inflateWithin(bomb(2).subarray(0, -4))).toThrow();
  });
});

describe('sequences', () => {
  /** Items without anything in them, 8 bytes each (PS3.5 7.5.2). */
  const emptyItems = (items: number): Uint8Array => {
    const words = new Uint16Array(4 * items);
    for (let n = 0; n < words.length; n += 4) words.set([0xfffe, 0xe000], n);
    return new Uint8Array(words.buffer);
  };
  const dvhs = (items: number) => own('DVHSequence', { vr: 'SQ', value: emptyItems(items) });

  test('of more items than any object has are refused before they fill the memory', () => {
    const { found, needed } = refusal(rtDose({ DVHSequence: dvhs(1_000_001) }));
    expect(found).toBe('more than 1000000 elements and items (the last whole one is (3004,000E) DoseGridScaling)');
    expect(needed).toBe('an object of a treatment: none has so many');
  });

  test('of many items are read', () => {
    expect(read('dose', rtDose({ DVHSequence: dvhs(1000) })).tpsDvhs).toHaveLength(1000);
  });

  const nested = (levels: number): Fields =>
    levels === 0 ? { SOPClassUID: '1.2' } : { ReferencedRTPlanSequence: [nested(levels - 1)] };

  test.each([false, true])('within sequences are read as deep as any object is, of undefined length: %s', (undefinedLengths) => {
    const options = { undefinedLengths };
    expect(read('dose', rtDose(nested(60)), options).referencedPlans).toEqual([]);
    expect(refusal(rtDose(nested(66)), options).found).toContain('is cut off or damaged');
    expect(refusal(rtDose(nested(300)), options).found).toContain('is cut off or damaged');
  });
});

describe('a structure set', () => {
  const rois = (count: number) => {
    const numbers = Array.from({ length: count }, (_, n) => n + 1);
    return rtStruct({
      StructureSetROISequence: numbers.map((ROINumber) => ({ ROINumber, ROIName: 'Cord' })),
      ROIContourSequence: numbers.map((ReferencedROINumber) => ({ ReferencedROINumber })),
      RTROIObservationsSequence: numbers.map(() => ({ ReferencedROINumber: 1, RTROIInterpretedType: 'ORGAN' })),
    });
  };

  test('of as many ROIs as may be is read, all of one name', () => {
    const { rois: all, findings } = read('structures', rois(5000), { syntax: 'implicit' });
    expect([all.length, all[0].interpretedType, all[1].interpretedType]).toEqual([5000, 'ORGAN', undefined]);
    expect(findings.filter(({ code }) => code === 'duplicate-roi-name')).toHaveLength(1);
  });

  test('of more is refused by its sequence', () => {
    const { where, found, needed } = refusal(rois(5001), { syntax: 'implicit' });
    expect([where, found, needed]).toEqual(['(3006,0020) StructureSetROISequence', '5001 ROIs', 'at most 5000']);
  });
});

describe('planes of a dose', () => {
  const planes = (frames: number): Fields => ({
    Rows: 1,
    Columns: 1,
    NumberOfFrames: frames,
    GridFrameOffsetVector: Array.from({ length: frames }, (_, n) => n * 0.5),
    PixelData: new Uint16Array(frames),
  });

  test('are as many as may be', () => {
    const { frames, gridFrameOffsetsMm } = read('dose', rtDose(planes(10_000)), { syntax: 'implicit' });
    expect([frames, gridFrameOffsetsMm?.length]).toEqual([10_000, 10_000]);
  });

  test.each([10_001, 65_535, 2 ** 31 - 1])('are refused where they are %i, by their attribute', (NumberOfFrames) => {
    const { where, found, needed } = refusal(rtDose({ NumberOfFrames }));
    expect([where, found, needed]).toEqual(['(0028,0008) NumberOfFrames', `${NumberOfFrames}`, 'at most 10000 planes']);
  });
});

test('a deflated file of 1 MB that is 1 GB is refused by its name and its size', () => {
  const whole = fileBytes(rtDose(), { syntax: 'deflated' });
  // The meta header ends where the deflated data set begins; its group length stands at byte 140.
  const end = 144 + new DataView(whole.buffer, whole.byteOffset).getUint32(140, true);
  const bytes = joined([whole.subarray(0, end), bomb(1024)]);
  expect(inputErrorOf(() => readDicom({ path: 'a.dcm', bytes })).message).toBe(
    'a.dcm: (0002,0010) TransferSyntaxUID: found a deflated data set of 2 MB that inflates to more than 256 MB; ' +
      'needed at most 256 MB: export the object uncompressed',
  );
});

describe('RLE', () => {
  test('that claims more than may be unpacked is refused before it is', () => {
    const frame = new Uint8Array(9 * MB);
    const PixelData = own('PixelData', { vr: 'OB', fragments: [new Uint8Array(0), frame] });
    const shape = { Rows: 10_000, Columns: 10_000, NumberOfFrames: 1, GridFrameOffsetVector: undefined, BitsAllocated: 32 };
    const { found, needed } = refusal(rtDose({ ...shape, PixelData }), { syntax: 'rle' });
    expect([found, needed]).toEqual(['RLE of 10 MB that unpacks to 382 MB', 'at most 256 MB: export the object uncompressed']);
  });

  test('just within is asked for its frames', () => {
    const PixelData = own('PixelData', { vr: 'OB', fragments: [new Uint8Array(0), new Uint8Array(5 * MB)] });
    const shape = { Rows: 8192, Columns: 8192, NumberOfFrames: 1, GridFrameOffsetVector: undefined, BitsAllocated: 32 };
    const error = inputErrorOf(() => read('dose', rtDose({ ...shape, PixelData }), { syntax: 'rle' }));
    expect(error.found).toBe('in frame 1 an RLE frame of 0 segments for pixels of 4 bytes');
  });
});
