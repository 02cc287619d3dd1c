import { describe, expect, it } from 'vitest';
import { assess } from '../../src/assessment/assess';
import type { GoalResult } from '../../src/evaluation/assessment';
import { evaluateCase } from '../../src/evaluation/evaluate-case';
import { prepareCase } from '../../src/evaluation/prepared-case';
import { settingsOf } from '../../src/evaluation/settings-of';
import { type Cylinder, doseFile, eqd2Gy, loaded, twoCourses } from '../case/written-case';

const CORD: Cylinder = { name: 'SpinalCord', x: 0, y: 20, radiusMm: 5, fromMm: -9, toMm: 9 };
const HEART: Cylinder = { name: 'Heart', x: -15, y: -20, radiusMm: 20, fromMm: -19, toMm: 19 };

const prior = (x: number, y: number) => 20 + 0.2 * x + 0.1 * y;
const planned = (x: number, _: number, z: number) => 22 + 0.3 * x + 0.1 * z;
/** Every kind of goal: doses at volumes, volumes at doses in both units, means, sums, spared volume, lower limits. */
const GOALS = [
  ['SpinalCord', 'D0.03cc <= 50 Gy'],
  ['SpinalCord', 'D0.03cc <= 30 Gy'],
  ['SpinalCord', 'Dmax < 45 Gy'],
  ['SpinalCord', 'D50% <= 40 Gy'],
  ['SpinalCord', 'DC0.5cc <= 45 Gy'],
  ['Heart', 'Dmean <= 26 Gy'],
  ['Heart', 'V30Gy <= 30 %'],
  ['Heart', 'V30Gy[cc] < 15 cc'],
  ['Heart', 'CV30Gy[cc] >= 20 cc'],
  ['Heart', 'V20Gy + 0.5 * V5Gy <= 120 %'],
  ['Heart', '2 * Dmean - D50% <= 30 Gy'],
] as const;

/** Step of the brute-force search over the factor on the planned dose. */
const STEP = 0.02;

async function made(plannedScale: number) {
  const { caseFile, files } = twoCourses([CORD, HEART], prior, planned);
  files['plan/RD.dcm'] = doseFile((x, y, z) => plannedScale * planned(x, y, z));
  const constraints = GOALS.map(([organ, goal]) => ({ organ, goal, source: 's', alphaBetaGy: organ === 'Heart' ? 3 : 2 }));
  const targets = [{ roi: 'PTV', doseGy: 50.4 * plannedScale }];
  caseFile.courses[1].targets = targets;
  return loaded({ ...caseFile, constraints }, files);
}
const goalsOf = (organs: readonly { goals: readonly GoalResult[] }[]) => organs.flatMap(({ goals }) => goals);

