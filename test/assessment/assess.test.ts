import { describe, expect, it } from 'vitest';
import { assess } from '../../src/assessment/assess';
import { type Assessment, evaluatedOrgans } from '../../src/evaluation/assessment';
import { solveFalling } from '../analytic/bodies';
import {
  type Cylinder,
  doseFile,
  eqd2Gy,
  loaded,
  PRIOR,
  registrationFile,
  structureFile,
  twoCourses,
} from '../case/written-case';

const CORD: Cylinder = { name: 'SpinalCord', x: 0, y: 20, radiusMm: 5, fromMm: -29, toMm: 29 };
const HEART: Cylinder = { name: 'Heart', x: -15, y: -20, radiusMm: 20, fromMm: -29, toMm: 29 };
const BODIES = [CORD, HEART];

const organ = (assessment: Assessment, roi: string) => {
  const found = evaluatedOrgans(assessment.organs).find((entry) => entry.roi === roi);
  if (!found) throw new Error(`no ${roi} among ${assessment.organs.map((entry) => entry.roi)}`);
  return found;
};
const uniform = (a: number, b: number) =>
  twoCourses(
    BODIES,
    () => a,
    () => b,
  );

describe('uniform doses', () => {
  it('give each organ the closed form of its own alpha/beta, phase by phase', async () => {
    const { caseFile, files } = uniform(40, 45);
    const result = assess(await loaded(caseFile, files));
    // SpinalCord 2 Gy and Heart 3 Gy (tissue table).
    for (const [roi, alphaBetaGy] of [
      ['SpinalCord', 2],
      ['Heart', organ(result, 'Heart').alphaBetaGy],
    ] as const) {
      const { metrics, volumeCc } = organ(result, roi);
      const prior = eqd2Gy(40, 28, alphaBetaGy);
      const planned = eqd2Gy(45, 28, alphaBetaGy);
      for (const name of ['Dmean', 'Dmax', 'D0.03cc', 'D0.1cc']) {
        const metric = metrics[name];
        expect(metric.priorPhysicalGy).toBeCloseTo(40, 3);
        expect(metric.plannedPhysicalGy).toBeCloseTo(45, 3);
        expect(metric.priorEqd2Gy).toBeCloseTo(prior, 3);
        expect(metric.plannedEqd2Gy).toBeCloseTo(planned, 3);
        expect(metric.cumulativeEqd2Gy).toBeCloseTo(prior + planned, 3);
        expect(metric.cumulativeBedGy).toBeCloseTo((prior + planned) * (1 + 2 / alphaBetaGy), 3);
      }
      const body = BODIES.find(({ name }) => name === roi)!;
      expect(volumeCc).toBeCloseTo((Math.PI * body.radiusMm ** 2 * 60) / 1000, 3);
    }
    expect(organ(result, 'SpinalCord').alphaBetaGy).toBe(2);
  });

  it('give the cord the risk score of its source, with the source’s alpha/beta and nothing forgiven', async () => {
    const { caseFile, files } = uniform(40, 45);
    const result = assess(await loaded({ ...caseFile, organs: { SpinalCord: { alphaBetaGy: 3, recovery: 0.5 } } }, files));
    // BED with 2 Gy: 40 (1 + 40/56) = 68.6 and 45 (1 + 45/56) = 81.2, together 149.7 Gy: 3 points; 14.9 months: none.
    expect(organ(result, 'SpinalCord').cordRisk).toMatchObject({ score: 3, group: 'low', myelopathyPercent: 3 });
    expect(organ(result, 'Heart').cordRisk).toBeUndefined();
    expect(result.findings.map(({ code }) => code)).toContain('cord-risk-score');
  });

  it('recovery takes its share off the prior BED alone, and what it would be without stands beside it', async () => {
    const { caseFile, files } = uniform(40, 45);
    const result = assess(await loaded({ ...caseFile, organs: { SpinalCord: { alphaBetaGy: 2, recovery: 0.25 } } }, files));
    const { metrics, recovery } = organ(result, 'SpinalCord');
    expect(recovery).toBe(0.25);
    expect(metrics.Dmean.cumulativeEqd2Gy).toBeCloseTo(0.75 * eqd2Gy(40, 28, 2) + eqd2Gy(45, 28, 2), 3);
    expect(metrics.Dmean.cumulativeEqd2WithoutRecoveryGy).toBeCloseTo(eqd2Gy(40, 28, 2) + eqd2Gy(45, 28, 2), 3);
  });

  it('delivered fractions scale the dose at unchanged dose per fraction', async () => {
    const { caseFile, files } = uniform(40, 45);
    caseFile.courses[0].phases = [{ dose: 'prior/RD.dcm', fractions: 28, deliveredFractions: 21 }];
    const { metrics } = organ(assess(await loaded(caseFile, files)), 'SpinalCord');
    expect(metrics.Dmean.priorPhysicalGy).toBeCloseTo(30, 3);
    expect(metrics.Dmean.priorEqd2Gy).toBeCloseTo(eqd2Gy(30, 21, 2), 3);
  });

  it('phases and courses add up each with its own fractions', async () => {
    const { caseFile, files } = uniform(40, 45);
    files['boost/RD.dcm'] = doseFile(() => 9, { planUid: null }, { SOPInstanceUID: '1.2.3.33' });
    files['old/RD.dcm'] = doseFile(() => 8, { planUid: null }, { SOPInstanceUID: '1.2.3.34' });
    caseFile.courses[1].phases = [{ dose: 'plan/RD.dcm' }, { dose: 'boost/RD.dcm', fractions: 5 }];
    caseFile.courses.unshift({ role: 'prior', phases: [{ dose: 'old/RD.dcm', fractions: 1 }] });
    const { metrics } = organ(assess(await loaded(caseFile, files)), 'SpinalCord');
    const prior = eqd2Gy(8, 1, 2) + eqd2Gy(40, 28, 2);
    expect(metrics.Dmean.priorEqd2Gy).toBeCloseTo(prior, 3);
    expect(metrics.Dmean.cumulativeEqd2Gy).toBeCloseTo(prior + eqd2Gy(45, 28, 2) + eqd2Gy(9, 5, 2), 3);
    // Two prior courses have no physical dose in common.
    expect(metrics.Dmean.priorPhysicalGy).toBeNull();
  });

  it('one dose in two phases is split by doseShare, and counted twice by nobody', async () => {
    const { caseFile, files } = uniform(40, 45);
    const shared = [
      { dose: 'plan/RD.dcm', fractions: 20, doseShare: 0.8 },
      { dose: 'plan/RD.dcm', fractions: 5, doseShare: 0.2 },
    ];
    caseFile.courses[1].phases = shared;
    const { metrics } = organ(assess(await loaded(caseFile, files)), 'SpinalCord');
    expect(metrics.Dmean.plannedEqd2Gy).toBeCloseTo(eqd2Gy(36, 20, 2) + eqd2Gy(9, 5, 2), 3);
    caseFile.courses[1].phases = shared.map(({ doseShare: _, ...phase }) => phase);
    await expect(loaded(caseFile, files)).rejects.toThrow(/plan\/RD\.dcm: courses\[1\]\.phases\[1\]\.dose: found a second dose/);
    caseFile.courses[1].phases = [shared[0], { ...shared[1], doseShare: 0.3 }];
    await expect(loaded(caseFile, files)).rejects.toThrow(/add up to 1\.1/);
  });

  it('a course without dose files bounds every organ, or the organs the record has, and is said', async () => {
    const { caseFile, files } = uniform(40, 45);
    caseFile.courses[0] = {
      role: 'prior',
      phases: [{ totalDoseGy: 50.4, hotSpotFactor: 1.1, fractions: 28 }],
      organDoses: { Heart: { Dmax: 20 } },
    };
    const result = assess(await loaded(caseFile, files));
    // 50.4 Gy times 1.1 is the most anywhere; a mean of what may be 0 everywhere is not known.
    expect(organ(result, 'SpinalCord').metrics.Dmax.priorEqd2Gy).toBeCloseTo(eqd2Gy(55.44, 28, 2), 3);
    expect(organ(result, 'SpinalCord').metrics.Dmean.priorEqd2Gy).toBeNull();
    const heart = organ(result, 'Heart');
    expect(heart.metrics.Dmax.priorEqd2Gy).toBeCloseTo(eqd2Gy(20, 28, heart.alphaBetaGy), 3);
    expect(result.findings.map(({ code }) => code)).toContain('dose-from-record');
  });
});

