import { describe, expect, it } from 'vitest';
import { en } from '../../src/app/words/core-words';
import { ja } from '../../src/app/words/ja';
import { zh } from '../../src/app/words/zh';

describe.each([
  ['English', en],
  ['Chinese', zh],
  ['Japanese', ja],
])('figures in %s sentences', (_, { findings, reasons }) => {
  const outside = (value: number) => reasons['exceeded-in-target'].message({ outside: value, limit: 100, unit: 'Gy' });
  const span = (low: number, high: number) => reasons['limit-within-interval'].message({ low, high, limit: 57, unit: 'Gy' });

  it('have the digits of the tables', () => {
    expect(outside(98.87)).toContain('98.9 Gy');
    expect(outside(8.871)).toContain('8.9 Gy');
  });

  it('never round onto the limit that they meet', () => {
    expect(outside(99.97)).toContain('99.97 Gy');
    expect(outside(99.9996)).toContain('99.9996 Gy');
  });

  it('keep an interval as wide as it is, and its limit as written', () => {
    expect(span(56.97, 57.03)).toContain('56.9 Gy');
    expect(span(56.97, 57.03)).toContain('57.1 Gy');
    expect(span(56.97, 57.03)).toContain('57 Gy');
  });

  it('tell what a case has from what a source asks', () => {
    const bed = { condition: 'courseBedGyAtMost', limit: 98, value: 98.02 } as const;
    expect(reasons['outside-source'].message(bed)).toContain('98.02 Gy');
    const months = { condition: 'intervalMonthsAtLeast', limit: 6, value: 5.98 } as const;
    expect(reasons['outside-source'].message(months)).toContain('5.98');
    const each = { condition: 'lowestLevelFractionGyAtLeast', limit: 1.8, value: 1.754 } as const;
    expect(reasons['outside-source'].message(each)).toContain('1.75 Gy');
  });

  it('tell a figure beyond a limit that does not apply from that limit', () => {
    const beyond = [{ roi: 'SpinalCord', goal: 'Dmax <= 70 Gy', value: 70.03, limit: 70, unit: 'Gy' }] as const;
    const said = findings['outside-sources'].message({ set: 'HyTEC', isWhole: true, conditions: [], beyond });
    expect(said).toContain('70.03 Gy');
  });

  it('tell a dose from the published bound that it lies above, and a share from all', () => {
    const risk = { doseGy: 43, ci95Gy: [-1, 108.8] } as const;
    const facts = { roi: 'Esophagus', riskPercent: 5, grade: 'G≥3', alphaBetaGy: 3, studies: 21, patients: 505, events: 49 };
    const rest = { source: 'Rulach 2026', chemotherapy: 'yes', withChemotherapy: risk } as const;
    expect(findings['esophagus-risk-band'].message({ ...facts, ...rest, dmaxGy: 108.83 })).toContain('108.83 Gy');
    const share = { seenIn: 'case', roi: 'Heart', coveredShare: 0.99996, outside: 'unknown' } as const;
    expect(findings['dose-grid-does-not-cover-roi'].message(share)).toContain('99.996 %');
  });

  it('keep doses per fraction to the hundredth, and tell them from their bounds', () => {
    const given = { course: 'A', fractions: 28, doseGy: 50.42, perFractionGy: 1.8007, of: 'grid', least: 0.5, most: 35 } as const;
    const said = findings['dose-per-fraction-implausible'].message(given);
    expect(said).toContain('50.4 Gy');
    expect(said).toContain('1.80 Gy');
    expect(findings['dose-per-fraction-implausible'].message({ ...given, perFractionGy: 35.002 })).toContain('35.002 Gy');
  });

  it('are never rounded to nothing', () => {
    expect(findings['negative-dose-in-roi'].message({ roi: 'Heart', course: 'A', lowestGy: -0.02 })).toContain('-0.02 Gy');
  });
});
