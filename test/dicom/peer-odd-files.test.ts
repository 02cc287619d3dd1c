import { describe, expect, test } from 'vitest';
import { readDicom } from '../../src/dicom/read-dicom';
import { makeDoseGrid } from '../../src/geometry/dose-grid';
import { inputErrorOf } from './objects';
import { isThere, namesIn, peerFile, readPeer, sum } from './peer-files';

const FOLDER = 'odd-files';
const INDEXES = Array.from({ length: 15 }, (_, k) => k);

/** Every file: what it is read as, and what is told about it. */
const FILES: Readonly<Record<string, readonly [kind: string, ...codes: string[]]>> = {
  'CT_small.dcm': ['ct'],
  'ExplVR_BigEnd.dcm': ['ultrasound image'],
  'ExplVR_BigEndNoMeta.dcm': ['plan', 'no-file-meta', 'plan-without-fractions'],
  'J2K_pixelrep_mismatch.dcm': ['ct'],
  'MR_small_bigendian.dcm': ['MR image'],
  'chrH31.dcm': ['secondary capture image'],
  'chrH32.dcm': ['secondary capture image'],
  'chrI2.dcm': ['secondary capture image'],
  'chrJapMulti.dcm': ['computed radiography image'],
  'chrKoreanMulti.dcm': ['computed radiography image'],
  'chrX1.dcm': ['secondary capture image'],
  'chrX2.dcm': ['secondary capture image'],
  'image_dfl.dcm': ['secondary capture image'],
  'no_meta.dcm': ['ct', 'bytes-before-data-set', 'no-file-meta'],
  'no_meta_group_length.dcm': ['RT image', 'identifiers-missing'],
  'rtdose.dcm': ['dose'],
  'rtdose_1frame.dcm': ['dose'],
  'rtdose_expb.dcm': ['dose'],
  'rtdose_expb_1frame.dcm': ['dose'],
  'rtdose_rle.dcm': ['dose'],
  'rtdose_rle_1frame.dcm': ['dose'],
  'rtplan.dcm': ['plan'],
  'rtplan_truncated.dcm': ['refused'],
  'rtstruct.dcm': ['structures', 'no-file-meta'],
};

/** The names that the makers of the files give for them. */
const NAMES = {
  'chrH31.dcm': 'Yamada^Tarou=山田^太郎=やまだ^たろう',
  'chrH32.dcm': 'ﾔﾏﾀﾞ^ﾀﾛｳ=山田^太郎=やまだ^たろう',
  'chrI2.dcm': 'Hong^Gildong=洪^吉洞=홍^길동',
  'chrJapMulti.dcm': 'やまだ^たろう',
  'chrKoreanMulti.dcm': '김희중',
  'chrX1.dcm': 'Wang^XiaoDong=王^小東=',
  'chrX2.dcm': 'Wang^XiaoDong=王^小东=',
};

describe.skipIf(!isThere(FOLDER))('odd-files/', () => {
  test('has the files that are looked at here', () => {
    expect(namesIn(FOLDER)).toEqual(Object.keys(FILES).sort());
  });

  const readable = Object.entries(FILES).filter(([, [kind]]) => kind !== 'refused');
  test.each(readable)('%s is read as %o', (name, [kind, ...codes]) => {
    const object = readDicom(peerFile(FOLDER, name));
    expect(object.kind === 'other' ? object.sopClass : object.kind).toBe(kind);
    expect(object.findings.map(({ code }) => code)).toEqual(codes);
  });

  test.each(Object.entries(NAMES))('%s: the patient is %s', (name, expected) => {
    expect(readDicom(peerFile(FOLDER, name)).patient.name).toBe(expected);
  });

  test('rtplan_truncated.dcm is refused, and where it breaks off is said', () => {
    const error = inputErrorOf(() => readDicom(peerFile(FOLDER, 'rtplan_truncated.dcm')));
    expect(error.file).toBe('odd-files/rtplan_truncated.dcm');
    expect(error.message).toContain('a file that is cut off or damaged after (300A,0070) FractionGroupSequence');
  });

  test('J2K_pixelrep_mismatch.dcm: its pixels are refused as JPEG 2000', () => {
    const slice = readPeer('ct', FOLDER, 'J2K_pixelrep_mismatch.dcm');
    expect(slice.imageOrientation).toEqual([1, 0, 0, 0, 0.9272, -0.3746]);
    expect(inputErrorOf(slice.storedValues).message).toContain('pixels compressed as JPEG 2000 Lossless');
  });

  test('the dose is the same as it is, big endian and as RLE', () => {
    const dose = readPeer('dose', FOLDER, 'rtdose.dcm');
    expect(dose).toMatchObject({ columns: 10, rows: 10, frames: 15, doseUnits: 'RELATIVE', doseSummationType: 'BEAM' });
    expect(dose.referencedPlans[0].fractionGroups).toEqual([{ number: 1, beamNumbers: [1] }]);
    expect(sum(dose.pixels)).toBe(1519910000);
    expect(Array.from(makeDoseGrid(dose).frameOffsetsMm)).toEqual(INDEXES.map((k) => 5 * k));
    for (const name of ['rtdose_expb.dcm', 'rtdose_rle.dcm']) {
      expect(readPeer('dose', FOLDER, name).pixels, name).toEqual(dose.pixels);
    }
  });

  test('the single frames are the first of that dose; their 15 offsets for one frame are refused', () => {
    const first = readPeer('dose', FOLDER, 'rtdose.dcm').pixels.slice(0, 100);
    for (const name of ['rtdose_1frame.dcm', 'rtdose_expb_1frame.dcm', 'rtdose_rle_1frame.dcm']) {
      const dose = readPeer('dose', FOLDER, name);
      expect(dose.pixels, name).toEqual(first);
      expect(inputErrorOf(() => makeDoseGrid(dose)).message).toContain('found 15 values; needed 1, one for each frame');
    }
  });

  test('CT_small.dcm and the same without its header have the same pixels', () => {
    const slice = readPeer('ct', FOLDER, 'CT_small.dcm');
    expect(slice).toMatchObject({ rows: 128, columns: 128, rescaleSlope: 1, rescaleIntercept: -1024 });
    const values = slice.storedValues();
    expect([values[0], Math.min(...values), Math.max(...values), sum(values)]).toEqual([175, 128, 2191, 14826310]);
    expect(readPeer('ct', FOLDER, 'no_meta.dcm').storedValues()).toEqual(values);
  });

  test('rtplan.dcm and rtstruct.dcm', () => {
    const plan = readPeer('plan', FOLDER, 'rtplan.dcm');
    expect(plan.fractionGroups).toMatchObject([{ fractionsPlanned: 30, beamNumbers: [1], beamDosesGy: [1.0275401] }]);
    expect(plan.prescriptions.map(({ doseGy, type }) => [doseGy, type])).toEqual([
      [75, 'ORGAN_AT_RISK'],
      [30.826203, 'TARGET'],
    ]);
    const { rois } = readPeer('structures', FOLDER, 'rtstruct.dcm');
    expect(rois.map(({ name, contours }) => [name, contours[0].geometricType, contours.length])).toEqual([
      ['patient', 'CLOSED_PLANAR', 3],
      ['Isocenter 1', 'POINT', 1],
      ['Isocenter 2', 'POINT', 1],
    ]);
  });
});
