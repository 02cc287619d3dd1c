import { describe, expect, it } from 'vitest';
import type { GoalResult } from '../../src/evaluation/assessment';
import { wayDown } from '../../src/figures/way-down';
import { moreNeeded, nothingLeft } from '../../src/figures/wording';
import { makeReason } from '../../src/findings/reasons';
import { cord } from '../report/fixture-organs';
import { scale } from '../report/fixture-parts';
import { assessmentOf } from '../report/variants';

const exceeded = (more: object): GoalResult => ({ ...cord.goals[0], verdict: 'exceeded', mandatory: true, ...more });
const of = (...goals: readonly GoalResult[]) => assessmentOf([{ ...cord, goals }]);

const AT_092 = exceeded(scale(0.9234));
const COVERAGE = { goal: 'D95% >= 40 Gy', figure: 'D95%', comparator: '>=' };
const PRIOR_ALONE = exceeded({ headroom: makeReason('prior-alone-exceeds', {}) });

describe('the way down to what meets the exceeded goals', () => {
  it('is the lowest of their factors, of the part outside the target too', () => {
    const outside = exceeded({ headroom: makeReason('headroom-outside-target', { times: 0.8, inTarget: 0.3 }) });
    expect(wayDown(of(AT_092, exceeded(scale(0.95))))).toMatchObject({
      brokenByPrior: 0,
      plannedScale: 0.9234,
      stillInTarget: 0,
    });
    expect(wayDown(of(AT_092, outside))).toMatchObject({ brokenByPrior: 0, plannedScale: 0.8, stillInTarget: 1 });
    // At 0.6 for the cord, what turns at 0.7 in the target is met there as well.
    const both = exceeded({ headroom: makeReason('headroom-outside-target', { times: 0.8, inTarget: 0.7 }) });
    expect(wayDown(of(exceeded(scale(0.6)), both))).toMatchObject({ brokenByPrior: 0, plannedScale: 0.6, stillInTarget: 0 });
  });

  it('passes over what is met, not mandatory, or exceeded in the target alone', () => {
    const inTarget = exceeded({ inTarget: true, headroom: makeReason('no-headroom-in-target', {}) });
    const others = [
      inTarget,
      exceeded({ mandatory: false, ...scale(0.1) }),
      { ...AT_092, verdict: 'met' as const, ...scale(1.2) },
    ];
    expect(wayDown(of(AT_092, ...others))).toMatchObject({ brokenByPrior: 0, plannedScale: 0.9234, stillInTarget: 0 });
  });

  it('is not known where one of them has none: the prior courses break it, or nobody knows', () => {
    expect(wayDown(of(AT_092, PRIOR_ALONE))).toMatchObject({ brokenByPrior: 1, plannedScale: undefined, stillInTarget: 0 });
    expect(wayDown(of(AT_092, exceeded({ headroom: undefined }))).plannedScale).toBeUndefined();
  });
});

describe('a goal that needs more dose', () => {
  const MORE = exceeded({ ...COVERAGE, headroom: { ...scale(1.146).headroom, from: true } });

  it('is no reason why no dose is left, on a target or beside one, and says from where it is met', () => {
    for (const goal of [MORE, { ...MORE, onTarget: true as const }]) {
      expect(nothingLeft(of(goal))).toBeUndefined();
      expect(moreNeeded(of(goal))).toBe(
        'Needs more planned dose: SpinalCord D95%\u00a0≥\u00a040\u00a0Gy, met at ×1.15 or more.'.replaceAll('\u00a0', ' '),
      );
      expect(wayDown(of(AT_092, goal)).plannedScale).toBe(0.9234);
    }
  });

  it('is told without a factor where there is none, and a volume below a dose is spared, not needed', () => {
    const never = exceeded({ ...COVERAGE, headroom: makeReason('not-met-at-any-scale', { times: 20 }) });
    expect(moreNeeded(of(never))).toBe('Needs more planned dose: SpinalCord D95% ≥ 40 Gy.');
    const spared = exceeded({ goal: 'CV20Gy[cc] >= 700 cc', figure: 'CV20Gy[cc]', comparator: '>=', headroom: undefined });
    expect(moreNeeded(of(spared))).toBeUndefined();
    expect(nothingLeft(of(spared))).toContain('a mandatory goal is exceeded outside the target');
  });

  it('is none where it is not mandatory, met, or of the prior courses alone', () => {
    expect(
      moreNeeded(of({ ...MORE, mandatory: false }, { ...MORE, verdict: 'met' }, { ...MORE, scope: 'prior' })),
    ).toBeUndefined();
  });
});

describe('goals on the prior courses alone', () => {
  const ALONE = exceeded({ scope: 'prior', headroom: undefined });

  it('are broken by them, whatever is planned', () => {
    expect(nothingLeft(of(ALONE))).toBe(
      'As planned, no dose is left: the prior courses alone break a mandatory goal outside the target, and no planned dose meets it. What a goal leaves is that of its organ alone.',
    );
    expect(nothingLeft(of(ALONE, PRIOR_ALONE))).toContain('the prior courses alone break 2 mandatory goals outside');
    expect(nothingLeft(of(ALONE, AT_092))).toContain('1\u00a0goal of these the prior courses alone break');
  });
});

describe('that no dose is left', () => {
  it('is said of the plan as it is, with how far it would have to come down', () => {
    expect(nothingLeft(of(AT_092))).toBe(
      'As planned, no dose is left: a mandatory goal is exceeded outside the target. It would be met with the planned dose at ×0.92. What a goal leaves is that of its organ alone.',
    );
    expect(nothingLeft(of(AT_092, exceeded(scale(0.9))))).toContain(' They would be met with the planned dose at ×0.90. ');
    expect(nothingLeft(of(AT_092, PRIOR_ALONE))).toBe(
      'As planned, no dose is left: 2 mandatory goals are exceeded outside the target. 1\u00a0goal of these the prior courses alone break: no planned dose meets it. What a goal leaves is that of its organ alone.',
    );
    const assessment = of(AT_092);
    const outside = exceeded({ headroom: makeReason('headroom-outside-target', { times: 0.64, inTarget: 0.1 }) });
    expect(nothingLeft(of(outside))).toContain(
      'Outside the planned PTV it would be met with the planned dose at ×0.64; in the target it is still exceeded then.',
    );
    expect(nothingLeft(of(AT_092, outside, outside))).toContain(
      'Outside the planned PTV they would be met with the planned dose at ×0.64; in the target 2 of them are still exceeded then.',
    );
    const tried = { ...assessment, settings: { ...assessment.settings, plannedScale: 1.05 } };
    expect(nothingLeft(tried)).toContain('With the planned dose at ×1.05, no dose is left: ');
    expect(nothingLeft(of({ ...AT_092, verdict: 'met' }))).toBeUndefined();
  });
});
