import { describe, expect, it } from 'vitest';
import { assess } from '../../src/assessment/assess';
import type { Fields } from '../dicom/objects';
import { fractionGroup } from '../dicom/samples';
import { type Cylinder, doseFile, loaded, planFile, twoCourses } from './written-case';

const CORD: Cylinder = { name: 'SpinalCord', x: 0, y: 0, radiusMm: 6, fromMm: -29, toMm: 29 };
const PLAN = '1.2.3.60';

const groupOf = (number: number, fractions: number, beams: readonly number[], gy: number): Fields =>
  fractionGroup({
    FractionGroupNumber: number,
    NumberOfFractionsPlanned: fractions,
    ReferencedBeamSequence: beams.map((ReferencedBeamNumber) => ({ ReferencedBeamNumber, BeamDose: gy })),
  });
const referring = (group: number | undefined, beams?: readonly number[]): Fields => ({
  ReferencedRTPlanSequence: [
    {
      ReferencedSOPInstanceUID: PLAN,
      ReferencedFractionGroupSequence:
        group === undefined
          ? undefined
          : [
              {
                ReferencedFractionGroupNumber: group,
                ReferencedBeamSequence: beams?.map((ReferencedBeamNumber) => ({ ReferencedBeamNumber })),
              },
            ],
    },
  ],
});

/** 20 Gy before; now a plan of 9 fractions (18 Gy) and 8 of a boost (16 Gy), by beams of their own. */
function written(doses: Record<string, Uint8Array>, phases: readonly object[]) {
  const all = twoCourses(
    [CORD],
    () => 20,
    () => 18,
  );
  all.files['plan/RP.dcm'] = planFile(9, PLAN, {
    FractionGroupSequence: [groupOf(1, 9, [1, 2], 1), groupOf(2, 8, [3], 2)],
    BeamSequence: [1, 2, 3].map((BeamNumber) => ({ BeamNumber, TreatmentDeliveryType: 'TREATMENT' })),
  });
  delete all.files['plan/RD.dcm'];
  Object.assign(all.files, doses);
  all.caseFile.courses[1].phases = phases;
  all.caseFile.constraints = [{ organ: 'SpinalCord', goal: 'Dmax <= 45 Gy', source: 'here' }];
  return all;
}
const doseOf = (gy: number, type: string, group?: number, beams?: readonly number[]) =>
  doseFile(
    () => gy,
    {},
    {
      SOPInstanceUID: `1.2.3.30.${gy}.${group ?? 0}.${beams?.join('.') ?? 0}`,
      DoseSummationType: type,
      ...referring(group, beams),
    },
  );
const assessed = async ({ files, caseFile }: ReturnType<typeof written>) => assess(await loaded(caseFile, files));

describe('a fraction group of a plan that no phase has the dose of', () => {
  it.each(['FRACTION', 'PLAN'])('asks, beside a %s dose of the other group', async (type) => {
    const all = written({ 'plan/G1.dcm': doseOf(18, type, 1) }, [{ dose: 'plan/G1.dcm' }]);
    const result = await assessed(all);
    const asked = result.findings.find(({ code }) => code === 'fraction-group-without-dose');
    expect(asked).toMatchObject({
      severity: 'error',
      answerable: true,
      facts: { groups: [{ group: 2, fractions: 8, doseGy: 16 }] },
    });
    expect(result.organs[0].goals[0]).toMatchObject({ verdict: 'not evaluable', code: 'question-open' });
    const { sha256 } = result.files.find(({ path }) => path === 'plan/RP.dcm')!;
    const answers = [{ code: asked!.code, sha256, by: 'P', on: '2024-01-02', why: 'boost not given' }];
    const answered = await assessed({ ...all, caseFile: { ...all.caseFile, answers } });
    expect(answered.organs[0].goals[0].verdict).toBe('met');
  });

  it('asks nothing where both have their doses, and both are counted', async () => {
    const result = await assessed(
      written({ 'plan/G1.dcm': doseOf(18, 'FRACTION', 1), 'plan/G2.dcm': doseOf(16, 'FRACTION', 2) }, [
        { dose: 'plan/G1.dcm' },
        { dose: 'plan/G2.dcm' },
      ]),
    );
    expect(result.findings.filter(({ code }) => code === 'fraction-group-without-dose')).toEqual([]);
    // 2 Gy a fraction each, so that EQD2 is the dose; 20 Gy in 28 are less.
    expect(result.organs[0].metrics.Dmax.plannedPhysicalGy).toBeCloseTo(34, 3);
    expect(result.organs[0].goals[0].verdict).toBe('exceeded');
  });
});

