import { describe, expect, it } from 'vitest';
import { restsOnLines, restsOnMore } from '../../../src/figures/rests-on';
import { eqd2Gy } from '../../case/written-case';
import { assessed, CORD, found, sumGy } from './own-case';

/* Doses are the same everywhere: closed forms, to 2 digits, for doses are stored in single precision. */

const CODE = 'recovery-own';
const bodies = [CORD];
const GOAL = { organ: 'SpinalCord', goal: 'Dmax <= 100 Gy' };
const forgivingGy = (share: number) => (1 - share) * eqd2Gy(40, 5, 2) + eqd2Gy(45, 30, 2);

describe('recovery that the case has', () => {
  it('in a goal, is told with what the goal comes to where nothing is forgiven, and on page one', async () => {
    const result = await assessed([{ ...GOAL, recovery: 0.5 }], { bodies });
    const [finding] = found(result, CODE);
    const [goal] = finding.facts.goals;
    expect(goal).toMatchObject({ recovery: 0.5, verdict: 'met', otherwise: { verdict: 'exceeded' } });
    expect(goal.value).toBeCloseTo(forgivingGy(0.5), 2);
    expect(goal.otherwise.value).toBeCloseTo(sumGy(2), 2);
    expect(restsOnLines(result)).toContain(
      'SpinalCord: goals of the case, or of its own table, forgive prior dose. Dmax <= 100 Gy (50.0 % of prior BED forgiven): met, 89.4 Gy; with nothing forgiven: exceeded, 139.4 Gy.',
    );
  });

  it('of the organ, is told of the goals of the case that follow it, by course where they differ', async () => {
    const more = { organs: { SpinalCord: { recovery: [0.4] } } };
    const result = await assessed([GOAL, 'reirradiation-thorax'], { bodies, more });
    expect(found(result, CODE)[0].facts.goals.map(({ goal, recovery }) => [goal, recovery])).toEqual([['Dmax <= 100 Gy', 0.4]]);
  });

  it('of a schedule in the case’s own table, is no published set’s', async () => {
    const table = {
      name: 'own',
      title: 'Own table',
      version: '1',
      description: 'd',
      opinionNote: 'o',
      recoverySchedules: { all: [{ fromMonths: 0, toMonths: null, factor: 0.5 }] },
      goals: [
        {
          ...GOAL,
          quantity: 'eqd2',
          scope: 'cumulative',
          mandatory: true,
          alphaBetaGy: 'organ',
          recovery: 'all',
          source: 's',
          evidence: 'user',
        },
      ],
    };
    const result = await assessed(['own.json'], { bodies, files: { 'own.json': table } });
    expect(found(result, CODE)[0].facts.goals).toMatchObject([{ recovery: 0.5, otherwise: { verdict: 'exceeded' } }]);
    expect(restsOnLines(result).join(' ')).toContain('with nothing forgiven: exceeded');
    expect(restsOnMore(result)).toBe(true);
  });

  it('is not told of a published schedule, nor where nothing is forgiven', async () => {
    expect(found(await assessed(['umich-reirradiation', GOAL], { bodies }), CODE)).toEqual([]);
  });
});
