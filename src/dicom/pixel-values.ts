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

/**
 * Stored values from the bytes of native pixel data. The bytes may start at any offset of the file: they are copied.
 * @param bytes as many as the values need; the caller checks the length.
 */
export function pixelValues(bytes: Uint8Array, bitsAllocated: 16 | 32, signed: boolean, bigEndian: boolean): PixelValues {
  // Not `bytes.slice()`: of a Node Buffer, which readFile gives, that is a view and no copy.
  const aligned = new Uint8Array(bytes);
  if (bigEndian === HOST_IS_LITTLE_ENDIAN) swapBytes(aligned, bitsAllocated === 16 ? 2 : 4);
  const { buffer } = aligned;
  if (bitsAllocated === 16) return signed ? new Int16Array(buffer) : new Uint16Array(buffer);
  return signed ? new Int32Array(buffer) : new Uint32Array(buffer);
}
