import { describe, expect, test } from 'vitest';
import { readDicom } from '../../src/dicom/read-dicom';
import { readHead } from '../../src/dicom/read-head';
import type { WriteOptions } from './dicom-writer';
import { type Fields, fileBytes, own } from './objects';
import { ct, rtDose, rtPlan } from './samples';

const HEAD = 4096;
const WAYS: WriteOptions[] = [
  { syntax: 'explicit' },
  { syntax: 'implicit' },
  { syntax: 'bigEndian' },
  { syntax: 'implicit', header: 'none' },
];

const slice = (more: Fields = {}) => ct({ Rows: 64, Columns: 64, PixelData: new Int16Array(64 * 64), ...more });
const headOf = (bytes: Uint8Array, fileBytes = bytes.length) =>
  readHead({ path: 'a.dcm', bytes: bytes.subarray(0, HEAD) }, fileBytes);

describe('the head of a file', () => {
  test.each(WAYS)('tells of a CT slice what the whole file tells: %o', (options) => {
    const bytes = fileBytes(slice(), options);
    expect(bytes.length).toBeGreaterThan(2 * HEAD);
    const whole = readDicom({ path: 'a.dcm', bytes });
    if (whole.kind !== 'ct') throw new Error(whole.kind);
    const { storedValues: _, ...header } = whole;
    expect(headOf(bytes)).toEqual(header);
  });

  test('tells of an object that is not used what it is and whose, however its pixels are stored', () => {
    const mr = slice({ SOPClassUID: '1.2.840.10008.5.1.4.1.1.4', Modality: 'MR' });
    expect(headOf(fileBytes(mr))).toMatchObject({ kind: 'other', sopClass: 'MR image', patient: { id: 'P-1' } });
    const fragments = [new Uint8Array(0), new Uint8Array(8192)];
    const packed = { ...mr, PixelData: own('PixelData', { vr: 'OB', fragments }) };
    expect(headOf(fileBytes(packed))).toMatchObject({ kind: 'other', sopClass: 'MR image' });
    expect(headOf(fileBytes(slice({ PixelData: own('PixelData', { vr: 'OB', fragments }) })))).toBeUndefined();
  });

  test('is not enough of what is used, of pixels that begin later or go beyond the file, and of what is damaged', () => {
    const values = new Uint16Array(64 * 64);
    expect(headOf(fileBytes(rtDose({ Rows: 64, Columns: 64, NumberOfFrames: 1, PixelData: values })))).toBeUndefined();
    expect(headOf(fileBytes(rtPlan()))).toBeUndefined();
    const bytes = fileBytes(slice());
    expect(headOf(bytes, bytes.length - 1)).toBeUndefined();
    expect(readHead({ path: 'a.dcm', bytes: bytes.subarray(0, 300) }, bytes.length)).toBeUndefined();
    expect(headOf(fileBytes(slice({ RescaleSlope: undefined })))).toBeUndefined();
    expect(headOf(fileBytes(slice(), { syntax: 'deflated' }))).toBeUndefined();
    expect(headOf(new Uint8Array(9000).fill(65))).toBeUndefined();
  });
});
