/** An object that is being read, with its keys; an array, with the place of the entry that is read. */
type Open = { readonly keys: Set<string>; key: string } | { index: number };

/**
 * The path of the first key that an object of a JSON text has twice (`courses[0].phases[0].fractions`); undefined where
 * none has. Of two values of one key RFC 8259 leaves open which is meant, and `JSON.parse` takes the last unasked.
 * @param text valid JSON.
 */
export function repeatedKey(text: string): string | undefined {
  const open: Open[] = [];
  for (let at = 0; at < text.length; at++) {
    const inner = open.at(-1);
    const sign = text[at];
    if (sign === '{') open.push({ keys: new Set(), key: '' });
    else if (sign === '[') open.push({ index: 0 });
    else if (sign === '}' || sign === ']') open.pop();
    else if (sign === ',' && inner && 'index' in inner) inner.index++;
    else if (sign === '"') {
      const end = endOfString(text, at);
      if (inner && 'keys' in inner && isKey(text, end)) {
        inner.key = JSON.parse(text.slice(at, end)) as string;
        if (inner.keys.has(inner.key)) return pathOf(open);
        inner.keys.add(inner.key);
      }
      at = end - 1;
    }
  }
  return undefined;
}

/** The place behind the closing quotation mark. */
function endOfString(text: string, start: number): number {
  let end = text.indexOf('"', start + 1);
  while (isEscaped(text, end)) end = text.indexOf('"', end + 1);
  return end + 1;
}

function isEscaped(text: string, at: number): boolean {
  let before = at;
  while (text[before - 1] === '\\') before--;
  return (at - before) % 2 === 1;
}

/** Within an object a string before a colon is a key. */
function isKey(text: string, end: number): boolean {
  let at = end;
  while (' \t\r\n'.includes(text[at])) at++;
  return text[at] === ':';
}

const pathOf = (open: readonly Open[]): string =>
  open
    .map((each) => ('index' in each ? `[${each.index}]` : `.${each.key}`))
    .join('')
    .replace(/^\./, '');
