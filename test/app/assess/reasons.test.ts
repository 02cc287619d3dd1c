import { beforeAll, describe, expect, it } from 'vitest';
import { clause, leftOf } from '../../../src/app/assess/goal-words';
import { reasonWords, type T } from '../../../src/app/assess/reasons';
import { findHeadroom } from '../../../src/assessment/headroom';
import { evaluateGoal } from '../../../src/constraints/evaluate-goal';
import { parseGoal } from '../../../src/constraints/goal';
import { goalApplies, type Requirements } from '../../../src/constraints/requirements';
import { heart } from '../../report/fixture-organs';
import { inLanguage } from './in-language';

/* The engine says its reasons in English; each must be known here, in the engine's own words of today. */

let zh: T;
beforeAll(async () => {
  zh = await inLanguage('zh');
});

const headroomReason = (valueAt: (scale: number) => number | undefined, limit: number) => {
  const found = findHeadroom({ valueAt, holds: (value) => value <= limit, limit });
  return 'reason' in found ? found.reason : 'a factor was found';
};
const goalReason = (text: string, low: number, high: number) =>
  evaluateGoal(parseGoal(text), () => ({ low, high })).reason ?? 'a verdict was found';

describe('reasons of the engine', () => {
  it('are known: no factor on the planned dose', () => {
    expect(
      reasonWords(
        zh,
        headroomReason(() => undefined, 50),
      ),
    ).toMatch(/无法评估/);
    expect(
      reasonWords(
        zh,
        headroomReason(() => 20, 50),
      ),
    ).toMatch(/未涉及/);
    expect(
      reasonWords(
        zh,
        headroomReason((scale) => 20 + scale, 50),
      ),
    ).toMatch(/20 倍仍达标/);
    expect(
      reasonWords(
        zh,
        headroomReason((scale) => 60 + scale, 50),
      ),
    ).toMatch(/仅既往疗程/);
  });

  it('are known: no verdict', () => {
    expect(reasonWords(zh, goalReason('Dmax < 57 Gy', 50, 60))).toBe('只知其值在 50 Gy 与 60 Gy 之间，而限值 57 Gy 落在此范围内');
    expect(reasonWords(zh, goalReason('Dmax < 57 Gy', 50, Infinity))).toMatch(/不低于 50 Gy/);
    expect(reasonWords(zh, goalReason('Dmax > 57 Gy', -Infinity, 60))).toMatch(/不高于 60 Gy/);
    const none = evaluateGoal(parseGoal('D1cc < 57 Gy'), () => undefined).reason!;
    expect(reasonWords(zh, none)).toMatch(/无法得到 D1cc/);
  });

  it.each([
    [{ intervalMonthsAtLeast: 6 }, '疗程间隔至少 6 个月', '2.5 个月'],
    [{ intervalMonthsBelow: 2 }, '疗程间隔少于 2 个月', '2.5 个月'],
    [{ plannedFractionsAtMost: 5 }, '本次计划不超过 5 次', '28'],
    [{ courseBedGyAtMost: 98 }, '单疗程最高 BED 不超过 98 Gy', '102 Gy'],
    [{ courseBedGyAbove: 110 }, '单疗程最高 BED 高于 110 Gy', '102 Gy'],
  ] as [Requirements, string, string][])('are known: what a source asks for, %o', (requires, needed, found) => {
    const known = { intervalMonths: 2.5, plannedFractions: 28, courseBedsGy: [90, 102] };
    const applies = goalApplies(requires, known);
    const said = applies.state === 'applies' ? '' : reasonWords(zh, applies.reason);
    expect(said).toContain(needed);
    expect(said).toContain(found);
    const unknown = goalApplies(requires, {});
    expect(unknown.state === 'applies' ? '' : reasonWords(zh, unknown.reason)).toContain(needed);
  });

  it('are shown as they came where they are not known', () => {
    expect(reasonWords(zh, 'because of the weather')).toBeUndefined();
    expect(clause(zh, 'because of the weather.')).toBe('Because of the weather');
    expect(leftOf(zh, heart.goals[0]).reason).toMatch(/^Dose is unknown in 14.2 %/);
  });
});
