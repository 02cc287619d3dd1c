import { deflateRawSync } from 'node:zlib';

/*
 * Writes DICOM for tests, byte by byte from PS3.5 section 7 and PS3.10 section 7. It shares nothing with the reader, so that
 * a mistake in one is not repeated in the other.
 */

export type Numbers = Uint8Array | Int8Array | Uint16Array | Int16Array | Uint32Array | Int32Array | Float32Array | Float64Array;

/** A data element: text or numbers in `value`, or a sequence in `items`, or encapsulated pixels in `fragments`. */
export interface WrittenElement {
  readonly tag: number;
  readonly vr: string;
  /** A Uint8Array is written as it is; other numbers in the byte order of the file, each in its own width. */
  readonly value?: string | Numbers;
  readonly items?: readonly (readonly WrittenElement[])[];
  /** The first is the basic offset table. */
  readonly fragments?: readonly Uint8Array[];
}

export interface Encoding {
  readonly uid: string;
  readonly explicitVr: boolean;
  readonly bigEndian: boolean;
  readonly deflated?: boolean;
}

const compressed = (end: string): Encoding => ({ uid: `1.2.840.10008.1.2.${end}`, explicitVr: true, bigEndian: false });
export const SYNTAX = {
  implicit: { uid: '1.2.840.10008.1.2', explicitVr: false, bigEndian: false },
  explicit: { uid: '1.2.840.10008.1.2.1', explicitVr: true, bigEndian: false },
  deflated: { uid: '1.2.840.10008.1.2.1.99', explicitVr: true, bigEndian: false, deflated: true },
  bigEndian: { uid: '1.2.840.10008.1.2.2', explicitVr: true, bigEndian: true },
  rle: compressed('5'),
  jpegBaseline: compressed('4.50'),
  jpegLossless: compressed('4.70'),
  jpegLs: compressed('4.80'),
  jpeg2000: compressed('4.90'),
} satisfies Record<string, Encoding>;
export type SyntaxName = keyof typeof SYNTAX;

export interface WriteOptions {
  readonly syntax?: SyntaxName;
  /** What the meta header says in place of the truth. */
  readonly statedUid?: string;
  readonly undefinedLengths?: boolean;
  /** `part10`: preamble, DICM, meta header. `meta`: the meta header alone. `none`: the bare data set. */
  readonly header?: 'part10' | 'meta' | 'none';
}

const LONG_VRS = new Set(['OB', 'OD', 'OF', 'OL', 'OV', 'OW', 'SQ', 'SV', 'UC', 'UN', 'UR', 'UT', 'UV']);
const UNDEFINED = 0xffffffff;
const ITEM = 0xfffee000;
const ITEM_END = 0xfffee00d;
const SEQUENCE_END = 0xfffee0dd;

