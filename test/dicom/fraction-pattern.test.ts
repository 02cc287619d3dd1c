import { describe, expect, it } from 'vitest';
import { fractionPattern } from '../../src/dicom/fraction-pattern';
import { read } from './objects';
import { fractionGroup, rtPlan } from './samples';

const WORKDAYS = '1111100';
const said = (digitsPerDay: number | undefined, weeks: number | undefined, written: string) => {
  const pattern = fractionPattern({ digitsPerDay, weeks, written });
  return pattern && [pattern.perDay, pattern.isClear];
};

describe('a fraction pattern (PS3.3 C.8.8.13)', () => {
  it('is 7 × digits a day × weeks long, and has the most of any day', () => {
    expect(said(1, 1, WORKDAYS)).toEqual([1, true]);
    expect(said(2, 1, '11111111110000')).toEqual([2, true]);
    expect(said(3, 1, '110101100100100000000')).toEqual([2, true]);
    // Once a day of two digits, and twice on one day of two weeks (concomitant boost).
    expect(said(2, 1, '10101010100000')).toEqual([1, true]);
    expect(said(2, 2, `${'1010101010'}0000${'1010101110'}0000`)).toEqual([2, true]);
  });

  it('without digits a day has as many as its length says', () => {
    expect(said(undefined, 1, '11111111110000')).toEqual([2, true]);
    expect(said(undefined, undefined, WORKDAYS)).toEqual([1, true]);
  });

  it('of another length is not clear, and has the most that it may mean', () => {
    expect(said(1, 1, '11111001111100')).toEqual([2, false]);
    expect(said(2, 1, '1111111111000')).toEqual([2, false]);
    // A pattern of a whole course of six weeks is not of six a day.
    expect(said(1, 1, WORKDAYS.repeat(6))).toEqual([1, false]);
  });

  it('that is none says something where there are digits for several a day', () => {
    expect(said(2, 1, '')).toEqual([2, false]);
    expect(said(2, 1, 'twice')).toEqual([2, false]);
    expect(said(2, 1, '00000000000000')).toEqual([2, false]);
    expect(said(1, 1, '')).toBeUndefined();
    expect(said(undefined, undefined, '')).toBeUndefined();
    // Digits finer than any treatment are a raster of time.
    expect(said(24, 1, '')).toBeUndefined();
  });

  it('is read from the fraction group of a plan, whatever spaces it has', () => {
    const pattern = {
      NumberOfFractionPatternDigitsPerDay: 2,
      RepeatFractionCycleLength: 1,
      FractionPattern: '1111111111 0000 ',
    };
    const [group] = read('plan', rtPlan({ FractionGroupSequence: [fractionGroup(pattern)] })).fractionGroups;
    expect(group.pattern).toEqual({ perDay: 2, written: '11111111110000', isClear: true });
    const odd = { ...pattern, NumberOfFractionPatternDigitsPerDay: 'two' };
    const plan = read('plan', rtPlan({ FractionGroupSequence: [fractionGroup(odd)] }));
    expect(plan.fractionGroups[0].pattern).toMatchObject({ perDay: 2, isClear: true });
    expect(plan.findings.map(({ code }) => code)).toEqual(['value-passed-over']);
  });
});
