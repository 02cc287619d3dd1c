import { describe, expect, it } from 'vitest';
import { restsOnLines, restsOnMore } from '../../../src/figures/rests-on';
import { eqd2Gy } from '../../case/written-case';
import { assessed, CORD, found, sumGy } from './own-case';

/* Doses are the same everywhere: closed forms, to 2 digits, for doses are stored in single precision. */

const CODE = 'fractions-differ-from-plan';
const GOAL = { organ: 'SpinalCord', goal: 'Dmax <= 90 Gy' };
const bodies = [CORD];

describe('fractions of the case that are not the plan’s', () => {
  it('are told with what a goal would come to in the plan’s, and stand on page one', async () => {
    const result = await assessed([GOAL], { prior: { fractions: 25 }, bodies });
    const [finding, ...more] = found(result, CODE);
    expect(more).toEqual([]);
    expect(finding).toMatchObject({ severity: 'warning', file: 'a/RP.dcm', facts: { planned: 5, given: 25 } });
    const [goal] = finding.facts.goals!;
    expect(goal).toMatchObject({ roi: 'SpinalCord', verdict: 'met', otherwise: { verdict: 'exceeded' } });
    expect(goal.value).toBeCloseTo(sumGy(2, 25), 2);
    expect(goal.otherwise.value).toBeCloseTo(sumGy(2), 2);
    const said = restsOnLines(result).join(' ');
    expect(said).toContain('Course "A": Plan ');
    expect(said).toContain("SpinalCord, Dmax <= 90 Gy: met, 75.4 Gy; in the plan's 5: exceeded, 139.4 Gy.");
    expect(restsOnMore(result)).toBe(true);
  });

  it('that make no figure lower are told, and stand there not', async () => {
    const result = await assessed([GOAL], { planned: { fractions: 15 }, bodies });
    expect(found(result, CODE)[0].facts).not.toHaveProperty('goals');
    expect(restsOnLines(result).join(' ')).not.toContain('fractions');
  });

  it('of one phase of two are set against the plan’s of that phase alone', async () => {
    const phases = [{ dose: 'a/RD.dcm', fractions: 20 }, { dose: 'c/RD.dcm' }];
    const result = await assessed([GOAL], { phases, bodies });
    const [{ facts }] = found(result, CODE);
    const rest = eqd2Gy(10, 5, 2) + eqd2Gy(45, 30, 2);
    expect(facts.goals![0].value).toBeCloseTo(eqd2Gy(40, 20, 2) + rest, 2);
    expect(facts.goals![0].otherwise.value).toBeCloseTo(eqd2Gy(40, 5, 2) + rest, 2);
  });

  it('of which a part is delivered keep that part of the plan’s', async () => {
    const result = await assessed([GOAL], { prior: { fractions: 8, deliveredFractions: 4 }, bodies });
    const [{ facts }] = found(result, CODE);
    // 4 of 8 fractions of 5 Gy, or 4 of 5 of 8 Gy.
    expect(facts.goals![0].value).toBeCloseTo(eqd2Gy(20, 4, 2) + eqd2Gy(45, 30, 2), 2);
    expect(facts.goals![0].otherwise.value).toBeCloseTo(eqd2Gy(32, 4, 2) + eqd2Gy(45, 30, 2), 2);
  });

  it('of which more are delivered than the plan has are set against nothing', async () => {
    const result = await assessed([GOAL], { prior: { fractions: 20, deliveredFractions: 15 }, bodies });
    expect(found(result, CODE)[0].facts).not.toHaveProperty('goals');
  });

  it('of a dose of one session count that session as often as the plan says', async () => {
    const of = async (fractions: number) => {
      const phases = [{ dose: 'c/RD.dcm', fractions, doseIs: 'one-session' }];
      return found(await assessed([GOAL], { phases, summation: 'FRACTION_SESSION', bodies }), CODE)[0].facts.goals;
    };
    // Each of 10 Gy: 8 of them are more than 5, 2 are fewer.
    expect(await of(8)).toBeUndefined();
    const [goal] = (await of(2))!;
    expect(goal.value).toBeCloseTo(eqd2Gy(20, 2, 2) + eqd2Gy(45, 30, 2), 2);
    expect(goal.otherwise.value).toBeCloseTo(eqd2Gy(50, 5, 2) + eqd2Gy(45, 30, 2), 2);
  });
});
