import { describe, expect, it } from 'vitest';
import { assess } from '../../src/assessment/assess';
import type { CaseFile } from '../../src/case/case-file';
import { type Cylinder, eqd2Gy, loaded, twoCourses } from '../case/written-case';

const CORD: Cylinder = { name: 'SpinalCord', x: 0, y: 20, radiusMm: 5, fromMm: -29, toMm: 29 };
const ESOPHAGUS: Cylinder = { name: 'Esophagus', x: 0, y: -10, radiusMm: 8, fromMm: -29, toMm: 29 };
const PTV: Cylinder = { name: 'PTV', x: 0, y: -10, radiusMm: 12, fromMm: -11, toMm: 11 };
/** 20 Gy in 28 fractions everywhere, planned. */
const PLANNED_GY = 20;

async function recorded(prior: Partial<CaseFile['courses'][number]>, goals: readonly (readonly [string, string])[] = []) {
  const { caseFile, files } = twoCourses(
    [CORD, ESOPHAGUS, PTV],
    () => 0,
    () => PLANNED_GY,
  );
  caseFile.courses[0] = { role: 'prior', phases: [{ totalDoseGy: 50.4, fractions: 28 }], ...prior };
  const constraints = goals.map(([organ, goal]) => ({ organ, goal, mandatory: true }));
  const result = assess(
    await loaded({ ...caseFile, ...(constraints.length > 0 && { constraints }), metrics: ['V60Gy', 'V5Gy'] }, files),
  );
  const organ = (roi: string) => result.organs.find((each) => each.roi === roi)!;
  return { result, organ, verdicts: (roi: string) => organ(roi).goals.map(({ verdict }) => verdict) };
}
const both = (priorGy: number, ab: number) => eqd2Gy(priorGy, 28, ab) + eqd2Gy(PLANNED_GY, 28, ab);

describe('a dose that only a record tells of', () => {
  it('lies between nothing and the recorded maximum, through every metric', async () => {
    const { organ, verdicts } = await recorded({ phases: [{ organDoses: { Esophagus: { Dmax: 50 } }, fractions: 25 }] }, [
      ['Esophagus', 'V60Gy < 40 %'],
      ['Esophagus', 'V5Gy >= 90 %'],
      ['Esophagus', 'Dmax < 100 Gy'],
      ['Esophagus', 'Dmax < 60 Gy'],
      ['Esophagus', 'Dmean < 15 Gy'],
    ]);
    const most = eqd2Gy(50, 25, 3) + eqd2Gy(PLANNED_GY, 28, 3);
    const { metrics } = organ('Esophagus');
    const near = metrics['D0.03cc'].cumulativeEqd2Bounds!;
    expect(near.atLeast).toBeCloseTo(eqd2Gy(PLANNED_GY, 28, 3), 3);
    expect(near.atMost).toBeCloseTo(most, 3);
    // Its maximum is reached somewhere, and the plan gives the same everywhere: no bounds, but a figure.
    expect(metrics.Dmax.cumulativeEqd2Bounds).toBeUndefined();
    expect(metrics.Dmax.cumulativeEqd2Gy).toBeCloseTo(most, 3);
    // Somewhere between 0 and all of it has 60 Gy: that is no "100 %".
    expect(metrics.V60Gy.cumulativeEqd2Gy).toBeNull();
    expect(metrics.V60Gy.cumulativeEqd2Bounds).toEqual({ atLeast: 0, atMost: 100 });
    // The planned dose alone has 14.9 Gy everywhere: V5Gy is met and a mean below 14 Gy cannot be. 64.9 Gy are somewhere.
    expect(verdicts('Esophagus')).toEqual(['not evaluable', 'met', 'met', 'exceeded', 'not evaluable']);
  });

  it('bounds the parts of a recorded organ, and is unknown in others', async () => {
    const { organ } = await recorded({ phases: [{ organDoses: { Esophagus: { Dmax: 50 } }, fractions: 25 }] });
    const inside = organ('Esophagus-PTV').metrics.Dmax.cumulativeEqd2Bounds!;
    expect(inside.atMost).toBeCloseTo(eqd2Gy(50, 25, 3) + eqd2Gy(PLANNED_GY, 28, 3), 3);
    expect(organ('SpinalCord').metrics.Dmax).toMatchObject({
      cumulativeEqd2Gy: null,
      cumulativeEqd2Bounds: { atMost: null },
    });
  });

  it('known by its prescription alone meets nothing on a maximum until a hot-spot factor is confirmed', async () => {
    const goals = [['SpinalCord', 'Dmax < 80 Gy']] as const;
    const without = await recorded({}, goals);
    expect(without.verdicts('SpinalCord')).toEqual(['not evaluable']);
    const having = await recorded({ phases: [{ totalDoseGy: 50.4, hotSpotFactor: 1.07, fractions: 28 }] }, goals);
    expect(having.verdicts('SpinalCord')).toEqual(['met']);
    expect(having.organ('SpinalCord').metrics.Dmax.cumulativeEqd2Gy).toBeCloseTo(both(1.07 * 50.4, 2), 3);
    expect(having.result.findings.find(({ code }) => code === 'dose-from-record')!.message).toContain('1.07');
  });
});

