import { dataSetBytes, type Encoding, joined } from '../dicom/dicom-writer';
import { type Element, nodesOf, pickNode } from './element-tree';
import type { Random } from './random';

/** Another file of the same bytes. @param elements what is written in them, and how. */
export type ByteMutation = (random: Random, bytes: Uint8Array, elements: Element[], encoding: Encoding) => Uint8Array;

/** Where a file is touched: mostly in its beginning, for most of the rest is voxels or points. */
const place = (random: Random, bytes: Uint8Array): number =>
  random.below(random.chance(0.5) ? Math.min(bytes.length, 1200) : bytes.length);

const LENGTHS = [0, 1, 2, 0xff, 0xffff, 0xfffe, 0x7fffffff, 0xfffffffe, 0xffffffff];
const LONG = /^(?:OB|OD|OF|OL|OV|OW|SQ|SV|UC|UN|UR|UT|UV)$/;

/** Where the header of an element begins; -1 where its bytes are not found as they were written. */
function headerOf(bytes: Uint8Array, element: Element, encoding: Encoding): number {
  const own = dataSetBytes([element], encoding);
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).indexOf(own);
}

const lengthField: ByteMutation = (random, bytes, elements, encoding) => {
  const node = pickNode(random, nodesOf(elements));
  const at = node ? headerOf(bytes, node.element, encoding) : -1;
  if (!node || at < 0) return bytes.slice(0, bytes.length - 1);
  const { vr } = node.element;
  const changed = bytes.slice();
  const view = new DataView(changed.buffer);
  const isShort = encoding.explicitVr && !LONG.test(vr);
  const field = at + (encoding.explicitVr ? (isShort ? 6 : 8) : 4);
  const isLittle = !encoding.bigEndian;
  const was = isShort ? view.getUint16(field, isLittle) : view.getUint32(field, isLittle);
  const length = random.pick([...LENGTHS, was + 1, was - 1, was + 2, was - 2, was * 2, random.below(5000)]);
  if (isShort) view.setUint16(field, length, isLittle);
  else view.setUint32(field, length, isLittle);
  return changed;
};

const vrBytes: ByteMutation = (random, bytes, elements, encoding) => {
  const node = pickNode(random, nodesOf(elements));
  const at = node && encoding.explicitVr ? headerOf(bytes, node.element, encoding) : -1;
  if (at < 0) return flipped(random, bytes, 2);
  const changed = bytes.slice();
  const vr = random.pick(['SQ', 'UN', 'OB', 'DS', 'UI', 'IS', 'FD', '  ', 'XX', '\0\0']);
  changed[at + 4] = vr.charCodeAt(0);
  changed[at + 5] = vr.charCodeAt(1);
  return changed;
};

export function flipped(random: Random, bytes: Uint8Array, most = 8): Uint8Array {
  const changed = bytes.slice();
  for (let n = random.between(1, most); n > 0; n--) changed[place(random, bytes)] ^= 1 << random.below(8);
  return changed;
}

export const cutOff = (random: Random, bytes: Uint8Array): Uint8Array => bytes.slice(0, place(random, bytes));

export function overwritten(random: Random, bytes: Uint8Array): Uint8Array {
  const changed = bytes.slice();
  const at = place(random, bytes);
  const length = Math.min(random.pick([1, 2, 4, 16, 64, 1024]), bytes.length - at);
  const run = random.pick([
    new Uint8Array(length),
    new Uint8Array(length).fill(0xff),
    new Uint8Array(length).fill(0x20),
    random.bytes(length),
  ]);
  changed.set(run, at);
  return changed;
}

/** By what they are called in the table. */
export const BYTE_MUTATIONS: Readonly<Record<string, ByteMutation>> = {
  'bits flipped': (random, bytes) => flipped(random, bytes),
  'bytes overwritten': overwritten,
  'cut off': cutOff,
  'bytes left out': (random, bytes) => {
    const at = place(random, bytes);
    return joined([bytes.subarray(0, at), bytes.subarray(at + random.pick([1, 2, 3, 8, 100]))]);
  },
  'bytes put in': (random, bytes) => {
    const at = place(random, bytes);
    const more = random.bytes(random.pick([1, 2, 4, 9, 100]));
    return joined([bytes.subarray(0, at), more, bytes.subarray(at)]);
  },
  'bytes at the end': (random, bytes) => joined([bytes, random.bytes(random.between(1, 200))]),
  'length field': lengthField,
  'vr field': vrBytes,
};