describe('phases of the fraction groups of one plan', () => {
  const BEAMS = {
    'plan/B1.dcm': doseOf(9, 'BEAM', 1, [1]),
    'plan/B2.dcm': doseOf(9, 'BEAM', 1, [2]),
    'plan/B3.dcm': doseOf(16, 'BEAM', 2, [3]),
  };
  const refusedBy = async (doses: Record<string, Uint8Array>, phases: readonly object[]) => {
    const { files, caseFile } = written(doses, phases);
    return loaded(caseFile, files).then(
      () => '',
      (error: Error) => error.message,
    );
  };

  it.each([
    ['all named', { dose: ['plan/B1.dcm', 'plan/B2.dcm'] }],
    ['of which one file is named and the other found beside it', { dose: 'plan/B1.dcm' }],
  ])('are counted by the doses of their own beams, %s', async (_, first) => {
    const result = await assessed(written(BEAMS, [first, { dose: 'plan/B3.dcm' }]));
    expect(result.organs[0].metrics.Dmax.plannedPhysicalGy).toBeCloseTo(34, 3);
    expect(result.courses[1].phases.map(({ fractions }) => fractions)).toEqual([9, 8]);
    expect(result.findings.map(({ code }) => code)).not.toContain('fraction-group-without-dose');
  });

  it('are counted by a PLAN dose of each', async () => {
    const doses = { 'plan/G1.dcm': doseOf(18, 'PLAN', 1), 'plan/G2.dcm': doseOf(16, 'PLAN', 2) };
    const result = await assessed(written(doses, [{ dose: 'plan/G1.dcm' }, { dose: 'plan/G2.dcm' }]));
    expect(result.organs[0].metrics.Dmax.plannedPhysicalGy).toBeCloseTo(34, 3);
  });

  it('in one phase are refused, with the way out', async () => {
    const why = await refusedBy(BEAMS, [{ dose: Object.keys(BEAMS) }]);
    expect(why).toContain('a dose for beam 3, which is of another fraction group (2) with its own fractions');
    expect(why).toContain('a phase for each fraction group of plan');
    expect(why).not.toContain('no treatment beam');
  });

  it.each([
    ['the whole', doseOf(34, 'PLAN'), {}],
    ['the whole, whatever shares are said', doseOf(34, 'PLAN'), { doseShare: 0.5 }],
    ['the same group', doseOf(17, 'PLAN', 1), {}],
  ])('are refused beside another dose of %s', async (_, other, more) => {
    const doses = { 'plan/G1.dcm': doseOf(18, 'FRACTION', 1), 'plan/RD.dcm': other };
    const phases = [
      { dose: 'plan/G1.dcm', ...more },
      { dose: 'plan/RD.dcm', fractions: 17, ...more },
    ];
    expect(await refusedBy(doses, phases)).toContain('a second dose of the same plan');
  });

  it('that share one dose of both name a dose of each as another way', async () => {
    expect(await refusedBy({ 'plan/RD.dcm': doseOf(34, 'PLAN') }, [{ dose: 'plan/RD.dcm' }])).toContain(
      'a phase for each with a dose of its own',
    );
  });
});
