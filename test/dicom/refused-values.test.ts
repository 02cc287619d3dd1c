import { describe, expect, test } from 'vitest';
import { type Fields, refusal } from './objects';
import { DOSE_VALUES, rtDose } from './samples';

const pixels = (count: number) => Uint16Array.from({ length: count }, (_, n) => DOSE_VALUES[n % 24]);

/** What is wrong, the tag that is named, what was found, and what is needed. */
const CASES: readonly (readonly [string, Fields, string, string, string])[] = [
  ['no scaling', { DoseGridScaling: undefined }, '(3004,000E) DoseGridScaling', 'nothing', 'above 0'],
  ['an empty scaling', { DoseGridScaling: '' }, '(3004,000E) DoseGridScaling', 'nothing', 'above 0'],
  ['a scaling of 0', { DoseGridScaling: 0 }, '(3004,000E) DoseGridScaling', '0', 'above 0'],
  ['a scaling below 0', { DoseGridScaling: '-0.001' }, '(3004,000E) DoseGridScaling', '-0.001', 'above 0'],
  ['two scalings', { DoseGridScaling: '1\\2' }, '(3004,000E) DoseGridScaling', '1\\2', 'one number'],
  ['a scaling that is no number', { DoseGridScaling: 'NaN' }, '(3004,000E) DoseGridScaling', '"NaN" as value 1', 'a number'],
  ['a scaling in hexadecimals', { DoseGridScaling: '0x10' }, '(3004,000E) DoseGridScaling', '"0x10"', 'a number'],
  [
    'a scaling that no treatment has',
    { DoseGridScaling: '1E308' },
    '(3004,000E) DoseGridScaling',
    '"1E308" as value 1',
    'a number of at most 1e100',
  ],
  [
    'a number of frames with more digits than places',
    { NumberOfFrames: '9'.repeat(400) },
    '(0028,0008) NumberOfFrames',
    'as value 1',
    'a number of at most 1e100',
  ],
  ['no pixels', { PixelData: undefined }, '(7FE0,0010) PixelData', 'nothing', 'the pixel values'],
  ['empty pixels', { PixelData: new Uint8Array(0) }, '(7FE0,0010) PixelData', 'nothing', 'the pixel values'],
  ['a pixel too few', { PixelData: pixels(23) }, '(7FE0,0010) PixelData', '46 bytes', '48 bytes (3 columns x 2 rows x 4 frames'],
  ['a row too many in each frame', { PixelData: pixels(36) }, '(7FE0,0010) PixelData', '72 bytes', '48 bytes'],
  ['a frame too many', { PixelData: pixels(30) }, '(7FE0,0010) PixelData', '60 bytes', '48 bytes'],
  ['a column too many', { PixelData: pixels(32) }, '(7FE0,0010) PixelData', '64 bytes', '48 bytes'],
  ['32 bits in 16', { BitsAllocated: 32 }, '(7FE0,0010) PixelData', '48 bytes', '96 bytes'],
  ['a frame too few', { NumberOfFrames: 5 }, '(7FE0,0010) PixelData', '48 bytes', '60 bytes'],
  ['8 bits', { BitsAllocated: 8 }, '(0028,0100) BitsAllocated', '8', '16 or 32'],
  ['64 bits', { BitsAllocated: 64 }, '(0028,0100) BitsAllocated', '64', '16 or 32'],
  ['no bits', { BitsAllocated: undefined }, '(0028,0100) BitsAllocated', 'nothing', '16 or 32'],
  ['no sign', { PixelRepresentation: undefined }, '(0028,0103) PixelRepresentation', 'nothing', '0 (unsigned) or 1 (signed)'],
  ['a strange sign', { PixelRepresentation: 2 }, '(0028,0103) PixelRepresentation', '2', '0 (unsigned)'],
  ['colour', { SamplesPerPixel: 3 }, '(0028,0002) SamplesPerPixel', '3', '1'],
  ['no rows', { Rows: undefined }, '(0028,0010) Rows', 'nothing', 'the size of the grid'],
  ['0 columns', { Columns: 0 }, '(0028,0011) Columns', '0', 'the size of the grid'],
  ['0 frames', { NumberOfFrames: 0 }, '(0028,0008) NumberOfFrames', '0', 'at least 1'],
  ['half a frame', { NumberOfFrames: '4.5' }, '(0028,0008) NumberOfFrames', '4.5', 'a whole number'],
  ['no spacing', { PixelSpacing: undefined }, '(0028,0030) PixelSpacing', 'nothing', 'distances'],
  ['one spacing', { PixelSpacing: '2.5' }, '(0028,0030) PixelSpacing', '1 values', 'distances'],
  ['a spacing of 0', { PixelSpacing: [2.5, 0] }, '(0028,0030) PixelSpacing', '2.5\\0', 'above 0'],
  ['a spacing below 0', { PixelSpacing: [-2.5, 1] }, '(0028,0030) PixelSpacing', '-2.5\\1', 'above 0'],
  ['no position', { ImagePositionPatient: undefined }, '(0020,0032) ImagePositionPatient', 'nothing', 'x, y and z'],
  ['NaN as position', { ImagePositionPatient: '1\\NaN\\3' }, '(0020,0032) ImagePositionPatient', '"NaN" as value 2', 'a number'],
  ['half a position', { ImagePositionPatient: [1, 2] }, '(0020,0032) ImagePositionPatient', '2 values', 'x, y and z'],
  [
    'a position that is nowhere',
    { ImagePositionPatient: '0\\0\\1e9' },
    '(0020,0032) ImagePositionPatient',
    'more than 1 km as value 3',
    'within 10 m',
  ],
  ['a spacing of a metre', { PixelSpacing: [1000, 1] }, '(0028,0030) PixelSpacing', '1000\\1', 'at most 100 mm'],
  [
    'a plane that is nowhere',
    { GridFrameOffsetVector: [0, 3, 6, -10_001] },
    '(3004,000C) GridFrameOffsetVector',
    '-10001 as value 4',
    'within 10 m',
  ],
  ['no orientation', { ImageOrientationPatient: undefined }, '(0020,0037) ImageOrientationPatient', 'nothing', 'directions'],
  [
    'half an orientation',
    { ImageOrientationPatient: [1, 0, 0] },
    '(0020,0037) ImageOrientationPatient',
    '3 values',
    'directions',
  ],
  [
    'DVHs alone',
    {
      ...Object.fromEntries(
        ['PixelData', 'DoseGridScaling', 'Rows', 'Columns', 'BitsAllocated', 'PixelRepresentation', 'PixelSpacing'].map(
          (keyword) => [keyword, undefined],
        ),
      ),
      DVHSequence: [{ DVHType: 'CUMULATIVE' }],
    },
    '(7FE0,0010) PixelData',
    'nothing: the file has no dose grid, only DVHs of the planning system',
    'a dose grid',
  ],
  ['neither pixels nor DVHs', { PixelData: undefined, DoseGridScaling: undefined }, '(7FE0,0010) PixelData', 'no dose grid', 'a'],
  [
    'a word as offset',
    { GridFrameOffsetVector: '0\\3\\x\\9' },
    '(3004,000C) GridFrameOffsetVector',
    '"x" as value 3',
    'a number',
  ],
];

describe('a dose with', () => {
  test.each(CASES)('%s', (_, differs, where, found, needed) => {
    for (const syntax of ['explicit', 'implicit', 'bigEndian'] as const) {
      const error = refusal(rtDose(differs), { syntax });
      expect(error).toMatchObject({ name: 'InputError', file: 'course/object.dcm', where });
      expect(error.message).toBe(`course/object.dcm: ${where}: found ${error.found}; needed ${error.needed}`);
      expect(error.found).toContain(found);
      expect(error.needed).toContain(needed);
    }
  });
});