export function joined(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

export const latin1 = (text: string): Uint8Array => Uint8Array.from(text, (character) => character.charCodeAt(0));

function uint(value: number, width: 2 | 4, bigEndian: boolean): Uint8Array {
  const bytes = new Uint8Array(width);
  const view = new DataView(bytes.buffer);
  if (width === 2) view.setUint16(0, value, !bigEndian);
  else view.setUint32(0, value, !bigEndian);
  return bytes;
}

function tagBytes(tag: number, bigEndian: boolean): Uint8Array {
  return joined([uint(Math.floor(tag / 65536), 2, bigEndian), uint(tag % 65536, 2, bigEndian)]);
}

/** An item, delimiter or other element without VR. */
const mark = (tag: number, length: number, bigEndian: boolean) => joined([tagBytes(tag, bigEndian), uint(length, 4, bigEndian)]);

function padded(bytes: Uint8Array, vr: string): Uint8Array {
  if (bytes.length % 2 === 0) return bytes;
  return joined([bytes, Uint8Array.of(vr === 'UI' || vr === 'OB' || vr === 'UN' ? 0 : 0x20)]);
}

function numberBytes(values: Numbers, bigEndian: boolean): Uint8Array {
  const width = values.BYTES_PER_ELEMENT;
  const bytes = new Uint8Array(values.buffer.slice(values.byteOffset, values.byteOffset + values.byteLength));
  // The tests run on little-endian machines, so the numbers lie so in memory.
  if (bigEndian) for (let n = 0; n < bytes.length; n += width) bytes.subarray(n, n + width).reverse();
  return bytes;
}

function sequenceBytes(element: WrittenElement, encoding: Encoding, undefinedLengths: boolean): Uint8Array {
  const { bigEndian } = encoding;
  const items = (element.items ?? []).flatMap((item) => {
    const body = dataSetBytes(item, encoding, undefinedLengths);
    return undefinedLengths
      ? [mark(ITEM, UNDEFINED, bigEndian), body, mark(ITEM_END, 0, bigEndian)]
      : [mark(ITEM, body.length, bigEndian), body];
  });
  return joined(undefinedLengths ? [...items, mark(SEQUENCE_END, 0, bigEndian)] : items);
}

function fragmentBytes(fragments: readonly Uint8Array[]): Uint8Array {
  const items = fragments.flatMap((fragment) => {
    const body = padded(fragment, 'OB');
    return [mark(ITEM, body.length, false), body];
  });
  return joined([...items, mark(SEQUENCE_END, 0, false)]);
}

function elementBytes(element: WrittenElement, encoding: Encoding, undefinedLengths: boolean): Uint8Array {
  const { vr, value = '', items, fragments } = element;
  const { bigEndian, explicitVr } = encoding;
  let body: Uint8Array;
  if (items) body = sequenceBytes(element, encoding, undefinedLengths);
  else if (fragments) body = fragmentBytes(fragments);
  else body = padded(typeof value === 'string' ? latin1(value) : numberBytes(value, bigEndian), vr);
  const length = fragments || (items && undefinedLengths) ? UNDEFINED : body.length;
  const tag = tagBytes(element.tag, bigEndian);
  if (!explicitVr) return joined([tag, uint(length, 4, bigEndian), body]);
  if (LONG_VRS.has(vr)) return joined([tag, latin1(vr), new Uint8Array(2), uint(length, 4, bigEndian), body]);
  return joined([tag, latin1(vr), uint(length, 2, bigEndian), body]);
}

export function dataSetBytes(elements: readonly WrittenElement[], encoding: Encoding, undefinedLengths = false): Uint8Array {
  const sorted = [...elements].sort((a, b) => a.tag - b.tag);
  return joined(sorted.map((element) => elementBytes(element, encoding, undefinedLengths)));
}

function metaBytes(elements: readonly WrittenElement[], uid: string): Uint8Array {
  const text = (tag: number) => String(elements.find((element) => element.tag === tag)?.value ?? '');
  const rest = dataSetBytes(
    [
      { tag: 0x00020001, vr: 'OB', value: Uint8Array.of(0, 1) },
      { tag: 0x00020002, vr: 'UI', value: text(0x00080016) },
      { tag: 0x00020003, vr: 'UI', value: text(0x00080018) },
      { tag: 0x00020010, vr: 'UI', value: uid },
      { tag: 0x00020012, vr: 'UI', value: '1.2.3.4' },
    ],
    SYNTAX.explicit,
  );
  const length = dataSetBytes([{ tag: 0x00020000, vr: 'UL', value: Uint32Array.of(rest.length) }], SYNTAX.explicit);
  return joined([length, rest]);
}

/** The bytes of a file. */
export function writeElements(elements: readonly WrittenElement[], options: WriteOptions = {}): Uint8Array {
  const { syntax = 'explicit', undefinedLengths = false, header = 'part10' } = options;
  const encoding: Encoding = SYNTAX[syntax];
  const plain = dataSetBytes(elements, encoding, undefinedLengths);
  const body = encoding.deflated ? new Uint8Array(deflateRawSync(plain)) : plain;
  if (header === 'none') return body;
  const meta = metaBytes(elements, options.statedUid ?? encoding.uid);
  return header === 'meta' ? joined([meta, body]) : joined([new Uint8Array(128), latin1('DICM'), meta, body]);
}
