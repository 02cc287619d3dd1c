import { isSystemName, MAX_FILES, tooManyFiles } from '../../files/system-names';

/*
 * The directory of a zip (PKWARE APPNOTE 6.3), read without reading what is in it: entries are then inflated one by one,
 * straight from the zip, and nothing is unpacked to disk.
 */

export interface ByteSource {
  readonly size: number;
  read(offset: number, length: number): Promise<Uint8Array>;
}

export interface ZipEntry {
  /** Harmless: no drive, no leading slash, no `..`; unique in its zip. */
  readonly name: string;
  readonly size: number;
  readonly compressedSize: number;
  readonly deflated: boolean;
  readonly crc32: number;
  readonly headerOffset: number;
}

/** All entries together, unpacked. */
export const MAX_ZIP_BYTES = 8 * 2 ** 30;

const END = 0x06054b50;
const END64 = 0x06064b50;
const LOCATOR64 = 0x07064b50;
const ENTRY = 0x02014b50;
const MAX_DIRECTORY_BYTES = 128 * 2 ** 20;

/** @throws Error with a sentence for the user where the zip is damaged, too large, or locked. */
export async function listZip(source: ByteSource, label: string, maxBytes = MAX_ZIP_BYTES): Promise<ZipEntry[]> {
  const damaged = new Error(`${label} is not a whole zip file: it may not have been copied to the end.`);
  const { offset, length, count } = await findDirectory(source, damaged);
  if (length > MAX_DIRECTORY_BYTES) throw tooManyFiles(label);
  if (offset < 0 || offset + length > source.size) throw damaged;
  const view = viewOf(await source.read(offset, length));
  const entries: ZipEntry[] = [];
  const names = new Map<string, number>();
  let total = 0;
  let seen = 0;
  for (let at = 0; at + 46 <= view.byteLength && view.getUint32(at, true) === ENTRY; ) {
    const nameLength = view.getUint16(at + 28, true);
    const extraLength = view.getUint16(at + 30, true);
    const next = at + 46 + nameLength + extraLength + view.getUint16(at + 32, true);
    if (next > view.byteLength) throw damaged;
    const name = safeName(new Uint8Array(view.buffer, view.byteOffset + at + 46, nameLength));
    if (name !== undefined) {
      if (view.getUint16(at + 8, true) & 1) throw new Error(`${label} is locked with a password. Unpack it first.`);
      const method = view.getUint16(at + 10, true);
      if (method !== 0 && method !== 8) throw new Error(`${label} is packed in an unusual way. Unpack it first.`);
      const sizes = sizesOf(view, at, nameLength, extraLength);
      total += sizes.size;
      if (total > maxBytes)
        throw new Error(`${label} unpacks to more than ${Math.round(maxBytes / 2 ** 30)} GB and was not opened.`);
      const times = (names.get(name) ?? 0) + 1;
      names.set(name, times);
      const crc32 = view.getUint32(at + 16, true);
      entries.push({ name: times === 1 ? name : `${name} (${times})`, deflated: method === 8, crc32, ...sizes });
      if (entries.length > MAX_FILES) throw tooManyFiles(label);
    }
    seen++;
    at = next;
  }
  if (seen !== count) throw damaged;
  return entries;
}

interface Directory {
  readonly offset: number;
  readonly length: number;
  /** Of entries, folders included. */
  readonly count: number;
}

async function findDirectory(source: ByteSource, damaged: Error): Promise<Directory> {
  const tailStart = Math.max(0, source.size - 65_557);
  const tail = viewOf(await source.read(tailStart, source.size - tailStart));
  for (let at = tail.byteLength - 22; at >= 0; at--) {
    if (tail.getUint32(at, true) !== END || at + 22 + tail.getUint16(at + 20, true) > tail.byteLength) continue;
    const length = tail.getUint32(at + 12, true);
    const offset = tail.getUint32(at + 16, true);
    const count = tail.getUint16(at + 10, true);
    if (at < 20 || tail.getUint32(at - 20, true) !== LOCATOR64) return { offset, length, count };
    const end64 = Number(tail.getBigUint64(at - 12, true));
    if (end64 + 56 > source.size) throw damaged;
    const view = viewOf(await source.read(end64, 56));
    if (view.getUint32(0, true) !== END64) throw damaged;
    const number = (field: number) => Number(view.getBigUint64(field, true));
    return { count: number(32), length: number(40), offset: number(48) };
  }
  throw damaged;
}

/** Sizes and place of an entry, from its ZIP64 field (APPNOTE 4.5.3) where they do not fit 32 bits. */
function sizesOf(view: DataView, at: number, nameLength: number, extraLength: number) {
  const sizes = {
    size: view.getUint32(at + 24, true),
    compressedSize: view.getUint32(at + 20, true),
    headerOffset: view.getUint32(at + 42, true),
  };
  const end = at + 46 + nameLength + extraLength;
  for (let field = at + 46 + nameLength; field + 4 <= end; field += 4 + view.getUint16(field + 2, true)) {
    if (view.getUint16(field, true) !== 1) continue;
    let value = field + 4;
    for (const key of ['size', 'compressedSize', 'headerOffset'] as const) {
      if (sizes[key] !== 0xffffffff || value + 8 > end) continue;
      sizes[key] = Number(view.getBigUint64(value, true));
      value += 8;
    }
  }
  return sizes;
}

/** @returns undefined for a folder and for what the platform keeps for itself. */
function safeName(bytes: Uint8Array): string | undefined {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    text = new TextDecoder('latin1').decode(bytes);
  }
  const slashed = text.replaceAll('\\', '/').replace(/^[A-Za-z]:/, '');
  if (slashed.endsWith('/')) return undefined;
  const parts = slashed.split('/').filter((part) => part !== '' && part !== '.' && part !== '..');
  if (parts.length === 0 || parts.some(isSystemName)) return undefined;
  return parts.join('/').replace(/\p{Cc}/gu, '_');
}

const viewOf = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
