/**
 * What cannot be seen in a line of text: control characters (C0, DEL, C1), line separators of Unicode, halves of a sign
 * (surrogates), and signs without ink. These are what Unicode lets every program pass over (its property
 * Default_Ignorable_Code_Point: soft hyphen, joiners, what turns direction, fillers, selectors of a variation, tags) and
 * others that look like nothing or like a blank: spaces of unusual widths, the Braille pattern without dots, the null
 * notehead, anchors of notes, stand-ins for objects, and code points that are no characters. The blank, the one that does
 * not break, its narrow sister and the ideographic one are seen as the blanks that they are.
 */
const UNPRINTABLE =
  /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\p{Noncharacter_Code_Point}\u1680\u2000-\u200a\u205f\u2800\ufff9-\ufffc\u{16fe4}\u{1d159}]/gu;
/** Of these, what has the width of a blank. */
const BLANK = /[\s\u2800]/;
const NAMED: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\t': '\\t' };

function escaped(sign: string): string {
  const code = sign.codePointAt(0)!;
  const digits = code.toString(16);
  if (code < 0x100) return NAMED[sign] ?? `\\x${digits.padStart(2, '0')}`;
  return code > 0xffff ? `\\u{${digits}}` : `\\u${digits.padStart(4, '0')}`;
}

/**
 * Text that was found in a file, to stand in one line of a message, a page or a terminal: what cannot be seen is written
 * as an escape (`\x1b`), so that it can neither act nor hide, and of what is longer than `most` the middle is left out.
 */
export function printable(text: string, most = Number.POSITIVE_INFINITY): string {
  const visible = text.replace(UNPRINTABLE, escaped);
  return visible.length > most ? shortened(visible, most) : visible;
}

/** Room for the words that stand for the middle. */
const LEFT_OUT = 40;

/** Beginning and end of a text, at most so long with how much is left out between them; no sign is cut in two. */
function shortened(text: string, most: number): string {
  const kept = most - LEFT_OUT;
  const tail = Math.floor(kept / 4);
  const [from, to] = [kept - tail, text.length - tail].map((at) => (/[\udc00-\udfff]/.test(text[at]) ? at - 1 : at));
  return `${text.slice(0, from)}… (${to - from} characters left out) …${text.slice(to)}`;
}

/** Text of several lines: their ends stay. */
export const printableLines = (text: string): string =>
  text
    .split('\n')
    .map((line) => printable(line))
    .join('\n');

/** JSON whose strings hold what cannot be seen as escapes of its own: a reader of it gets the same strings. */
export const printableJson = (json: string): string =>
  json.replace(UNPRINTABLE, (sign) =>
    sign === '\n' ? sign : Array.from({ length: sign.length }, (_, n) => unit(sign, n)).join(''),
  );

const unit = (sign: string, n: number): string => `\\u${sign.charCodeAt(n).toString(16).padStart(4, '0')}`;

/** An escape as `printable` writes it. DICOM has no backslash within a name: it parts values (PS3.5 6.2). */
const ESCAPE = /\\(?:[nrt]|x[0-9a-f]{2}|u[0-9a-f]{4}|u\{[0-9a-f]{5,6}\})/g;

/** A name as it is looked up: without what cannot be seen, as it stands in the file or written as an escape. */
export const withoutInvisible = (name: string): string =>
  name.replace(UNPRINTABLE, (sign) => (BLANK.test(sign) && sign !== '\ufeff' ? ' ' : '')).replace(ESCAPE, '');

/** Longer than any name that a file should have. */
const LONGEST_QUOTED = 300;

/** Facts as a message quotes them: every text in them printable, and short enough for a sentence. */
export const quotable = <T>(facts: T): T => withTexts(facts, (text) => printable(text, LONGEST_QUOTED));

/** Longer than any sentence of this program's that stands in what it shows. */
const LONGEST_SHOWN = 4000;

/**
 * What is about to be shown (in a terminal, a table, a page), every text in it printable, the names of its entries too.
 * Each writer asks for it before it makes a single line: what it joins afterwards is then its own.
 */
export const shown = <T>(data: T): T => withTexts(data, (text) => printable(text, LONGEST_SHOWN));

/** Plain data with other texts; numbers in bulk are the same numbers. */
function withTexts<T>(data: T, change: (text: string) => string): T {
  if (typeof data === 'string') return change(data) as T;
  if (typeof data !== 'object' || data === null || ArrayBuffer.isView(data)) return data;
  if (Array.isArray(data)) {
    const isNumbers = data.every((each) => typeof each === 'number');
    return (isNumbers ? data : data.map((each) => withTexts(each, change))) as T;
  }
  return Object.fromEntries(Object.entries(data).map(([key, each]) => [change(key), withTexts(each, change)])) as T;
}
