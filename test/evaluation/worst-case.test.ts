import { describe, expect, it } from 'vitest';
import { assess } from '../../src/assessment/assess';
import type { CaseFile } from '../../src/case/case-file';
import { htmlReport } from '../../src/report/html-report';
import { type Cylinder, doseFile, eqd2Gy, loaded, PRIOR, structureFile, twoCourses } from '../case/written-case';

/** The same cord at other places of the two CTs; nothing joins their frames. */
const CORD: Cylinder = { name: 'SpinalCord', x: 0, y: 20, radiusMm: 5, fromMm: -29, toMm: 29 };
const THEN: Cylinder = { ...CORD, x: 10, y: 0 };
const HEART: Cylinder = { ...CORD, name: 'Heart', x: -25, y: -20, radiusMm: 15 };
/** Along the body's axis: 40 Gy in the middle, 0.5 Gy a mm less to the feet. */
const prior = (_x: number, _y: number, z: number) => 40 + 0.5 * z;

async function made(edit: (caseFile: CaseFile) => void = () => {}, then: readonly Cylinder[] = [THEN]) {
  const { caseFile, files } = twoCourses([CORD, HEART], prior, () => 20);
  files['prior/RD.dcm'] = doseFile(prior, { frame: PRIOR, planUid: '1.2.3.61' });
  files['prior/RS.dcm'] = structureFile(then, { SOPInstanceUID: '1.2.3.41' }, PRIOR);
  Object.assign(caseFile.courses[0], { structures: 'prior/RS.dcm', registration: 'none' });
  caseFile.constraints = [
    { organ: 'SpinalCord', goal: 'Dmax <= 65 Gy', quantity: 'eqd2', scope: 'cumulative', mandatory: true, source: 'test' },
    { organ: 'SpinalCord', goal: 'Dmax <= 60 Gy', quantity: 'eqd2', scope: 'cumulative', mandatory: true, source: 'test' },
    { organ: 'SpinalCord', goal: 'Dmax <= 40 Gy', quantity: 'eqd2', scope: 'cumulative', mandatory: true, source: 'test' },
    { organ: 'SpinalCord', goal: 'V30Gy <= 50 %', quantity: 'eqd2', scope: 'cumulative', mandatory: true, source: 'test' },
    { organ: 'SpinalCord', goal: 'Dmax <= 60 Gy', quantity: 'eqd2', scope: 'prior', mandatory: true, source: 'test' },
  ];
  edit(caseFile as unknown as CaseFile);
  return assess(await loaded(caseFile, files));
}

