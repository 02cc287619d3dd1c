import { describe, expect, test } from 'vitest';
import { isUnsigned } from '../../src/dicom/signed-dose';
import { type Fields, read } from './objects';
import { rtDose } from './samples';

/*
 * PS3.3 C.8.8.3 allows signed pixels for DoseType ERROR alone. A file that says so all the same either has negative
 * doses, or unsigned ones that it calls signed: then what is above half of the range would be negative.
 */

const COUNT = 21;
/** A smooth hill from `low` to `high`, as stored values of so many bits. */
const hill = (low: number, high: number) =>
  Array.from({ length: COUNT * COUNT }, (_, n) => {
    const [i, j] = [(n % COUNT) / (COUNT - 1) - 0.5, Math.floor(n / COUNT) / (COUNT - 1) - 0.5];
    return Math.round(low + (high - low) * Math.exp(-8 * (i * i + j * j)));
  });
const fields = (values: readonly number[], bits: 16 | 32, differs: Fields = {}) =>
  rtDose({
    Rows: COUNT,
    Columns: COUNT,
    NumberOfFrames: 1,
    GridFrameOffsetVector: undefined,
    BitsAllocated: bits,
    PixelRepresentation: 1,
    PixelData: bits === 16 ? Int16Array.from(values) : Int32Array.from(values),
    ...differs,
  });

describe('a dose that says it is signed', () => {
  test.each([
    [16, 65535],
    [16, 33000],
    [32, 4294967295],
  ] as const)('and fills %i bits up to %i is read as unsigned, and asks', (bits, top) => {
    const values = hill(0, top);
    for (const syntax of ['explicit', 'implicit', 'bigEndian'] as const) {
      const dose = read('dose', fields(values, bits), { syntax });
      expect(Array.from(dose.pixels)).toEqual(values);
      expect(dose.findings).toMatchObject([
        { code: 'dose-read-as-unsigned', severity: 'error', answerable: true, facts: { stored: 'PHYSICAL' } },
      ]);
    }
  });

  test.each([
    ['a little below 0 at its edge', hill(-1000, 30000)],
    ['far below 0 in a hollow', hill(20000, -20000)],
  ])('and goes %s is read as it says', (_, values) => {
    const dose = read('dose', fields(values, 16));
    expect(Array.from(dose.pixels)).toEqual(values);
    expect(dose.findings.map(({ code }) => code)).toEqual(['negative-dose']);
  });

  test('and is above half of the range everywhere is read as unsigned, as is one that is 0 beside that', () => {
    for (const values of [hill(36000, 60000), hill(36000, 60000).map((value, n) => (n < COUNT ? 0 : value))]) {
      const dose = read('dose', fields(values, 16));
      expect(Array.from(dose.pixels)).toEqual(values);
      expect(dose.findings.map(({ code }) => code)).toEqual(['dose-read-as-unsigned']);
    }
  });

  test('and is nowhere below 0 has nothing odd in it', () => {
    expect(read('dose', fields(hill(0, 32767), 16)).findings).toEqual([]);
  });

  test('and is the difference of two doses is read as it says', () => {
    const dose = read('dose', fields(hill(0, 65535), 16, { DoseType: 'ERROR' }));
    expect(dose.findings.map(({ code }) => code)).toEqual(['negative-dose']);
  });

  test('isUnsigned takes the reading with less change from voxel to voxel', () => {
    expect(isUnsigned(Int16Array.of(32000, 32700, -32700, -32000))).toBe(true);
    expect(isUnsigned(Int16Array.of(300, 20, -20, -300))).toBe(false);
  });
});
