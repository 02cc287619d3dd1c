import { describe, expect, it } from 'vitest';
import { Session } from '../../src/assessment/session';
import type { CaseFile, CasePhase, OrganOverride } from '../../src/case/case-file';
import { AS_IT_IS, type WhatIf } from '../../src/case/what-if';
import { readDicom } from '../../src/dicom/read-dicom';
import { answerDose } from '../../src/effect/answer-dose';
import { effectAt } from '../../src/effect/course-effect';
import { dosePolynomial } from '../../src/effect/dose-polynomial';
import { singleEffect } from '../../src/effect/single-course';
import { makeDoseGrid } from '../../src/geometry/dose-grid';
import { interpolateDose } from '../../src/geometry/interpolate';
import { exportCumulativeDose } from '../../src/report/dose-export';
import { accessTo, type Cylinder, twoCourses } from '../case/written-case';

/*
 * One conversion, six callers: the table, the polynomial of the headroom, the picture, the readout, the exported RT Dose,
 * and `dvh` and `calc` for a course by itself. The doses are uniform, so that each of them must say the same number.
 */

const CORD: Cylinder = { name: 'SpinalCord', x: 0, y: 20, radiusMm: 5, fromMm: -29, toMm: 29 };
const AT = [0.7, 20.3, 1.1] as const;
const PRIOR_GY = 44;
const PLANNED_GY = 36;
const AB = 2;
/** Incomplete repair of two fractions a day, 6 h apart, half-time 4 h: φ = 2^(-6/4). */
const H2 = 2 ** (-6 / 4);
const bed = (gy: number, n: number, hm = 0) => gy * (1 + ((1 + hm) * gy) / n / AB);
const eqd2 = (bedGy: number) => bedGy / 2;
/** LQ-L above dT with the smooth tangent 1 + 2 dT / (α/β). */
const lqlBed = (gy: number, n: number, dT: number) =>
  gy / n <= dT ? bed(gy, n) : n * (dT * (1 + dT / AB) + (1 + (2 * dT) / AB) * (gy / n - dT));

interface Option {
  readonly prior?: Partial<CasePhase>;
  readonly planned?: Partial<CasePhase>;
  readonly organ?: OrganOverride;
  readonly whatIf?: Partial<WhatIf>;
  /** Cumulative EQD2 with nothing forgiven, and what is forgiven of the prior course. */
  readonly expected: number;
  readonly forgiven?: number;
}

const OPTIONS: Record<string, Option> = {
  'as planned': { expected: eqd2(bed(PRIOR_GY, 28) + bed(PLANNED_GY, 28)) },
  'other fractions': {
    prior: { fractions: 22 },
    planned: { fractions: 15 },
    expected: eqd2(bed(PRIOR_GY, 22) + bed(PLANNED_GY, 15)),
  },
  'fewer delivered': {
    prior: { fractions: 28, deliveredFractions: 14 },
    expected: eqd2(bed(PRIOR_GY / 2, 14) + bed(PLANNED_GY, 28)),
  },
  'two fractions a day in both courses': {
    prior: { fractionsPerDay: 2, hoursBetween: 6 },
    planned: { fractionsPerDay: 2, hoursBetween: 6 },
    organ: { repairHalfTimeHours: 4 },
    expected: eqd2(bed(PRIOR_GY, 28, H2) + bed(PLANNED_GY, 28, H2)),
  },
  'LQ-L': {
    prior: { fractions: 5 },
    organ: { lqL: { transitionGyPerFraction: 6 } },
    expected: eqd2(lqlBed(PRIOR_GY, 5, 6) + bed(PLANNED_GY, 28)),
  },
  'ten fractions tried': {
    whatIf: { plannedFractions: 10 },
    expected: eqd2(bed(PRIOR_GY, 28) + bed(PLANNED_GY, 10)),
  },
  'a scale tried': {
    whatIf: { plannedScale: 0.8 },
    expected: eqd2(bed(PRIOR_GY, 28) + bed(0.8 * PLANNED_GY, 28)),
  },
  'twice a day, a scale and fractions tried': {
    prior: { fractionsPerDay: 2, hoursBetween: 6 },
    organ: { repairHalfTimeHours: 4 },
    whatIf: { plannedScale: 1.3, plannedFractions: 12 },
    expected: eqd2(bed(PRIOR_GY, 28, H2) + bed(1.3 * PLANNED_GY, 12)),
  },
  'recovery, which no picture has': {
    organ: { recovery: 0.25 },
    expected: eqd2(bed(PRIOR_GY, 28) + bed(PLANNED_GY, 28)),
    forgiven: 0.25 * eqd2(bed(PRIOR_GY, 28)),
  },
};

async function asked({ prior, planned, organ, whatIf }: Option) {
  const { caseFile, files } = twoCourses(
    [CORD],
    () => PRIOR_GY,
    () => PLANNED_GY,
  );
  const [first, second] = caseFile.courses as unknown as CaseFile['courses'];
  Object.assign(first.phases[0], prior);
  Object.assign(second.phases[0], planned);
  const session = new Session(accessTo(files));
  const text = JSON.stringify({ ...caseFile, ...(organ && { organs: { SpinalCord: organ } }) });
  const inputs = await session.read(text, 'case.json');
  return { session, inputs, as: session.ask(inputs, { ...AS_IT_IS, ...whatIf }) };
}

