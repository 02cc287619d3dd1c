import type { Assessment, OrganResult } from '../../src/evaluation/assessment';
import { makeFinding } from '../../src/findings/finding';
import { aorta, cord, esophagus, heart, lungs, plexus, trachea } from './fixture-organs';

/*
 * An assessment as a salvage re-irradiation of the oesophagus would give it (50.4 Gy in 28, then 50.4 / 58.8 Gy in 28):
 * cord and oesophagus exceeded, heart not evaluable, lungs, trachea and aorta met. Names are as nasty as files allow.
 */

const sha = (letter: string) => letter.repeat(64).replace(/(.{12})./, '$10');
const phase = (dose: string, letter: string) => ({
  dose,
  fractions: 28,
  sha256: sha(letter),
  files: [{ path: dose, sha256: sha(letter) }],
});

/** An assessment whose organs are all there. */
export type WholeAssessment = Omit<Assessment, 'organs'> & { readonly organs: readonly OrganResult[] };

export const fixture: WholeAssessment = {
  patient: { id: 'ESO-0042', name: 'Doe^Jane & <b>Co</b>=東京^花子', birthDate: '19500101', sex: 'F' },
  courses: [
    {
      name: 'dCRT 2022',
      role: 'prior',
      started: '2022-01-24',
      completed: '2022-03-04',
      phases: [phase('prior/RD.1.dcm', 'a')],
      registration: 'rigid registration reg/REG.dcm, planned to prior, read from the file and inverted',
    },
    {
      name: 'Salvage SIB',
      role: 'planned',
      started: '2023-06-01',
      phases: [phase('plan/RD.2.dcm', 'b')],
      registration: 'none needed: the same frame of reference',
    },
  ],
  registrations: [
    {
      course: 'dCRT 2022',
      type: 'rigid',
      direction: 'from points of the anatomy to points of the course',
      turnedDegrees: 3.2,
      links: [{ source: 'reg/REG.dcm', method: 'dicom', accepted: { by: 'a physicist', on: '2023-05-20' } }],
      isAccepted: true,
      quality: {
        organs: [
          {
            name: 'SpinalCord',
            plannedCc: 31.2,
            unknownShare: 0,
            foldedCells: 0,
            overlap: {
              dice: 0.914,
              priorCc: 29.8,
              priorCarriedCc: 29.8,
              centroidShiftMm: [0.3, -0.4, 0],
              centroidDistanceMm: 0.5,
              meanSurfaceDistanceMm: 0.62,
              hausdorff95Mm: 1.71,
              latticeMm: 0.5,
            },
          },
        ],
        landmarks: {
          pairs: [{ name: 'carina <b>', errorMm: 2.34 }],
          unknown: 0,
          all: { meanMm: 2.34, maxMm: 2.34, rootMeanSquareMm: 2.34 },
        },
        fields: [],
        affine: { determinant: 1 },
      },
    },
  ],
  monthsBetweenCourses: 14.9,
  intervals: [{ from: 'dCRT 2022', to: 'Salvage', months: 14.9 }],
  organs: [trachea, lungs, cord, heart, esophagus, aorta, plexus],
  overall: {
    mandatoryExceeded: 2,
    exceededOutsideTarget: 2,
    mandatoryNotEvaluable: 1,
    mandatoryMet: 8,
    registration: 'accepted',
  },
  findings: [
    makeFinding('dose-in-centigray', 'info', {}, { file: 'prior/RD.1.dcm' }),
    makeFinding(
      'dose-grid-does-not-cover-roi',
      'warning',
      { seenIn: 'case', roi: '=SUM(A1) Heart', coveredShare: 0.858, priorShare: 0.858, outside: 'unknown' },
      { roi: '=SUM(A1) Heart', file: 'prior/RD.1.dcm' },
    ),
    makeFinding('contours-not-parallel', 'error', { roi: '<i>Stomach</i>' }, { roi: 'Stomach' }),
  ],
  settings: {
    constraints: ['reirradiation-thorax', 'hytec-cord', 'umich-reirradiation'],
    constraintTitles: ['Thoracic re-irradiation, ARS composite limits', 'HyTEC, spinal cord re-irradiation'],
    outsideDoseGrid: 'unknown',
    plannedScale: 1,
    model: 'linear-quadratic, complete repair, no repopulation',
    interpolation: 'trilinear, of the physical dose, at the samples',
  },
  files: [
    { path: 'prior/RD.1.dcm', sha256: sha('a') },
    { path: 'plan/RD.2.dcm', sha256: sha('b') },
    { path: 'plan/RS.dcm', sha256: sha('c') },
    { path: 'reg/REG.dcm', sha256: sha('d') },
  ],
  notice: 'For research and independent checking. Not a cleared medical device: no clinical decision may rest on it alone.',
  version: '0.1.0',
};
