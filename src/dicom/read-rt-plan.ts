import { makeFinding } from '../findings/finding';
import type { DataSet } from './data-set';
import { readDate } from './date';
import { LARGEST_INTEGER } from './decimal-string';
import type { DicomHeader } from './dicom-header';
import { fractionPattern } from './fraction-pattern';
import { passedOver } from './passed-over';
import { given } from './read-header';
import type { Beam, Brachytherapy, FractionGroup, Prescription, RtPlan } from './rt-plan';
import type { Keyword } from './tag';

function required(item: DataSet, keyword: Keyword, what: string): number {
  const value = item.integer(keyword);
  if (value === undefined) throw item.refuse(keyword, 'nothing', what);
  return value;
}

function readFractionGroup(group: DataSet): FractionGroup {
  const fractionsPlannedText = group.ascii('NumberOfFractionsPlanned');
  const fractions = /^\+?\d+(\.0*)?$/.test(fractionsPlannedText) ? Number(fractionsPlannedText) : 0;
  const beams = group.items('ReferencedBeamSequence').filter((beam) => beam.element('ReferencedBeamNumber'));
  return {
    number: required(group, 'FractionGroupNumber', 'the number of the fraction group'),
    fractionsPlanned: fractions >= 1 && fractions <= LARGEST_INTEGER ? fractions : undefined,
    fractionsPlannedText,
    ...given('pattern', patternOf(group)),
    beamNumbers: beams.map((beam) => required(beam, 'ReferencedBeamNumber', 'a beam of the plan')),
    beamDosesGy: beams.map((beam) => passedOver(beam, () => beam.decimal('BeamDose'))),
    ...given('beamPointsMm', pointsOf(beams)),
    brachySetups: group.integer('NumberOfBrachyApplicationSetups') ?? 0,
    ...given('brachyDosesGy', brachyDosesOf(group)),
  };
}

const patternOf = (group: DataSet): FractionGroup['pattern'] =>
  fractionPattern({
    digitsPerDay: passedOver(group, () => group.integer('NumberOfFractionPatternDigitsPerDay')),
    weeks: passedOver(group, () => group.integer('RepeatFractionCycleLength')),
    written: group.ascii('FractionPattern'),
  });

function pointsOf(beams: readonly DataSet[]): FractionGroup['beamPointsMm'] {
  const points = beams.map((beam) => passedOver(beam, () => beam.decimals('BeamDoseSpecificationPoint')));
  if (points.every((point) => point === undefined)) return undefined;
  return points.map((point) => (point?.length === 3 ? [point[0], point[1], point[2]] : undefined));
}

function brachyDosesOf(group: DataSet): readonly number[] | undefined {
  const setups = group.items('ReferencedBrachyApplicationSetupSequence');
  const doses = setups.flatMap((setup) => passedOver(setup, () => setup.decimal('BrachyApplicationSetupDose')) ?? []);
  return doses.length > 0 ? doses : undefined;
}

/** A plan is of brachytherapy where it names a dose rate, or has application setups at all. */
function readBrachytherapy(data: DataSet, groups: readonly FractionGroup[]): Brachytherapy | undefined {
  const treatmentType = data.code('BrachyTreatmentType');
  const setups = data.items('ApplicationSetupSequence');
  const isBrachy = treatmentType !== '' || setups.length > 0 || groups.some(({ brachySetups }) => brachySetups > 0);
  if (!isBrachy) return undefined;
  const isotopes = data.items('SourceSequence').map((source) => source.text('SourceIsotopeName'));
  return {
    treatmentType,
    technique: data.code('BrachyTreatmentTechnique'),
    isotopes: [...new Set(isotopes.filter((isotope) => isotope !== ''))],
  };
}

function readBeam(beam: DataSet): Beam {
  return {
    number: required(beam, 'BeamNumber', 'the number of the beam'),
    name: beam.text('BeamName'),
    type: beam.code('BeamType'),
    radiationType: beam.code('RadiationType'),
    treatmentDeliveryType: beam.code('TreatmentDeliveryType'),
    ...given(
      'massNumber',
      passedOver(beam, () => beam.integer('RadiationMassNumber')),
    ),
  };
}

function readPrescription(reference: DataSet): Prescription {
  const type = reference.code('DoseReferenceType');
  const keyword = type === 'ORGAN_AT_RISK' ? 'OrganAtRiskMaximumDose' : 'TargetPrescriptionDose';
  const doseGy = passedOver(reference, () => reference.decimal(keyword));
  return {
    ...given(
      'roiNumber',
      passedOver(reference, () => reference.integer('ReferencedROINumber')),
    ),
    ...given('doseGy', doseGy),
    description: reference.text('DoseReferenceDescription'),
    type,
    ...given('structureType', reference.code('DoseReferenceStructureType')),
  };
}

const referencedUids = (items: readonly DataSet[]) =>
  items.map((item) => item.ascii('ReferencedSOPInstanceUID')).filter((uid) => uid !== '');

/** A plan that was cut off between two of its sequences reads like one without fractions or beams: that is said. */
function reportMissing(data: DataSet, groups: readonly FractionGroup[], beams: readonly Beam[]): void {
  const { findings, file } = data;
  if (groups.length === 0) findings.push(makeFinding('plan-without-fractions', 'warning', {}, { file }));
  const known = new Set(beams.map(({ number }) => number));
  const missing = groups.flatMap(({ beamNumbers }) => beamNumbers).filter((number) => !known.has(number));
  if (missing.length > 0) findings.push(makeFinding('plan-beams-missing', 'warning', { beams: missing }, { file }));
}

/**
 * Reads an RT Plan or RT Ion Plan (PS3.3 A.20.3, A.49.3). Fractions that are missing or no whole number are kept as
 * written: they are refused where they are needed, not where a plan is merely looked at.
 * A beam without a number, and a dose that is none, are told and left out.
 * @throws InputError on a fraction group without a number.
 */
export function readRtPlan(data: DataSet, header: DicomHeader): RtPlan {
  const groups = data.items('FractionGroupSequence');
  const doses = [...data.items('ReferencedDoseSequence'), ...groups.flatMap((group) => group.items('ReferencedDoseSequence'))];
  const fractionGroups = groups.map(readFractionGroup);
  const beams = [...data.items('BeamSequence'), ...data.items('IonBeamSequence')].flatMap(
    (beam) => passedOver(beam, () => readBeam(beam)) ?? [],
  );
  reportMissing(data, fractionGroups, beams);
  return {
    ...header,
    kind: 'plan',
    label: data.text('RTPlanLabel', 'SH'),
    ...given('date', readDate(data, 'RTPlanDate')),
    approvalStatus: data.code('ApprovalStatus'),
    ...given('intent', data.code('PlanIntent')),
    fractionGroups,
    beams,
    prescriptions: data.items('DoseReferenceSequence').map(readPrescription),
    ...given('brachytherapy', readBrachytherapy(data, fractionGroups)),
    ...given('referencedStructureSetUid', data.items('ReferencedStructureSetSequence')[0]?.ascii('ReferencedSOPInstanceUID')),
    referencedDoseUids: [...new Set(referencedUids(doses))],
  };
}