describe('headroom', () => {
  it('is where brute force over the planned dose sees each goal turn', async () => {
    const inputs = await made(1);
    const goals = goalsOf(assess(inputs).organs);
    const prepared = prepareCase(inputs);
    const scales = Array.from({ length: 150 }, (_, n) => (n + 1) * STEP);
    const met = scales.map((plannedScale) =>
      goalsOf(evaluateCase(prepared, { ...settingsOf(inputs), plannedScale }).organs).map(({ verdict }) => verdict === 'met'),
    );
    expect(goals).toHaveLength(GOALS.length);
    let turned = 0;
    for (const [g, { goal, headroom }] of goals.entries()) {
      const last = met.findLastIndex((verdicts) => verdicts[g]);
      if (headroom && 'plannedScale' in headroom) {
        turned++;
        expect(headroom.plannedScale, goal).toBeGreaterThanOrEqual(scales[last]);
        expect(headroom.plannedScale, goal).toBeLessThan(scales[last] + STEP);
        expect(
          met.slice(0, last + 1).every((verdicts) => verdicts[g]),
          `${goal} holds at every smaller dose`,
        ).toBe(true);
        expect(headroom.plannedDoseGy, goal).toBeCloseTo(50.4 * headroom.plannedScale, 1);
      }
    }
    expect(turned).toBeGreaterThanOrEqual(9);
  }, 120_000);

  it('written into the dose file itself just meets the goal, and a thousandth more exceeds it', async () => {
    const goals = goalsOf(assess(await made(1)).organs);
    for (const g of [0, 5, 8]) {
      const { headroom, goal } = goals[g];
      if (!headroom || !('plannedScale' in headroom)) throw new Error(`no headroom for ${goal}`);
      expect(goalsOf(assess(await made(headroom.plannedScale * 0.9999)).organs)[g].verdict, goal).toBe('met');
      expect(goalsOf(assess(await made(headroom.plannedScale * 1.001)).organs)[g].verdict, goal).toBe('exceeded');
    }
  }, 60_000);

  it('of a uniform dose is the root of the quadratic', async () => {
    const { caseFile, files } = twoCourses(
      [CORD],
      () => 30,
      () => 25,
    );
    const constraints = [{ organ: 'SpinalCord', goal: 'Dmax <= 50 Gy', source: 's', alphaBetaGy: 2 }];
    const [goal] = goalsOf(assess(await loaded({ ...caseFile, constraints }, files)).organs);
    const left = 4 * (50 - eqd2Gy(30, 28, 2));
    // D (D/28 + 2) = left
    const doseGy = 28 * (-1 + Math.sqrt(1 + left / 28));
    expect((goal.headroom as { plannedScale: number }).plannedScale).toBeCloseTo(doseGy / 25, 4);
  });

  it('is absent, with the reason, where no scaling can meet the goal or none can turn it', async () => {
    const { caseFile, files } = twoCourses(
      [CORD],
      () => 60,
      (x) => (x > 40 ? 50 : 0),
    );
    const constraints = [
      { organ: 'SpinalCord', goal: 'Dmax <= 50 Gy', source: 's', alphaBetaGy: 2 },
      { organ: 'SpinalCord', goal: 'Dmax <= 80 Gy', source: 's', alphaBetaGy: 2 },
    ];
    const goals = goalsOf(assess(await loaded({ ...caseFile, constraints }, files)).organs);
    expect(goals[0].headroom).toMatchObject({ reason: expect.stringContaining('prior courses alone') });
    expect(goals[1].headroom).toMatchObject({ reason: expect.stringContaining('does not reach') });
  });

  const reasonOf = async (
    prior: (x: number, y: number, z: number) => number,
    planned: (x: number, y: number, z: number) => number,
    goal: string,
    edit: (files: Record<string, Uint8Array>) => void = () => {},
  ) => {
    const { caseFile, files } = twoCourses([HEART], prior, planned);
    edit(files);
    const constraints = [{ organ: 'Heart', goal, source: 's', alphaBetaGy: 3 }];
    return goalsOf(assess(await loaded({ ...caseFile, constraints, robustness: false }, files)).organs)[0];
  };

  it('of a spared volume that the prior course has used up says so, and not that more dose is asked for', async () => {
    const goal = await reasonOf(
      () => 40,
      () => 14,
      'CV20Gy[cc] >= 20 cc',
    );
    expect(goal.verdict).toBe('exceeded');
    expect(goal.headroom).toMatchObject({ code: 'prior-alone-exceeds' });
    // The same where the prior course leaves some, but too little.
    const some = await reasonOf(
      (x) => (x < -30 ? 1 : 40),
      () => 14,
      'CV20Gy[cc] >= 20 cc',
    );
    expect(some.headroom).toMatchObject({ code: 'prior-alone-exceeds' });
  });

  it('of more volume than the organ has says so, whichever way more dose turns the goal', async () => {
    const reached = async (goal: string) =>
      (
        await reasonOf(
          () => 20,
          () => 16,
          goal,
        )
      ).headroom;
    // The heart is a cylinder of 20 mm radius and 40 mm length, 50.3 cc, 49.6 cc as drawn with corners.
    const cc = { code: 'asks-more-than-organ', facts: { asked: 60, unit: 'cc' } };
    expect(await reached('CV20Gy[cc] >= 60 cc')).toMatchObject(cc);
    expect(await reached('V20Gy[cc] >= 60 cc')).toMatchObject(cc);
    expect(await reached('V20Gy >= 103 %')).toMatchObject({ facts: { asked: 103, has: 100, unit: '%' } });
    // Of a sum no whole is known; 50 cc are spared without dose and none with much.
    expect(await reached('1 * planned:CV20Gy[cc] >= 60 cc')).toMatchObject({ code: 'not-met-without-dose' });
  });

  it('of a goal that more dose helps is the least factor, rounded towards meeting it', async () => {
    const goal = await reasonOf(
      () => 14,
      () => 30,
      'D95% >= 30 Gy',
    );
    // 28 d (1 + d/3) = 5/3 (30 - EQD2 of 14 Gy in 28)
    const left = (5 / 3) * (30 - eqd2Gy(14, 28, 3));
    const doseGy = 28 * 1.5 * (-1 + Math.sqrt(1 + (4 * left) / (28 * 3)));
    expect(goal.verdict).toBe('met');
    expect(goal.headroom).toMatchObject({ from: true });
    const { plannedScale } = goal.headroom as { plannedScale: number };
    expect(plannedScale).toBeGreaterThanOrEqual(doseGy / 30 - 1e-6);
    expect(plannedScale).toBeCloseTo(doseGy / 30, 4);
  });

  it('of such a goal that no dose of the plan reaches does not blame the prior course', async () => {
    const goal = await reasonOf(
      () => 14,
      (x) => (x > 40 ? 50 : 0),
      'D95% >= 30 Gy',
    );
    expect(goal.headroom).toMatchObject({ code: 'not-met-at-any-scale' });
  });

  it('says of prior dose that is known in part only what is known', async () => {
    // The prior grid ends at z = 0; what it covers got 30 Gy in 28 (24.4 Gy EQD2), the plan alone breaks the limit.
    const goal = await reasonOf(
      () => 30,
      () => 70,
      'Dmax < 57 Gy',
      (files) => {
        files['prior/RD.dcm'] = doseFile(() => 30, { size: [41, 41, 21], planUid: '1.2.3.61' }, { SOPInstanceUID: '1.2.3.31' });
      },
    );
    expect(goal.verdict).toBe('exceeded');
    expect(goal.headroom).toMatchObject({ code: 'prior-dose-not-known' });
    // What is known of it breaks a lower limit by itself.
    const lower = await reasonOf(
      () => 30,
      () => 70,
      'Dmax < 20 Gy',
      (files) => {
        files['prior/RD.dcm'] = doseFile(() => 30, { size: [41, 41, 21], planUid: '1.2.3.61' }, { SOPInstanceUID: '1.2.3.31' });
      },
    );
    expect(lower.headroom).toMatchObject({ code: 'prior-alone-exceeds' });
  });

  it('of a goal on the planned course alone never speaks of the prior one', async () => {
    const goal = await reasonOf(
      () => 60,
      (x) => (x > 40 ? 50 : 0),
      'planned:Dmax >= 30 Gy',
    );
    expect(goal.headroom).toMatchObject({ code: 'not-met-at-any-scale' });
  });
});
