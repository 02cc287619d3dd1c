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
