import { readCsv } from './report/read-back';

/*
 * A text that acts wherever it is let: a formula, a colour of the terminal, an override of direction and a line of its
 * own. The mark at its end tells which one it is; right before a mark that is shown, what acts has to be seen.
 */

export const probe = (n: number): string => `=HYPERLINK("h")\u001b[31m\u202e\n#p${n}#`;
export const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

const MARK = /#p\d+#/gi;
/** As escapes of this program's or of JSON's; an attribute that is no text has its bytes as signs of Latin-1; in what is compared a line end is a blank. */
const SEEN = /\\(?:x1b|u001b)\[31m(?:\\u202e|[âÂ]\\x80®)(?:\\n| )#p\d+#/gi;
/** What acts or is not seen, but for the ends of this program's own lines. */
const ACTING =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\u{d800}-\u{dfff}]/u;
const FORMULA = /^[\s"'\u2018-\u201f]*[=+@\uff1d\uff0b\uff20]|^[\s"]*[-\uff0d](?!\d+(?:\.\d+)?(?:e-?\d+)?$)/;

/** The marks of the probes that a text shows. */
export const marksIn = (text: string): Set<string> => new Set(text.match(MARK)?.map((mark) => mark.toLowerCase()));

/** What is wrong with a text that is shown: nothing where all of it can be seen. */
export function faultsOf(text: string): string[] {
  const acting = ACTING.exec(text);
  const around = (at: number) => JSON.stringify(text.slice(Math.max(0, at - 60), at + 40));
  const hidden = (text.match(MARK)?.length ?? 0) - (text.match(SEEN)?.length ?? 0);
  const first = hidden === 0 ? -1 : text.replace(SEEN, (seen) => '_'.repeat(seen.length)).search(MARK);
  return [
    ...(acting ? [`${JSON.stringify(acting[0])} in ${around(acting.index)}`] : []),
    ...(hidden === 0 ? [] : [`${hidden} probes are not seen: ${around(first)}`]),
  ];
}

/** The same of a table for spreadsheets, and that no cell of it is a formula. */
export function faultsOfCsv(csv: string): string[] {
  const { rows } = readCsv(csv);
  const cells = rows.flatMap((row) => Object.values(row));
  const formulas = cells.filter((cell) => !cell.startsWith("'") && FORMULA.test(cell));
  const parted = cells.filter((cell) => /;[\s"]*[=+@]/.test(cell));
  return [...faultsOf(csv.replace(/^\ufeff/, '').replaceAll('\r\n', '\n')), ...formulas, ...parted];
}

/** JSON holds the very text, and shows what cannot be seen in it. */
export function faultsOfJson(json: string): string[] {
  JSON.parse(json);
  const acting = ACTING.exec(json);
  return acting ? [`${JSON.stringify(acting[0])} in JSON`] : [];
}
