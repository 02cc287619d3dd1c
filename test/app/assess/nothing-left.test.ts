import { describe, expect, it } from 'vitest';
import { moreNeeded, nothingLeft } from '../../../src/app/assess/nothing-left';
import { nothingLeft as inReport, moreNeeded as neededInReport } from '../../../src/figures/wording';
import { makeReason } from '../../../src/findings/reasons';
import { cord } from '../../report/fixture-organs';
import { scale } from '../../report/fixture-parts';
import { assessmentOf } from '../../report/variants';
import { inLanguage } from './in-language';

const exceeded = { ...cord.goals[0], verdict: 'exceeded' as const, mandatory: true };
const hot = assessmentOf([{ ...cord, goals: [{ ...exceeded, ...scale(0.9234) }] }]);
const prior = { ...exceeded, headroom: makeReason('prior-alone-exceeds', {}) };
const lost = assessmentOf([{ ...cord, goals: [{ ...exceeded, ...scale(0.9234) }, prior] }]);

const alone = assessmentOf([{ ...cord, goals: [{ ...prior, scope: 'prior' }, prior] }]);
const coverage = { ...exceeded, goal: 'D95% >= 40 Gy', figure: 'D95%', comparator: '>=' as const, onTarget: true as const };
const needing = assessmentOf([{ ...cord, goals: [{ ...coverage, headroom: { plannedScale: 1.146, from: true } }] }]);

/** So many goals, so many of which the part outside the target alone meets at ×0.64. */
function inTarget(count: number, outside = 1) {
  const headroom = makeReason('headroom-outside-target', { times: 0.64, inTarget: 0.1 });
  const goals = Array.from({ length: count }, (_, n) => (n < outside ? { ...exceeded, headroom } : hot.organs[0].goals[0]));
  return assessmentOf([{ ...cord, goals }]);
}

describe('nothingLeft in the window', () => {
  it('says what the report and the terminal say', async () => {
    const t = await inLanguage('en');
    for (const assessment of [hot, lost, alone, inTarget(1), inTarget(2), inTarget(3, 2), needing]) {
      expect(nothingLeft(t, assessment)).toBe(inReport(assessment)?.replaceAll('\u00a0', ' '));
      expect(moreNeeded(t, assessment)).toBe(neededInReport(assessment));
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

  it.each([
    ['zh', '需要更多计划剂量：SpinalCord D95% ≥ 40 Gy（×1.15 或更高时达标）。'],
    ['ja', 'より多くの計画線量を要する線量制約：SpinalCord D95% ≥ 40 Gy（×1.15 以上で適合）。'],
  ] as const)('tells what needs more dose apart, in %s', async (language, said) => {
    expect(moreNeeded(await inLanguage(language), needing)).toBe(said);
  });

  it('names what is tried where that is more than the dose, in every language', async () => {
    const organs = { SpinalCord: { recovery: 0.25 } };
    for (const [whatIf, parts] of [
      [{ plannedScale: 1, plannedFractions: 5 }, ['5']],
      [{ plannedScale: 1, organs }, ['SpinalCord', '25.0']],
      [{ plannedScale: 0.9, organs }, ['×0.90', '25.0']],
    ] as const) {
      for (const language of ['en', 'zh', 'ja'] as const) {
        const [opening] = nothingLeft(await inLanguage(language), hot, whatIf)!.split(/[:：]/);
        for (const part of parts) expect(opening, language).toContain(part);
        expect(opening).not.toMatch(/As planned|按现计划|計画のまま/);
      }
    }
    const t = await inLanguage('en');
    expect(nothingLeft(t, hot, { plannedScale: 1 })).toBe(nothingLeft(t, hot));
  });
});
