import type { DicomHeader } from '../../src/dicom/dicom-header';
import type { DoseHeader, RtDose } from '../../src/dicom/rt-dose';
import type { FractionGroup, RtPlan } from '../../src/dicom/rt-plan';

/* Objects as the reader gives them, with what a test does not care about filled in. */

const header = (file: string): DicomHeader => ({
  file,
  sopClassUid: '',
  sopInstanceUid: `uid of ${file}`,
  transferSyntaxUid: '1.2.840.10008.1.2',
  modality: '',
  patient: { id: '1', name: 'A^B', birthDate: '19500101' },
  studyInstanceUid: '1.1',
  seriesInstanceUid: '1.1.1',
  frameOfReferenceUid: '1.9',
  findings: [],
});

export const dose = (changes: Partial<RtDose> = {}): RtDose => ({
  ...header('RD.dcm'),
  kind: 'dose',
  columns: 2,
  rows: 2,
  frames: 1,
  imagePositionMm: [0, 0, 0],
  imageOrientation: [1, 0, 0, 0, 1, 0],
  rowSpacingMm: 2,
  columnSpacingMm: 2,
  gridFrameOffsetsMm: Float64Array.of(0),
  doseUnits: 'GY',
  doseType: 'PHYSICAL',
  doseSummationType: 'PLAN',
  doseGridScaling: 0.01,
  pixels: Uint16Array.of(0, 1000, 2000, 5040),
  referencedPlans: [{ sopInstanceUid: 'uid of RP.dcm', fractionGroups: [] }],
  tpsDvhs: [],
  ...changes,
});

export const group = (number: number, fractions: number | undefined, beamNumbers: readonly number[] = [1, 2]): FractionGroup => ({
  number,
  fractionsPlanned: fractions,
  fractionsPlannedText: fractions === undefined ? '' : String(fractions),
  beamNumbers,
  beamDosesGy: beamNumbers.map(() => undefined),
  brachySetups: 0,
});

export const plan = (changes: Partial<RtPlan> = {}): RtPlan => ({
  ...header('RP.dcm'),
  kind: 'plan',
  label: 'dCRT',
  approvalStatus: 'APPROVED',
  fractionGroups: [group(1, 28)],
  beams: [1, 2, 3].map((number) => ({
    number,
    name: `B${number}`,
    type: 'STATIC',
    radiationType: 'PHOTON',
    treatmentDeliveryType: number === 3 ? 'SETUP' : 'TREATMENT',
  })),
  prescriptions: [],
  referencedDoseUids: [],
  ...changes,
});

/** A beam's dose of `plan()`. */
export const beamDose = (number: number, changes: Partial<RtDose> = {}): RtDose =>
  dose({
    file: `RD${number}.dcm`,
    sopInstanceUid: `uid of beam ${number}`,
    doseSummationType: 'BEAM',
    referencedPlans: [{ sopInstanceUid: 'uid of RP.dcm', fractionGroups: [{ number: 1, beamNumbers: [number] }] }],
    ...changes,
  });

/** The error that a call throws, for looking at its parts. */
export function errorOf(call: () => unknown): Error {
  try {
    call();
  } catch (error) {
    return error as Error;
  }
  throw new Error('nothing was thrown');
}

export const headerOf = ({ pixels: _, ...rest }: RtDose): DoseHeader => rest;
