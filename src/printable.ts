/**
 * What cannot be seen in a line of text: control characters (C0, DEL, C1), line separators of Unicode, signs that turn the
 * direction of text, and signs without width or ink (soft hyphen, joiners, fillers, tags).
 */
const UNPRINTABLE =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  /[\u0000-\u001f\u007f-\u009f\u00ad\u061c\u115f\u1160\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\u3164\ufeff\uffa0\ufff9-\ufffb\u{e0000}-\u{e007f}]/gu;
const NAMED: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\t': '\\t' };

function escaped(sign: string): string {
  const code = sign.codePointAt(0)!;
  return NAMED[sign] ?? (code < 0x100 ? `\\x${code.toString(16).padStart(2, '0')}` : `\\u${code.toString(16)}`);
}

/**
 * Text that was found in a file, to stand in one line of a message, a page or a terminal: what cannot be seen is written
 * as an escape (`\x1b`), so that it can neither act nor hide, and what is very long is cut.
 */
export function printable(text: string, most = Number.POSITIVE_INFINITY): string {
  const shown = text.length > most ? `${text.slice(0, most)}…` : text;
  return shown.replace(UNPRINTABLE, escaped);
}

/** Text of several lines for a terminal, a page or a table: their ends and tabs stay. */
export const printableLines = (text: string): string =>
  text.replace(UNPRINTABLE, (sign, at: number) => (isLayout(sign, text[at + 1]) ? sign : escaped(sign)));

const isLayout = (sign: string, next: string | undefined): boolean =>
  sign === '\n' || sign === '\t' || (sign === '\r' && next === '\n');

/** An escape as `printable` writes it. DICOM has no backslash within a name: it parts values (PS3.5 6.2). */
const ESCAPE = /\\(?:[nrt]|x[0-9a-f]{2}|u[0-9a-f]{4,5})/g;

/** A name as it is looked up: without what cannot be seen, as it stands in the file or written as an escape. */
export const withoutInvisible = (name: string): string =>
  name.replace(UNPRINTABLE, (sign) => (/\s/.test(sign) && sign !== '\ufeff' ? ' ' : '')).replace(ESCAPE, '');

/** Longer than any name that a file should have. */
const LONGEST_QUOTED = 300;

/** Facts as a message quotes them: every text in them printable. */
export function quotable<T>(facts: T): T {
  if (typeof facts === 'string') return printable(facts, LONGEST_QUOTED) as T;
  if (Array.isArray(facts)) return facts.map(quotable) as T;
  if (typeof facts !== 'object' || facts === null) return facts;
  return Object.fromEntries(Object.entries(facts).map(([key, fact]) => [key, quotable(fact)])) as T;
}
