import { describe, expect, it } from 'vitest';
import type { Prescription } from '../../src/dicom/rt-plan';
import type { RtStructureSet } from '../../src/dicom/rt-structure-set';
import { proposeTargets } from '../../src/inspection/propose-targets';
import { group, plan } from '../study/objects';

const structures = (...rois: [number, string][]): RtStructureSet => ({
  ...plan(),
  kind: 'structures',
  label: '',
  rois: rois.map(([number, name]) => ({ number, name, contours: [] })),
  referencedFrames: [],
});
const SET = structures([3, 'PTV'], [4, 'Boost'], [5, 'Node'], [6, 'Node']);
const of = (roiNumber: number | undefined, doseGy: number | undefined, type = 'TARGET'): Prescription => ({
  ...(roiNumber !== undefined && { roiNumber }),
  ...(doseGy !== undefined && { doseGy }),
  type,
  description: '',
});
const phase = (...prescriptions: Prescription[]) => ({ plan: plan({ prescriptions }), structures: undefined });
const beams = (fractions: number, dosesGy: number[]) => ({
  ...group(
    1,
    fractions,
    dosesGy.map((_, n) => n),
  ),
  beamDosesGy: dosesGy,
});

describe('targets of a course', () => {
  it('are those whose ROI the structure set has; others are told with the reason', () => {
    const made = proposeTargets([phase(of(3, 50.4), of(9, 45), of(undefined, 50), of(4, 0), of(3, 20, 'ORGAN_AT_RISK'))], SET);
    expect(made).toEqual({
      targets: [{ roi: 'PTV', doseGy: 50.4 }],
      open: [],
      left: [
        { doseGy: 45, roiNumber: 9, why: 'not-in-structures' },
        { doseGy: 50, why: 'no-roi' },
        { doseGy: 0, roiNumber: 4, why: 'no-dose' },
      ],
    });
  });

  it('a reference without dose beside one with dose says nothing', () => {
    expect(proposeTargets([phase(of(3, 0), of(3, 50.4), of(3, undefined))], SET)).toEqual({
      targets: [{ roi: 'PTV', doseGy: 50.4 }],
      open: [],
      left: [],
    });
  });

  it('have the total of their ROI over the phases', () => {
    const { targets } = proposeTargets([phase(of(3, 50.4)), phase(of(3, 9))], SET);
    expect(targets).toEqual([{ roi: 'PTV', doseGy: 59.4, partsGy: [50.4, 9] }]);
  });

  it('one plan that is there for two phases prescribes once', () => {
    const one = phase(of(3, 50.4));
    expect(proposeTargets([one, { ...one }], SET).targets).toEqual([{ roi: 'PTV', doseGy: 50.4 }]);
  });

  it('a volume that only the boost prescribes to is asked for: what it had before is not told', () => {
    const { targets, open } = proposeTargets([phase(of(3, 50.4)), phase(of(4, 9))], SET);
    expect(targets).toEqual([{ roi: 'PTV', doseGy: 50.4 }]);
    expect(open).toEqual([{ roi: 'Boost', dosesGy: [9] }]);
  });

  it('are asked for where the references of a plan do not tell, and beam doses answer', () => {
    const twice = phase(of(3, 50.4), of(3, 50.4));
    expect(proposeTargets([twice], SET)).toEqual({ targets: [], open: [{ roi: 'PTV', dosesGy: [50.4, 50.4] }], left: [] });
    const told = { ...twice, plan: { ...twice.plan, fractionGroups: [beams(28, [0.9, 0.9])] } };
    expect(proposeTargets([told], SET).targets).toEqual([{ roi: 'PTV', doseGy: 50.4 }]);
  });

  it('are named with their number where others have their name', () => {
    expect(proposeTargets([phase(of(6, 60))], SET).targets).toEqual([{ roi: 'Node#6', doseGy: 60 }]);
  });

  it('are found by name where the phase has a structure set of its own', () => {
    const own = structures([30, 'PTV'], [3, 'Heart']);
    const { targets, left } = proposeTargets([{ ...phase(of(30, 50.4), of(3, 20)), structures: own }], SET);
    expect(targets).toEqual([{ roi: 'PTV', doseGy: 50.4 }]);
    expect(left).toEqual([{ doseGy: 20, roiNumber: 3, why: 'not-in-structures' }]);
  });
});
