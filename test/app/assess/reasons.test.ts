import { beforeAll, describe, expect, it } from 'vitest';
import { leftOf, type T } from '../../../src/app/assess/goal-words';
import { reasonText } from '../../../src/app/words/core-words';
import { WORDS } from '../../../src/app/words/use-words';
import { ENGLISH } from '../../../src/findings/english';
import { makeReason, REASONS, type ReasonCode, type SourceCondition } from '../../../src/findings/reasons';
import { heart } from '../../report/fixture-organs';
import { inLanguage } from './in-language';

let zh: T;
beforeAll(async () => {
  zh = await inLanguage('zh');
});

describe('reasonText', () => {
  it('says a reason in the window’s language, from its code and facts', () => {
    const said = makeReason('limit-within-interval', { low: 50.04, high: 60.03, limit: 57, unit: 'Gy' });
    expect(reasonText(WORDS.zh, said)).toBe('只知其值在 50.0 Gy 与 60.1 Gy 之间，而限值 57 Gy 落在此范围内。');
    expect(reasonText(WORDS.ja, makeReason('met-at-any-scale', { times: 20 }))).toContain('20 倍');
    expect(reasonText(WORDS.en, said)).toBe(said.reason);
  });

  it.each([
    ['intervalMonthsAtLeast', 6, 2.5, '2.5 个月'],
    ['intervalMonthsBelow', 2, 2.5, '2.5 个月'],
    ['plannedFractionsAtMost', 5, 28, '28 次'],
    ['courseBedGyAtMost', 98, 102, '102.0 Gy'],
    ['courseBedGyAbove', 110, 102, '102.0 Gy'],
  ] as [SourceCondition, number, number, string][])(
    'says what a source asks for and what is here: %s',
    (condition, limit, value, found) => {
      const text = reasonText(WORDS.zh, makeReason('outside-source', { condition, limit, value }));
      expect(text).toContain(String(limit));
      expect(text).toContain(found);
    },
  );

  it('names the questions that are open by their titles in that language', () => {
    const questions = (['roi-taken-against-its-name', 'carried-dose-differs'] as const).map((code, n) => ({
      code,
      title: ENGLISH[code].title,
      place: ['Trachea', ''][n],
    }));
    const said = makeReason('question-open', { questions });
    for (const language of ['zh', 'ja'] as const) {
      const text = reasonText(WORDS[language], said)!;
      for (const { code } of questions) expect(text).toContain(WORDS[language].findings[code].title);
      expect(text).toContain('（Trachea）');
      expect(text.replace('Trachea', ''), language).not.toMatch(/[A-Za-z]{4,}/);
    }
    expect(reasonText(WORDS.en, said)).toBe(said.reason);
    // A result that was kept before questions had codes, and a code that only a later program knows, keep their title.
    const older = makeReason('question-open', { questions: [{ title: 'Input differs', place: '' }] });
    expect(reasonText(WORDS.zh, older)).toContain('Input differs');
    const later = makeReason('question-open', { questions: [{ code: 'not-known', title: 'Another', place: '' }] });
    expect(reasonText(WORDS.ja, later)).toContain('Another');
  });

  it('has a sentence of its own for every code in every language', () => {
    for (const code of Object.keys(REASONS) as ReasonCode[]) {
      for (const language of ['zh', 'ja'] as const) {
        expect(WORDS[language].reasons[code].title, `${code} in ${language}`).not.toBe(REASONS[code].title);
      }
    }
  });

  it('leaves a text without a code as it came', () => {
    expect(leftOf(zh, WORDS.zh, heart.goals[0]).reason).toMatch(/^Dose is unknown in 14.2 %/);
  });
});
