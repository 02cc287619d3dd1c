import { describe, expect, it } from 'vitest';
import { radiationKind } from '../../src/study/radiation-kind';
import type { Fields } from '../dicom/objects';
import { read } from '../dicom/objects';
import { fractionGroup, rtPlan } from '../dicom/samples';

const beam = (RadiationType: string | undefined, more: Fields = {}): Fields => ({
  BeamNumber: 1,
  BeamName: 'b',
  RadiationType,
  TreatmentDeliveryType: 'TREATMENT',
  ...more,
});
const kind = (changes: Fields) => radiationKind(read('plan', rtPlan(changes)));
const ions = (...beams: Fields[]): Fields => ({
  SOPClassUID: '1.2.840.10008.5.1.4.1.1.481.8',
  BeamSequence: undefined,
  IonBeamSequence: beams,
});

describe('radiationKind', () => {
  it.each<[string, Fields]>([
    ['photon', {}],
    ['photon + electron', { BeamSequence: [beam('PHOTON'), beam('ELECTRON')] }],
    ['proton', ions(beam('PROTON'))],
    ['proton', ions(beam('ION', { RadiationMassNumber: 1 }))],
    ['carbon ion', ions(beam('ION', { RadiationMassNumber: 12 }))],
    ['ion', ions(beam(undefined))],
    ['unknown', { BeamSequence: [beam(undefined)] }],
    ['brachytherapy LDR', { BeamSequence: undefined, BrachyTreatmentType: 'LDR' }],
    ['brachytherapy', { BeamSequence: undefined, ApplicationSetupSequence: [{}] }],
  ])('says %s', (expected, changes) => {
    expect(kind(changes)).toBe(expected);
  });

  it('tells brachytherapy by its fraction group alone, and reads sources and doses', () => {
    const group = fractionGroup({
      ReferencedBeamSequence: undefined,
      NumberOfBrachyApplicationSetups: 1,
      ReferencedBrachyApplicationSetupSequence: [{ BrachyApplicationSetupDose: 7 }, { BrachyApplicationSetupDose: 5.5 }],
    });
    const plan = read(
      'plan',
      rtPlan({
        BeamSequence: undefined,
        FractionGroupSequence: [group],
        BrachyTreatmentTechnique: 'INTERSTITIAL',
        SourceSequence: [{ SourceIsotopeName: 'Ir-192' }, { SourceIsotopeName: 'Ir-192' }],
      }),
    );
    expect(radiationKind(plan)).toBe('brachytherapy');
    expect(plan.brachytherapy).toEqual({ treatmentType: '', technique: 'INTERSTITIAL', isotopes: ['Ir-192'] });
    expect(plan.fractionGroups[0].brachyDosesGy).toEqual([7, 5.5]);
  });
});
