import { describe, expect, it } from 'vitest';
import { nothingLeft } from '../../../src/app/assess/nothing-left';
import { nothingLeft as inReport } from '../../../src/figures/wording';
import { makeReason } from '../../../src/findings/reasons';
import { cord } from '../../report/fixture-organs';
import { scale } from '../../report/fixture-parts';
import { assessmentOf } from '../../report/variants';
import { inLanguage } from './in-language';

const exceeded = { ...cord.goals[0], verdict: 'exceeded' as const, mandatory: true };
const hot = assessmentOf([{ ...cord, goals: [{ ...exceeded, ...scale(0.9234) }] }]);
const prior = { ...exceeded, headroom: makeReason('prior-alone-exceeds', {}) };
const lost = assessmentOf([{ ...cord, goals: [{ ...exceeded, ...scale(0.9234) }, prior] }]);

describe('nothingLeft in the window', () => {
  it('says what the report and the terminal say', async () => {
    const t = await inLanguage('en');
    for (const assessment of [hot, lost]) {
      expect(nothingLeft(t, assessment)).toBe(inReport(assessment)?.replaceAll('\u00a0', ' '));
    }
  });

  it.each([
    ['zh', '按现计划没有剂量余量：有 1 项强制约束在靶区之外超出。计划剂量降至 ×0.92 时达标。其他器官的余量仅就该器官而言。'],
    [
      'ja',
      'この計画のままでは線量の余裕はありません：必須の線量制約 1 項目が標的の外で超過しています。計画線量を ×0.92 に下げると適合します。他の臓器の余裕はその臓器だけのものです。',
    ],
  ] as const)('is of the plan as it is, in %s', async (language, said) => {
    expect(nothingLeft(await inLanguage(language), hot)).toBe(said);
  });
});
