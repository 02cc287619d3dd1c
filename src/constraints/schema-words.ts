import type { z } from 'zod';

type Issue = z.core.$ZodIssue;

const KINDS = new Map([
  ['string', 'text'],
  ['number', 'a number'],
  ['int', 'a whole number'],
  ['boolean', 'true or false'],
  ['array', 'a list'],
  ['tuple', 'a list'],
  ['object', 'an object with named fields'],
  ['record', 'an object with named fields'],
  ['null', 'null'],
]);

/** The library's own sentences begin so; all others were written for the reader. */
const LIBRARY = /^(Invalid|Too|Unrecognized|Expected|Required)\b/;

/** What a schema wants in the place of what it found, in plain words. */
export function neededBy(issue: Issue): string {
  if (issue.message && !LIBRARY.test(issue.message)) return issue.message;
  switch (issue.code) {
    case 'invalid_type':
      return KINDS.get(issue.expected) ?? 'a value of another kind';
    case 'invalid_value':
      return issue.values.length > 1 ? `one of ${issue.values.map(String).join(', ')}` : JSON.stringify(issue.values[0]);
    case 'too_small':
      return leastOf(issue);
    case 'too_big':
      return mostOf(issue);
    case 'not_multiple_of':
      return `a multiple of ${issue.divisor}`;
    case 'unrecognized_keys':
      return 'known fields only';
    case 'invalid_union':
      return either([...new Set(issue.errors.flatMap(([first]) => alternativesOf(first)))]);
    case 'invalid_format':
      return 'text of another form';
    case 'invalid_key':
      return 'another name for a field';
    default:
      return 'another value';
  }
}

const alternativesOf = (issue: Issue): string[] =>
  issue.code === 'invalid_union' ? issue.errors.flatMap(([first]) => alternativesOf(first)) : [neededBy(issue)];

function leastOf({ origin, minimum, inclusive, exact }: z.core.$ZodIssueTooSmall): string {
  if (origin === 'string') return minimum === 1 ? 'some text' : `at least ${minimum} characters`;
  if (origin === 'array') return exact ? `a list of ${minimum}` : `a list of ${inclusive ? 'at least' : 'more than'} ${minimum}`;
  return `${inclusive ? 'at least' : 'more than'} ${minimum}`;
}

function mostOf({ origin, maximum, inclusive, exact }: z.core.$ZodIssueTooBig): string {
  if (origin === 'string') return `at most ${maximum} characters`;
  if (origin === 'array') return exact ? `a list of ${maximum}` : `a list of ${inclusive ? 'at most' : 'fewer than'} ${maximum}`;
  return `${inclusive ? 'at most' : 'less than'} ${maximum}`;
}

function either(choices: readonly string[]): string {
  return choices.length < 2 ? choices.join('') : `${choices.slice(0, -1).join(', ')} or ${choices.at(-1)}`;
}
