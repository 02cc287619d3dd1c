/** Why an RLE frame could not be decoded; the caller knows the file. */
export class RleError extends Error {}

const HEADER_BYTES = 64;

/** Unpacks one byte segment (PackBits, PS3.5 G.3.2) into every `step`-th byte of `out` from `first` on. */
function unpackSegment(segment: Uint8Array, out: Uint8Array, first: number, step: number): void {
  let to = first;
  let n = 0;
  while (n < segment.length && to < out.length) {
    const control = segment[n++];
    if (control < 128) {
      const stop = Math.min(n + control + 1, segment.length);
      for (; n < stop && to < out.length; to += step) out[to] = segment[n++];
    } else if (control > 128 && n < segment.length) {
      const value = segment[n++];
      for (let count = 257 - control; count > 0 && to < out.length; count--, to += step) out[to] = value;
    }
  }
  if (to < out.length) throw new RleError('an RLE segment that is shorter than the frame');
}

/**
 * Decodes one RLE Lossless frame of single-sample pixels (PS3.5 Annex G): one segment for each byte of the pixel, the most
 * significant first.
 * @returns little-endian pixels, `pixels * bytesPerPixel` bytes.
 * @throws RleError on a header or segment that does not fit.
 */
export function decodeRleFrame(frame: Uint8Array, pixels: number, bytesPerPixel: 2 | 4): Uint8Array {
  if (frame.length < HEADER_BYTES) throw new RleError('an RLE frame without its header');
  const header = new DataView(frame.buffer, frame.byteOffset, HEADER_BYTES);
  const segments = header.getUint32(0, true);
  if (segments !== bytesPerPixel) throw new RleError(`an RLE frame of ${segments} segments for pixels of ${bytesPerPixel} bytes`);
  const out = new Uint8Array(pixels * bytesPerPixel);
  for (let segment = 0; segment < segments; segment++) {
    const start = header.getUint32(4 + 4 * segment, true);
    const end = segment + 1 < segments ? header.getUint32(8 + 4 * segment, true) : frame.length;
    if (start < HEADER_BYTES || end > frame.length || end < start)
      throw new RleError('an RLE header that points outside its frame');
    unpackSegment(frame.subarray(start, end), out, bytesPerPixel - 1 - segment, bytesPerPixel);
  }
  return out;
}
