import { describe, expect, it } from 'vitest';
import { CaseReader } from '../../src/case/case-reader';
import { FileMemory } from '../../src/case/file-memory';
import { PLAIN_STEPS } from '../../src/case/steps';
import { InputError } from '../../src/input-error';
import { distinctObjects } from '../../src/study/shared-identifiers';
import { type Fields, fileBytes } from '../dicom/objects';
import { rtDose } from '../dicom/samples';

/** 35.2 MB of pixels: more than is held beside a grid. */
const SIZE = [400, 400, 110] as const;
const COUNT = SIZE[0] * SIZE[1] * SIZE[2];

function largeDose(last: number, overrides: Fields = {}): Uint8Array {
  const pixels = new Uint16Array(COUNT).fill(7);
  pixels[COUNT - 1] = last;
  return fileBytes(
    rtDose({
      Rows: SIZE[1],
      Columns: SIZE[0],
      NumberOfFrames: SIZE[2],
      GridFrameOffsetVector: Array.from({ length: SIZE[2] }, (_, k) => k),
      PixelData: pixels,
      ...overrides,
    }),
  );
}

/** Remembers no dose, as if its pixels had been collected. */
class Forgetful extends FileMemory {
  override get(): undefined {
    return undefined;
  }
}

function readerOf(files: Record<string, Uint8Array>, memory?: FileMemory) {
  const read: string[] = [];
  const access = {
    read: async (path: string) => {
      read.push(path);
      return files[path];
    },
    beside: async () => Object.keys(files),
    head: async (path: string, bytes: number) => files[path].subarray(0, bytes),
  };
  return { read, reader: new CaseReader(access, { ...PLAIN_STEPS, files: memory }) };
}

const hasPixels = (object: object) => 'pixels' in object;

describe('a reader of a case', () => {
  it('lets go of the pixels of a large dose, and reads them anew where they are asked for again', async () => {
    const { reader, read } = readerOf({ 'RD.dcm': largeDose(9) }, new Forgetful());
    const once = await reader.dose('RD.dcm', 'dose');
    expect((await reader.readObjects()).map(hasPixels)).toEqual([false]);
    const again = await reader.dose('RD.dcm', 'dose');
    expect(again.pixels.at(-1)).toBe(9);
    expect(again.pixels.length).toBe(once.pixels.length);
    expect(read).toEqual(['RD.dcm', 'RD.dcm']);
  });

  it('holds a small dose, and reads it once', async () => {
    const { reader, read } = readerOf({ 'RD.dcm': fileBytes(rtDose()) }, new Forgetful());
    expect(await reader.dose('RD.dcm', 'dose')).toBe(await reader.dose('RD.dcm', 'dose'));
    expect((await reader.readObjects()).map(hasPixels)).toEqual([true]);
    expect(read).toEqual(['RD.dcm']);
  });

  it('refuses a file that is another when it is read anew', async () => {
    const files = { 'RD.dcm': largeDose(9) };
    const { reader } = readerOf(files, new Forgetful());
    await reader.dose('RD.dcm', 'dose');
    files['RD.dcm'] = largeDose(8);
    const refused = await reader.dose('RD.dcm', 'dose').catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(InputError);
    expect((refused as InputError).message).toBe(
      'RD.dcm: found a file that changed while the case was read; needed a file that nobody is writing to',
    );
  });

  it.each([
    ['another value in the last voxel', 9, 8, ['same-uid-other-content']],
    ['the same values', 9, 9, ['object-twice']],
  ])('tells two large doses under one identifier apart by their pixels: %s', async (_, a, b, codes) => {
    // A comment makes other bytes of the same dose.
    const { reader } = readerOf({ 'a.dcm': largeDose(a), 'b.dcm': largeDose(b, { PatientComments: 'copied' }) });
    await reader.dose('a.dcm', 'dose');
    await reader.dose('b.dcm', 'dose');
    expect(distinctObjects(await reader.readObjects()).findings.map(({ code }) => code)).toEqual(codes);
  });
});
