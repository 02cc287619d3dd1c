import { InputError, type RefusalKind } from '../input-error';

/** The bytes are no DICOM at all: in a folder such a file is passed over, named as the dose of a case it is refused. */
export class NotDicomError extends InputError {
  /** What the bytes look like: "a JPEG picture", "an empty file". */
  readonly looksLike: string;

  constructor(file: string, looksLike: string) {
    super({ file, found: looksLike, needed: 'a DICOM file' });
    this.name = 'NotDicomError';
    this.looksLike = looksLike;
  }

  protected override get kind(): RefusalKind {
    return 'not-dicom';
  }
}

const SIGNATURES: readonly (readonly [name: string, signature: string])[] = [
  ['a JPEG picture', '\xff\xd8\xff'],
  ['a PNG picture', '\x89PNG'],
  ['a GIF picture', 'GIF8'],
  ['a JPEG 2000 picture', '\x00\x00\x00\x0cjP'],
  ['a TIFF picture', 'II*\x00'],
  ['a TIFF picture', 'MM\x00*'],
  ['a PDF document', '%PDF'],
  ['a ZIP archive', 'PK\x03\x04'],
  ['a gzip archive', '\x1f\x8b'],
  ['a 7-zip archive', '7z\xbc\xaf'],
  ['a NIfTI image', '\x5c\x01\x00\x00'],
  ['an NRRD image', 'NRRD'],
  ['a program', 'MZ'],
  ['a program', '\x7fELF'],
];

/** Says what bytes that are no DICOM look like. */
export function describeForeignBytes(bytes: Uint8Array): string {
  if (bytes.length === 0) return 'an empty file';
  const start = String.fromCharCode(...bytes.subarray(0, 16));
  const known = SIGNATURES.find(([, signature]) => start.startsWith(signature));
  if (known) return known[0];
  const sample = bytes.subarray(0, 512);
  if (sample.every((byte) => byte >= 0x20 || byte === 0x09 || byte === 0x0a || byte === 0x0d)) return 'text';
  if (sample.every((byte) => byte === 0)) return 'a file of zeros';
  return 'bytes that are no DICOM (no "DICM" at byte 128 and no data element at the start)';
}
