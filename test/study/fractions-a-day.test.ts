import { describe, expect, it } from 'vitest';
import type { FractionPattern } from '../../src/dicom/fraction-pattern';
import { fractionsADayFindings } from '../../src/study/fractions-a-day';
import { dose, group, plan } from './objects';

const TWICE: FractionPattern = { perDay: 2, written: '11111111110000', isClear: true };
const ONCE: FractionPattern = { perDay: 1, written: '1111100', isClear: true };
const UNCLEAR: FractionPattern = { ...TWICE, isClear: false };
const found = (pattern: FractionPattern | undefined, given?: number, fractions = 28) => {
  const groups = [{ ...group(1, fractions), ...(pattern && { pattern }) }];
  return fractionsADayFindings(dose(), plan({ fractionGroups: groups }), given).map(
    ({ code, severity, answerable }) => `${severity}${answerable ? '?' : ''} ${code}`,
  );
};

describe('the fractions of a day that a plan says', () => {
  it('are asked where there are several and the case says nothing', () => {
    expect(found(TWICE)).toEqual(['error? plan-of-several-a-day']);
    expect(found({ ...TWICE, perDay: 3 })).toEqual(['error? plan-of-several-a-day']);
    expect(found(UNCLEAR)).toEqual(['warning plan-of-several-a-day']);
  });

  it('are told where the case says another number', () => {
    expect(found(TWICE, 2)).toEqual([]);
    expect(found(TWICE, 1)).toEqual(['warning fractions-a-day-differ-from-plan']);
    expect(found(TWICE, 3)).toEqual(['warning fractions-a-day-differ-from-plan']);
    expect(found(ONCE, 2)).toEqual(['warning fractions-a-day-differ-from-plan']);
    expect(found(UNCLEAR, 1)).toEqual([]);
  });

  it('are nothing to say where it is one, one fraction in all, or no pattern', () => {
    expect(found(ONCE)).toEqual([]);
    expect(found(undefined)).toEqual([]);
    expect(found(TWICE, undefined, 1)).toEqual([]);
  });

  it('are those of the fraction groups that the dose is of', () => {
    const groups = [group(1, 25), { ...group(2, 10), pattern: TWICE }];
    const of = (number: number) =>
      dose({ referencedPlans: [{ sopInstanceUid: 'uid of RP.dcm', fractionGroups: [{ number, beamNumbers: [] }] }] });
    const codes = (number: number) =>
      fractionsADayFindings(of(number), plan({ fractionGroups: groups }), undefined).map(({ code }) => code);
    expect(codes(1)).toEqual([]);
    expect(codes(2)).toEqual(['plan-of-several-a-day']);
  });
});
