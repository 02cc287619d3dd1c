import { describe, expect, it } from 'vitest';
import type { GoalOutcome } from '../../src/constraints/evaluate-goal';
import { goalApplies, outcomeUnder } from '../../src/constraints/requirements';

const state = (...args: Parameters<typeof goalApplies>) => goalApplies(...args).state;

describe('goalApplies', () => {
  it('applies where nothing is asked for', () => {
    expect(goalApplies(undefined, {})).toEqual({ state: 'applies' });
    expect(goalApplies({}, {})).toEqual({ state: 'applies' });
  });

  it('has each boundary on the stated side', () => {
    expect(state({ intervalMonthsAtLeast: 6 }, { intervalMonths: 6 })).toBe('applies');
    expect(state({ intervalMonthsAtLeast: 6 }, { intervalMonths: 5.99 })).toBe('does not apply');
    expect(state({ intervalMonthsBelow: 6 }, { intervalMonths: 6 })).toBe('does not apply');
    expect(state({ intervalMonthsBelow: 6 }, { intervalMonths: 5.99 })).toBe('applies');
    expect(state({ plannedFractionsAtMost: 5 }, { plannedFractions: 5 })).toBe('applies');
    expect(state({ plannedFractionsAtMost: 5 }, { plannedFractions: 6 })).toBe('does not apply');
    expect(state({ courseBedGyAtMost: 98 }, { courseBedsGy: [98, 40] })).toBe('applies');
    expect(state({ courseBedGyAtMost: 98 }, { courseBedsGy: [40, 98.1] })).toBe('does not apply');
    expect(state({ courseBedGyAbove: 98 }, { courseBedsGy: [98, 40] })).toBe('does not apply');
    expect(state({ courseBedGyAbove: 98 }, { courseBedsGy: [40, 98.1] })).toBe('applies');
  });

  it('says in a sentence what is not met, before what is not known', () => {
    expect(goalApplies({ intervalMonthsAtLeast: 5, plannedFractionsAtMost: 5 }, { plannedFractions: 28 })).toMatchObject({
      state: 'does not apply',
      why: { reason: 'The source gives this limit for a planned course of at most 5 fractions; here it is 28.' },
      exceededStands: false,
    });
    expect(goalApplies({ intervalMonthsAtLeast: 6 }, { intervalMonths: 4 })).toMatchObject({
      state: 'does not apply',
      why: {
        reason: 'The source gives this limit for an interval of at least 6 months between the courses; here it is 4 months.',
      },
      exceededStands: true,
    });
    expect(goalApplies({ courseBedGyAtMost: 98 }, { courseBedsGy: [] })).toMatchObject({
      state: 'unknown',
      why: {
        reason:
          'The source gives this limit for a highest single-course BED of at most 98 Gy; the BED of each course is not known.',
      },
      exceededStands: true,
    });
  });
});

describe('outcomeUnder', () => {
  const met: GoalOutcome = { verdict: 'met', low: 60, high: 60 };
  const exceeded: GoalOutcome = { verdict: 'exceeded', low: 80, high: 80 };

  it('leaves the outcome where the goal applies', () => {
    expect(outcomeUnder(met, { state: 'applies' })).toBe(met);
  });

  it('withdraws "met" where the interval is too short, but not "exceeded"', () => {
    const short = goalApplies({ intervalMonthsAtLeast: 5 }, { intervalMonths: 3 });
    expect(outcomeUnder(met, short)).toMatchObject({
      verdict: 'not evaluable',
      low: 60,
      high: 60,
      why: {
        reason: 'The source gives this limit for an interval of at least 5 months between the courses; here it is 3 months.',
      },
    });
    expect(outcomeUnder(exceeded, short)).toBe(exceeded);
  });

  it('withdraws both where the limit is for another kind of course', () => {
    const conventional = goalApplies({ plannedFractionsAtMost: 5 }, { plannedFractions: 28 });
    expect(outcomeUnder(exceeded, conventional).verdict).toBe('not evaluable');
  });
});
