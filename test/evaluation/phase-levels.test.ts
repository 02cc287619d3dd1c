import { describe, expect, it } from 'vitest';
import { assess } from '../../src/assessment/assess';
import { type Cylinder, doseFile, loaded, planFile, structureFile } from '../case/written-case';

const CORD: Cylinder = { name: 'SpinalCord', x: 0, y: 25, radiusMm: 4, fromMm: -19, toMm: 19 };
/** The boost's target is a third of the first target's length. */
const PTV: Cylinder = { name: 'PTV', x: 0, y: -15, radiusMm: 12, fromMm: -19, toMm: 19 };
const BOOST: Cylinder = { name: 'PTV_boost', x: 0, y: -15, radiusMm: 12, fromMm: -5, toMm: 5 };

interface Phase {
  readonly doseGy: number;
  readonly fractions: number;
  /** What the plan prescribes, where it says so. */
  readonly written?: number;
  /** The dose is given to the boost's target alone. */
  readonly isBoost?: true;
}

type Targets = readonly { readonly roi: string; readonly doseGy: number }[];

/** The verdict on the cord of the single-course set, of a planned course of these phases. */
async function verdictOf(phases: readonly Phase[], targets: Targets | undefined, bodies = [CORD, PTV, BOOST]) {
  const files: Record<string, Uint8Array> = { 'RS.dcm': structureFile(bodies) };
  const written = phases.map(({ doseGy, fractions, written: rx, isBoost }, p) => {
    const at = (_x: number, y: number, z: number) => (y < 5 && (!isBoost || Math.abs(z) < 9) ? doseGy : 2);
    files[`${p}/RD.dcm`] = doseFile(at, { planUid: `1.2.3.7${p}` }, { SOPInstanceUID: `1.2.3.8${p}` });
    const prescribed = { DoseReferenceStructureType: 'SITE', DoseReferenceType: 'TARGET' };
    files[`${p}/RP.dcm`] = planFile(fractions, `1.2.3.7${p}`, {
      ...(rx && { DoseReferenceSequence: [{ ...prescribed, TargetPrescriptionDose: rx }] }),
    });
    return { dose: `${p}/RD.dcm`, plan: `${p}/RP.dcm` };
  });
  const courses = [{ name: 'A', role: 'planned', phases: written, ...(targets && { targets }) }];
  const constraints = ['single-course-esophagus'];
  const caseFile = { isoeffectCase: 1, structures: 'RS.dcm', robustness: false, courses, constraints };
  const result = await assess(await loaded(caseFile, files));
  const goal = result.organs.find(({ roi }) => roi === 'SpinalCord')!.goals.find((each) => each.goal === 'Dmax < 50 Gy')!;
  const { value } = (goal.facts ?? {}) as { value?: number };
  return [goal.verdict, ...(value === undefined ? [] : [Number(value.toFixed(3))])];
}

const to = (doseGy: number): Targets => [{ roi: 'PTV', doseGy }];

describe('the dose per fraction that a source asks for', () => {
  it('is that of each phase, and not their average', async () => {
    // 56 Gy in 28 are 2 Gy on the average of these, and 10 and 1.4 Gy in fact.
    const uneven = [
      { doseGy: 20, fractions: 2 },
      { doseGy: 36, fractions: 26 },
    ];
    expect(await verdictOf(uneven, to(56))).toEqual(['not applicable', 1.38]);
    expect(await verdictOf(uneven.toReversed(), to(56))).toEqual(['not applicable', 1.38]);
    const hypo = [
      { doseGy: 50.4, fractions: 28 },
      { doseGy: 9, fractions: 3 },
    ];
    expect(await verdictOf(hypo, to(59.4))).toEqual(['not applicable', 3]);
    // 25 Gy in 12 are 2.083 Gy, whatever the other phase has.
    const slightly = [
      { doseGy: 25, fractions: 12 },
      { doseGy: 31, fractions: 16 },
    ];
    expect(await verdictOf(slightly, to(56))).toEqual(['not applicable', 2.08]);
  });

  it('is met by phases that each give it, where the dose is that of the prescription but for a few per cent', async () => {
    const even = [
      { doseGy: 36.6, fractions: 18 },
      { doseGy: 20, fractions: 10 },
    ];
    expect(await verdictOf(even, to(56))).toEqual(['met']);
    const mixed = [
      { doseGy: 45.9, fractions: 25 },
      { doseGy: 10.2, fractions: 5 },
    ];
    expect(await verdictOf(mixed, to(55))).toEqual(['met']);
  });

  it('is of the targets that a phase treats: a boost that follows gives the first target nothing', async () => {
    const levels = [...to(45), { roi: 'PTV_boost', doseGy: 50.4 }];
    const first = { doseGy: 45, fractions: 25 };
    expect(await verdictOf([first, { doseGy: 5.4, fractions: 3, isBoost: true }], levels)).toEqual(['met']);
    expect(await verdictOf([first, { doseGy: 5.4, fractions: 1, isBoost: true }], levels)).toEqual(['not applicable', 5.4]);
  });

  it('is what the phase’s plan prescribes, where the dose bears that out', async () => {
    const measured = [
      { doseGy: 47, fractions: 23, written: 46 },
      { doseGy: 10.3, fractions: 5, written: 10 },
    ];
    expect(await verdictOf(measured, to(56))).toEqual(['met']);
    // Each plan names what both give together.
    expect(
      await verdictOf(
        measured.map((phase) => ({ ...phase, written: 56 })),
        to(56),
      ),
    ).toEqual(['met']);
    const uneven = [
      { doseGy: 25, fractions: 12, written: 25 },
      { doseGy: 31, fractions: 16, written: 31 },
    ];
    expect(await verdictOf(uneven, to(56))).toEqual(['not applicable', 2.083]);
  });

  it('is told by the grid where the one level is not drawn, and is not known without a prescription or of several', async () => {
    const uneven = [
      { doseGy: 20, fractions: 2 },
      { doseGy: 36, fractions: 26 },
    ];
    expect(await verdictOf(uneven, [{ roi: 'elsewhere', doseGy: 56 }], [CORD])).toEqual(['not applicable', 1.38]);
    expect(await verdictOf(uneven, undefined)).toEqual(['not evaluable']);
    const several = [
      { roi: 'elsewhere', doseGy: 50 },
      { roi: 'another', doseGy: 56 },
    ];
    expect(await verdictOf(uneven, several, [CORD])).toEqual(['not evaluable']);
  });
});
