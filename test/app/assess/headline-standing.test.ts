import { expect, it } from 'vitest';
import { restsOnAnswers } from '../../../src/app/assess/banner-words';
import { STANDING_GLYPHS } from '../../../src/app/assess/standing';
import { summary } from '../../../src/app/assess/stops';
import type { Assessment, GoalResult } from '../../../src/evaluation/assessment';
import { headlineStanding } from '../../../src/figures/headline-standing';
import { makeFinding } from '../../../src/findings/finding';
import { verdictSection } from '../../../src/report/verdict-section';
import { fixture } from '../../report/fixture';
import { trachea } from '../../report/fixture-organs';
import { goal } from '../../report/fixture-parts';
import { textsOf } from '../../report/read-back';
import { allMet, assessmentOf, confirmed, notEvaluable } from '../../report/variants';
import { inLanguage } from './in-language';

/* The headline of a case stands under one sign, in the window and in the report. */

const WORD = { by: 'Dr X', on: '2026-01-05', why: 'the boost repeats the first plan' };
const asked = makeFinding('same-dose-in-two-courses', 'warning', { courses: ['a', 'b'] }, { file: 'RD.dcm', answerable: true });
const worstCase = {
  value: 58.2,
  verdict: 'exceeded',
  turnsVerdict: true,
  cause: { code: 'shift', facts: { xMm: 0, yMm: 3, zMm: 0 } },
};
const placed = { ...goal('Dmax < 57 Gy', 56.1, 'met'), worstCase } as unknown as GoalResult;
const turned = assessmentOf([confirmed({ ...trachea, goals: [placed] })], { findings: [] });

const CASES: readonly (readonly [string, Assessment])[] = [
  ['●', allMet],
  ['■', fixture],
  ['▲', notEvaluable],
  ['▲', assessmentOf([])],
  ['◐', turned],
  ['▲', { ...allMet, findings: [{ ...asked, answered: WORD }] }],
  ['▲', { ...turned, findings: [{ ...asked, answered: WORD }] }],
  ['▲', { ...allMet, findings: [makeFinding('input-changed', 'error', {}, { file: 'RD.dcm' })] }],
  ['▲', { ...allMet, settings: { ...allMet.settings, outsideDoseGrid: 'zero' } }],
  ['▲', { ...allMet, patient: { ...allMet.patient, samePatient: WORD } }],
  ['▲', { ...allMet, overall: { ...allMet.overall, requiredNotJudged: ['Lungs'] } }],
];

it.each(CASES)('%s', (glyph, assessment) => {
  expect(STANDING_GLYPHS[headlineStanding(assessment)]).toBe(glyph);
  expect(STANDING_GLYPHS[summary(assessment).verdict]).toBe(glyph);
  expect(textsOf(verdictSection(assessment).text, 'h2')[0].slice(0, 1)).toBe(glyph);
});

it('says in every language how many answers it rests on', async () => {
  const of = async (language: 'en' | 'zh' | 'ja', count: number) =>
    restsOnAnswers(await inLanguage(language), { ...allMet, findings: Array(count).fill({ ...asked, answered: WORD }) });
  expect(await of('en', 0)).toBeUndefined();
  expect(await of('en', 1)).toBe('rests on the answer to 1 contradiction in the input');
  expect(await of('en', 3)).toBe('rests on the answer to 3 contradictions in the input');
  expect(await of('zh', 3)).toBe('取决于对输入中 3 处矛盾的答复');
  expect(await of('ja', 3)).toBe('入力中の矛盾 3 件への回答にもとづきます');
});
