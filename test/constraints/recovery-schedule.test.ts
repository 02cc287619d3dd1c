import { describe, expect, it } from 'vitest';
import { loadConstraintSet } from '../../src/constraints/constraint-set';
import { recoveryFor, scheduleFault } from '../../src/constraints/recovery-schedule';
import { InputError } from '../../src/input-error';

// CLINICAL.md 3.4, written out again: months, and the share at and just before each boundary.
const TABLE: Record<string, [number, number][]> = {
  serial: [
    [0, 0],
    [2.99, 0],
    [3, 0.1],
    [5.99, 0.1],
    [6, 0.25],
    [11.99, 0.25],
    [12, 0.5],
    [35.99, 0.5],
    [36, 0.5],
    [240, 0.5],
  ],
  'stomach and small bowel': [
    [0, 0],
    [5.99, 0],
    [6, 0.25],
    [11.99, 0.25],
    [12, 0.4],
    [35.99, 0.4],
    [36, 0.5],
    [240, 0.5],
  ],
  duodenum: [
    [0, 0],
    [5.99, 0],
    [6, 0.25],
    [12, 0.25],
    [35.99, 0.25],
    [36, 0.5],
  ],
  lung: [
    [0, 0],
    [5.99, 0],
    [6, 0.25],
    [23.99, 0.25],
    [24, 0.5],
    [240, 0.5],
  ],
  liver: [
    [0, 0],
    [5.99, 0],
    [6, 0.5],
    [23.99, 0.5],
    [24, 1],
    [240, 1],
  ],
};

describe('recovery schedules of umich-reirradiation', () => {
  const { schedules } = loadConstraintSet('umich-reirradiation');

  it('are the five of the source', () => {
    expect(schedules.map(({ name }) => name)).toEqual(Object.keys(TABLE));
  });

  it.each(Object.entries(TABLE))('%s, with each boundary', (name, rows) => {
    const schedule = schedules.find((candidate) => candidate.name === name)!;
    for (const [months, factor] of rows) expect(recoveryFor(schedule, months), `${months} months`).toBe(factor);
  });

  it('refuse an interval that is none', () => {
    expect(() => recoveryFor(schedules[0], -1)).toThrow(InputError);
    expect(() => recoveryFor(schedules[0], Number.NaN)).toThrow('found NaN months; needed 0 months or more');
  });
});

describe('scheduleFault', () => {
  const step = (fromMonths: number, toMonths: number | null) => ({ fromMonths, toMonths, factor: 0 });
  it.each([
    [[step(0, null)], undefined],
    [[step(0, 6), step(6, null)], undefined],
    [[step(3, null)], 'step 1 begins at 3 months, not at 0'],
    [[step(0, 6), step(7, null)], 'step 2 begins at 7 months, not at 6'],
    [[step(0, 6)], 'the last step ends at 6 months, not at null (without end)'],
    [[step(0, null), step(6, null)], 'step 1 ends at null months'],
    [[step(0, 0), step(0, null)], 'step 1 ends at 0 months'],
  ])('%j', (steps, fault) => {
    expect(scheduleFault(steps)).toBe(fault);
  });
});
