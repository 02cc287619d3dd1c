import { describe, expect, it } from 'vitest';
import { organRows, placeOfGoal, rowMetrics, scopeOfGoal } from '../../../src/app/assess/organ-rows';
import { stops, summary } from '../../../src/app/assess/stops';
import { byUrgency } from '../../../src/figures/organ-order';
import { fixture } from '../../report/fixture';
import { aorta, cord, lungs } from '../../report/fixture-organs';
import { goal } from '../../report/fixture-parts';
import { assessmentOf, variants } from '../../report/variants';
import { tried } from './tried';

describe('rows of the organ table', () => {
  it.each(Object.entries(variants))('stand in the order of the report: %s', (_, assessment) => {
    const rows = organRows(assessment);
    const expected = byUrgency(assessment.organs);
    expect(rows.map(({ organ }) => organ.roi)).toEqual(expected.map(({ roi }) => roi));
    expect(rows.map(({ subRows }) => subRows.map((row) => row.goal))).toEqual(expected.map(({ goals }) => goals));
  });

  it('have ids of their own where two organs have one name', () => {
    const ids = organRows(assessmentOf([cord, cord])).flatMap((row) => [row.id, ...row.subRows.map(({ id }) => id)]);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('keep their places under a what-if, each beside what it was', () => {
    const rows = organRows(tried(fixture, 0.6), fixture);
    const before = organRows(fixture);
    expect(rows.map(({ id }) => id)).toEqual(before.map(({ id }) => id));
    rows.forEach((row, n) => {
      expect(row.kind === 'organ' && row.was?.roi).toBe(row.organ.roi);
      expect(row.subRows.map(({ was }) => was)).toEqual(before[n].subRows.map((each) => each.goal));
      for (const { goal: now, was } of row.subRows) expect(was?.goal).toBe(now.goal);
    });
  });

  it('know where the figure of a goal comes from', () => {
    const place = (text: string) => {
      const { metric, scope } = placeOfGoal('x', goal(text, 1, 'met')) ?? {};
      return [metric, scope];
    };
    expect(place('Dmax < 57 Gy')).toEqual(['Dmax', 'cumulative']);
    expect(place('planned:D0.03cc <= 50 Gy')).toEqual(['D0.03cc', 'planned']);
    expect(place('CV16Gy[cc] >= 1000 cc')).toEqual(['CV16Gy[cc]', 'cumulative']);
    expect(place('V20Gy[cc] < 100 cc')).toEqual(['V20Gy[cc]', 'cumulative']);
    expect(place('D95% >= 50 Gy')).toEqual(['D95%', 'cumulative']);
    expect(place('DC10cc <= 12 Gy')).toEqual(['DC10cc', 'cumulative']);
    expect(place('planned:Dmax / cumulative:Dmax <= 0.5')).toEqual(['Dmax', 'planned']);
  });

  it('put a goal in the column of its dose', () => {
    expect(scopeOfGoal(goal('planned:Dmax < 57 Gy', 1, 'met'))).toBe('planned');
    expect(scopeOfGoal(goal('Dmax < 57 Gy', 1, 'met', { scope: 'prior' }))).toBe('prior');
    expect(scopeOfGoal(goal('planned:Dmax / cumulative:Dmax <= 0.5', 0.4, 'met'))).toBe('cumulative');
  });

  it('name the near maximum that there is', () => {
    expect(rowMetrics(cord)).toEqual(['D0.03cc', 'Dmean']);
    expect(rowMetrics(aorta)).toEqual(['Dmax', 'Dmean']);
  });
});

describe('what stops a re-irradiation', () => {
  it('is exceeded mandatory goals, then those that cannot be judged, never optional ones', () => {
    expect(stops(fixture).map(({ organ, goal: each }) => [organ.organ, each.verdict])).toEqual([
      ['SpinalCord', 'exceeded'],
      ['Esophagus', 'exceeded'],
      ['Heart', 'not evaluable'],
    ]);
    const optional = {
      ...lungs,
      goals: lungs.goals.map((each) => ({ ...each, verdict: 'exceeded' as const, mandatory: false })),
    };
    expect(stops(assessmentOf([optional]))).toEqual([]);
  });

  it('counts organs, not goals', () => {
    expect(summary(fixture)).toEqual({ verdict: 'exceeded', organsOver: 2, isInTarget: false, open: 1, met: 8, metAsPlaced: 0 });
    expect(summary(assessmentOf([])).verdict).toBe('not evaluable');
  });
});
