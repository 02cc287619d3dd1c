/*
 * A mark in each result by which it can be told whether it is as this program wrote it: the CRC-32
 * (that of ISO 3309, as in zip and PNG) of its text in UTF-8 up to the mark. It guards against a
 * note that would be lost, not against a person who wants to deceive.
 */

/** `none`: it has no mark, as results of versions before it. */
export type Marked = 'as written' | 'changed' | 'none';

const TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
  let rest = byte;
  for (let bit = 0; bit < 8; bit++) rest = rest & 1 ? (rest >>> 1) ^ 0xedb88320 : rest >>> 1;
  return rest;
});

/** CRC-32 of a text in UTF-8: eight hexadecimal digits. */
export function crc32(text: string): string {
  let rest = 0xffffffff;
  for (const byte of new TextEncoder().encode(text)) {
    rest = (rest >>> 8) ^ TABLE[(rest ^ byte) & 0xff];
  }
  return ((rest ^ 0xffffffff) >>> 0).toString(16).padStart(8, '0');
}

/** The last field of a JSON result. */
const JSON_MARK = 'crc32';
const JSON_END = new RegExp(`,\\n {2}"${JSON_MARK}": "([0-9a-f]{8})"\\n\\}\\n$`);

/** The JSON of an object, as `jsonText` writes it, with its mark as the last field. */
export function markedJson(text: string): string {
  const before = text.slice(0, -'\n}\n'.length);
  return `${before},\n  "${JSON_MARK}": "${crc32(before)}"\n}\n`;
}

export function jsonMark(text: string, root: object): Marked {
  if (!Object.hasOwn(root, JSON_MARK)) return 'none';
  return markIn(text, JSON_END);
}

const HTML_MARK = '<i hidden="" data-written="';
const HTML_MARK_END = '"></i>';
const HTML_END = new RegExp(`${HTML_MARK}([0-9a-f]{8})${HTML_MARK_END}</body></html>\\n$`);
const PAGE_END = '</body></html>\n';

/** A page that ends with its last tags and a line end, with its mark before them. */
export function markedHtml(page: string): string {
  const before = page.slice(0, -PAGE_END.length);
  return `${before}${HTML_MARK}${crc32(before)}${HTML_MARK_END}${PAGE_END}`;
}

export const htmlMark = (page: string): Marked => (page.includes(HTML_MARK) ? markIn(page, HTML_END) : 'none');

function markIn(text: string, end: RegExp): Marked {
  const found = end.exec(text);
  return found && crc32(text.slice(0, found.index)) === found[1] ? 'as written' : 'changed';
}
