import { describe, expect, test } from 'vitest';
import { NotDicomError } from '../../src/dicom/not-dicom-error';
import { readDicom } from '../../src/dicom/read-dicom';
import { InputError } from '../../src/input-error';
import { joined, latin1, type WriteOptions, type WrittenElement, writeElements } from './dicom-writer';
import { fileBytes, inputErrorOf, own, refusal, toElements } from './objects';
import { ct, registration, rtDose, rtPlan, rtStruct } from './samples';

/** Numbers below `limit` that are the same on every run (xorshift32). */
function randomNumbers(seed: number): (limit: number) => number {
  let state = seed;
  return (limit) => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) % limit;
  };
}

const WAYS: WriteOptions[] = [
  { syntax: 'explicit' },
  { syntax: 'implicit', undefinedLengths: true },
  { syntax: 'bigEndian' },
  { syntax: 'deflated' },
  { syntax: 'implicit', header: 'none' },
  { syntax: 'explicit', header: 'none', undefinedLengths: true },
];
const inputErrorOfBytes = (bytes: Uint8Array) => inputErrorOf(() => readDicom({ path: 'cut.dcm', bytes }));

describe('a file that breaks off anywhere', () => {
  test.each(WAYS)('as a dose, a registration: %o', (options) => {
    for (const fields of [rtDose(), registration()]) {
      const bytes = fileBytes(fields, options);
      for (let length = 0; length < bytes.length; length++) {
        expect(inputErrorOfBytes(bytes.subarray(0, length)).file, `cut at ${length}`).toBe('cut.dcm');
      }
    }
  });

  test.each(WAYS)('as structures: %o', (options) => {
    const fields = rtStruct({ ApprovalStatus: undefined });
    const bytes = fileBytes(fields, options);
    const whole = readDicom({ path: 'cut.dcm', bytes });
    if (whole.kind !== 'structures') throw new Error('no structures');
    const survivors: number[] = [];
    for (let length = 0; length < bytes.length; length++) {
      try {
        const object = readDicom({ path: 'cut.dcm', bytes: bytes.subarray(0, length) });
        survivors.push(length);
        // The one boundary after which only the observations are lost: that is told, and no contour is missing.
        expect(object.findings.map(({ code }) => code)).toContain('roi-observations-missing');
        if (object.kind !== 'structures') throw new Error(`cut at ${length}: read as ${object.kind}`);
        expect(object.rois.map(({ contours }) => contours)).toEqual(whole.rois.map(({ contours }) => contours));
      } catch (error) {
        if (!(error instanceof InputError)) throw error;
      }
    }
    expect(survivors).toHaveLength(options.syntax === 'deflated' ? 0 : 1);
  });

  test.each(WAYS)('as a plan: %o', (options) => {
    const fields = rtPlan({
      ReferencedStructureSetSequence: undefined,
      ReferencedDoseSequence: undefined,
      ApprovalStatus: undefined,
    });
    const bytes = fileBytes(fields, options);
    for (let length = 0; length < bytes.length; length++) {
      try {
        const { findings } = readDicom({ path: 'cut.dcm', bytes: bytes.subarray(0, length) });
        // Only between two elements: then what is missing is told.
        expect(findings.map(({ code }) => code)).toContainEqual(
          expect.stringMatching(/^plan-(without-fractions|beams-missing)$/),
        );
      } catch (error) {
        if (!(error instanceof InputError)) throw error;
      }
    }
  });

  test('as a CT slice: at the latest when its pixels are asked for', () => {
    const bytes = fileBytes(ct());
    for (let length = 0; length < bytes.length; length++) {
      const error = inputErrorOf(() => {
        const slice = readDicom({ path: 'cut.dcm', bytes: bytes.subarray(0, length) });
        return slice.kind === 'ct' ? slice.storedValues() : slice;
      });
      expect(error.file).toBe('cut.dcm');
    }
  });

  test('says where it breaks off, and what to do', () => {
    const bytes = fileBytes(rtDose());
    expect(inputErrorOfBytes(bytes.subarray(0, bytes.length - 10))).toMatchObject({
      found: 'a file that is cut off or damaged within (7FE0,0010) PixelData',
      needed: 'the whole file: export or copy it again',
    });
    const plan = fileBytes(rtPlan());
    expect(inputErrorOfBytes(plan.subarray(0, plan.length - 3)).message).toMatch(
      /cut off or damaged .*\([0-9A-F]{4},[0-9A-F]{4}\)/,
    );
  });
});

describe('a file whose elements do not fit together is refused', () => {
  const damaged = /cut off or damaged/;
  test('a value representation that does not exist, at the top and in an item', () => {
    const odd = own('Manufacturer', { vr: 'ZZ', value: 'Maker' });
    expect(refusal(rtDose({ Manufacturer: odd })).message).toMatch(damaged);
    expect(refusal(rtDose({ ReferencedStructureSetSequence: [{ Manufacturer: odd }] })).message).toMatch(damaged);
  });

  test('an element that is longer than its item', () => {
    const item = fileBytes({ ReferencedSOPInstanceUID: '1.2.3.99' }, { syntax: 'implicit', header: 'none' });
    const value = joined([Uint8Array.of(0xfe, 0xff, 0x00, 0xe0, item.length - 4, 0, 0, 0), item]);
    const fields = rtDose({ ReferencedRTPlanSequence: own('ReferencedRTPlanSequence', { value }) });
    expect(refusal(fields, { syntax: 'implicit' }).message).toMatch(damaged);
  });

  test('a bare data set that does not say what it is', () => {
    const nameless = rtDose({ SOPClassUID: undefined, Modality: undefined });
    expect(refusal(nameless, { header: 'none' })).toBeInstanceOf(NotDicomError);
  });
});

