import { describe, expect, it } from 'vitest';
import { triedValue } from '../../../src/app/assess/TriedNumber';
import { ALPHA_BETA, FRACTIONS } from '../../../src/app/assess/what-if';

const fractions = (typed: number | string) => triedValue(typed, { ...FRACTIONS, isWhole: true });
const alphaBeta = (typed: number | string) => triedValue(typed, { ...ALPHA_BETA, isWhole: false });

describe('triedValue', () => {
  it('takes whole fractions in their range, and nothing near them', () => {
    expect([1, '25', 60].map(fractions)).toEqual([1, 25, 60]);
    expect(['', 0, -1, 2.5, '2.5', 61, '-', 'x'].map(fractions)).toEqual(Array(8).fill(undefined));
  });

  it('takes an alpha/beta in its range, and nothing near it', () => {
    expect([0.1, '0.5', '2.', 30].map(alphaBeta)).toEqual([0.1, 0.5, 2, 30]);
    expect(['', 0, '0', -1, 0.05, 1000].map(alphaBeta)).toEqual(Array(6).fill(undefined));
  });
});
