import { describe, expect, it, test } from 'vitest';
import { verdictWord } from '../../../src/app/assess/goal-words';
import { SCREENS } from '../../../src/app/words/screens';
import { ORGAN_NAMES } from '../../../src/constraints/organ-name-table';
import { inLanguage } from '../assess/in-language';

const { en, zh, ja } = SCREENS;

/** Texts by their path: `banner.label`. */
function flat(texts: object, path = ''): [string, string][] {
  return Object.entries(texts).flatMap(([key, text]): [string, string][] =>
    typeof text === 'string' ? [[path + key, text]] : flat(text, `${path}${key}.`),
  );
}
const holes = (text: string) => [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name).sort();
const withoutHoles = (text: string) => text.replace(/\{\{\w+\}\}/g, '');

describe.each(Object.keys(en) as (keyof typeof en)[])('words of %s', (part) => {
  const english = new Map(flat(en[part]));

  test.each([
    ['zh', zh],
    ['ja', ja],
  ] as const)('%s says everything, with the same figures in it', (_, language) => {
    const texts = flat(language[part]);
    expect(texts.map(([path]) => path).sort()).toEqual([...english.keys()].sort());
    for (const [path, text] of texts) {
      expect(text.trim(), path).not.toBe('');
      // A count that the language's grammar does not need may be left out only where the other form has it.
      if (!path.endsWith('_one')) expect(holes(text), path).toEqual(holes(english.get(path)!));
    }
  });

  test('nothing is left in English, and Chinese has no Japanese letters', () => {
    for (const [path, text] of flat(zh[part])) expect(text, path).not.toMatch(/[\u3040-\u30ff]/);
    for (const [path, text] of [...flat(zh[part]), ...flat(ja[part])])
      if (/[a-z]{4,} [a-z]{4,}/.test(withoutHoles(english.get(path)!))) expect(text, path).not.toBe(english.get(path));
  });
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

it('has a name in words for every organ that names are taken for', () => {
  const ids = [...ORGAN_NAMES.byTg263.values()].map(({ organ }) => organ);
  expect(ids.length).toBeGreaterThan(40);
  expect(ids.filter((id) => !Object.hasOwn(en.assess.organs, id))).toEqual([]);
});

it('calls the prior course by one word in Japanese, on every screen and in every finding', () => {
  const all = JSON.stringify(SCREENS.ja);
  expect(all).toContain('既照射');
  expect(all).not.toContain('照射歴');
  const { patient, study, case: editor } = SCREENS.ja;
  expect([patient.role.prior, study.study.role.prior, editor.course.prior]).toEqual(['既照射', '既照射', '既照射']);
});
