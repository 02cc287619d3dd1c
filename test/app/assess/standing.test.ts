import { beforeAll, describe, expect, it } from 'vitest';
import type { T } from '../../../src/app/assess/goal-words';
import { turnedBy, wouldBeMetBy } from '../../../src/app/assess/goal-words';
import { displacementOf, gravestGoal, optionalExceeded, standingOf } from '../../../src/app/assess/standing';
import { stops, summary } from '../../../src/app/assess/stops';
import type { GoalResult } from '../../../src/evaluation/assessment';
import { byUrgency } from '../../../src/figures/organ-order';
import { cord, trachea } from '../../report/fixture-organs';
import { goal, scale } from '../../report/fixture-parts';
import { assessmentOf, confirmed } from '../../report/variants';
import { inLanguage } from './in-language';

/* Between met and exceeded: what is met only while the prior course lies where it is placed. */

let t: T;
beforeAll(async () => {
  t = await inLanguage('en');
});

const worst = (verdict: GoalResult['verdict'], more: object = {}) =>
  ({
    value: 58.2,
    verdict,
    turnsVerdict: verdict !== 'met',
    cause: { code: 'shift', facts: { xMm: 0, yMm: 3, zMm: 0 } },
    ...more,
  }) as NonNullable<GoalResult['worstCase']>;
const asPlaced = { ...goal('Dmax < 57 Gy', 56.1, 'met', scale(1.01)), worstCase: worst('exceeded') };

describe('the third state', () => {
  it('is that of a met goal that a displacement makes exceeded, and of no other', () => {
    expect(standingOf(asPlaced)).toBe('met as placed');
    expect(standingOf({ ...asPlaced, worstCase: worst('met') })).toBe('met');
    // Outside the dose grid nothing is known: that is no changed verdict.
    expect(standingOf({ ...asPlaced, worstCase: worst('not evaluable') })).toBe('met');
    expect(standingOf({ ...asPlaced, verdict: 'exceeded' })).toBe('exceeded');
    expect(standingOf(goal('Dmax < 57 Gy', 56.1, 'met'))).toBe('met');
  });

  it('is never hidden behind another met goal of the organ that has less left', () => {
    const plain = goal('D0.1cc < 60 Gy', 59.9, 'met', scale(1.001));
    expect(gravestGoal([plain, asPlaced])).toBe(asPlaced);
    const optional = { ...goal('Dmax < 50 Gy', 56.1, 'exceeded'), mandatory: false };
    expect(gravestGoal([optional, asPlaced])).toBe(asPlaced);
    expect(gravestGoal([optional, plain])).toBe(plain);
    expect(gravestGoal([optional])).toBe(optional);
    // It is told beside it instead.
    expect(optionalExceeded([optional, plain, { ...optional, mandatory: true }])).toBe(1);
    const aside = goal('Dmax < 20 Gy', null, 'not applicable');
    expect(gravestGoal([aside, plain])).toBe(plain);
    expect(gravestGoal([])).toBeUndefined();
  });

  it('stands above organs that hold, in the table and in the banner', () => {
    const turned = { ...trachea, roi: 'Turned', goals: [{ ...asPlaced, ...scale(1.9) }] };
    const held = { ...cord, goals: [goal('Dmax < 57 Gy', 56.9, 'met', scale(1.001))] };
    expect(byUrgency([held, turned]).map(({ roi }) => roi)).toEqual(['Turned', held.roi]);
    const assessment = assessmentOf([held, turned].map(confirmed), { findings: [] });
    expect(stops(assessment).map(({ organ }) => organ.roi)).toEqual(['Turned']);
    expect(summary(assessment)).toEqual({
      verdict: 'met as placed',
      organsOver: 0,
      open: 0,
      met: 2,
      metAsPlaced: 1,
      isInTarget: false,
    });
  });

  it('does not count where the goal is not mandatory', () => {
    const assessment = assessmentOf(
      [confirmed({ ...trachea, goals: [{ ...asPlaced, mandatory: false }, goal('Dmax < 99 Gy', 1, 'met')] })],
      { findings: [] },
    );
    expect(summary(assessment)).toMatchObject({ verdict: 'met', metAsPlaced: 0 });
  });
});

describe('what turns it', () => {
  it('is told in millimetres or degrees', () => {
    expect(turnedBy(t, worst('exceeded'))).toBe('exceeded when the prior course is 3 mm off');
    // The corner of a cube of 3 mm is 5.196 mm away.
    const corner = { cause: { code: 'shift', facts: { xMm: 3, yMm: -3, zMm: 3 } } };
    expect(turnedBy(t, worst('exceeded', corner))).toBe('exceeded when the prior course is 5.2 mm off');
    const along = { cause: { code: 'shift', facts: { xMm: 3, yMm: 0, zMm: -4 } } };
    expect(displacementOf(worst('exceeded', along))).toEqual({ kind: 'shift', mm: 5 });
    const byTurn = { cause: { code: 'rotation', facts: { degrees: -2, axis: 'z', about: 'organ' } } };
    expect(turnedBy(t, worst('exceeded', byTurn))).toBe('exceeded when the prior course is turned by 2°');
  });

  it('is that of each course where several are moved by themselves, and of the courses where they are moved alike', () => {
    const [near, far] = [-3, 3].map((xMm) => ({ code: 'shift', facts: { xMm, yMm: 0, zMm: 0 } }) as const);
    const of = (...groups: object[]) => worst('exceeded', { cause: { ...near, groups } });
    const [a, b] = ['A', 'B'].map((name) => ({ role: 'prior', courses: [name], cause: near }));
    expect(turnedBy(t, of(a, { ...b, cause: far }))).toMatch(
      /^exceeded when each course is moved by itself: A 3\s+mm, B 3\s+mm$/,
    );
    expect(turnedBy(t, of(a, b))).toMatch(/^exceeded when these are off: A \+ B 3\s+mm$/);
    expect(turnedBy(t, of(a, { ...b, cause: null }))).toMatch(/^exceeded when these are off: A 3\s+mm$/);
    const best = { ...of(a, { ...b, cause: far }), verdict: 'met', value: 55.99, turnsVerdict: true } as never;
    expect(wouldBeMetBy(t, { ...goal('Dmax < 57 Gy', 58.2, 'exceeded'), bestCase: best })).toMatch(
      /^would be met when each course is moved by itself: A 3\s+mm, B 3\s+mm \(56\.0\s+Gy\); exceeded as placed$/,
    );
  });

  it('is told of an exceeded goal that another place would meet, which stays exceeded', () => {
    const best = { ...worst('met'), value: 55.99, turnsVerdict: true };
    const exceeded = { ...goal('Dmax < 57 Gy', 58.2, 'exceeded'), worstCase: { ...worst('exceeded'), turnsVerdict: false } };
    expect(standingOf({ ...exceeded, bestCase: best } as GoalResult)).toBe('exceeded');
    expect(wouldBeMetBy(t, { ...exceeded, bestCase: best })).toMatch(
      /^would be met when the prior course is 3 mm off \(56\.0\s+Gy\)/,
    );
    expect(wouldBeMetBy(t, { ...exceeded, bestCase: { ...best, verdict: 'exceeded', turnsVerdict: false } })).toBeUndefined();
    expect(wouldBeMetBy(t, asPlaced)).toBeUndefined();
  });
});
