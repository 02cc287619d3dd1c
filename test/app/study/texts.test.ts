import { describe, expect, test } from 'vitest';
import * as caseText from '../../../src/app/case/text';
import * as study from '../../../src/app/study/text';
import { ORGAN_NAMES } from '../../../src/constraints/organ-name-table';

type Words = { readonly [key: string]: string | Words };

const flat = (words: Words, at = ''): [string, string][] =>
  Object.entries(words).flatMap(([key, value]): [string, string][] =>
    typeof value === 'string' ? [[at + key, value]] : flat(value, `${at}${key}.`),
  );
const places = (text: string): string[] => [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name).sort();

describe.each([
  ['study', study],
  ['case', caseText],
] as const)('words of %s', (_, { en, zh, ja }) => {
  const english = new Map(flat(en));
  test.each([
    ['zh', zh],
    ['ja', ja],
  ] as const)('%s says everything, with the same figures in it', (_language, words) => {
    for (const [key, text] of flat(words)) {
      expect(text.trim(), key).not.toBe('');
      expect(places(text), key).toEqual(places(english.get(key)!));
    }
  });

  test('nothing is left in English', () => {
    const same = flat(zh).filter(
      ([key, text]) => text === english.get(key) && /[a-z]{4,}/.test(text.replace(/\{\{\w+\}\}/g, '')),
    );
    expect(same).toEqual([]);
  });
});

test('every organ has a name in words', () => {
  for (const { organ } of ORGAN_NAMES.entries) expect(Object.keys(caseText.en.organ)).toContain(organ);
});
