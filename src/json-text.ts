import { InputError } from './input-error';
import { printableJson } from './printable';
import { repeatedKey } from './repeated-key';

/**
 * JSON as it is written: indented, ending in a newline, what cannot be seen as escapes; numbers that are not finite
 * cannot stand in it and are null.
 */
export const jsonText = (value: unknown): string => `${printableJson(JSON.stringify(value, null, 2))}\n`;

/**
 * Reads JSON that a person may have written.
 * @param needed what the file should be, for the error.
 * @throws InputError that says where the text stops being JSON, as far as that is known, or which key stands there twice.
 */
export function parseJsonText(text: string, file: string, needed: string): unknown {
  if (text.trim() === '') throw new InputError({ file, found: 'an empty file', needed });
  // Some editors begin a file with a byte order mark.
  const plain = text.replace(/^\uFEFF/, '');
  const levels = depthOf(plain);
  if (levels > MOST_LEVELS) {
    throw new InputError({
      file,
      found: `brackets ${levels} levels deep`,
      needed: `${needed}: none is deeper than ${MOST_LEVELS}`,
    });
  }
  let read: unknown;
  try {
    read = JSON.parse(plain);
  } catch (error) {
    throw new InputError({ file, found: `text that is not JSON${placeOf((error as Error).message, text)}`, needed });
  }
  const repeated = repeatedKey(plain);
  if (repeated === undefined) return read;
  throw new InputError({
    file,
    where: repeated,
    found: 'this key twice in one object',
    needed: 'it once: which of the two is meant is not known',
  });
}

/** No file of this program is nested so deep; what is would be too deep for those that read it. */
const MOST_LEVELS = 200;

/** How deep the brackets of a JSON text are nested. A scan, since a pattern over a long string needs stack for it. */
function depthOf(text: string): number {
  let deepest = 0;
  let depth = 0;
  for (let at = 0; at < text.length; at++) {
    const sign = text.charCodeAt(at);
    if (sign === QUOTE) {
      for (at++; at < text.length && text.charCodeAt(at) !== QUOTE; at++) if (text.charCodeAt(at) === BACKSLASH) at++;
    } else if (sign === OPEN_BRACE || sign === OPEN_BRACKET) deepest = Math.max(deepest, ++depth);
    else if (sign === CLOSE_BRACE || sign === CLOSE_BRACKET) depth--;
  }
  return deepest;
}

const [QUOTE, BACKSLASH, OPEN_BRACE, CLOSE_BRACE, OPEN_BRACKET, CLOSE_BRACKET] = Array.from('"\\{}[]', (sign) =>
  sign.charCodeAt(0),
);

/** Where the text is wrong; only the engine's own sentence knows it, and not each of them. */
function placeOf(message: string, text: string): string {
  if (message.includes('end of JSON')) return ': it breaks off';
  const position = /position (\d+)/.exec(message)?.[1];
  if (position === undefined) return '';
  const before = text.slice(0, Number(position)).split('\n');
  return ` (line ${before.length}, character ${before[before.length - 1].length + 1})`;
}
