/* Readers for what the reports wrote, independent of how they wrote it. */

export interface Tag {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
}

const VOID = new Set(['meta', 'col']);
const TOKEN =
  /<!DOCTYPE html>|<style>[\s\S]*?<\/style>|<\/([a-z][a-z0-9]*)>|<([a-z][a-z0-9]*)((?:\s+[a-zA-Z-]+="[^"<>]*")*)\s*(\/?)>|[^<>]+|[\s\S]/g;
const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'", '#x27': "'", '#96': '`' };

export const unescaped = (text: string): string =>
  text.replace(/&(\w+|#\w+);/g, (whole, name: string) => ENTITIES[name] ?? whole);

/**
 * Reads HTML strictly: every tag closed in order, every attribute in double quotes, no stray angle bracket.
 * @throws Error at the first thing that is not so.
 */
export function readHtml(source: string): { tags: Tag[]; text: string } {
  const tags: Tag[] = [];
  const open: string[] = [];
  let text = '';
  for (const match of source.matchAll(TOKEN)) {
    const [token, closing, opening, attributes = '', selfClosing] = match;
    const near = source.slice(Math.max(0, match.index - 60), match.index + 60);
    if (closing) {
      if (open.pop() !== closing) throw new Error(`</${closing}> closes nothing near ${near}`);
    } else if (opening) {
      const pairs = [...attributes.matchAll(/([a-zA-Z-]+)="([^"]*)"/g)].map(([, name, value]) => [name, unescaped(value)]);
      tags.push({ name: opening, attributes: Object.fromEntries(pairs) });
      if (!VOID.has(opening) && !selfClosing) open.push(opening);
    } else if (token.startsWith('<style>')) {
      tags.push({ name: 'style', attributes: {} });
    } else if (token === '<' || token === '>') {
      throw new Error(`stray ${token} near ${near}`);
    } else if (!token.startsWith('<!')) {
      text += unescaped(token);
    }
  }
  if (open.length) throw new Error(`left open: ${open.join(' ')}`);
  return { tags, text };
}

/** Reads CSV after RFC 4180, behind a byte order mark, as objects by column. */
export function readCsv(source: string): { columns: string[]; rows: Record<string, string>[] } {
  if (!source.startsWith('\uFEFF')) throw new Error('no byte order mark');
  const records: string[][] = [[]];
  for (const [, quoted, plain, end] of source.slice(1).matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n|$)/g)) {
    records.at(-1)!.push(quoted?.replaceAll('""', '"') ?? plain);
    if (end === '\r\n') records.push([]);
  }
  const [columns, ...rows] = records.filter((record) => record.length > 1);
  return { columns, rows: rows.map((row) => Object.fromEntries(columns.map((column, n) => [column, row[n]]))) };
}

/** What stands in each element of a class, with tags taken off; for elements that do not hold their like. */
export function textsOf(source: string, tag: string, className = ''): string[] {
  const pattern = new RegExp(`<${tag}${className && ` class="${className}"`}[^>]*>([\\s\\S]*?)</${tag}>`, 'g');
  return [...source.matchAll(pattern)].map(([, inside]) =>
    unescaped(inside.replace(/<\/(?:li|td|th|tr|p|h3)>/g, ' ').replace(/<[^>]*>/g, ''))
      .replace(/\s+/g, ' ')
      .trim(),
  );
}
