import { describe, expect, it } from 'vitest';
import { type CoreWords, en } from '../../../src/app/words/core-words';
import { REFUSAL_WORDS } from '../../../src/app/words/refusal-words';
import { WORDS } from '../../../src/app/words/use-words';
import { ENGLISH, type FindingCode, type FindingFacts } from '../../../src/findings/english';
import type { Facts } from '../../../src/findings/words';
import { GUESS_WORDS, MISSING_WORDS } from '../../../src/inspection/proposal-words';
import { EVERY, SAMPLES } from '../../findings/samples';
import { PROPOSALS, PROPOSED } from './proposal-samples';

const LANGUAGES = [
  ['zh', /\p{Script=Han}/u],
  ['ja', /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u],
] as const;

const names = (text: string) => new Set(text.match(/«[^»]*»|`[^`]*`/g) ?? []);
const numbers = (text: string) => new Set(text.replaceAll(/«[^»]*»/g, '').match(/\d+(?:[.-]\d+)*/g) ?? []);
/** What is left of a text in Latin letters beside names, codes, units and abbreviations. */
const english = (text: string) => text.replaceAll(/«[^»]*»|`[^`]*`/g, '').match(/\b[a-z]{3,}\b/g) ?? [];

/** The message, and which facts were looked at for it. */
function read(message: (facts: never) => string, facts: Facts): { text: string; used: Set<string> } {
  const used = new Set<string>();
  const watched = new Proxy(facts, {
    get(target, name) {
      used.add(String(name));
      return target[String(name)];
    },
  });
  return { text: message(watched as never), used };
}

const found = (words: CoreWords, code: FindingCode, facts: FindingFacts[FindingCode]) =>
  read(words.findings[code].message, facts);

describe.each(LANGUAGES)('findings in %s', (language, own) => {
  const words = WORDS[language];

  it.each(EVERY)('%s says the same figures and names, and nothing in English', (code, facts) => {
    const [there, here] = [found(en, code, facts), found(words, code, facts)];
    expect(here.text).toMatch(own);
    expect(names(here.text)).toEqual(names(there.text));
    expect(numbers(here.text)).toEqual(numbers(there.text));
    expect([...there.used].filter((name) => !here.used.has(name))).toEqual([]);
    expect(english(here.text)).toEqual([]);
  });

  it('have forms of their own where the English has', () => {
    for (const code of Object.keys(SAMPLES) as FindingCode[]) {
      const texts = (of: CoreWords) => new Set(SAMPLES[code].map((facts) => found(of, code, facts).text)).size;
      expect(texts(words), code).toBe(texts(en));
    }
  });

  it('have a title each, no two the same and none in English', () => {
    const titles = Object.keys(ENGLISH).map((code) => words.findings[code as FindingCode].title);
    expect(titles.filter((title) => !own.test(title) || english(title).length > 0)).toEqual([]);
    expect(new Set(titles).size).toBe(titles.length);
  });

  it.each(PROPOSED)('of a proposal, %s: the same', (table, code, facts) => {
    const [there, here] = [en, words].map((of) => {
      const { title, message } = (of[table] as Record<string, { title: string; message: (facts: never) => string }>)[code];
      return { title, ...read(message, facts) };
    });
    expect(here.text).toMatch(own);
    expect(here.title).toMatch(own);
    expect(names(here.text)).toEqual(names(there.text));
    expect(numbers(here.text)).toEqual(numbers(there.text));
    expect([...there.used].filter((name) => !here.used.has(name))).toEqual([]);
    expect(english(here.text + here.title)).toEqual([]);
  });

  it('of a refusal: its frame', () => {
    const { lead, gap: _, missingInPhase, ...labels } = REFUSAL_WORDS[language];
    for (const text of [
      ...Object.values(lead),
      ...Object.values(missingInPhase).map((said) => said('X')),
      ...Object.values(labels).map((label) => (typeof label === 'string' ? label : label('X' as never))),
    ])
      expect(text).toMatch(own);
    expect(new Set(Object.values(lead)).size).toBe(Object.keys(lead).length);
  });
});

it('every guess and everything that can be missing is looked at', () => {
  expect(Object.keys(PROPOSALS.guesses)).toEqual(Object.keys(GUESS_WORDS));
  expect(Object.keys(PROPOSALS.missing)).toEqual(Object.keys(MISSING_WORDS));
});

it('Chinese has no kana, and the languages are told apart', () => {
  for (const [code, facts] of EVERY) {
    expect(found(WORDS.zh, code, facts).text, code).not.toMatch(/[\u3040-\u30ff]/);
    expect(found(WORDS.zh, code, facts).text, code).not.toBe(found(WORDS.ja, code, facts).text);
  }
});

it('figures are written out as a person reads them', () => {
  const facts = { seenIn: 'case', roi: 'Heart', coveredShare: 0.858, priorShare: 0.858, outside: 'unknown' } as const;
  const code = 'dose-grid-does-not-cover-roi';
  expect(WORDS.zh.findings[code].message(facts)).toBe(
    'Heart：剂量网格覆盖其 85.8 %（既往 85.8 %）。网格外的剂量未知，而不是零：各指标仅针对已覆盖的部分，其余部分可能改变结论的约束不予评估。',
  );
  expect(WORDS.ja.findings['contours-cross'].message({ roi: 'Heart', slices: 3, lostCc: 1.5, lostShare: 0.25 })).toBe(
    'ROI Heart：3 スライスで輪郭が自己交差または相互に交差しています。内側は偶奇規則で判定し、囲まれた部分のうち約 1.50 cc を含みません（連続するスライスで最大 25.0 %）。',
  );
});

it.each(LANGUAGES)('a date in the files is not said to be that of a plan, which a course may lack: %s', (language) => {
  for (const code of ['role-by-date', 'same-course'] as const) {
    const { title } = WORDS[language].guesses[code];
    expect(title).not.toMatch(/plan|计划|計画/i);
    expect(title).toMatch(/date|日期|日付|in the same frame/i);
  }
});
