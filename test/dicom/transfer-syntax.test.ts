import { describe, expect, test } from 'vitest';
import type { DicomObject } from '../../src/dicom/dicom-object';
import { readDicom } from '../../src/dicom/read-dicom';
import { joined, latin1, SYNTAX, type SyntaxName, type WriteOptions } from './dicom-writer';
import { type Fields, fileBytes, fileOf, own, read, refusal } from './objects';
import { ct, DOSE_VALUES, registration, rtDose, rtPlan, rtStruct } from './samples';

const NATIVE = ['implicit', 'explicit', 'deflated', 'bigEndian'] as const satisfies readonly SyntaxName[];
const SAMPLES: readonly (readonly [string, Fields])[] = [
  ['dose', rtDose()],
  ['structures', rtStruct()],
  ['plan', rtPlan()],
  ['registration', registration()],
  ['ct', ct()],
];
const WAYS: WriteOptions[] = NATIVE.flatMap((syntax) =>
  [false, true].flatMap((undefinedLengths) => [
    { syntax, undefinedLengths, header: 'part10' as const },
    { syntax, undefinedLengths, header: 'meta' as const },
    // A deflated data set cannot be told without its meta header.
    ...(syntax === 'deflated' ? [] : [{ syntax, undefinedLengths, header: 'none' as const }]),
  ]),
);

/** What an object says, beside how its file was written. CT pixels are read. */
function contentOf(object: DicomObject): unknown {
  const { transferSyntaxUid: _uid, findings: _findings, ...rest } = object;
  return { ...rest, ...(object.kind === 'ct' ? { storedValues: object.storedValues() } : {}) };
}

describe.each(SAMPLES)('a %s object', (kind, fields) => {
  const reference = read(kind as DicomObject['kind'], fields);
  test.each(WAYS)('reads the same from %o', (options) => {
    const object = readDicom(fileOf(fields, options));
    expect(contentOf(object)).toEqual(contentOf(reference));
    expect(object.transferSyntaxUid).toBe(SYNTAX[options.syntax ?? 'explicit'].uid);
    const codes = { part10: [], meta: ['no-preamble'], none: ['no-file-meta'] }[options.header ?? 'part10'];
    expect(object.findings.map(({ code }) => code)).toEqual(codes);
  });
});

describe('stored values', () => {
  const KINDS = [
    [16, 0, Uint16Array.from([0, 1, 258, 4660, 40000, 65535])],
    [16, 1, Int16Array.from([0, 1, 258, -2, 32767, -32768])],
    [32, 0, Uint32Array.from([0, 1, 16909060, 305419896, 4000000000, 4294967295])],
    [32, 1, Int32Array.from([0, 1, 16909060, -2, 2147483647, -2147483648])],
  ] as const;
  const small = { Rows: 2, Columns: 3, NumberOfFrames: 1, GridFrameOffsetVector: undefined };
  test.each(KINDS.flatMap((kind) => NATIVE.map((syntax) => [...kind, syntax] as const)))(
    '%i bits, representation %i, %o as %s',
    (BitsAllocated, PixelRepresentation, values, syntax) => {
      // Only a difference of two doses may be signed (PS3.3 C.8.8.3).
      const DoseType = PixelRepresentation === 1 ? 'ERROR' : 'PHYSICAL';
      const fields = rtDose({ ...small, DoseType, BitsAllocated, PixelRepresentation, PixelData: values });
      const { pixels } = read('dose', fields, { syntax });
      expect(pixels).toEqual(values);
      expect(pixels.constructor).toBe(values.constructor);
    },
  );

  test('are the same from a Buffer, which shares its memory, as from plain bytes, and leave the bytes alone', () => {
    const bytes = fileBytes(rtDose(), { syntax: 'bigEndian' });
    const shared = Buffer.alloc(bytes.length + 64);
    const buffer = shared.subarray(17, 17 + bytes.length);
    buffer.set(bytes);
    const object = readDicom({ path: 'a.dcm', bytes: buffer });
    expect(object.kind === 'dose' && Array.from(object.pixels)).toEqual(DOSE_VALUES);
    expect(Buffer.compare(buffer, bytes)).toBe(0);
  });

  test('start anywhere in the file', () => {
    for (const StudyDescription of ['', 'ab', 'abcd']) {
      expect(Array.from(read('dose', rtDose({ StudyDescription })).pixels)).toEqual(DOSE_VALUES);
    }
  });
});

