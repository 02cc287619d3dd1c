import { describe, expect, it } from 'vitest';
import { restsOnLines } from '../../../src/figures/rests-on';
import { eqd2Gy } from '../../case/written-case';
import { assessed, CORD, found, PTV, sumGy } from './own-case';

/* Doses are the same everywhere: closed forms, to 2 digits, for doses are stored in single precision. */

const CODE = 'model-not-lq';
const LQ_L = { organs: { SpinalCord: { lqL: { transitionGyPerFraction: 3, gammaOverAlpha: 1 } } } };
const asking = (goal: string, organ = 'SpinalCord') => ({ organ, goal, model: 'organ' });

describe('a goal of the case that asks for the organ’s model', () => {
  it('is named in the sentence on the model, with what plain LQ gives, and stands on page one', async () => {
    const result = await assessed([asking('Dmax <= 100 Gy'), { organ: 'SpinalCord', goal: 'Dmax <= 150 Gy' }], {
      more: LQ_L,
      bodies: [CORD],
    });
    const [{ facts, message }] = found(result, CODE);
    expect(facts.goals).toHaveLength(1);
    const [goal] = facts.goals!;
    // 40 Gy in 5: 5 (3 (1 + 3/2) + (8 - 3)) = 62.5 Gy BED instead of 200.
    expect(goal).toMatchObject({ goal: 'Dmax <= 100 Gy', verdict: 'met', otherwise: { verdict: 'exceeded' } });
    expect(goal.value).toBeCloseTo(62.5 / 2 + eqd2Gy(45, 30, 2), 2);
    expect(goal.otherwise.value).toBeCloseTo(sumGy(2), 2);
    expect(message).toBe(
      "SpinalCord: its EQD2 and BED are not plain linear-quadratic, but linear above 3 Gy per fraction (LQ-L). Goals are tested with plain LQ, as their sources have it, but for those of the case's own that ask for this model. Dmax <= 100 Gy: met, 70.6 Gy; with plain LQ: exceeded, 139.4 Gy.",
    );
    expect(restsOnLines(result)).toContain(message);
  });

  it('is named where it changes nothing too, and then rests on nothing', async () => {
    const more = { organs: { SpinalCord: { lqL: { transitionGyPerFraction: 9 } } } };
    const result = await assessed([asking('Dmax <= 150 Gy')], { more, bodies: [CORD] });
    expect(found(result, CODE)[0].facts.goals![0]).toMatchObject({ verdict: 'met', otherwise: { verdict: 'met' } });
    expect(restsOnLines(result).join(' ')).not.toContain('LQ');
  });

  it('of a target under an overall-time correction stands beside the same goal without it', async () => {
    const more = { organs: { PTV: { repopulation: { dProlifGyPerDay: 0.6, kickOffDays: 21 } } } };
    const goal = { organ: 'PTV', goal: 'D95% >= 100 Gy' };
    const planned = { ...asking('D95% >= 40 Gy', 'PTV'), scope: 'planned' };
    const result = await assessed([goal, asking('D95% >= 100 Gy', 'PTV'), planned], { more, bodies: [PTV] });
    const [{ facts }] = found(result, CODE);
    // 45 days each, 24 of them past day 21.
    const lq = sumGy(10);
    expect(facts.goals![0].value).toBeCloseTo(lq - 2 * 24 * 0.6, 2);
    expect(facts.goals![0].otherwise.value).toBeCloseTo(lq, 2);
    expect(facts.goals!.map(({ scope }) => scope)).toEqual([undefined, 'planned']);
  });

  it('is not spoken of where no goal asks', async () => {
    const [{ facts, message }] = found(await assessed([{ organ: 'SpinalCord', goal: 'Dmax <= 150 Gy' }], { more: LQ_L }), CODE);
    expect(facts).not.toHaveProperty('goals');
    expect(message).toMatch(/as their sources have it\.$/);
  });
});
