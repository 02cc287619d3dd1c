import { describe, expect, it } from 'vitest';
import { restsOnLines } from '../../../src/figures/rests-on';
import { eqd2Gy } from '../../case/written-case';
import { assessed, CORD, found, sumGy } from './own-case';

/* Doses are the same everywhere: closed forms, to 2 digits, for doses are stored in single precision. */

const CODE = 'course-before-its-plan';
const bodies = [CORD];
/** Nothing forgiven below 6 months, then the half. */
const table = {
  name: 'own',
  title: 'Own table',
  version: '1',
  description: 'd',
  opinionNote: 'o',
  recoverySchedules: {
    half: [
      { fromMonths: 0, toMonths: 6, factor: 0 },
      { fromMonths: 6, toMonths: null, factor: 0.5 },
    ],
  },
  defaults: {
    quantity: 'eqd2',
    scope: 'cumulative',
    mandatory: true,
    alphaBetaGy: 'organ',
    recovery: 'half',
    source: 's',
    evidence: 'user',
  },
  goals: [{ organ: 'SpinalCord', goal: 'Dmax <= 100 Gy' }],
};
const dated = (planDate: string) => assessed(['own.json'], { bodies, planDate, files: { 'own.json': table } });

describe('a prior course that is dated before its own plan', () => {
  it('is told with what a goal would come to had it ended on the plan’s day, and on page one', async () => {
    const result = await dated('20221101');
    const [{ facts, severity, course }] = found(result, CODE);
    expect([severity, course, facts.dated]).toEqual(['error', 'A', '2022-11-01']);
    expect(facts.goals).toMatchObject([{ roi: 'SpinalCord', verdict: 'met', otherwise: { verdict: 'exceeded' } }]);
    expect(facts.goals![0].value).toBeCloseTo(eqd2Gy(40, 5, 2) / 2 + eqd2Gy(45, 30, 2), 2);
    expect(facts.goals![0].otherwise.value).toBeCloseTo(sumGy(2), 2);
    expect(restsOnLines(result).join(' ')).toContain(
      'Dmax <= 100 Gy: met, 89.4 Gy; had it ended on that day: exceeded, 139.4 Gy.',
    );
  });

  it('is set against nothing where the plan is dated after today’s course began: its files were given other dates', async () => {
    expect(found(await dated('20230301'), CODE)[0].facts).not.toHaveProperty('goals');
  });

  it('of which nothing hangs on the days is told as it was', async () => {
    expect(found(await dated('20210301'), CODE)[0].facts).not.toHaveProperty('goals');
  });
});
