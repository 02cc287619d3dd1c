import { describe, expect, test } from 'vitest';
import { type Fields, read, refusal } from './objects';
import { fractionGroup, rtPlan } from './samples';

const fractionsOf = (NumberOfFractionsPlanned: Fields[string]) => {
  const plan = read('plan', rtPlan({ FractionGroupSequence: [fractionGroup({ NumberOfFractionsPlanned })] }));
  const [{ fractionsPlanned, fractionsPlannedText }] = plan.fractionGroups;
  return [fractionsPlanned, fractionsPlannedText];
};

describe('a plan', () => {
  test('is read whole', () => {
    expect(read('plan', rtPlan())).toMatchObject({
      label: 'oesophagus',
      date: '20240202',
      approvalStatus: 'APPROVED',
      intent: 'CURATIVE',
      fractionGroups: [
        {
          number: 1,
          fractionsPlanned: 28,
          fractionsPlannedText: '28',
          beamNumbers: [1, 2],
          beamDosesGy: [1.25, undefined],
          brachySetups: 0,
        },
      ],
      beams: [
        { number: 1, name: 'arc', type: 'DYNAMIC', radiationType: 'PHOTON', treatmentDeliveryType: 'TREATMENT' },
        { number: 2, name: 'kV', treatmentDeliveryType: 'SETUP' },
      ],
      prescriptions: [
        { roiNumber: 4, doseGy: 50.4, description: 'PTV', type: 'TARGET' },
        { doseGy: 45, description: '', type: 'ORGAN_AT_RISK' },
      ],
      referencedStructureSetUid: '1.2.3.40',
      referencedDoseUids: ['1.2.3.30'],
      findings: [],
    });
  });

  test('of ions has its beams in the ion beam sequence', () => {
    const { BeamSequence } = rtPlan();
    const ion = { SOPClassUID: '1.2.840.10008.5.1.4.1.1.481.8', IonBeamSequence: BeamSequence, BeamSequence: undefined };
    expect(read('plan', rtPlan(ion)).beams.map(({ name }) => name)).toEqual(['arc', 'kV']);
  });

  test('names doses at its top and in its fraction groups, each once', () => {
    const groups = [
      fractionGroup({ ReferencedDoseSequence: ['1.1', '1.2.3.30'].map((uid) => ({ ReferencedSOPInstanceUID: uid })) }),
    ];
    expect(read('plan', rtPlan({ FractionGroupSequence: groups })).referencedDoseUids).toEqual(['1.2.3.30', '1.1']);
  });

  test.each(['9'.repeat(400), '2147483648'])('takes %s, more than its text may say, for no number of fractions', (text) => {
    const groups = [fractionGroup({ NumberOfFractionsPlanned: text })];
    expect(read('plan', rtPlan({ FractionGroupSequence: groups })).fractionGroups).toMatchObject([
      { fractionsPlanned: undefined, fractionsPlannedText: text },
    ]);
  });

  test('refuses a beam number that no integer string can say', () => {
    const beams = { ReferencedBeamSequence: [{ ReferencedBeamNumber: 2147483648 }] };
    expect(refusal(rtPlan({ FractionGroupSequence: [fractionGroup(beams)] })).message).toBe(
      'course/object.dcm: (300C,0006) ReferencedBeamNumber: found 2147483648; needed a whole number of at most 2147483647',
    );
  });

  test('passes over a dose of a beam that no treatment has', () => {
    const beams = { ReferencedBeamSequence: [{ BeamDose: '1E300', ReferencedBeamNumber: 1 }] };
    const plan = read('plan', rtPlan({ FractionGroupSequence: [fractionGroup(beams)] }));
    expect(plan.fractionGroups[0].beamDosesGy).toEqual([undefined]);
    expect(plan.findings).toMatchObject([{ code: 'value-passed-over' }]);
  });

  test('keeps every fraction group in its order', () => {
    const groups = [
      fractionGroup({ FractionGroupNumber: 2, NumberOfFractionsPlanned: 8 }),
      fractionGroup({ NumberOfBrachyApplicationSetups: 3, ReferencedBeamSequence: [] }),
    ];
    expect(read('plan', rtPlan({ FractionGroupSequence: groups })).fractionGroups).toMatchObject([
      { number: 2, fractionsPlanned: 8, brachySetups: 0, beamNumbers: [1, 2] },
      { number: 1, fractionsPlanned: 28, brachySetups: 3, beamNumbers: [] },
    ]);
  });
});

