import { describe, expect, it } from 'vitest';
import { restsOnLines, restsOnMore } from '../../../src/figures/rests-on';
import { eqd2Gy } from '../../case/written-case';
import { assessed, CORD, found, PTV } from './own-case';

/* Doses are the same everywhere: closed forms, to 2 digits, for doses are stored in single precision. */

const CODE = 'repair-half-time-own';
const planned = { fractionsPerDay: 2, hoursBetween: 6 };
/** Thames: two fractions of 1.5 Gy a day, 6 h apart; the cord's half-time in the table is 4.1 h. */
const sumGy = (hours: number) => eqd2Gy(40, 5, 2) + (45 * (1 + (1 + 2 ** (-6 / hours)) * (1.5 / 2))) / 2;
const halfTime = (hours: number) => ({ organs: { SpinalCord: { repairHalfTimeHours: hours } } });
const goal = (limit: number) => [{ organ: 'SpinalCord', goal: `Dmax <= ${limit} Gy` }];

describe('a half-time of repair that the case sets', () => {
  it('that makes the verdict milder is told with the table’s, and stands on page one', async () => {
    const result = await assessed(goal(142), { planned, more: halfTime(0.3), bodies: [CORD] });
    const [finding] = found(result, CODE);
    expect(finding).toMatchObject({ severity: 'warning', facts: { roi: 'SpinalCord', ownHours: 0.3, tableHours: 4.1 } });
    const [changed] = finding.facts.goals;
    expect(changed).toMatchObject({ verdict: 'met', otherwise: { verdict: 'exceeded' } });
    expect(changed.value).toBeCloseTo(sumGy(0.3), 2);
    expect(changed.otherwise.value).toBeCloseTo(sumGy(4.1), 2);
    expect(restsOnLines(result)).toContain(
      "The case sets a half-time of repair of 0.3 h for SpinalCord, where the tissue table has 4.1 h. Dmax <= 142 Gy: met, 139.4 Gy; with the table's half-time: exceeded, 145.5 Gy.",
    );
    expect(restsOnMore(result)).toBe(true);
  });

  it('that makes it stricter is told; on page one it stands where it is another verdict by that', async () => {
    const stricter = await assessed(goal(146), { planned, more: halfTime(8), bodies: [CORD] });
    expect(found(stricter, CODE)[0].facts.goals[0]).toMatchObject({ verdict: 'exceeded', otherwise: { verdict: 'met' } });
    expect(restsOnLines(stricter).join(' ')).toContain('half-time of repair of 8 h');
    const calm = await assessed(goal(200), { planned, more: halfTime(8), bodies: [CORD] });
    expect(found(calm, CODE)).toHaveLength(1);
    expect(restsOnLines(calm).join(' ')).not.toContain('half-time');
  });

  it('is not told with one fraction a day, where it is the table’s, nor where the table has none', async () => {
    expect(found(await assessed(goal(142), { more: halfTime(0.3) }), CODE)).toEqual([]);
    expect(found(await assessed(goal(142), { planned, more: halfTime(4.1), bodies: [CORD] }), CODE)).toEqual([]);
    const more = { organs: { PTV: { repairHalfTimeHours: 1 } } };
    expect(found(await assessed([{ organ: 'PTV', goal: 'D95% >= 50 Gy' }], { planned, more, bodies: [PTV] }), CODE)).toEqual([]);
  });
});
