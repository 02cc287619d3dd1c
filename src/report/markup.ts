import htmlTemplateTag from 'html-template-tag';
import { printable } from '../printable';

/** Text that is HTML already. Only `html` and `trusted` make it, so that a plain string can never pass for it. */
export class Markup {
  constructor(readonly text: string) {}
}

/** What may stand in a template: strings and numbers are printable and escaped, markup is taken as it is, undefined leaves nothing. */
export type Insert = string | number | Markup | readonly Markup[] | undefined;

/**
 * Template of HTML in which names from DICOM files cannot become markup.
 * Two inserts must not touch each other: the escaping tag reads the text before an insert to see whether it stands in an
 * attribute, and an ROI called `src=` would then swallow its neighbour.
 */
export function html(literals: TemplateStringsArray, ...inserts: readonly Insert[]): Markup {
  return new Markup(htmlTemplateTag(literals, ...inserts.map(prepared)));
}

/** Marks a string of this program's own making (a stylesheet, the path of a curve) as markup. */
export const trusted = (text: string): Markup => new Markup(text);

function prepared(insert: Insert): string | string[] {
  if (insert === undefined) return '';
  if (insert instanceof Markup) return [insert.text];
  if (typeof insert === 'object') return insert.map((part) => part.text);
  return printable(String(insert));
}

/** A string as the content of a CSS string, for page margins: whatever is not a letter, digit or space is escaped. */
export function cssString(text: string): string {
  return `"${printable(text).replace(/[^\p{L}\p{N} ]/gu, (sign) => `\\${sign.codePointAt(0)!.toString(16)} `)}"`;
}
