import { describe, expect, it } from 'vitest';
import { evaluateGoal } from '../../src/constraints/evaluate-goal';
import { parseGoal } from '../../src/constraints/goal';
import { CoveredDistribution } from '../../src/dvh/covered-distribution';
import { metricInterval } from '../../src/dvh/metric-value';
import { WorstCaseSum } from '../../src/dvh/worst-case-sum';

const doses = (...gy: number[]) => CoveredDistribution.of(Float32Array.from(gy), new Float32Array(gy.length).fill(0.5));
const verdict = (text: string, distribution: CoveredDistribution | WorstCaseSum) =>
  evaluateGoal(parseGoal(text), (metric) => metricInterval(distribution, metric)).verdict;
const NONE = doses();
const NO_VOLUME = CoveredDistribution.of(Float32Array.of(10, 20), Float32Array.of(0, 0));
const GOALS = [
  'Dmax <= 50 Gy',
  'Dmean < 5 Gy',
  'D0.03cc <= 50 Gy',
  'D95% >= 0 Gy',
  'V20Gy <= 35 %',
  'V20Gy[cc] <= 10 cc',
  'Dmin >= 0 Gy',
];

describe('an organ without any volume', () => {
  it.each(GOALS)('has no verdict on %s', (goal) => {
    for (const empty of [NONE, NO_VOLUME, new WorstCaseSum([NONE, doses(10)], 0)]) {
      expect(verdict(goal, empty)).toBe('not evaluable');
    }
  });

  it('has no distribution, whatever peaks it was given', () => {
    expect(NONE.covered).toBeUndefined();
    expect(NO_VOLUME.covered).toBeUndefined();
    expect(CoveredDistribution.of(new Float32Array(0), new Float32Array(0), Float32Array.of(12)).covered).toBeUndefined();
  });
});

describe('an organ of which nothing is known', () => {
  const UNKNOWN = doses(Number.NaN, Number.NaN);

  it.each([...GOALS.filter((goal) => !goal.includes('>= 0')), 'V20Gy <= 100 %', 'V20Gy[cc] <= 5 cc'])(
    'meets nothing: %s',
    (goal) => expect(verdict(goal, UNKNOWN)).toBe('not evaluable'),
  );

  it('but one of which half is known may', () => {
    const half = (gy: number) => doses(...Array.from({ length: 20 }, (_, n) => (n % 2 ? gy : Number.NaN)));
    // 5 cc are known. The unknown 5 cc, and half a point where the curve passes from one dose to the other.
    expect(verdict('V20Gy[cc] <= 5.5 cc', half(10))).toBe('met');
    expect(verdict('V20Gy[cc] <= 4.5 cc', half(30))).toBe('exceeded');
  });
});
