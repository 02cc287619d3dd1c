import type { z } from 'zod';
import { InputError } from '../input-error';
import { neededBy } from './schema-words';

/** What a schema has against a value. */
export type Issue = z.core.$ZodIssue;

/**
 * The first thing that a schema found wrong, as an error that names the file, the field, what was found and needed: all
 * in the program's words, whatever the schema calls it.
 * @param fields what an unknown field should have been one of.
 */
export function schemaError(
  json: unknown,
  { issues }: z.ZodError,
  file: string | undefined,
  { prefix = '', fields = 'known fields only' }: { readonly prefix?: string; readonly fields?: string } = {},
): InputError {
  const issue = meant(issues[0]);
  const where = (prefix + pathText(issue.path)).replace(/\.$/, '') || undefined;
  if (issue.code !== 'unrecognized_keys')
    return new InputError({ file, where, found: foundAt(json, issue), needed: neededBy(issue) });
  const names = issue.keys.map((key) => `"${key}"`).join(', ');
  return new InputError({ file, where, found: `the unknown field${issue.keys.length > 1 ? 's' : ''} ${names}`, needed: fields });
}

/**
 * Of a value that may be several things, what it was meant to be: of those whose kind it is, one that knows all of its
 * fields, and of these the one with the least wrong. Where it is of no kind that is possible, the issue as it is, for all of them to be named.
 */
function meant(issue: Issue): Issue {
  if (issue.code !== 'invalid_union') return issue;
  const branches = issue.errors
    .map((issues) => ({ first: meant(issues[0]), count: issues.length, isOther: issues.some(hasUnknownFields) }))
    .filter(({ first }) => !isOfOtherKind(first))
    .sort((a, b) => Number(a.isOther) - Number(b.isOther) || a.count - b.count || b.first.path.length - a.first.path.length);
  const best = branches[0]?.first;
  return best ? { ...best, path: [...issue.path, ...best.path] } : issue;
}

const hasUnknownFields = ({ code, path }: Issue): boolean => code === 'unrecognized_keys' && path.length === 0;

function isOfOtherKind({ code, path }: Issue): boolean {
  return path.length === 0 && (code === 'invalid_type' || code === 'invalid_value' || code === 'invalid_union');
}

function foundAt(json: unknown, { path }: Issue): string {
  let value: unknown = json;
  for (const key of path) value = (value as Record<PropertyKey, unknown> | null | undefined)?.[key];
  if (value === undefined) return 'nothing';
  // JSON has no such number, but a text such as 1e999 is read as one.
  if (typeof value === 'number' && !Number.isFinite(value)) return 'a number that is too large';
  const text = JSON.stringify(value);
  return text.length > 80 ? `${text.slice(0, 77)}...` : text;
}

/** `goals[3].alphaBetaGy` */
export function pathText(path: readonly PropertyKey[]): string {
  return path
    .map((key) => (typeof key === 'number' ? `[${key}]` : `.${String(key)}`))
    .join('')
    .replace(/^\./, '');
}
