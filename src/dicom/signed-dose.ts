import type { PixelValues } from './pixel-values';

/**
 * Whether stored values that a file calls signed are unsigned ones. A dose above half of what the bits hold then turns
 * negative right beside the highest values; true negative doses lie beside low ones. So the reading that changes less
 * from voxel to voxel is the right one. Where nothing is above 0 there is no other dose than the unsigned one.
 */
export function isUnsigned(values: Int16Array | Int32Array): boolean {
  const wrap = values instanceof Int16Array ? 0x1_0000 : 0x1_0000_0000;
  let signed = 0;
  let unsigned = 0;
  let highest = values[0];
  for (let n = 1; n < values.length; n++) {
    const [a, b] = [values[n - 1], values[n]];
    if (b > highest) highest = b;
    // Where both have one sign the two readings change alike.
    if (a < 0 === b < 0) continue;
    const change = Math.abs(a - b);
    signed += change;
    unsigned += wrap - change;
  }
  return highest <= 0 || unsigned < signed;
}

/** The same bytes, read as unsigned. */
export function asUnsigned(values: Int16Array | Int32Array): PixelValues {
  const { buffer, byteOffset, length } = values;
  return values instanceof Int16Array
    ? new Uint16Array(buffer as ArrayBuffer, byteOffset, length)
    : new Uint32Array(buffer as ArrayBuffer, byteOffset, length);
}
