import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { PLANNED_ROIS, PRIOR_ROIS, PRIOR_TO_PLANNED, SOLIDS, type SolidName } from './anatomy';
import { outlinesOf } from './contours';
import { hounsfield } from './ct-picture';
import { type Series, type Study, uidOf } from './dicom-file';
import { interpolationError, requireCovered } from './dose-check';
import { FRACTIONS, plannedDose, priorDose } from './doses';
import { apply, hashNoise, type Rigid, STAYS, type Vec3 } from './math';
import { DISPLAY } from './organ-display';
import { depth } from './solid';
import { THORAX_CASE } from './thorax-case';
import { thoraxTruth } from './truth';
import { ctInstanceUids, type Grid, writeCt } from './write-ct';
import { writeDose } from './write-dose';
import { type PlanBeam, planUid, writePlan } from './write-plan';
import { writeRegistration } from './write-registration';
import { writeStructures } from './write-structures';

interface Course {
  readonly name: 'prior' | 'planned';
  readonly date: string;
  readonly description: string;
  /** From this course's frame of reference to the space of the anatomy, which is the planned patient's. */
  readonly toAnatomy: Rigid;
  readonly rois: readonly SolidName[];
  readonly tumour: SolidName;
  readonly targets: readonly { readonly name: SolidName; readonly doseGy: number }[];
  readonly beams: readonly PlanBeam[];
  readonly isocentre: Vec3;
  readonly ct: Grid;
  readonly dose: { readonly grid: Grid; readonly bits: 16 | 32; readonly scaling: number; readonly gyAt: (p: Vec3) => number };
}

const PRIOR: Course = {
  name: 'prior',
  date: '20220110',
  description: 'Thorax, chemoradiotherapy 2022',
  toAnatomy: PRIOR_TO_PLANNED,
  rois: PRIOR_ROIS,
  tumour: 'GTV_Recurrence',
  targets: [{ name: 'PTV', doseGy: 50.4 }],
  beams: [
    { name: 'AP', gantry: [0, 0], doseGy: 0.9 },
    { name: 'PA', gantry: [180, 180], doseGy: 0.9 },
  ],
  isocentre: [-0.3, 28, -19],
  ct: { origin: [-188, -118, -126], spacing: [2.6, 2.6, 3], size: [140, 102, 64] },
  dose: {
    grid: { origin: [-150, -82, -126], spacing: [2.5, 2.4, 3], size: [116, 80, 64] },
    bits: 16,
    scaling: 0.001,
    gyAt: priorDose,
  },
};

const PLANNED: Course = {
  name: 'planned',
  date: '20230515',
  description: 'Thorax, salvage re-irradiation 2023',
  toAnatomy: STAYS,
  rois: PLANNED_ROIS,
  tumour: 'GTV_Recurrence',
  targets: [
    { name: 'PTV_5040', doseGy: 50.4 },
    { name: 'PTV_5880', doseGy: 58.8 },
  ],
  beams: [
    { name: 'Arc 1', gantry: [181, 179], doseGy: 1.05 },
    { name: 'Arc 2', gantry: [179, 181], doseGy: 1.05 },
  ],
  isocentre: [5.5, 15.5, 15],
  ct: { origin: [-181, -130, -94.5], spacing: [2.6, 2.6, 3], size: [140, 102, 64] },
  dose: {
    grid: { origin: [-141.25, -84, -94.5], spacing: [2.5, 2.2, 3], size: [114, 79, 64] },
    bits: 32,
    scaling: 1e-7,
    gyAt: plannedDose,
  },
};

const ORGANS = Object.values(SOLIDS).filter(({ name }) => name !== 'BODY');

const studyOf = ({ name, date, description }: Course): Study => ({
  patientName: 'Thorax^Sample',
  patientId: 'ISO-SAMPLE-1',
  birthDate: '19550301',
  sex: 'M',
  uid: uidOf(`thorax ${name} study`),
  date,
  id: name === 'prior' ? '1' : '2',
  description,
  frameOfReferenceUid: uidOf(`thorax ${name} frame of reference`),
});

const seriesOf = (course: Course, modality: string, number: number, description: string): Series => ({
  uid: uidOf(`thorax ${course.name} ${modality} series`),
  modality,
  number,
  description,
});