describe('a prior course that is not carried onto the anatomy', () => {
  it('is summed organ by organ from its own contours', async () => {
    const cord = (await made()).organs.find(({ roi }) => roi === 'SpinalCord')!;
    // The solid reaches from z = -30 to 30: 55 Gy at the top, 40 in the mean; 28 fractions then, 20 Gy in 28 now.
    const top = eqd2Gy(55, 28, 2);
    const now = eqd2Gy(20, 28, 2);
    const { Dmax, Dmean } = cord.metrics;
    expect(Math.abs(Dmax.priorEqd2Gy! - top)).toBeLessThan(0.5);
    expect(Dmax.plannedEqd2Gy).toBeCloseTo(now, 3);
    expect(Dmax.cumulativeEqd2Gy).toBeCloseTo(Dmax.priorEqd2Gy! + now, 3);
    expect(Dmax.cumulativeEqd2Bounds!.atMost).toBeCloseTo(Dmax.priorEqd2Gy! + now, 3);
    expect(Dmax.cumulativeEqd2Bounds!.atLeast).toBeCloseTo(Dmax.priorEqd2Gy!, 3);
    expect(Dmean.cumulativeEqd2Bounds!.atMost).toBeNull();
    expect(cord.dvh?.cumulative).toEqual([]);
  });

  it('has its curves on an axis that reaches past the highest of them and past the bound of their sum', async () => {
    const result = await made();
    const cord = result.organs.find(({ roi }) => roi === 'SpinalCord')!;
    const heart = result.organs.find(({ roi }) => roi === 'Heart')!;
    // About 54.5 Gy EQD2 then and 13.6 now: no sum is above 68.1 Gy.
    const atMost = cord.metrics.Dmax.cumulativeEqd2Bounds!.atMost!;
    expect(cord.dvh!.doseGy.at(-1)).toBe(Math.floor(atMost / 5) * 5 + 5);
    expect(cord.dvh!.planned.at(-1)).toBe(0);
    expect(cord.dvh!.prior.at(-1)).toBe(0);
    const now = eqd2Gy(20, 28, 2);
    const volumeAt = (gy: number) => cord.dvh!.planned[cord.dvh!.doseGy.findIndex((dose) => dose >= gy)];
    expect([volumeAt(now - 0.5), volumeAt(now + 0.5)]).toEqual([100, 0]);
    // Not drawn then: nothing bounds the sum, and the planned curve is whole all the same.
    expect(heart.dvh!.prior).toEqual([]);
    expect(heart.dvh!.doseGy.at(-1)).toBe(Math.floor(heart.metrics.Dmax.plannedEqd2Gy! / 5) * 5 + 5);
    expect(heart.dvh!.planned.at(-1)).toBe(0);
    const page = htmlReport(result, { createdAt: new Date(0) });
    expect(page).not.toContain('dose known everywhere');
    expect(page).toContain('No curve where the dose is not known point by point: cumulative');
  });

  it('gives a verdict only where every way of laying the doses over each other gives the same', async () => {
    const cord = (await made()).organs.find(({ roi }) => roi === 'SpinalCord')!;
    const verdicts = cord.goals.map(({ goal, scope, verdict }) => `${scope} ${goal}: ${verdict}`);
    // About 54.5 Gy EQD2 then and 13.6 now: 68 in the worst case, 54.5 in the best.
    expect(verdicts).toEqual([
      'cumulative Dmax <= 65 Gy: not evaluable',
      'cumulative Dmax <= 60 Gy: not evaluable',
      'cumulative Dmax <= 40 Gy: exceeded',
      'cumulative V30Gy <= 50 %: exceeded',
      'prior Dmax <= 60 Gy: met',
    ]);
    expect(cord.goals[0].reason).toMatch(/between 54\.\d+ Gy and 6[78]\.\d+ Gy/);
    const wide = await made((caseFile) => {
      caseFile.constraints = [
        { organ: 'SpinalCord', goal: 'Dmax <= 80 Gy', quantity: 'eqd2', scope: 'cumulative', mandatory: true, source: 'test' },
      ];
    });
    const [goal] = wide.organs.find(({ roi }) => roi === 'SpinalCord')!.goals;
    expect(goal.verdict).toBe('met');
    // Twenty Gy in 28 fractions, scaled until the sum of the maxima is 80 Gy.
    const { plannedScale } = goal.headroom as { plannedScale: number };
    const dose = 20 * plannedScale;
    const dmax = wide.organs.find(({ roi }) => roi === 'SpinalCord')!.metrics.Dmax.priorEqd2Gy!;
    expect(eqd2Gy(dose, 28, 2) + dmax).toBeCloseTo(80, 2);
  });

  it('forgives only the course itself', async () => {
    const result = await made((caseFile) => {
      caseFile.organs = { SpinalCord: { recovery: 0.25 } };
    });
    const { Dmax } = result.organs.find(({ roi }) => roi === 'SpinalCord')!.metrics;
    expect(Math.abs(Dmax.priorEqd2Gy! - 0.75 * eqd2Gy(55, 28, 2))).toBeLessThan(0.5);
    expect(Dmax.cumulativeEqd2Gy! - Dmax.priorEqd2Gy!).toBeCloseTo(eqd2Gy(20, 28, 2), 3);
  });

  it('leaves an organ that it does not have without a cumulative value, and says so', async () => {
    const result = await made();
    const heart = result.organs.find(({ roi }) => roi === 'Heart')!;
    expect(heart.metrics.Dmax.cumulativeEqd2Gy).toBeNull();
    expect(heart.metrics.Dmax.plannedEqd2Gy).toBeCloseTo(eqd2Gy(20, 28, heart.alphaBetaGy), 3);
    expect(result.courses[0].registration).toMatch(/^none/);
    expect(result.overall.registration).toBe('none');
    expect(result.findings.find(({ code }) => code === 'organs-missing-on-course')?.facts).toEqual({
      course: 'first',
      rois: ['Heart'],
    });
    // That is not the dose grid's doing.
    expect(result.findings.filter(({ code }) => code === 'dose-grid-does-not-cover-roi')).toEqual([]);
  });

  it.each<[string, (caseFile: CaseFile) => void, RegExp]>([
    ['the planned course', ({ courses }) => Object.assign(courses[1], { registration: 'none' }), /planned course/],
    ['a course without structures', ({ courses }) => delete courses[0].structures, /without `structures`/],
    [
      'a record beside a dose file',
      ({ courses }) => courses[0].phases.push({ totalDoseGy: 50, fractions: 25 }),
      /record beside a dose file/,
    ],
  ])('is refused for %s', async (_, edit, text) => {
    await expect(made(edit)).rejects.toThrow(text);
  });
});
