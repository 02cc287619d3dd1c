import { EXPLICIT_BIG_ENDIAN, EXPLICIT_LITTLE_ENDIAN, IMPLICIT_LITTLE_ENDIAN, type TransferSyntax } from './transfer-syntax';

const VRS = new Set(
  'AE AS AT CS DA DS DT FD FL IS LO LT OB OD OF OL OV OW PN SH SL SQ SS ST SV TM UC UI UL UN UR US UT UV'.split(' '),
);
/** Groups a data set can start with; 0002 is the meta header of a file that has lost its preamble. */
const FIRST_GROUPS = [0x0002, 0x0004, 0x0008, 0x0010];

export const isVr = (vr: string): boolean => VRS.has(vr);

/**
 * The transfer syntax of a data set that nothing announces, from its first element: a group that a data set can start
 * with, and either a value representation or, for implicit VR, a length that fits. Undefined where nothing is plausible.
 */
export function guessSyntax(bytes: Uint8Array, offset: number): TransferSyntax | undefined {
  if (bytes.length < offset + 8) return undefined;
  const view = new DataView(bytes.buffer, bytes.byteOffset + offset, 8);
  const vr = String.fromCharCode(view.getUint8(4), view.getUint8(5));
  const left = bytes.length - offset - 8;
  if (FIRST_GROUPS.includes(view.getUint16(0, true))) {
    if (isVr(vr)) return EXPLICIT_LITTLE_ENDIAN;
    const length = view.getUint32(4, true);
    return length <= Math.min(left, 0xffff) && length % 2 === 0 ? IMPLICIT_LITTLE_ENDIAN : undefined;
  }
  return FIRST_GROUPS.includes(view.getUint16(0, false)) && isVr(vr) ? EXPLICIT_BIG_ENDIAN : undefined;
}
