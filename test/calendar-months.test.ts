import { describe, expect, it } from 'vitest';
import { calendarMonths } from '../src/calendar-months';

describe('calendarMonths', () => {
  it.each([
    ['2022-01-01', '2022-07-01', 6],
    ['2022-02-28', '2022-08-28', 6],
    ['2023-02-01', '2023-07-01', 5],
    ['2022-06-01', '2023-06-01', 12],
    ['2022-01-01', '2022-01-01', 0],
    // The last day of a shorter month is a month's end.
    ['2022-08-31', '2023-02-28', 6],
    ['2024-02-29', '2025-02-28', 12],
    // One day less, of a June of 30 and a February of 28 days.
    ['2022-01-01', '2022-06-30', 5 + 29 / 30],
    ['2019-02-08', '2019-03-18', 1 + 10 / 31],
    ['2022-01-15', '2022-02-14', 30 / 31],
    ['2022-07-01', '2022-01-01', -6],
  ])('from %s to %s', (from, to, months) => {
    expect(calendarMonths(from, to)).toBeCloseTo(months, 12);
  });

  it('reaches a whole number exactly, so that "at least 6 months" holds on the day', () => {
    expect(calendarMonths('2022-01-01', '2022-07-01')).toBe(6);
    expect(calendarMonths('2022-01-01', '2022-06-30')).toBeLessThan(6);
  });
});
