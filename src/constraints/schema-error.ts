import type { z } from 'zod';
import { InputError } from '../input-error';

/** The first thing that a schema found wrong, as an error that names the file, the field, what was found and needed. */
export function schemaError(json: unknown, error: z.ZodError, file: string | undefined, prefix = ''): InputError {
  const issue = deepest(error.issues[0]);
  const where = (prefix + pathText(issue.path)).replace(/\.$/, '');
  if (issue.code === 'unrecognized_keys') {
    return new InputError({
      file,
      where: where || undefined,
      found: `the unknown field "${issue.keys[0]}"`,
      needed: 'known fields only',
    });
  }
  const value = issue.path.reduce<unknown>((at, key) => (at as Record<PropertyKey, unknown> | undefined)?.[key], json);
  const found = value === undefined ? 'nothing' : JSON.stringify(value);
  return new InputError({
    file,
    where: where || undefined,
    found: found.length > 80 ? `${found.slice(0, 77)}...` : found,
    needed: needed(issue),
  });
}

type Issue = z.core.$ZodIssue;

function deepest(issue: Issue): Issue {
  if (issue.code !== 'invalid_union' || issue.errors.length === 0) return issue;
  const branches = issue.errors.map((issues) => deepest(issues[0])).sort((a, b) => b.path.length - a.path.length);
  return { ...branches[0], path: [...issue.path, ...branches[0].path] };
}

function needed(issue: Issue): string {
  if (issue.code === 'invalid_type') return `a value of type ${issue.expected}`;
  if (issue.code === 'invalid_value') return `one of ${issue.values.map(String).join(', ')}`;
  if (issue.code === 'too_small') return `${issue.inclusive ? 'at least' : 'more than'} ${issue.minimum}`;
  if (issue.code === 'too_big') return `at most ${issue.maximum}`;
  return issue.message;
}

/** `goals[3].alphaBetaGy` */
export function pathText(path: readonly PropertyKey[]): string {
  return path
    .map((key) => (typeof key === 'number' ? `[${key}]` : `.${String(key)}`))
    .join('')
    .replace(/^\./, '');
}
