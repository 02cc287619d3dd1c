import { guessSyntax } from './syntax-guess';

const MARK_AT = 128;
const MARK = [0x44, 0x49, 0x43, 0x4d];
/** Data sets are seen with a few stray bytes before them. */
const STRAY_BYTES = 3;

/** How many bytes of a file `mayBeDicom` wants to see. */
export const HEAD_BYTES = 4096;

/**
 * Whether a file may be DICOM, from its first bytes: what is surely none need not be read whole.
 * @param head the first `HEAD_BYTES`, or all where there are fewer.
 */
export function mayBeDicom(head: Uint8Array): boolean {
  if (MARK.every((byte, n) => head[MARK_AT + n] === byte)) return true;
  for (let offset = 0; offset <= STRAY_BYTES; offset++) if (guessSyntax(head, offset)) return true;
  return false;
}