describe('what is no DICOM is named', () => {
  test.each<[string, Uint8Array, string]>([
    ['an empty file', new Uint8Array(0), 'an empty file'],
    ['a JPEG picture', joined([Uint8Array.of(0xff, 0xd8, 0xff, 0xe0), new Uint8Array(300)]), 'a JPEG picture'],
    ['a PNG picture', joined([latin1('\x89PNG\r\n\x1a\n'), new Uint8Array(300)]), 'a PNG picture'],
    ['a PDF', latin1('%PDF-1.7 and so on'), 'a PDF document'],
    ['a ZIP', joined([latin1('PK\x03\x04'), new Uint8Array(300)]), 'a ZIP archive'],
    ['text', latin1('{"prior": "dose.dcm"}\n'.repeat(20)), 'text'],
    ['zeros', new Uint8Array(4096), 'a file of zeros'],
    ['one byte', Uint8Array.of(8), 'bytes that are no DICOM'],
  ])('%s', (_, bytes, looksLike) => {
    const error = inputErrorOfBytes(bytes);
    expect(error).toBeInstanceOf(NotDicomError);
    expect(error).toMatchObject({ file: 'cut.dcm', needed: 'a DICOM file' });
    expect(error.found).toContain(looksLike);
  });

  test('random bytes', () => {
    for (let seed = 1; seed <= 60; seed++) {
      const random = randomNumbers(seed);
      const bytes = Uint8Array.from({ length: 20 + 37 * seed }, () => random(256));
      expect(inputErrorOfBytes(bytes)).toBeInstanceOf(NotDicomError);
      expect(inputErrorOfBytes(joined([new Uint8Array(128), latin1('DICM'), bytes])).file).toBe('cut.dcm');
      // An element that could start a data set, and noise behind it.
      expect(inputErrorOfBytes(joined([Uint8Array.of(8, 0, 5, 0, 4, 0, 0, 0), bytes])).file).toBe('cut.dcm');
    }
  });
});

describe('flipped bytes', () => {
  const OBJECTS = [rtDose(), rtStruct(), rtPlan(), registration(), ct()];
  test.each(WAYS)('give an object or an InputError, nothing else: %o', (options) => {
    const random = randomNumbers(20240131);
    let refused = 0;
    for (let round = 0; round < 300; round++) {
      const bytes = fileBytes(OBJECTS[round % OBJECTS.length], options);
      for (let flips = 1 + random(8); flips > 0; flips--) bytes[random(bytes.length)] = random(256);
      try {
        const object = readDicom({ path: 'flipped.dcm', bytes });
        expect(object.file).toBe('flipped.dcm');
        if (object.kind === 'ct') object.storedValues();
      } catch (error) {
        refused++;
        if (!(error instanceof InputError)) throw new Error(`round ${round}`, { cause: error });
        expect(error.file).toBe('flipped.dcm');
      }
    }
    expect(refused).toBeGreaterThan(50);
    expect(refused).toBeLessThan(300);
  });
});

describe('an attribute that stands twice in one data set', () => {
  const scaling = (value: string) => ({ tag: 0x3004000e, vr: 'DS', value });
  const beside = (more: WrittenElement, options: WriteOptions) => writeElements([...toElements(rtDose()), more], options);

  test.each(WAYS)('with two values is refused, whichever is the later: %o', (options) => {
    const { message } = inputErrorOfBytes(beside(scaling('1.5e-2'), options));
    expect(message).toBe(
      'cut.dcm: (3004,000E) DoseGridScaling: found this attribute twice in one data set, with two values; needed it once: which of the two is meant is not known',
    );
  });

  test.each(WAYS)('within an item, and as its last: %o', (options) => {
    const [elements] = [toElements(registration())];
    const sequence = elements.find(({ tag }) => tag === 0x00700308)!;
    const [first, ...others] = sequence.items!;
    const again = { ...first.at(-1)!, items: [] };
    const bytes = writeElements(
      [...elements.filter((each) => each !== sequence), { ...sequence, items: [[...first, again], ...others] }],
      options,
    );
    expect(inputErrorOfBytes(bytes).message).toContain('found this attribute twice in one data set');
  });

  test.each(WAYS)('with the same value is read, and so is one that nothing reads: %o', (options) => {
    const plain = readDicom({ path: 'cut.dcm', bytes: fileBytes(rtDose(), options) });
    for (const more of [scaling('1.5e-3'), { tag: 0x30040999, vr: 'LO', value: 'a' }]) {
      const bytes = writeElements([...toElements(rtDose()), more, { tag: 0x30040999, vr: 'LO', value: 'bc' }], options);
      expect(readDicom({ path: 'cut.dcm', bytes })).toEqual(plain);
    }
  });
});
