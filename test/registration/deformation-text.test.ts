import { deflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { InputError } from '../../src/input-error';
import { type DeformationText, readDeformation, writeDeformation } from '../../src/registration/deformation-text';

const FIELD = {
  originMm: [-10, 0, 5],
  alongRow: [1, 0, 0],
  alongColumn: [0, 1, 0],
  normal: [0, 0, 1],
  spacingMm: [10, 20, 30],
  size: [2, 1, 2],
  displacementMm: Float32Array.from({ length: 12 }, (_, n) => n / 2),
} as const;
const WRITTEN = writeDeformation(FIELD);
const zeros = (bytes: number) => Buffer.from(deflateSync(new Uint8Array(bytes))).toString('base64');
const refusal = (differs: Partial<DeformationText>): InputError => {
  try {
    readDeformation({ ...WRITTEN, ...differs }, 'case.json', 'deformation');
  } catch (error) {
    if (error instanceof InputError) return error;
    throw error;
  }
  throw new Error('was read');
};

describe('a deformation in a case file', () => {
  it('is read as it was written', () => {
    expect(readDeformation(WRITTEN, 'case.json', 'deformation')).toEqual(FIELD);
  });

  it.each<[string, Partial<DeformationText>, string, string]>([
    ['directions that are not perpendicular', { alongColumn: [1, 0, 0] }, 'deformation', 'directions 1,0,0 and 1,0,0'],
    ['a direction that is not of length 1', { alongRow: [0, 2, 0] }, 'deformation', 'directions 0,2,0 and 0,1,0'],
    ['text that is not packed', { displacementMm: 'AAAA' }, 'deformation.displacementMm', 'text that cannot be unpacked'],
    ['more nodes than vectors', { size: [2, 2, 2] }, 'deformation.displacementMm', '48 bytes'],
    ['more vectors than nodes', { size: [1, 1, 2] }, 'deformation.displacementMm', 'more than 24 bytes'],
    ['ten million bytes for four nodes', { displacementMm: zeros(1e7) }, 'deformation.displacementMm', 'more than 48 bytes'],
    [
      'a thousand million nodes',
      { size: [1000, 1000, 1000] },
      'deformation.size',
      '1000 × 1000 × 1000 nodes, vectors of 11445 MB',
    ],
  ])('is refused with %s', (_, differs, where, found) => {
    expect(refusal(differs)).toMatchObject({ file: 'case.json', where, found });
  });
});
