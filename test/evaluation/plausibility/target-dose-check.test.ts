import { describe, expect, it } from 'vitest';
import { plausibilityFindings } from '../../../src/evaluation/plausibility/plausibility-findings';
import { type Cylinder, doseFile, type Files, loaded, planFile, structureFile } from '../../case/written-case';
import type { Fields } from '../../dicom/objects';

const PTV: Cylinder = { name: 'PTV', x: 0, y: 0, radiusMm: 20, fromMm: -29, toMm: 29 };
const BOOST: Cylinder = { name: 'Boost', x: 0, y: 0, radiusMm: 10, fromMm: -9, toMm: 9 };
const UID = '1.2.3.40';
const to = (doseGy: number, ReferencedROINumber?: number): Fields => ({
  DoseReferenceType: 'TARGET',
  TargetPrescriptionDose: doseGy,
  ReferencedROINumber,
});
const plan = (...references: Fields[]): Fields => ({
  DoseReferenceSequence: references,
  ReferencedStructureSetSequence: [{ ReferencedSOPInstanceUID: UID }],
});

/** A course of one phase for each plan, 10 fractions each, with as many Gy in every phase as its first reference says. */
async function told(targets: object[], plans: readonly Fields[], course: object = {}, phase: object = {}) {
  const files: Files = { 'RS.dcm': structureFile([PTV, BOOST], { SOPInstanceUID: UID }) };
  const phases = plans.map((fields, n) => {
    const uid = `1.2.3.6${n}`;
    const falling = (x: number, y: number) => Math.max(0, 30 - Math.hypot(x, y) / 4);
    files[`RD${n}.dcm`] = doseFile(falling, { planUid: uid }, { SOPInstanceUID: `1.2.3.3${n}` });
    files[`RP${n}.dcm`] = planFile(10, uid, fields);
    return { dose: `RD${n}.dcm`, ...phase };
  });
  const courses = [{ name: 'A', role: 'planned', phases, targets, ...course }];
  const inputs = await loaded({ isoeffectCase: 1, courses, structures: 'RS.dcm' }, files);
  return plausibilityFindings(inputs).filter(({ code }) => code === 'target-dose-not-of-plan');
}

describe('what the case prescribes, beside the plan', () => {
  it('is told where it is another dose to the same ROI', async () => {
    const [finding, ...others] = await told([{ roi: 'PTV', doseGy: 33 }], [plan(to(30, 1))]);
    expect(others).toEqual([]);
    expect(finding).toMatchObject({
      severity: 'warning',
      course: 'A',
      file: 'RP0.dcm',
      facts: { course: 'A', target: 'PTV', caseGy: 33, planGy: 30 },
    });
  });

  it('is the same to rounding', async () => {
    expect(await told([{ roi: 'PTV', doseGy: 30.1 }], [plan(to(30, 1))])).toEqual([]);
    expect(await told([{ roi: 'PTV', doseGy: 30.2 }], [plan(to(30, 1))])).toHaveLength(1);
  });

  it('is held against a site that is the only one, and against nothing where there are two', async () => {
    expect(await told([{ roi: 'PTV', doseGy: 35 }], [plan(to(30))])).toHaveLength(1);
    expect(await told([{ roi: 'PTV', doseGy: 35 }], [plan(to(30), to(25))])).toEqual([]);
    // What is prescribed to another ROI says nothing of this one.
    expect(await told([{ roi: 'PTV', doseGy: 35 }], [plan(to(40, 2))])).toEqual([]);
  });

  it('is of each target by itself', async () => {
    const both = [plan(to(25, 1), to(30, 2))];
    expect(
      await told(
        [
          { roi: 'PTV', doseGy: 25 },
          { roi: 'Boost', doseGy: 30 },
        ],
        both,
      ),
    ).toEqual([]);
    const swapped = await told(
      [
        { roi: 'PTV', doseGy: 30 },
        { roi: 'Boost', doseGy: 25 },
      ],
      both,
    );
    expect(swapped.map(({ facts }) => facts)).toMatchObject([
      { target: 'PTV', caseGy: 30, planGy: 25 },
      { target: 'Boost', caseGy: 25, planGy: 30 },
    ]);
  });

  it('may be the sum of phases, or what each of their plans names as the whole', async () => {
    const phases = [plan(to(20, 1)), plan(to(10, 1))];
    expect(await told([{ roi: 'PTV', doseGy: 30 }], phases)).toEqual([]);
    expect(await told([{ roi: 'PTV', doseGy: 30 }], [plan(to(30, 1)), plan(to(30, 1))])).toEqual([]);
    const [finding] = await told([{ roi: 'PTV', doseGy: 33 }], phases);
    expect(finding.facts).toMatchObject({ caseGy: 33, planGy: 30 });
    // The second plan treats the boost alone: what it adds to the PTV is not said.
    expect(await told([{ roi: 'PTV', doseGy: 33 }], [plan(to(20, 1)), plan(to(10, 2))])).toEqual([]);
  });
});