describe('NumberOfFractionsPlanned', () => {
  test.each<[string, Fields[string], number | undefined, string]>([
    ['a number', 28, 28, '28'],
    ['with spaces', ' 28 ', 28, '28'],
    ['with a plus', '+28', 28, '+28'],
    ['missing', undefined, undefined, ''],
    ['empty', '', undefined, ''],
    ['no whole number', '28.5', undefined, '28.5'],
    ['zero', 0, undefined, '0'],
    ['below zero', -28, undefined, '-28'],
    ['a list', '28\\5', undefined, '28\\5'],
    ['a word', 'many', undefined, 'many'],
  ])('%s is never rounded or assumed', (_, given, number, text) => {
    expect(fractionsOf(given)).toEqual([number, text]);
  });
});

describe('a plan that is not whole', () => {
  test.each<[string, Fields, string]>([
    ['no fraction groups', { FractionGroupSequence: undefined }, 'plan-without-fractions'],
    ['no beams', { BeamSequence: undefined }, 'plan-beams-missing'],
  ])('%s is told', (_, differs, code) => {
    expect(read('plan', rtPlan(differs)).findings).toMatchObject([{ code, severity: 'warning', file: 'course/object.dcm' }]);
  });

  test.each<[string, Fields, string, string]>([
    [
      'a fraction group without number',
      { FractionGroupSequence: [fractionGroup({ FractionGroupNumber: undefined })] },
      '(300A,0071) FractionGroupNumber',
      'found nothing',
    ],
  ])('%s is refused', (_, differs, where, text) => {
    const error = refusal(rtPlan(differs));
    expect(error).toMatchObject({ file: 'course/object.dcm', where });
    expect(error.message).toContain(text);
  });

  test.each<[string, Fields, string, string]>([
    ['a beam without number', { BeamSequence: [{ BeamName: 'arc' }] }, '(300A,00C0) BeamNumber', 'nothing'],
    [
      'a dose that is no number',
      { DoseReferenceSequence: [{ DoseReferenceType: 'TARGET', TargetPrescriptionDose: '50.4 Gy' }] },
      '(300A,0026) TargetPrescriptionDose',
      '"50.4 Gy" as value 1',
    ],
    [
      'a beam dose that is no number',
      { FractionGroupSequence: [fractionGroup({ ReferencedBeamSequence: [{ BeamDose: 'NaN', ReferencedBeamNumber: 1 }] })] },
      '(300A,0084) BeamDose',
      '"NaN" as value 1',
    ],
    [
      'an empty beam beside whole ones',
      { BeamSequence: [{}, { BeamNumber: 1 }, { BeamNumber: 2 }] },
      '(300A,00C0) BeamNumber',
      'nothing',
    ],
  ])('%s is told and passed over', (_, differs, where, found) => {
    const plan = read('plan', rtPlan(differs));
    expect(plan.findings).toContainEqual(
      expect.objectContaining({ code: 'value-passed-over', severity: 'warning', facts: { where, found } }),
    );
    expect([plan.label, plan.fractionGroups[0].fractionsPlanned]).toEqual(['oesophagus', 28]);
  });

  test('a whole number of fractions with decimals is one', () => {
    expect(fractionsOf('28.0')).toEqual([28, '28.0']);
    expect(fractionsOf('28.')).toEqual([28, '28.']);
    expect(fractionsOf('28.5')).toEqual([undefined, '28.5']);
  });
});
