import { describe, expect, it } from 'vitest';
import { verdictWord } from '../../../src/app/assess/goal-words';
import { en, ja, zh } from '../../../src/app/assess/text';
import { ORGAN_NAMES } from '../../../src/constraints/organ-name-table';
import { inLanguage } from './in-language';

/** Texts by their path: `banner.label`. */
function flat(texts: object, path = ''): [string, string][] {
  return Object.entries(texts).flatMap(([key, text]): [string, string][] =>
    typeof text === 'string' ? [[path + key, text]] : flat(text, `${path}${key}.`),
  );
}
const holes = (text: string) => [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name).sort();

describe('words of the assess screen', () => {
  const english = flat(en);

  it.each([
    ['zh', zh],
    ['ja', ja],
  ] as const)('%s has every text, with the same figures in it', (_, language) => {
    const texts = new Map(flat(language));
    expect([...texts.keys()].sort()).toEqual(english.map(([path]) => path).sort());
    for (const [path, text] of english) {
      const translated = texts.get(path)!;
      expect(translated.trim(), path).not.toBe('');
      // A count that the language's grammar does not need may be left out only where the other form has it.
      if (!path.endsWith('_one')) expect(holes(translated), path).toEqual(holes(text));
    }
  });

  it('has no Japanese letters in Chinese, and no English sentences in either', () => {
    for (const [path, text] of flat(zh)) expect(text, path).not.toMatch(/[\u3040-\u30ff]/);
    for (const [path, text] of [...flat(zh), ...flat(ja)])
      expect(text.replace(/\{\{\w+\}\}/g, ''), path).not.toMatch(/[a-z]{3,} [a-z]{3,}/);
  });

  it('says verdicts in the words of each language', async () => {
    const said = async (language: 'en' | 'zh' | 'ja') => {
      const t = await inLanguage(language);
      return (['exceeded', 'not evaluable', 'met'] as const).map((verdict) => verdictWord(t, verdict));
    };
    expect(await said('en')).toEqual(['exceeded', 'not evaluable', 'met']);
    expect(await said('zh')).toEqual(['超出', '无法评估', '达标']);
    expect(await said('ja')).toEqual(['超過', '評価不能', '適合']);
  });

  it('has a name for every organ that names are taken for', () => {
    const ids = [...ORGAN_NAMES.byTg263.values()].map(({ organ }) => organ);
    expect(ids.length).toBeGreaterThan(40);
    expect(ids.filter((id) => !Object.hasOwn(zh.organs, id))).toEqual([]);
  });
});
