import { beforeAll, describe, expect, it } from 'vitest';
import { questionsText } from '../../../src/app/assess/banner-words';
import { findingGroups } from '../../../src/app/assess/findings-order';
import type { T } from '../../../src/app/assess/goal-words';
import { openQuestions } from '../../../src/app/assess/questions';
import { type Finding, makeFinding } from '../../../src/findings/finding';
import { makeReason } from '../../../src/findings/reasons';
import { cord, trachea } from '../../report/fixture-organs';
import { goal } from '../../report/fixture-parts';
import { assessmentOf } from '../../report/variants';
import { inLanguage } from './in-language';

let t: T;
beforeAll(async () => {
  t = await inLanguage('en');
});

const asking = makeFinding('input-changed', 'error', {}, { file: 'a.dcm', answerable: true });
const answered: Finding = {
  ...makeFinding('input-changed', 'warning', {}, { file: 'b.dcm', answerable: true }),
  answered: { by: 'A', on: '2026-11-27', why: 'known' },
};
const error = makeFinding('file-unreadable', 'error', { kind: 'file', found: 'x', needed: 'y' });
const reason = makeReason('question-open', { questions: [{ title: 'Input differs', place: 'a.dcm' }] });
const without = (roi: string) => ({
  ...cord,
  roi,
  goals: [{ ...goal('Dmax < 57 Gy', null, 'not evaluable'), ...reason }],
});

describe('open questions', () => {
  it('come before errors; an answered one is a warning among the others', () => {
    const groups = findingGroups([error, answered, asking]);
    expect(groups.map(({ severity, findings }) => [severity, findings])).toEqual([
      ['question', [asking]],
      ['error', [error]],
      ['warning', [answered]],
    ]);
  });

  it('say what has no verdict for them', () => {
    const some = assessmentOf([without('SpinalCord'), trachea], { findings: [asking, answered] });
    expect(questionsText(t, openQuestions(some))).toBe('1 question is open: no verdict on SpinalCord.');
    const many = ['A', 'B', 'C', 'D', 'E', 'F'].map(without);
    const most = assessmentOf([...many, trachea], { findings: [asking, { ...asking, file: 'c.dcm' }] });
    expect(questionsText(t, openQuestions(most))).toBe('2 questions are open: no verdict on A, B, C, D and 2 more.');
    const all = assessmentOf(many, { findings: [asking] });
    expect(questionsText(t, openQuestions(all))).toBe('1 question is open: no verdict on any organ.');
    const none = assessmentOf([trachea], { findings: [asking] });
    expect(questionsText(t, openQuestions(none))).toBe(
      '1 question is open, on a.dcm: no further organ is without a verdict for it.',
    );
  });
});
