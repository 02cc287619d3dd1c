import { describe, expect, it } from 'vitest';
import { restsOnLines } from '../../../src/figures/rests-on';
import { eqd2Gy } from '../../case/written-case';
import { assessed, CORD, found, sumGy } from './own-case';

/* Doses are the same everywhere: closed forms, to 2 digits, for doses are stored in single precision. */

const CODE = 'own-values-together';
const bodies = [CORD];
const more = { organs: { SpinalCord: { recovery: 0.1 } } };

describe('what the case sets by its own word', () => {
  it('is told together where no single thing turns a verdict and all of them do', async () => {
    // With α/β 3 and 10 % forgiven 119.7 Gy; with 2 and 10 % 129.4; with 3 and nothing 128.5; with 2 and nothing 139.4.
    const goals = [{ organ: 'SpinalCord', goal: 'Dmax <= 135 Gy', alphaBetaGy: 3 }];
    const result = await assessed(goals, { bodies, more });
    const [{ facts }] = found(result, CODE);
    expect(facts.goals).toMatchObject([{ verdict: 'met', otherwise: { verdict: 'exceeded' } }]);
    expect(facts.goals[0].value).toBeCloseTo(0.9 * eqd2Gy(40, 5, 3) + eqd2Gy(45, 30, 3), 2);
    expect(facts.goals[0].otherwise.value).toBeCloseTo(sumGy(2), 2);
    expect(restsOnLines(result).join(' ')).toContain('by the tables and the plans: exceeded, 139.4 Gy.');
  });

  it('counts the fractions of the plan in', async () => {
    const goals = [{ organ: 'SpinalCord', goal: 'Dmax <= 129.5 Gy' }];
    const result = await assessed(goals, { bodies, more, prior: { fractions: 6 } });
    // In 6 with 10 % forgiven 117.4 Gy; in 5 with 10 % 129.4; in 6 with nothing 126.0; in 5 with nothing 139.4.
    expect(found(result, CODE)[0].facts.goals[0].otherwise.value).toBeCloseTo(sumGy(2), 2);
  });

  it('is not told where a single thing turns it, nor of one thing alone', async () => {
    const goals = [{ organ: 'SpinalCord', goal: 'Dmax <= 128 Gy', alphaBetaGy: 3 }];
    expect(found(await assessed(goals, { bodies, more }), CODE)).toEqual([]);
    expect(found(await assessed([{ ...goals[0], goal: 'Dmax <= 135 Gy' }], { bodies }), CODE)).toEqual([]);
  });
});