describe('one conversion', () => {
  for (const [name, option] of Object.entries(OPTIONS)) {
    const { expected, forgiven = 0 } = option;

    it(`${name}: table, polynomial, picture, readout and export agree with the closed form`, async () => {
      const { session, inputs, as } = await asked(option);
      const cord = as.assessment.organs.find(({ roi }) => roi === 'SpinalCord')!;
      expect(cord.metrics.Dmean.cumulativeEqd2Gy).toBeCloseTo(expected - forgiven, 3);
      expect(cord.metrics.Dmax.cumulativeEqd2Gy).toBeCloseTo(expected - forgiven, 3);
      expect(cord.metrics.Dmean.cumulativeBedGy).toBeCloseTo(2 * (expected - forgiven), 2);

      const readout = session.at(as, [...AT], AB);
      expect(readout.cumulativeEqd2Gy).toBeCloseTo(expected, 3);
      expect(readout.courses.reduce((sum, { eqd2Gy }) => sum + eqd2Gy!, 0)).toBeCloseTo(expected, 3);

      const picture = session.picture(as, { scope: 'cumulative', quantity: 'eqd2', alphaBetaGy: AB })!;
      const out = new Float32Array(1);
      interpolateDose(picture, Float64Array.from(AT), 1, out);
      expect(out[0]).toBeCloseTo(expected, 3);
      expect(picture.lacks).toEqual(forgiven > 0 ? ['recovery'] : []);

      // An export is of the case as it is.
      if (option.whatIf) return;
      const { bytes } = await exportCumulativeDose(inputs, session.exported(as, AB));
      const written = readDicom({ path: 'sum.dcm', bytes });
      if (written.kind !== 'dose') throw new Error('no dose was written');
      interpolateDose({ grid: makeDoseGrid(written), toGridFrame: [] }, Float64Array.from(AT), 1, out);
      expect(out[0]).toBeCloseTo(expected, 3);
    });

    it(`${name}: the polynomial is the table's dose at every scale`, async () => {
      const { as } = await asked(option);
      const { courses } = as.inputs;
      const [region] = as.prepared.regions;
      const tissue = {
        alphaBetaGy: AB,
        recoveryOfCourse: [option.organ?.recovery ?? 0, 0] as number[],
        repairHalfTimeHours: option.organ?.repairHalfTimeHours,
        lqL: undefined,
        repopulation: undefined,
      };
      const question = { quantity: 'eqd2', scope: 'cumulative', tissue, plannedScale: 1 } as const;
      const { count, doseGy } = region.samples;
      const { fixed, linear, quadratic } = dosePolynomial(courses, doseGy, question, count)!;
      for (const scale of [0, 0.5, 1, 1.7]) {
        const dose = new Float32Array(count);
        answerDose(courses, doseGy, { ...question, plannedScale: scale }, dose);
        expect(fixed[0] + linear[0] * scale + quadratic[0] * scale * scale).toBeCloseTo(dose[0], 3);
      }
    });
  }

  it('says on the picture, and refuses in the file, what organs of one alpha/beta do not agree in', async () => {
    const { caseFile, files } = twoCourses(
      [CORD, { ...CORD, name: 'SpinalCanal', radiusMm: 9 }],
      () => PRIOR_GY,
      () => PLANNED_GY,
    );
    const [first] = caseFile.courses as unknown as CaseFile['courses'];
    Object.assign(first.phases[0], { fractionsPerDay: 2, hoursBetween: 6 });
    const organs = {
      SpinalCord: { alphaBetaGy: AB, repairHalfTimeHours: 4 },
      SpinalCanal: { alphaBetaGy: AB, repairHalfTimeHours: 2 },
    };
    const session = new Session(accessTo(files));
    const inputs = await session.read(JSON.stringify({ ...caseFile, organs }), 'case.json');
    const as = session.ask(inputs);
    const picture = session.picture(as, { scope: 'cumulative', quantity: 'eqd2', alphaBetaGy: AB })!;
    expect(picture.lacks).toEqual(['incomplete-repair']);
    expect(picture.maxGy).toBeCloseTo(eqd2(bed(PRIOR_GY, 28) + bed(PLANNED_GY, 28)), 3);
    expect(session.at(as, [...AT], AB).lacks).toEqual(['incomplete-repair']);
    expect(() => session.exported(as, AB)).toThrow(/no one repair half-time/);
    // With the half-time said, the file has the organ's own figure.
    const said = session.exported(as, AB, 4);
    expect(Math.max(...said.grid.doseGy)).toBeCloseTo(eqd2(bed(PRIOR_GY, 28, H2) + bed(PLANNED_GY, 28)), 3);
  });
});

describe('singleEffect', () => {
  it('is what `dvh` and `calc` say of a course by itself', () => {
    const alone = { fractions: 28, alphaBetaGy: AB };
    expect(effectAt(singleEffect({ ...alone, quantity: 'eqd2' }), PLANNED_GY)).toBeCloseTo(eqd2(bed(PLANNED_GY, 28)), 9);
    expect(effectAt(singleEffect({ ...alone, quantity: 'bed' }), PLANNED_GY)).toBeCloseTo(bed(PLANNED_GY, 28), 9);
    expect(effectAt(singleEffect({ quantity: 'physical' }), PLANNED_GY)).toBe(PLANNED_GY);
    const twice = { ...alone, schedule: { fractionsPerDay: 2, hoursBetween: 6 }, repairHalfTimeHours: 4 };
    expect(effectAt(singleEffect({ ...twice, quantity: 'bed' }), PLANNED_GY)).toBeCloseTo(bed(PLANNED_GY, 28, H2), 9);
    const bent = { fractions: 5, alphaBetaGy: AB, lqL: { transitionGyPerFraction: 6 } };
    expect(effectAt(singleEffect({ ...bent, quantity: 'bed' }), PRIOR_GY)).toBeCloseTo(lqlBed(PRIOR_GY, 5, 6), 9);
  });
});