function writeCourse(folder: string, course: Course): void {
  const { ct, toAnatomy, dose, targets } = course;
  const study = studyOf(course);
  const ctSeries = seriesOf(course, 'CT', 1, 'Planning CT');
  const at = (i: number, j: number, k: number): Vec3 => [
    ct.origin[0] + i * ct.spacing[0],
    ct.origin[1] + j * ct.spacing[1],
    ct.origin[2] + k * ct.spacing[2],
  ];
  const tumour = SOLIDS[course.tumour];
  const couchTop = ct.origin[1] + ct.spacing[1] * (ct.size[1] - 7);
  const seed = course.name === 'prior' ? 1 : 2;
  writeCt(path.join(folder, 'CT'), study, ctSeries, ct, (i, j, k) => {
    const p = at(i, j, k);
    const hu = hounsfield(apply(toAnatomy, p), { tumour });
    const couch =
      hu < -900 && p[1] > couchTop && Math.abs(p[0] - ct.origin[0] - 181) < 170 ? (p[1] < couchTop + 4 ? -150 : -900) : hu;
    return couch + 16 * (hashNoise(i, j, k, seed) - 0.5);
  });

  const slices = Array.from({ length: ct.size[2] }, (_, k) => ct.origin[2] + k * ct.spacing[2]);
  const images = ctInstanceUids(ctSeries, ct);
  const rois = course.rois.map((name) => ({
    name,
    ...DISPLAY[name],
    outlines: outlinesOf(SOLIDS[name], slices, DISPLAY[name].points, toAnatomy),
  }));
  const structuresUid = writeStructures(path.join(folder, 'RS.dcm'), study, seriesOf(course, 'RTSTRUCT', 2, 'Structures'), {
    label: course.name === 'prior' ? 'dCRT 2022' : 'Salvage 2023',
    ctSeriesUid: ctSeries.uid,
    ctStudyUid: study.uid,
    imageAt: new Map(slices.map((z, k) => [z, images[k]])),
    rois,
  });
  const planSeries = seriesOf(course, 'RTPLAN', 3, 'Plan');
  writePlan(path.join(folder, 'RP.dcm'), study, planSeries, {
    label: course.name === 'prior' ? 'dCRT 50.4' : 'Salvage SIB',
    fractions: FRACTIONS,
    isocentre: course.isocentre,
    beams: course.beams,
    targets: targets.map(({ name, doseGy }) => ({ roiNumber: course.rois.indexOf(name) + 1, name, doseGy })),
    structuresUid,
  });
  for (const { name, outlines } of rois) {
    const edges = outlines.flatMap(({ z, points }) =>
      points.flatMap(([x, y]) => [-1.5, 1.5].map((end): Vec3 => [x, y, z + end])),
    );
    if (name !== 'BODY') requireCovered(dose.grid, name, edges);
  }
  const error = interpolationError(dose.grid, dose.gyAt, (p) => ORGANS.some((solid) => depth(solid, apply(toAnatomy, p)) > 0));
  console.log(`thorax, ${course.name}: largest interpolation error inside the organs ${error.toFixed(4)} Gy`);
  const file = { grid: dose.grid, bits: dose.bits, scaling: dose.scaling, planUid: planUid(planSeries), structuresUid };
  writeDose(path.join(folder, 'RD.dcm'), study, seriesOf(course, 'RTDOSE', 4, 'Dose'), file, dose.gyAt);
}

/** Writes the patient with two courses on two frames of reference, with what is true of it. */
export function writeThorax(folder: string): void {
  for (const course of [PRIOR, PLANNED]) writeCourse(path.join(folder, course.name), course);
  const study = studyOf(PLANNED);
  writeRegistration(
    path.join(folder, 'registration', 'REG.dcm'),
    study,
    seriesOf(PLANNED, 'REG', 5, 'Prior CT to planned CT'),
    studyOf(PRIOR).frameOfReferenceUid,
    PRIOR_TO_PLANNED,
  );
  writeFileSync(path.join(folder, 'case.json'), `${JSON.stringify(THORAX_CASE, undefined, 2)}\n`);
  const truth = {
    about: 'From the true solids and the formulas of the doses by quadrature, not from the DICOM files. See ../README.md.',
    fractionsOfEachCourse: FRACTIONS,
    rois: thoraxTruth(),
  };
  writeFileSync(path.join(folder, 'truth.json'), `${JSON.stringify(truth, undefined, 2)}\n`);
}
