export type PixelValues = Uint16Array | Int16Array | Uint32Array | Int32Array;

const HOST_IS_LITTLE_ENDIAN = new Uint8Array(Uint16Array.of(1).buffer)[0] === 1;

function swapBytes(bytes: Uint8Array, width: 2 | 4): void {
  for (let n = 0; n + width <= bytes.length; n += width) {
    for (let a = n, b = n + width - 1; a < b; a++, b--) {
      const kept = bytes[a];
      bytes[a] = bytes[b];
      bytes[b] = kept;
    }
  }
}

/** Below this a copy costs nothing, and a few pixels do not hold the whole of a file. */
const LARGE_BYTES = 16e6;

/** Whether values may be read where the bytes are: large, the most of what holds them, and at a place for such values. */
function mayStay({ buffer, byteOffset, byteLength }: Uint8Array, width: 2 | 4): boolean {
  return byteLength >= LARGE_BYTES && 2 * byteLength >= buffer.byteLength && byteOffset % width === 0;
}

/**
 * Stored values from the bytes of native pixel data. The bytes may start at any offset of the file; many of them are
 * read where they are, if they can be, so that a large file is not held twice: they must not be changed afterwards.
 * @param bytes as many as the values need; the caller checks the length.
 */
export function pixelValues(bytes: Uint8Array, bitsAllocated: 16 | 32, signed: boolean, bigEndian: boolean): PixelValues {
  const width = bitsAllocated === 16 ? 2 : 4;
  const isSwapped = bigEndian === HOST_IS_LITTLE_ENDIAN;
  // Not `bytes.slice()`: of a Node Buffer, which readFile gives, that is a view and no copy.
  const aligned = !isSwapped && mayStay(bytes, width) ? bytes : new Uint8Array(bytes);
  if (isSwapped) swapBytes(aligned, width);
  const at = [aligned.buffer as ArrayBuffer, aligned.byteOffset, aligned.byteLength / width] as const;
  if (bitsAllocated === 16) return signed ? new Int16Array(...at) : new Uint16Array(...at);
  return signed ? new Int32Array(...at) : new Uint32Array(...at);
}
