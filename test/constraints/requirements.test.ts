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
    expect(state({ plannedFractionsAtLeast: 20 }, { plannedFractions: 20 })).toBe('applies');
    expect(state({ plannedFractionsAtLeast: 20 }, { plannedFractions: 19 })).toBe('does not apply');
    expect(state({ plannedFractionsAtMost: 5 }, { plannedFractions: 5 })).toBe('applies');
    expect(state({ plannedFractionsAtMost: 5 }, { plannedFractions: 6 })).toBe('does not apply');
    expect(state({ courseBedGyAtMost: 98 }, { courseBedsGy: [98, 40] })).toBe('applies');
    expect(state({ courseBedGyAtMost: 98 }, { courseBedsGy: [40, 98.1] })).toBe('does not apply');
    expect(state({ courseBedGyAbove: 98 }, { courseBedsGy: [98, 40] })).toBe('does not apply');
    expect(state({ courseBedGyAbove: 98 }, { courseBedsGy: [40, 98.1] })).toBe('applies');
  });

  it('takes the dose per fraction from the lowest and from the highest prescription level', () => {
    const conventional = {
      lowestLevelFractionGyAtLeast: 1.8,
      lowestLevelFractionGyAtMost: 2,
      highestLevelFractionGyAtMost: 2.2,
    };
    // 50.4/28 is 1.7999999999999998 in floating point, and is 1.8 Gy all the same.
    expect(state(conventional, { levelFractionsGy: [[50.4 / 28]] })).toBe('applies');
    expect(state(conventional, { levelFractionsGy: [[59.92 / 28, 50.4 / 28]] })).toBe('applies');
    expect(state(conventional, { levelFractionsGy: [[66 / 30, 54 / 30]] })).toBe('applies');
    expect(state(conventional, { levelFractionsGy: [[64.8 / 28, 50.4 / 28]] })).toBe('does not apply');
    expect(state(conventional, { levelFractionsGy: [[2.1]] })).toBe('does not apply');
    expect(state(conventional, { levelFractionsGy: [[1.7, 2]] })).toBe('does not apply');
    expect(state(conventional, { levelFractionsGy: [[28 / 5]] })).toBe('does not apply');
    expect(state(conventional, {})).toBe('unknown');
    // Of each phase by itself: 20 Gy in 2 and 36 Gy in 26 are 2 Gy on the average.
    expect(state(conventional, { levelFractionsGy: [[20 / 2], [36 / 26]] })).toBe('does not apply');
    expect(state(conventional, { levelFractionsGy: [[50.4 / 28], [9 / 3]] })).toBe('does not apply');
    expect(state(conventional, { levelFractionsGy: [[50.4 / 28], [20 / 12]] })).toBe('does not apply');
    expect(state(conventional, { levelFractionsGy: [[50.4 / 28, 58.8 / 28], [10 / 5]] })).toBe('applies');
    // A lowest level in range in one phase does not stand for that of the other.
    expect(state(conventional, { levelFractionsGy: [[1.8], [2.1]] })).toBe('does not apply');
    expect(state(conventional, { levelFractionsGy: [] })).toBe('unknown');
  });

  it('says in a sentence what is not met, before what is not known', () => {
    expect(goalApplies({ intervalMonthsAtLeast: 5, plannedFractionsAtMost: 5 }, { plannedFractions: 28 })).toMatchObject({
      state: 'does not apply',
      why: { reason: 'The source gives this limit for a planned course of at most 5 fractions; here it is 28.' },
    });
    expect(goalApplies({ intervalMonthsAtLeast: 6 }, { intervalMonths: 4 })).toMatchObject({
      state: 'does not apply',
      why: {
        reason: 'The source gives this limit for an interval of at least 6 months between the courses; here it is 4.0 months.',
      },
    });
    expect(goalApplies({ courseBedGyAtMost: 98 }, { courseBedsGy: [] })).toMatchObject({
      state: 'unknown',
      why: {
        reason:
          'The source gives this limit for a highest single-course BED of at most 98 Gy; the BED of each course is not known.',
      },
    });
    expect(goalApplies({ highestLevelFractionGyAtMost: 2.2 }, { levelFractionsGy: [[5.6]] })).toMatchObject({
      why: {
        reason:
          'The source gives this limit for at most 2.2 Gy per fraction to the highest prescription level; here it is 5.60 Gy.',
      },
    });
    expect(goalApplies({ lowestLevelFractionGyAtLeast: 1.8 }, {})).toMatchObject({
      why: {
        reason:
          'The source gives this limit for at least 1.8 Gy per fraction to the lowest prescription level; the dose per fraction of the planned prescription in each phase is not known.',
      },
    });
  });
});

describe('outcomeUnder', () => {
  const met: GoalOutcome = { verdict: 'met', low: 60, high: 60 };
  const exceeded: GoalOutcome = { verdict: 'exceeded', low: 80, high: 80 };

  it('leaves the outcome where the goal applies', () => {
    expect(outcomeUnder(met, { state: 'applies' })).toBe(met);
  });

  it('is not applicable outside the conditions, whichever they are and whatever the value', () => {
    const short = goalApplies({ intervalMonthsAtLeast: 5 }, { intervalMonths: 3 });
    for (const outcome of [met, exceeded]) {
      expect(outcomeUnder(outcome, short)).toMatchObject({
        verdict: 'not applicable',
        low: outcome.low,
        why: { code: 'outside-source', facts: { condition: 'intervalMonthsAtLeast', limit: 5, value: 3 } },
      });
    }
    const conventional = goalApplies({ plannedFractionsAtMost: 5 }, { plannedFractions: 28 });
    expect(outcomeUnder(exceeded, conventional).verdict).toBe('not applicable');
  });

  it('is not evaluable where a condition is not known, and not applicable where another is known not to hold', () => {
    const undated = goalApplies({ intervalMonthsAtLeast: 6 }, {});
    expect(outcomeUnder(met, undated).verdict).toBe('not evaluable');
    expect(outcomeUnder(exceeded, undated).verdict).toBe('not evaluable');
    const both = goalApplies({ intervalMonthsAtLeast: 5, plannedFractionsAtMost: 5 }, { plannedFractions: 15 });
    expect(outcomeUnder(exceeded, both).verdict).toBe('not applicable');
  });
});
