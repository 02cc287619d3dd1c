import { describe, expect, it } from 'vitest';
import { verdictText } from '../../src/cli/verdict-text';
import { isTheMost, limitsOf } from '../../src/figures/goal-reading';
import { maximumWords } from '../../src/figures/maximum-words';
import { makeReason } from '../../src/findings/reasons';
import { dvh, goal, gy, organ } from '../report/fixture-parts';
import { assessmentOf, report } from '../report/variants';

/** A cord whose near maximum is a hair under one limit and whose maximum is a hair under another. */
const cord = organ('SpinalCord', 'SpinalCord', {
  metrics: {
    'D0.03cc': gy([40, 30, 32, 24.96, 49.96, 100]),
    'D0.1cc': gy([40, 30, 32, 24, 49.4, 100]),
    Dmax: gy([41, 31, 33, 25.4, 56.97, 110]),
    Dmean: gy([14, 12, 10, 8, 18.04, 36]),
  },
  dvh: dvh([15, 6, 41], [12, 5, 34], [22, 8, 56.9]),
  goals: [
    goal('D0.03cc <= 50 Gy', 49.96, 'met'),
    goal('planned:D0.03cc <= 25 Gy', 24.96, 'met'),
    goal('Dmax < 57 Gy', 56.97, 'met', { nearMaximum: { metric: 'D0.03cc', value: 49.96 } }),
    goal('Dmax <= 60 Gy', 51.2, 'met', { quantity: 'physical' }),
    goal('planned:Dmax / cumulative:Dmax <= 0.5', 0.4388, 'met'),
  ],
});

describe('limitsOf', () => {
  it('names the EQD2 limits that a metric is held to, each scope by itself', () => {
    expect(limitsOf(cord, 'Dmax', 'cumulative')).toEqual([57]);
    expect(limitsOf(cord, 'Dmax', 'planned')).toEqual([]);
    expect(limitsOf(cord, 'D0.03cc', 'planned')).toEqual([25]);
  });

  it('names those that a near maximum is shown beside', () => {
    expect(limitsOf(cord, 'D0.03cc', 'cumulative')).toEqual([50, 57]);
  });
});

describe('one figure', () => {
  const assessment = assessmentOf([cord], { findings: [] });
  const occurrences = (text: string, figure: string) => text.split(new RegExp(`(?<![\\d.])${figure}(?![\\d.])`)).length - 1;

  it('has the same digits in the doses and in the goals of the terminal', () => {
    const text = verdictText(assessment, []);
    expect(occurrences(text, '49\\.96')).toBeGreaterThanOrEqual(3);
    expect(occurrences(text, '50\\.0')).toBe(0);
    expect(occurrences(text, '57\\.0')).toBe(0);
  });

  it('has the same digits in the doses and in the goals of the report', () => {
    const html = report(assessment);
    expect(occurrences(html, '56\\.97')).toBeGreaterThanOrEqual(2);
    expect(occurrences(html, '49\\.96')).toBeGreaterThanOrEqual(2);
    expect(occurrences(html, '25\\.0')).toBe(0);
    expect(occurrences(html, '57\\.0')).toBe(0);
  });

  it('has its limit’s neighbourhood beside a maximum too', () => {
    const near = { metric: 'D0.03cc', value: 56.98 };
    expect(maximumWords(goal('Dmax < 57 Gy', 57.4, 'exceeded', { nearMaximum: near }), cord)).toBe('D0.03cc 56.98\u00a0Gy');
  });
});

describe('a value without a verdict', () => {
  const within = (value: number, low: number, high?: number) => ({
    ...goal('Dmax < 57 Gy', value, 'not evaluable'),
    ...makeReason('limit-within-interval', { low, ...(high !== undefined && { high }), limit: 57, unit: 'Gy' }),
  });
  const table = (of: ReturnType<typeof within>) => verdictText(assessmentOf([{ ...cord, goals: [of] }]), []);
  const page = (of: ReturnType<typeof within>) => report(assessmentOf([{ ...cord, goals: [of] }]));

  it('that is the most that it can be is told as that, and not as known so far', () => {
    const most = within(59.6, 35.2, 59.6);
    expect(isTheMost(most)).toBe(true);
    expect(table(most)).toContain('up to 59.6');
    expect(page(most)).toContain('up to 59.6');
    expect(page(most)).toContain('At the most: 59.6');
    expect(page(most)).not.toContain('as far as known');
  });

  it('that is the least, lies between, or has no bound above is known so far', () => {
    for (const known of [within(35.2, 35.2, 59.6), within(50, 35.2, 59.6), within(59.6, 35.2)]) {
      expect(isTheMost(known)).toBe(false);
      expect(table(known)).not.toContain('up to');
      expect(page(known)).toContain('as far as known');
    }
    expect(isTheMost({ ...goal('Dmax < 57 Gy', 59.6, 'exceeded') })).toBe(false);
  });
});
