import { describe, expect, it } from 'vitest';
import { type BelievedClock, clockOf, isOtherClock, lookedAt, readClock } from '../../../src/app/host/believed-clock';

/** What is believed after the clock has said one day after the other. */
const having = (...days: string[]): BelievedClock =>
  days.reduce<BelievedClock | undefined>((clock, day) => lookedAt(clock, new Date(`${day}T12:00:00.000Z`)), undefined)!;
const day = (clock: BelievedClock) => clock.at.slice(0, 10);

describe('what is believed of a clock', () => {
  it('is what it says while it goes on, and nothing earlier for an hour that is set back', () => {
    expect(having('2026-03-01', '2026-03-02', '2026-03-09')).toEqual({ at: '2026-03-09T12:00:00.000Z' });
    expect(day(having('2026-03-09', '2026-03-08'))).toBe('2026-03-09');
  });

  it.each([
    ['ten years forward', '2036-03-02'],
    ['a year back', '2025-03-02'],
    ['to the beginning of all clocks', '1970-01-01'],
  ])('does not follow it %s once', (_, wrong) => {
    expect(day(having('2026-03-01', wrong))).toBe('2026-03-01');
    // Put right again, nothing is left of it.
    expect(having('2026-03-01', wrong, '2026-03-03')).toEqual({ at: '2026-03-03T12:00:00.000Z' });
    expect(day(having('2026-03-01', wrong, '2026-03-03', wrong, '2026-03-04'))).toBe('2026-03-04');
  });

  it('follows a leap that it stays with for a week: after a holiday, or where it had been wrong before', () => {
    const back = ['2026-05-01', '2026-05-02', '2026-05-07'];
    expect(day(having('2026-03-01', ...back))).toBe('2026-03-01');
    expect(having('2026-03-01', ...back, '2026-05-08')).toEqual({ at: '2026-05-08T12:00:00.000Z' });
    expect(day(having('2036-03-01', '2026-03-01', '2026-03-08'))).toBe('2026-03-08');
    // Looked at every other week it is followed too.
    expect(day(having('2026-03-01', '2026-03-15', '2026-03-29'))).toBe('2026-03-29');
  });

  it('begins the week anew where it leaps again', () => {
    expect(day(having('2026-03-01', '2036-03-02', '2031-01-01', '2031-01-05'))).toBe('2026-03-01');
    expect(day(having('2026-03-01', '2036-03-02', '2031-01-01', '2031-01-08'))).toBe('2031-01-08');
  });

  it('is kept and read again, and is nothing where that is damaged', () => {
    const clock = having('2026-03-01', '2036-03-02');
    expect(readClock(JSON.stringify(clock))).toEqual(clock);
    for (const text of [null, '', '{', '{}', '{"at":"soon"}', '{"at":3}', '{"at":"2026-03-01","leapt":3}']) {
      expect(readClock(text)).toBeUndefined();
    }
    expect(isOtherClock(clock, undefined)).toBe(true);
    expect(isOtherClock(clock, clock)).toBe(false);
    expect(isOtherClock(clock, having('2026-03-01'))).toBe(true);
    expect(isOtherClock({ at: '2026-03-01T12:59:00.000Z' }, { at: '2026-03-01T12:00:00.000Z' })).toBe(false);
    expect(isOtherClock({ at: '2026-03-01T13:01:00.000Z' }, { at: '2026-03-01T12:00:00.000Z' })).toBe(true);
  });

  it('begins with when something was kept last', () => {
    const kept = [{ savedAt: '2036-01-01T00:00:00.000Z', keptAt: '2026-03-01T00:00:00.000Z' }, { savedAt: 'x' }];
    expect(clockOf([...kept, { savedAt: '2026-03-02T00:00:00.000Z' }])).toEqual({ at: '2026-03-02T00:00:00.000Z' });
    expect(clockOf([])).toBeUndefined();
  });
});
