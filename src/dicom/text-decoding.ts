import { convertBytes } from 'dicom-character-set';

/** Value representations whose text is in the Specific Character Set (PS3.5 6.1.2.3); all others are plain ASCII. */
export type TextVr = 'PN' | 'LO' | 'SH' | 'ST' | 'LT' | 'UT' | 'UC';

function latin1(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return text;
}

/** Text without spaces and NULs behind it and spaces before it. No regular expression: those take their time on long padding. */
function trimmed(text: string): string {
  let end = text.length;
  while (end > 0 && (text[end - 1] === ' ' || text[end - 1] === '\0')) end--;
  let start = 0;
  while (start < end && text[start] === ' ') start++;
  return text.slice(start, end);
}

const isAscii = (bytes: Uint8Array) => bytes.every((byte) => byte < 0x80 && byte !== 0x1b);

/** Text of code strings, UIDs, dates and numbers: one byte is one character. Padding (spaces, NULs) is taken off. */
export const asciiText = (bytes: Uint8Array): string => trimmed(latin1(bytes));

/**
 * Decodes text in the Specific Character Set of its data set, with ISO 2022 code extensions (PS3.3 C.12.1.1.2, PS3.5 6.1.2.5).
 * @returns the text without padding; `undecodable` where the character set is unknown or the bytes do not fit it. The text is
 *   then what the bytes are in Latin-1 where no character set is stated or it is unknown; otherwise U+FFFD stands for what
 *   does not fit, as in a name that was cut within a character.
 */
export function decodeText(bytes: Uint8Array, characterSet: string, vr: TextVr): { text: string; undecodable: boolean } {
  if (isAscii(bytes) && !characterSet.startsWith('ISO_IR 13') && !characterSet.startsWith('ISO 2022 IR 13')) {
    return { text: trimmed(latin1(bytes)), undecodable: false };
  }
  try {
    const text = convertBytes(characterSet || undefined, bytes, { vr });
    // An escape sequence that is left over was announced by no character set.
    const undecodable = text.includes('\ufffd') || text.includes('\x1b');
    const nothingStated = characterSet === '' || characterSet === 'ISO_IR 6';
    return { text: trimmed(undecodable && nothingStated ? latin1(bytes) : text), undecodable };
  } catch {
    return { text: trimmed(latin1(bytes)), undecodable: true };
  }
}
