import { Inflate, inflateSync } from 'fflate';
import { MOST_UNPACKED_BYTES } from './claimed-sizes';

/** More than may be unpacked. */
export class UnpacksTooFar extends Error {}

/** So few bytes are inflated at a time that what comes of them stays below 20 MB: at best, one gives 1032. */
const STEP = 16 * 1024;

/**
 * Inflates raw deflated data (RFC 1951). What it is unpacked is counted first, and memory is taken for what was counted.
 * @throws UnpacksTooFar where it is more than `most` bytes; another error where the data is damaged.
 */
export function inflateWithin(deflated: Uint8Array, most = MOST_UNPACKED_BYTES): Uint8Array {
  let bytes = 0;
  const counted = new Inflate((chunk) => {
    bytes += chunk.length;
  });
  for (let at = 0; at < deflated.length; at += STEP) {
    counted.push(deflated.subarray(at, at + STEP), at + STEP >= deflated.length);
    if (bytes > most) throw new UnpacksTooFar();
  }
  return inflateSync(deflated, { out: new Uint8Array(bytes) });
}
