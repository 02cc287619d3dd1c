import { writeDeformation } from '../../src/registration/deformation-text';
import { PLANNED, PRIOR } from '../case/written-case';
import { APART_MM, PRIOR_TO_PLANNED } from './base-study';

/* Cases of the files of the study: between them they have nearly every field that a case may have. */

const BY = { by: 'Doe', on: '2024-02-01' };
const WORD = { ...BY, why: 'seen in the record' };
const RESECTED = { Lungs: WORD, Esophagus: WORD };
const cord = (goal: string, more: object = {}) => ({
  organ: 'SpinalCord',
  goal,
  source: 'a paper',
  mandatory: true,
  ...more,
});
const GOALS = [cord('Dmax <= 50 Gy', { alphaBetaGy: 2 }), cord('V20Gy[cc] < 5 cc', { scope: 'prior', quantity: 'physical' })];

const prior = {
  name: 'first',
  role: 'prior',
  started: '2022-01-24',
  completed: '2022-02-18',
  phases: [{ dose: 'prior/RD.dcm', plan: 'prior/RP.dcm' }],
  targets: [{ roi: 'PTV', doseGy: 40 }],
};
const planned = {
  name: 'second',
  role: 'planned',
  starts: '2023-06-01',
  concurrentChemotherapy: 'no',
  phases: [{ dose: 'plan/RD.dcm', plan: 'plan/RP.dcm' }],
  targets: [{ roi: 'PTV', doseGy: 30 }],
};
const plain = { isoeffectCase: 1, structures: 'plan/RS.dcm', absent: RESECTED, robustness: false };

/** Two courses and a rigid registration: what most cases are. */
const TWO_COURSES = {
  ...plain,
  courses: [prior, planned],
  registrations: [{ file: 'reg/rigid.dcm', accepted: { ...BY, note: 'looked at' } }],
  constraints: GOALS,
};

/** A prior course known from a record alone, and what a person may say about a phase, an organ and a goal. */
const RECORD = {
  ...plain,
  title: 'a record',
  uid: '2.25.1',
  courses: [
    {
      name: 'rec',
      role: 'prior',
      completed: '2020-05-04',
      phases: [
        {
          name: 'all',
          totalDoseGy: 30,
          fractions: 10,
          deliveredFractions: 9,
          hotSpotFactor: 1.07,
          organDoses: { SpinalCord: { Dmax: 20 } },
          organDosesAre: 'planned',
        },
      ],
      immunotherapy: 'unknown',
    },
    {
      ...planned,
      phases: [
        {
          dose: ['plan/RD.dcm'],
          fractions: 15,
          deliveredFractions: 14,
          fractionsPerDay: 2,
          hoursBetween: 6,
          doseShare: 1,
        },
      ],
    },
  ],
  derived: { Cord_PRV: 'expand(SpinalCord, 3 mm)', Rest: 'PTV - SpinalCord' },
  organs: {
    SpinalCord: { organ: 'SpinalCord', alphaBetaGy: 2.5, alphaBetaSource: 'own', recovery: 0.25 },
    PTV: {
      alphaBetaGy: 10,
      repairHalfTimeHours: 1.5,
    },
    Rest: { alphaBetaGy: 3, repairHalfTimeHours: 2 },
  },
  metrics: ['D1cc'],
  constraints: ['own.json'],
  outsideDoseGrid: 'zero',
  required: ['Heart'],
  absent: { ...RESECTED, Heart: WORD },
  answers: [{ code: 'dose-not-checked', course: 'rec', ...WORD }],
  samePatient: { of: [{ id: 'P-1', name: 'Doe^Jane', sex: 'F' }], ...WORD },
  guesses: [{ field: 'title', code: 'own', message: 'guessed', facts: { of: 'this' } }],
  writtenBy: 'isoeffect 0.0.1',
};

const DEFORMATION = writeDeformation({
  originMm: [-60, -60, -40],
  alongRow: [1, 0, 0],
  alongColumn: [0, 1, 0],
  normal: [0, 0, 1],
  spacingMm: [40, 40, 40],
  size: [4, 4, 3],
  displacementMm: new Float32Array(144),
});
const backwards = PRIOR_TO_PLANNED.map((value, n) => (n % 4 === 3 && n < 12 ? -APART_MM[(n - 3) / 4] : value));

/** A registration written out, landmarks, the course's own structures, all motions. */
const WRITTEN = {
  ...plain,
  robustness: { marginMm: 3, rotationDegrees: 2 },
  courses: [
    {
      ...prior,
      structures: 'prior/RS.dcm',
      landmarks: [1, 2, 3].map((n) => ({
        name: `mark ${n}`,
        onAnatomyMm: [10 * n, n * n, n === 3 ? 30 : 0],
        onCourseMm: [10 * n - 4, n * n + 2, n === 3 ? 30 : 0],
      })),
    },
    planned,
  ],
  registrations: [
    {
      from: PLANNED,
      to: PRIOR,
      matrix: backwards,
      deformation: DEFORMATION,
      method: 'written',
      note: 'from a sheet',
      accepted: BY,
    },
  ],
  constraints: 'reirradiation-thorax',
};

/** A deformable registration, which nobody has accepted. */
const DEFORMED = {
  ...plain,
  courses: [prior, planned],
  registrations: ['reg/deformable.dcm'],
  constraints: GOALS,
};

/** A course that is summed on its own contours, LQ-L and repopulation. */
const APART = {
  ...plain,
  courses: [
    { ...prior, structures: 'prior/RS.dcm', registration: 'none' },
    { ...planned, completed: '2023-07-14' },
  ],
  organs: {
    SpinalCord: { lqL: { transitionGyPerFraction: 6, gammaOverAlpha: 5 }, recovery: [0.25] },
    PTV: { alphaBetaGy: 10, repopulation: { dProlifGyPerDay: 0.7, kickOffDays: 28 } },
  },
  constraints: GOALS,
};

/** By name, with how often each is taken: what takes long is taken seldom. */
export const CASES: readonly { readonly of: object; readonly share: number; readonly dicom: readonly string[] }[] = [
  {
    of: TWO_COURSES,
    share: 0.73,
    dicom: ['plan/RD.dcm', 'plan/RP.dcm', 'plan/RS.dcm', 'prior/RD.dcm', 'prior/RP.dcm', 'reg/rigid.dcm'],
  },
  { of: RECORD, share: 0.12, dicom: ['plan/RD.dcm', 'plan/RP.dcm', 'plan/RS.dcm'] },
  { of: DEFORMED, share: 0.06, dicom: ['reg/deformable.dcm'] },
  { of: APART, share: 0.06, dicom: ['prior/RS.dcm', 'prior/RD.dcm', 'plan/RS.dcm'] },
  { of: WRITTEN, share: 0.03, dicom: ['prior/RS.dcm', 'plan/RD.dcm'] },
];

/** The table of a user's own that a case names. */
export const OWN_TABLE = {
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
    {
      organ: 'SpinalCord',
      goal: 'D1cc < 40 Gy',
      scope: 'planned',
      mandatory: false,
      quantity: 'bed',
      alphaBetaGy: 'organ',
      recovery: 'none',
      source: 'another',
      evidence: 'seen',
    },
  ],
} as const;
