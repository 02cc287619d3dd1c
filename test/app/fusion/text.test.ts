import { describe, expect, test } from 'vitest';
import { en, ja, zh } from '../../../src/app/fusion/text';

type Words = { readonly [key: string]: string | Words };

const flat = (words: Words, at = ''): [string, string][] =>
  Object.entries(words).flatMap(([key, value]): [string, string][] =>
    typeof value === 'string' ? [[at + key, value]] : flat(value, `${at}${key}.`),
  );
const places = (text: string): string[] => [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name).sort();

describe.each([
  ['zh', zh],
  ['ja', ja],
] as const)('words of the registration pictures in %s', (_, words) => {
  const english = new Map(flat(en));
  test('say everything, with the same figures in it, and not in English', () => {
    for (const [key, text] of flat(words)) {
      expect(text.trim(), key).not.toBe('');
      expect(places(text), key).toEqual(places(english.get(key)!));
      if (/[a-z]{4,}/.test(english.get(key)!.replace(/\{\{\w+\}\}/g, ''))) expect(text, key).not.toBe(english.get(key));
    }
  });
});
