/** Control characters (C0, DEL, C1), line separators of Unicode, and what turns the direction of text. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const UNPRINTABLE = /[\u0000-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]/g;
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

/** Text of several lines for a terminal: their ends and tabs stay. */
export const printableLines = (text: string): string =>
  text.replace(UNPRINTABLE, (sign, at: number) => (isLayout(sign, text[at + 1]) ? sign : escaped(sign)));

/** The same for a page or a table, which keep the direction of a text to its place. */
export const withoutControls = (text: string): string =>
  text.replace(UNPRINTABLE, (sign, at: number) => (sign > '\u009f' || isLayout(sign, text[at + 1]) ? sign : escaped(sign)));

const isLayout = (sign: string, next: string | undefined): boolean =>
  sign === '\n' || sign === '\t' || (sign === '\r' && next === '\n');

/** Longer than any name that a file should have. */
const LONGEST_QUOTED = 300;

/** Facts as a message quotes them: every text in them printable. */
export function quotable<T>(facts: T): T {
  if (typeof facts === 'string') return printable(facts, LONGEST_QUOTED) as T;
  if (Array.isArray(facts)) return facts.map(quotable) as T;
  if (typeof facts !== 'object' || facts === null) return facts;
  return Object.fromEntries(Object.entries(facts).map(([key, fact]) => [key, quotable(fact)])) as T;
}