describe('a record of a course that was ended early', () => {
  const RECORD = { totalDoseGy: 60, hotSpotFactor: 1.07, fractions: 30, deliveredFractions: 15 };
  const CORD_60 = { organDoses: { SpinalCord: { Dmax: 60 } } };
  const said = (result: Awaited<ReturnType<typeof recorded>>['result']) =>
    result.findings.find(({ code }) => code === 'dose-from-record')!.message.replaceAll('\u00a0', ' ');

  it('has half the prescription in half the fractions, and the recorded maximum whole, and says both', async () => {
    const { organ, result } = await recorded({ phases: [{ ...RECORD, ...CORD_60 }] });
    // 60 Gy of the record in the 15 fractions that were given: nothing tells that it is of all 30.
    expect(organ('SpinalCord').metrics.Dmax.priorEqd2Gy).toBeCloseTo(eqd2Gy(60, 15, 2), 3);
    expect(organ('Esophagus').metrics.Dmax.priorEqd2Gy).toBeCloseTo(eqd2Gy(32.1, 15, 3), 3);
    expect(said(result)).toContain(
      'in 15 of 30 planned fractions: from 0 to 32.1 Gy anywhere (60 Gy prescribed for 30 fractions, 15 delivered: 30.0 Gy taken',
    );
    expect(said(result)).toContain('SpinalCord 60 Gy (taken whole, for what the 15 delivered fractions gave');
  });

  it('scales the maximum where the case says that it is of all planned fractions', async () => {
    const { organ, result } = await recorded({ phases: [{ ...RECORD, ...CORD_60, organDosesAre: 'planned' }] });
    expect(organ('SpinalCord').metrics.Dmax.priorEqd2Gy).toBeCloseTo(eqd2Gy(30, 15, 2), 3);
    expect(said(result)).toContain('SpinalCord 30.0 Gy (60 Gy recorded for 30 fractions, 15 delivered)');
  });

  it('keeps a maximum of the course’s record and of a part of the organ whole too, in shares that are no round number', async () => {
    const { organ } = await recorded({
      phases: [{ totalDoseGy: 50.4, fractions: 28, deliveredFractions: 23 }],
      organDoses: { Esophagus: { Dmax: 41 } },
    });
    expect(organ('Esophagus').metrics.Dmax.priorEqd2Gy).toBeCloseTo(eqd2Gy(41, 23, 3), 3);
    expect(organ('Esophagus-PTV').metrics.Dmax.priorEqd2Gy).toBeCloseTo(eqd2Gy(41, 23, 3), 3);
  });

  it('says nothing of planned fractions where all were delivered', async () => {
    const { result } = await recorded({ phases: [{ ...RECORD, deliveredFractions: 30, ...CORD_60 }] });
    expect(said(result)).toContain('in 30 fractions: from 0 to 64.2 Gy anywhere (60 Gy prescribed, times');
    expect(said(result)).toContain('SpinalCord 60 Gy.');
  });
});
