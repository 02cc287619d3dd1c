import { Inflate } from 'fflate';
import type { ByteSource, ZipEntry } from './zip-directory';

/** Small, so that a hostile zip (which may grow a thousandfold) cannot take much memory at a time. */
const CHUNK_BYTES = 64 * 1024;

/**
 * The bytes of an entry, in pieces.
 * @throws Error with a sentence for the user where they are not what the zip's directory says (length, CRC-32).
 */
export async function* entryBytes(source: ByteSource, entry: ZipEntry): AsyncGenerator<Uint8Array> {
  const damaged = () => new Error(`${entry.name} is damaged in the zip. Copy the zip again.`);
  const header = await source.read(entry.headerOffset, 30);
  if (header.length < 30) throw damaged();
  const view = new DataView(header.buffer, header.byteOffset, 30);
  if (view.getUint32(0, true) !== 0x04034b50) throw damaged();
  const start = entry.headerOffset + 30 + view.getUint16(26, true) + view.getUint16(28, true);
  if (start + entry.compressedSize > source.size) throw damaged();

  let pieces: Uint8Array[] = [];
  const inflate = new Inflate((piece) => pieces.push(piece));
  let length = 0;
  let crc = 0xffffffff;
  for (let done = 0; done < entry.compressedSize; done += CHUNK_BYTES) {
    const wanted = Math.min(CHUNK_BYTES, entry.compressedSize - done);
    const packed = await source.read(start + done, wanted);
    if (packed.length !== wanted) throw damaged();
    if (entry.deflated) {
      try {
        inflate.push(packed, done + wanted === entry.compressedSize);
      } catch {
        throw damaged();
      }
    } else pieces.push(packed);
    for (const piece of pieces) {
      length += piece.length;
      if (length > entry.size) throw damaged();
      crc = crcOf(piece, crc);
      if (piece.length > 0) yield piece;
    }
    pieces = [];
  }
  if (length !== entry.size || (crc ^ 0xffffffff) >>> 0 !== entry.crc32) throw damaged();
}

const CRC_TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
  let value = byte;
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  return value;
});

function crcOf(bytes: Uint8Array, crc: number): number {
  let value = crc;
  for (let i = 0; i < bytes.length; i++) value = CRC_TABLE[(value ^ bytes[i]) & 0xff] ^ (value >>> 8);
  return value;
}