describe('a linear gradient', () => {
  const slope = (x: number) => 30 + 0.25 * x;
  const falling = (x: number) => 30 - 0.1 * x;

  it('over the cylinder gives D0.03cc of cumulative EQD2 of the closed form', async () => {
    const { caseFile, files } = twoCourses(
      BODIES,
      (x) => slope(x),
      (x) => falling(x),
    );
    const { metrics } = organ(assess(await loaded(caseFile, files)), 'SpinalCord');
    const sum = (x: number) => eqd2Gy(slope(x), 28, 2) + eqd2Gy(falling(x), 28, 2);
    // EQD2 rises with x throughout, so the hottest 0.03 cc are a segment of the circle, 60 mm long.
    const segmentMm2 = (x: number) => 25 * Math.acos(x / 5) - x * Math.sqrt(25 - x * x);
    const edge = solveFalling(segmentMm2, 30 / 60, -5, 5);
    expect(metrics['D0.03cc'].cumulativeEqd2Gy).toBeCloseTo(sum(edge), 1);
    // Mean over a disc: <x> = 0, <x²> = r²/4.
    const mean = (s: number) => (30 * (30 / 28 + 2) + (s * s * 25) / 4 / 28) / 4;
    expect(metrics.Dmean.cumulativeEqd2Gy).toBeCloseTo(mean(0.25) + mean(0.1), 2);
    expect(Math.abs(metrics['D0.03cc'].cumulativeEqd2Gy! - sum(edge))).toBeLessThan(0.05);
  });

  it('of a prior course on a turned and moved frame is carried over exactly', async () => {
    // Points of the prior frame to points of the planned frame: 90° about z, then a shift.
    const priorToPlanned = [0, -1, 0, 4, 1, 0, 0, -3, 0, 0, 1, 11, 0, 0, 0, 1];
    const { caseFile, files } = twoCourses(
      BODIES,
      () => 0,
      () => 45,
    );
    // planned (x, y) = (-y' + 4, x' - 3): the planned point's x' is y + 3, its y' is 4 - x.
    files['prior/RD.dcm'] = doseFile((x) => 30 + 0.25 * x, { frame: PRIOR, planUid: '1.2.3.61', origin: [-60, -60, -75] });
    files['REG.dcm'] = registrationFile(priorToPlanned);
    await expect(loaded(caseFile, files).then((inputs) => assess(inputs))).rejects.toThrow(/no registration between them/);
    const result = assess(await loaded({ ...caseFile, registrations: ['REG.dcm'] }, files));
    const { metrics } = organ(result, 'SpinalCord');
    // At the cord's axis y = 20: x' = 23, dose 35.75; the mean of a linear dose is that of the axis.
    expect(metrics.Dmean.priorPhysicalGy).toBeCloseTo(30 + 0.25 * 23, 2);
    expect(result.courses[0].registration).toContain('90.00°');
    const byHand = { from: PRIOR, to: '1.2.3.50', matrix: priorToPlanned };
    const same = assess(await loaded({ ...caseFile, registrations: [byHand] }, files));
    expect(organ(same, 'SpinalCord').metrics).toEqual(metrics);
  });
});

