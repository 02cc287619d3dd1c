import { circle } from './analytic/bodies';
import { PLANNED, PRIOR } from './case/written-case';
import type { Fields } from './dicom/objects';
import { contour, ct, matrixItem, registration, registrationItem, rtDose, rtPlan, rtStruct } from './dicom/samples';

/*
 * Two small courses in files, as fields, so that any text of any of them may be another: a prior and a planned dose of
 * 50 Gy with their plans, an anatomy of three organs, a registration, two slices of CT and a treatment record.
 */

export const ORGANS = ['SpinalCord', 'Lungs', 'Esophagus'] as const;

const PLANES = [-9, -6, -3, 0, 3, 6, 9];
const dose = (uid: string, frame: string, plan: string): Fields => {
  const [columns, rows, frames] = [13, 13, 9];
  return rtDose({
    SOPInstanceUID: uid,
    FrameOfReferenceUID: frame,
    ImagePositionPatient: [-54, -54, -36],
    Rows: rows,
    Columns: columns,
    NumberOfFrames: frames,
    PixelSpacing: [9, 9],
    GridFrameOffsetVector: Array.from({ length: frames }, (_, k) => 9 * k),
    BitsAllocated: 32,
    BitsStored: 32,
    HighBit: 31,
    DoseGridScaling: '1e-2',
    ReferencedRTPlanSequence: [{ ReferencedSOPInstanceUID: plan }],
    ReferencedStructureSetSequence: undefined,
    PixelData: Uint32Array.from({ length: columns * rows * frames }, (_, n) => 4000 + (n % columns) * 250),
  });
};

const plan = (uid: string): Fields => rtPlan({ SOPInstanceUID: uid, ReferencedDoseSequence: undefined });

const ROIS = [
  { name: 'SpinalCord', x: 0, y: 30 },
  { name: 'Lungs', x: -30, y: 0 },
  { name: 'Esophagus', x: 10, y: 0 },
];
const structures: Fields = rtStruct({
  ReferencedFrameOfReferenceSequence: [{ FrameOfReferenceUID: PLANNED }],
  StructureSetROISequence: ROIS.map(({ name }, n) => ({
    ROINumber: n + 1,
    ReferencedFrameOfReferenceUID: PLANNED,
    ROIName: name,
    ROIGenerationDescription: 'drawn',
    ROIGenerationAlgorithm: 'MANUAL',
  })),
  ROIContourSequence: ROIS.map(({ x, y }, n) => ({
    ROIDisplayColor: [255, 0, 0],
    ContourSequence: PLANES.map((z) =>
      contour(
        circle(x, y, 6).flatMap(([u, v]) => [Number(u.toFixed(2)), Number(v.toFixed(2)), z]),
        { ContourImageSequence: undefined },
      ),
    ),
    ReferencedROINumber: n + 1,
  })),
  RTROIObservationsSequence: ROIS.map((_, n) => ({ ReferencedROINumber: n + 1, RTROIInterpretedType: 'ORGAN' })),
});

const slice = (n: number): Fields =>
  ct({
    SOPInstanceUID: `1.2.3.71.${n}`,
    SeriesInstanceUID: '1.2.3.70',
    SeriesDescription: 'thorax',
    StudyDescription: 'planning',
    FrameOfReferenceUID: PLANNED,
    ImagePositionPatient: [-100, -200, 2 * n],
  });

const record: Fields = {
  ...ct(),
  SOPClassUID: '1.2.840.10008.5.1.4.1.1.481.4',
  SOPInstanceUID: '1.2.3.90',
  Modality: 'RTRECORD',
  PixelData: undefined,
};

/** Every file of the study by its name. */
export const OBJECTS: Readonly<Record<string, Fields>> = {
  'plan/RD.dcm': dose('1.2.3.30', PLANNED, '1.2.3.60'),
  'plan/RP.dcm': plan('1.2.3.60'),
  'plan/RS.dcm': structures,
  'plan/CT1.dcm': slice(0),
  'plan/CT2.dcm': slice(1),
  'plan/RT.dcm': record,
  'prior/RD.dcm': dose('1.2.3.31', PRIOR, '1.2.3.61'),
  'prior/RP.dcm': plan('1.2.3.61'),
  'reg/REG.dcm': registration({
    FrameOfReferenceUID: PLANNED,
    RegistrationSequence: [registrationItem(PRIOR, [matrixItem([1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1])])],
  }),
};

/** A case of these files in which every field that a person may fill in freely is filled in. */
export const CASE = {
  isoeffectCase: 1,
  title: 'case',
  courses: [
    {
      name: 'first',
      role: 'prior',
      started: '2022-01-24',
      completed: '2022-03-04',
      phases: [{ name: 'phase', dose: 'prior/RD.dcm', plan: 'prior/RP.dcm' }],
      landmarks: [1, 2, 3].map((n) => ({
        name: `mark ${n}`,
        onAnatomyMm: [10 * n, n * n, n === 3 ? 30 : 0],
        onCourseMm: [10 * n, n * n, n === 3 ? 30 : 0],
      })),
    },
    {
      name: 'second',
      role: 'planned',
      starts: '2023-06-01',
      concurrentChemotherapy: 'no',
      phases: [{ dose: ['plan/RD.dcm'], plan: 'plan/RP.dcm' }],
      targets: [{ roi: 'Esophagus', doseGy: 50 }],
    },
  ],
  structures: 'plan/RS.dcm',
  derived: { Around: 'Esophagus + SpinalCord' },
  registrations: [{ file: 'reg/REG.dcm', accepted: { by: 'Doe', on: '2024-02-01', note: 'looked at' } }],
  organs: {
    SpinalCord: { organ: 'SpinalCord', alphaBetaGy: 2.5, alphaBetaSource: 'own' },
    Lungs: { organ: 'Lungs' },
    Esophagus: { organ: 'Esophagus' },
    Around: { alphaBetaGy: 3 },
  },
  metrics: ['D1cc'],
  constraints: ['own.json', { organ: 'SpinalCord', goal: 'Dmax <= 30 Gy', source: 'a paper', note: 'mind' }],
  robustness: false,
  required: ['Heart'],
  absent: { Heart: { by: 'Doe', on: '2024-02-01', why: 'resected' } },
  answers: [{ code: 'dose-not-checked', course: 'first', by: 'Doe', on: '2024-02-01', why: 'seen' }],
  samePatient: { of: [{ id: 'P-1', name: 'Doe^Jane' }], by: 'Doe', on: '2024-02-01', why: 'one person' },
  guesses: [{ field: 'title', code: 'own', message: 'guessed', facts: { of: 'this' } }],
  writtenBy: 'isoeffect 0.0.1',
} as const;

/** A table of goals of a user's own. */
export const TABLE = {
  name: 'own',
  title: 'own table',
  version: '1',
  description: 'limits',
  opinionNote: 'by us',
  goals: [
    {
      organ: 'SpinalCord',
      goal: 'D0.03cc <= 45 Gy',
      quantity: 'eqd2',
      scope: 'cumulative',
      mandatory: true,
      alphaBetaGy: 2,
      alphaBetaNote: 'theirs',
      recovery: 'none',
      source: 'a paper',
      evidence: 'seen',
      note: 'mind',
    },
  ],
} as const;
