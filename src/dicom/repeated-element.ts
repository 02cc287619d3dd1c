import type { Element } from 'dicom-parser';
import { endOf } from './sound-element';
import { TAG } from './tag';

/** How the elements of a file are written, and in which bytes. */
interface Written {
  readonly bytes: Uint8Array;
  readonly bigEndian: boolean;
  readonly explicitVr: boolean;
}

type Elements = Readonly<Record<string, Element>>;

/** VRs with a length of four bytes behind two that are reserved, as dicom-parser reads them (PS3.5 7.1.2). */
const LONG = /^(?:OB|OD|OL|OW|SQ|OF|UC|UR|UT|UN)$/;
const READ = new Set(Object.values(TAG));
const UNDEFINED_LENGTH = 0xffffffff;

const headerBytes = (vr: string | undefined, explicitVr: boolean): number => (explicitVr && LONG.test(vr ?? '') ? 12 : 8);

/**
 * The tag of an attribute that stands twice in one data set with two values, which no data set may (PS3.5 7.1); undefined
 * where none does. dicom-parser keeps the later one and says nothing: the earlier is what lies between the elements that
 * it kept. Attributes that this program does not read are passed over.
 * @param start where the data set begins.
 */
export function repeatedTag(elements: Elements, written: Written, start: number): number | undefined {
  const inOrder = Object.values(elements).sort((a, b) => a.dataOffset - b.dataOffset);
  let end = start;
  for (const element of inOrder) {
    const begins = element.dataOffset - headerBytes(element.vr, written.explicitVr);
    while (end + 8 <= begins) {
      const earlier = elementAt(end, written);
      const later = elements[keyOf(earlier.tag)];
      if (READ.has(earlier.tag as never) && (!later || !isSameValue(earlier, later, written.bytes))) return earlier.tag;
      if (earlier.length === UNDEFINED_LENGTH) break;
      end = earlier.dataOffset + earlier.length;
    }
    end = endOf(element);
    const inner = { ...written, explicitVr: written.explicitVr && element.vr !== 'UN' };
    for (const item of element.items ?? []) {
      const within = item.dataSet && repeatedTag(item.dataSet.elements, inner, item.dataOffset);
      if (within !== undefined) return within;
    }
  }
  return undefined;
}

const keyOf = (tag: number): string => `x${tag.toString(16).padStart(8, '0')}`;

interface Header {
  readonly tag: number;
  readonly dataOffset: number;
  readonly length: number;
}

function elementAt(at: number, { bytes, bigEndian, explicitVr }: Written): Header {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const little = !bigEndian;
  const tag = view.getUint16(at, little) * 65536 + view.getUint16(at + 2, little);
  if (!explicitVr) return { tag, dataOffset: at + 8, length: view.getUint32(at + 4, little) };
  if (!LONG.test(String.fromCharCode(bytes[at + 4], bytes[at + 5]))) {
    return { tag, dataOffset: at + 8, length: view.getUint16(at + 6, little) };
  }
  return { tag, dataOffset: at + 12, length: view.getUint32(at + 8, little) };
}

function isSameValue(a: Header, b: Element, bytes: Uint8Array): boolean {
  if (a.length !== b.length) return false;
  for (let n = 0; n < a.length; n++) if (bytes[a.dataOffset + n] !== bytes[b.dataOffset + n]) return false;
  return true;
}
