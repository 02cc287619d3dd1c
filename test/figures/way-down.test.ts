import { describe, expect, it } from 'vitest';
import type { GoalResult } from '../../src/evaluation/assessment';
import { wayDown } from '../../src/figures/way-down';
import { nothingLeft } from '../../src/figures/wording';
import { makeReason } from '../../src/findings/reasons';
import { cord } from '../report/fixture-organs';
import { scale } from '../report/fixture-parts';
import { assessmentOf } from '../report/variants';

const exceeded = (more: object): GoalResult => ({ ...cord.goals[0], verdict: 'exceeded', mandatory: true, ...more });
const of = (...goals: readonly GoalResult[]) => assessmentOf([{ ...cord, goals }]);

const AT_092 = exceeded(scale(0.9234));
const PRIOR_ALONE = exceeded({ headroom: makeReason('prior-alone-exceeds', {}) });

describe('the way down to what meets the exceeded goals', () => {
  it('is the lowest of their factors, of the part outside the target too', () => {
    const outside = exceeded({ headroom: makeReason('headroom-outside-target', { times: 0.8, inTarget: 0.3 }) });
    expect(wayDown(of(AT_092, exceeded(scale(0.95))))).toEqual({ brokenByPrior: 0, plannedScale: 0.9234, stillInTarget: 0 });
    expect(wayDown(of(AT_092, outside))).toEqual({ brokenByPrior: 0, plannedScale: 0.8, stillInTarget: 1 });
    // At 0.6 for the cord, what turns at 0.7 in the target is met there as well.
    const both = exceeded({ headroom: makeReason('headroom-outside-target', { times: 0.8, inTarget: 0.7 }) });
    expect(wayDown(of(exceeded(scale(0.6)), both))).toEqual({ brokenByPrior: 0, plannedScale: 0.6, stillInTarget: 0 });
  });

  it('passes over what is met, not mandatory, or exceeded in the target alone', () => {
    const inTarget = exceeded({ inTarget: true, headroom: makeReason('no-headroom-in-target', {}) });
    const others = [
      inTarget,
      exceeded({ mandatory: false, ...scale(0.1) }),
      { ...AT_092, verdict: 'met' as const, ...scale(1.2) },
    ];
    expect(wayDown(of(AT_092, ...others))).toEqual({ brokenByPrior: 0, plannedScale: 0.9234, stillInTarget: 0 });
  });

  it('is not known where one of them has none: the prior courses break it, it needs more dose, or nobody knows', () => {
    expect(wayDown(of(AT_092, PRIOR_ALONE))).toEqual({ brokenByPrior: 1, plannedScale: undefined, stillInTarget: 0 });
    const more = exceeded({ headroom: { ...scale(1.2).headroom, from: true } });
    expect(wayDown(of(AT_092, more)).plannedScale).toBeUndefined();
    expect(wayDown(of(AT_092, exceeded({ headroom: undefined }))).plannedScale).toBeUndefined();
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
