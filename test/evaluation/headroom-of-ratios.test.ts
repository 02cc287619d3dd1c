import { describe, expect, it } from 'vitest';
import { assess } from '../../src/assessment/assess';
import { findHeadroom } from '../../src/evaluation/headroom';
import { saidOfExceeded } from '../../src/report/goal-sentence';
import { type Cylinder, eqd2Gy, loaded, twoCourses } from '../case/written-case';

const CORD: Cylinder = { name: 'SpinalCord', x: 0, y: 20, radiusMm: 5, fromMm: -9, toMm: 9 };
const [PRIOR_GY, PLANNED_GY] = [40, 20];
const priorGy = eqd2Gy(PRIOR_GY, 28, 2);

async function goalOf(goal: string) {
  const { caseFile, files } = twoCourses(
    [CORD],
    () => PRIOR_GY,
    () => PLANNED_GY,
  );
  Object.assign(caseFile, { constraints: [{ organ: 'SpinalCord', goal, source: 'test' }], robustness: false });
  return assess(await loaded(caseFile, files)).organs.find(({ roi }) => roi === 'SpinalCord')!.goals[0];
}

/** The factor on the planned dose at which that has an EQD2: the root of D²/(28·4) + D/2 = EQD2 with α/β 2. */
const factorOf = (gy: number) => (28 * (Math.sqrt(1 + (4 * gy) / 28) - 1)) / PLANNED_GY;

describe('the headroom of a ratio', () => {
  it.each([
    // (prior + planned) / planned is 2.2 where the planned EQD2 is that of the prior courses by 1.2.
    ['D0.03cc / planned:D0.03cc <= 2.2', priorGy / 1.2],
    ['prior:Dmax / planned:Dmax < 2', priorGy / 2],
    ['planned:Dmax / cumulative:Dmax >= 0.5', priorGy],
  ])('that more planned dose meets is the factor from which it is met: %s', async (text, gy) => {
    const goal = await goalOf(text);
    expect(goal.verdict).toBe('exceeded');
    expect(goal.headroom).toMatchObject({ from: true });
    // The doses of a file are whole steps of 1e-5 Gy, of 1e-6 of them.
    expect((goal.headroom as { plannedScale: number }).plannedScale).toBeCloseTo(factorOf(gy), 3);
    expect(saidOfExceeded(goal).why).toMatch(/^Met with the planned dose at ×\d\.\d\d or more/);
  });

  it('of what is met is the factor up to which, and of what no factor meets says that', async () => {
    const met = await goalOf('planned:Dmax / prior:Dmax <= 0.9');
    expect(met.verdict).toBe('met');
    expect((met.headroom as { plannedScale: number }).plannedScale).toBeCloseTo(factorOf(0.9 * priorGy), 3);
    const never = await goalOf('D0.03cc / planned:D0.03cc <= 0.9');
    expect(never.verdict).toBe('exceeded');
    expect(never.headroom).toMatchObject({ code: 'not-met-at-any-scale' });
  });

  it('is none where the goal turns twice, or has no value somewhere', () => {
    const of = (valueAt: (scale: number) => number | undefined) =>
      findHeadroom({
        valueAt,
        holds: (value) => value <= 0.5,
        limit: 0.5,
        isBrokenWithout: () => true,
        hasPrior: true,
        mayTurnTwice: true,
      });
    expect(of((scale) => Math.abs(scale - 1))).toMatchObject({ code: 'no-single-headroom' });
    expect(of((scale) => (scale > 4 ? undefined : scale))).toMatchObject({ code: 'no-single-headroom' });
    expect(of((scale) => (scale === 0 ? undefined : 1 / scale))).toMatchObject({ from: true });
  });
});