describe('odd files that can be read', () => {
  test('a stated transfer syntax that the data contradict is told', () => {
    const dose = read('dose', rtDose(), { syntax: 'implicit', statedUid: SYNTAX.explicit.uid });
    expect(Array.from(dose.pixels)).toEqual(DOSE_VALUES);
    expect(dose.findings.map(({ code }) => code)).toEqual(['transfer-syntax-contradicted']);
  });

  test('no transfer syntax is guessed and told', () => {
    const dose = read('dose', rtDose(), { syntax: 'implicit', statedUid: '' });
    expect(dose.transferSyntaxUid).toBe(SYNTAX.implicit.uid);
    expect(dose.findings.map(({ code }) => code)).toEqual(['no-transfer-syntax']);
  });

  test('an unknown transfer syntax is refused by its UID', () => {
    const error = refusal(rtDose(), { statedUid: '1.2.3.4.5' });
    expect(error.message).toMatch(/^course\/object\.dcm: \(0002,0010\) TransferSyntaxUID: found .*1\.2\.3\.4\.5; needed /);
  });

  test.each(['implicit', 'explicit'] as const)('zeros after the last element (%s)', (syntax) => {
    for (const zeros of [1, 2, 6, 7, 8, 12, 100, 511]) {
      const bytes = joined([fileBytes(rtDose(), { syntax }), new Uint8Array(zeros)]);
      const dose = readDicom({ path: 'padded.dcm', bytes });
      expect(dose.kind === 'dose' && Array.from(dose.pixels), `${zeros} zeros`).toEqual(DOSE_VALUES);
    }
  });

  test('a last element of fewer than four bytes whose VR is not known', () => {
    for (const value of ['', 'ab']) {
      const odd = { tag: 0x7fe10011, vr: 'LO', value };
      expect(Array.from(read('dose', rtDose({ Odd: odd }), { syntax: 'implicit' }).pixels)).toEqual(DOSE_VALUES);
    }
  });

  test('private elements and sequences, and padding (FFFC,FFFC)', () => {
    const odd = {
      Private: { tag: 0x00291010, vr: 'SQ', items: [[{ tag: 0x00080016, vr: 'UI', value: '9.9' }]] },
      Group: { tag: 0x00080000, vr: 'UL', value: Uint32Array.of(7) },
      Padding: { tag: 0xfffcfffc, vr: 'OB', value: new Uint8Array(32) },
    };
    for (const options of WAYS) expect(read('dose', rtDose(odd), options).sopClassUid).toBe(rtDose().SOPClassUID);
  });

  test('a sequence that an archive wrote as UN', () => {
    const items = [
      { tag: 0x00081155, vr: 'UI', value: '1.2.3.99' },
      { tag: 0x300c0006, vr: 'IS', value: '1' },
    ];
    const implicit = fileBytes(
      { ReferencedRTPlanSequence: own('ReferencedRTPlanSequence', { items: [items] }) },
      { syntax: 'implicit', header: 'none' },
    );
    const value = implicit.subarray(8);
    const dose = read('dose', rtDose({ ReferencedRTPlanSequence: own('ReferencedRTPlanSequence', { vr: 'UN', value }) }));
    expect(dose.referencedPlans).toEqual([{ sopInstanceUid: '1.2.3.99', fractionGroups: [] }]);
    // No items, and an element that claims to reach beyond its sequence.
    const overlong = value.slice();
    overlong[overlong.length - 6] = 0x70;
    for (const damaged of [latin1('no sequence at all'), overlong]) {
      const broken = own('ReferencedRTPlanSequence', { vr: 'UN', value: damaged });
      expect(refusal(rtDose({ ReferencedRTPlanSequence: broken })).where).toBe('(300C,0002) ReferencedRTPlanSequence');
    }
  });
});
