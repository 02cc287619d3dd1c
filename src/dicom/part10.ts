import { type Finding, makeFinding } from '../findings/finding';
import { InputError } from '../input-error';
import { MOST_UNPACKED_BYTES, megabytes } from './claimed-sizes';
import { inflateWithin, UnpacksTooFar } from './inflate-within';
import { describeForeignBytes, NotDicomError } from './not-dicom-error';
import { guessSyntax } from './syntax-guess';
import { TAG, tagLabel } from './tag';
import { asciiText } from './text-decoding';
import { EXPLICIT_LITTLE_ENDIAN, type TransferSyntax, transferSyntax } from './transfer-syntax';

/** Where the data set of a file starts and how it is written. */
export interface OpenedFile {
  readonly syntax: TransferSyntax;
  /** The file, or what a deflated file holds. */
  readonly bytes: Uint8Array;
  /** Where in `bytes` the data set starts. */
  readonly offset: number;
  /** From the meta header; '' where there is none. */
  readonly sopClassUid: string;
  readonly sopInstanceUid: string;
  /** Whether "DICM" stands at byte 128. */
  readonly isPart10: boolean;
  readonly findings: readonly Finding[];
}

const PREAMBLE = 128;
const LONG_VRS = new Set(['OB', 'OW', 'UN', 'UT', 'SQ']);
/** How many bytes before a raw data set are passed over; one real file has a stray space. */
const STRAY_BYTES = 3;

function hasPrefix(bytes: Uint8Array): boolean {
  return String.fromCharCode(...bytes.subarray(PREAMBLE, PREAMBLE + 4)) === 'DICM';
}

/** The file meta elements, always explicit little endian (PS3.10 7.1). Its group length is not trusted: it is often wrong. */
function readMeta(file: string, bytes: Uint8Array, start: number): { values: Map<number, string>; end: number } {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const values = new Map<number, string>();
  let at = start;
  while (at + 8 <= bytes.length && view.getUint16(at, true) === 0x0002) {
    const tag = 0x00020000 + view.getUint16(at + 2, true);
    const isLong = LONG_VRS.has(String.fromCharCode(bytes[at + 4], bytes[at + 5]));
    const dataAt = at + (isLong ? 12 : 8);
    const length = isLong && dataAt <= bytes.length ? view.getUint32(at + 8, true) : view.getUint16(at + 6, true);
    if (dataAt + length > bytes.length) {
      throw new InputError({
        file,
        where: tagLabel(tag),
        found: 'a file that ends within its meta header',
        needed: 'the whole file',
      });
    }
    if (length < 256) values.set(tag, asciiText(bytes.subarray(dataAt, dataAt + length)));
    at = dataAt + length;
  }
  return { values, end: at };
}

function statedSyntax(file: string, uid: string): TransferSyntax {
  const known = transferSyntax(uid);
  if (known) return known;
  // Every further encapsulated syntax is explicit little endian (PS3.5 A.4).
  if (uid.startsWith('1.2.840.10008.1.2.4.'))
    return { ...EXPLICIT_LITTLE_ENDIAN, uid, name: `compression ${uid}`, pixels: 'compressed' };
  throw new InputError({
    file,
    where: tagLabel(TAG.TransferSyntaxUID),
    found: `the unknown transfer syntax ${uid}`,
    needed: 'a transfer syntax of the DICOM standard: export the object uncompressed (Implicit or Explicit VR Little Endian)',
  });
}

function inflate(file: string, bytes: Uint8Array, offset: number): Uint8Array {
  try {
    return inflateWithin(bytes.subarray(offset));
  } catch (error) {
    if (error instanceof UnpacksTooFar) throw unpacksTooFar(file, bytes.length - offset);
    throw new InputError({ file, found: 'a deflated data set that breaks off or is damaged', needed: 'the whole file' });
  }
}

function unpacksTooFar(file: string, packedBytes: number): InputError {
  const most = megabytes(MOST_UNPACKED_BYTES);
  return new InputError({
    file,
    where: tagLabel(TAG.TransferSyntaxUID),
    found: `a deflated data set of ${megabytes(packedBytes)} that inflates to more than ${most}`,
    needed: `at most ${most}: export the object uncompressed`,
  });
}

/** A data set without "DICM": the syntax is guessed, and the guess is said. */
function openRaw(file: string, bytes: Uint8Array): OpenedFile {
  for (let offset = 0; offset <= STRAY_BYTES; offset++) {
    const guess = guessSyntax(bytes, offset);
    if (!guess || (offset > 0 && !guess.explicitVr)) continue;
    const stray: Finding[] = offset === 0 ? [] : [makeFinding('bytes-before-data-set', 'warning', { bytes: offset }, { file })];
    if (bytes[offset] === 2 && guess === EXPLICIT_LITTLE_ENDIAN) {
      const opened = openMeta(file, bytes, offset);
      const findings = [...stray, makeFinding('no-preamble', 'info', {}, { file }), ...opened.findings];
      return { ...opened, isPart10: false, findings };
    }
    const findings: Finding[] = [...stray, makeFinding('no-file-meta', 'info', { takenAs: guess.name }, { file })];
    return { syntax: guess, bytes, offset, sopClassUid: '', sopInstanceUid: '', isPart10: false, findings };
  }
  throw new NotDicomError(file, describeForeignBytes(bytes));
}

function openMeta(file: string, bytes: Uint8Array, start: number): OpenedFile {
  const { values, end } = readMeta(file, bytes, start);
  const uid = values.get(TAG.TransferSyntaxUID) ?? '';
  const findings: Finding[] = [];
  const guess = guessSyntax(bytes, end);
  let syntax: TransferSyntax;
  if (uid) {
    syntax = statedSyntax(file, uid);
    if (guess && !syntax.deflated && (guess.explicitVr !== syntax.explicitVr || guess.bigEndian !== syntax.bigEndian)) {
      const facts = { stated: syntax.name, found: guess.name };
      findings.push(makeFinding('transfer-syntax-contradicted', 'warning', facts, { file }));
      syntax = { ...guess, pixels: syntax.pixels };
    }
  } else {
    if (!guess) {
      throw new InputError({
        file,
        where: tagLabel(TAG.TransferSyntaxUID),
        found: 'nothing',
        needed: 'the transfer syntax of the file',
      });
    }
    syntax = guess;
    findings.push(makeFinding('no-transfer-syntax', 'info', { takenAs: guess.name }, { file }));
  }
  const body = syntax.deflated ? { bytes: inflate(file, bytes, end), offset: 0 } : { bytes, offset: end };
  const sopClassUid = values.get(TAG.MediaStorageSOPClassUID) ?? '';
  return {
    syntax,
    ...body,
    sopClassUid,
    sopInstanceUid: values.get(TAG.MediaStorageSOPInstanceUID) ?? '',
    isPart10: true,
    findings,
  };
}

/**
 * Finds the data set of a file: behind preamble and meta header (PS3.10 7.1), or bare.
 * @throws NotDicomError where the bytes are no DICOM; InputError where they are but cannot be opened.
 */
export function openDicomFile(file: string, bytes: Uint8Array): OpenedFile {
  return hasPrefix(bytes) ? openMeta(file, bytes, PREAMBLE + 4) : openRaw(file, bytes);
}