describe('a dose grid that ends inside an organ', () => {
  // The last voxel centre is at z = 10.5 mm and reaches 1.5 mm further: of the cylinder from -30 to 30 mm, 42 mm are covered.
  const short = { origin: [-60, -60, -58.5], size: [41, 41, 24], spacingMm: 3 } as const;
  const made = async (outsideDoseGrid?: string, more: object = {}) => {
    const { caseFile, files } = uniform(40, 45);
    files['plan/RD.dcm'] = doseFile(() => 45, short);
    const constraints = [
      { organ: 'SpinalCord', goal: 'D0.03cc <= 10 Gy', source: 's' },
      { organ: 'SpinalCord', goal: 'D0.03cc <= 80 Gy', source: 's' },
      { organ: 'SpinalCord', goal: 'D0.03cc <= 500 Gy', source: 's' },
    ];
    return assess(await loaded({ ...caseFile, constraints, ...(outsideDoseGrid && { outsideDoseGrid }), ...more }, files));
  };

  it('is over the covered part, says so, and leaves open what the rest could turn', async () => {
    const result = await made();
    const cord = organ(result, 'SpinalCord');
    expect(cord.insideDoseGrid.planned).toBeCloseTo(42 / 60, 3);
    expect(cord.metrics.Dmean.plannedPhysicalGy).toBeCloseTo(45, 3);
    // 74.9 Gy are known; what the uncovered part has, nobody knows.
    expect(cord.goals.map(({ verdict }) => verdict)).toEqual(['exceeded', 'not evaluable', 'not evaluable']);
    expect(cord.goals[2].headroom).toHaveProperty('reason');
    expect(
      result.findings.find(({ code, roi }) => code === 'dose-grid-does-not-cover-roi' && roi === 'SpinalCord')?.severity,
    ).toBe('warning');
  });

  it('is 0 Gy outside by the user’s word, and the output says that the user said so', async () => {
    // 45 Gy on the border contradict that word, until a person answers for it.
    const asked = await made('zero');
    expect(organ(asked, 'SpinalCord').goals[2].code).toBe('question-open');
    const { code, sha256, roi } = asked.findings.find(
      (each) => each.code === 'zero-outside-contradicted' && each.roi === 'SpinalCord',
    )!;
    const answers = [{ code, sha256, roi, by: 'a physicist', on: '2026-01-05', why: 'the grid was cut on purpose' }];
    const result = await made('zero', { answers });
    const cord = organ(result, 'SpinalCord');
    expect(cord.metrics.Dmean.plannedPhysicalGy).toBeCloseTo(45 * cord.insideDoseGrid.planned, 2);
    expect(cord.goals[2].verdict).toBe('met');
    expect(result.findings.some(({ message }) => message.includes('The user says that no dose was given outside'))).toBe(true);
    expect(result.settings.outsideDoseGrid).toBe('zero');
  });
});

describe('what is not silent', () => {
  it('a structure set of another patient ends it', async () => {
    const { caseFile, files } = uniform(40, 45);
    files['plan/RS.dcm'] = structureFile(BODIES, { PatientID: 'P-2', PatientName: 'Roe^Richard' });
    await expect(loaded(caseFile, files)).rejects.toThrow(/patient ID differs: .*patient name differs: /);
  });

  it('derived structures have the tissue of what they are made from', async () => {
    const { caseFile, files } = uniform(40, 45);
    const derived = { Shell: 'expand(SpinalCord, 3 mm) - SpinalCord', SpinalCord_PRV03: 'expand(SpinalCord, 3 mm)' };
    const result = assess(await loaded({ ...caseFile, derived }, files));
    expect(organ(result, 'Shell').alphaBetaGy).toBe(2);
    expect(organ(result, 'Shell').alphaBetaSource).toContain('as SpinalCord, which it is made from');
    expect(organ(result, 'SpinalCord_PRV03').organ).toBe('SpinalCord_PRV');
    // Exact Minkowski sum of a cylinder and a ball.
    const [r, h, m] = [5, 60, 3];
    const grown =
      Math.PI * r * r * h + 2 * Math.PI * r * (r + h) * m + Math.PI * (Math.PI * r + h) * m * m + (4 / 3) * Math.PI * m ** 3;
    expect(organ(result, 'SpinalCord_PRV03').volumeCc).toBeCloseTo(grown / 1000, 1);
  });
});
