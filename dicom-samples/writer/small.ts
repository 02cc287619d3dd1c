import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { type Outline, outlinesOf } from './contours';
import { type Series, type Study, uidOf } from './dicom-file';
import { hashNoise, STAYS, type Vec3 } from './math';
import { SMALL_CASE, SMALL_COURSES, SMALL_ORGANS, smallTruth } from './small-truth';
import { depth, type Solid, tube } from './solid';
import { ctInstanceUids, type Grid, writeCt } from './write-ct';
import { writeDose } from './write-dose';
import { planUid, writePlan } from './write-plan';
import { writeStructures } from './write-structures';

const CT: Grid = { origin: [-70.5, -70.5, -28.5], spacing: [3, 3, 3], size: [48, 48, 20] };
const DOSE: Grid = { origin: [-52, -44, -28.5], spacing: [4, 4, 3], size: [29, 24, 20] };
/** Points of each contour: the polygon has 0.01 % less area than the ellipse. */
const POINTS = 240;

const SOLIDS: readonly Solid[] = SMALL_ORGANS.map(({ name, ends, centre, halfAxes }) => tube(name, ends, () => centre, halfAxes));
const BODY = tube('BODY', [-30, 30], () => [0, 0], [66, 50]);

const STUDY: Study = {
  patientName: 'Small^Sample',
  patientId: 'ISO-SAMPLE-2',
  birthDate: '19600101',
  sex: 'F',
  uid: uidOf('small study'),
  date: '20190102',
  id: '1',
  description: 'Cylinders with doses on straight lines',
  frameOfReferenceUid: uidOf('small frame of reference'),
};

const seriesOf = (name: string, modality: string, number: number, description: string): Series => ({
  uid: uidOf(`small ${name} ${modality} series`),
  modality,
  number,
  description,
});

function hounsfield(p: Vec3): number {
  if (depth(BODY, p) < 0) return -1000;
  const [cord, lung, oesophagus] = SOLIDS;
  if (depth(lung, p) > 0) return -800;
  if (depth(cord, p) > 0) return 35;
  if (depth(cord, p) > -5) return 400;
  return depth(oesophagus, p) > 0 ? 20 : 50;
}

/** Writes the small patient: one frame of reference, one CT and structure set, two plans with their doses. */
export function writeSmall(folder: string): void {
  const { origin, spacing, size } = CT;
  const ctSeries = seriesOf('shared', 'CT', 1, 'CT');
  writeCt(path.join(folder, 'CT'), STUDY, ctSeries, CT, (i, j, k) => {
    const hu = hounsfield([origin[0] + i * spacing[0], origin[1] + j * spacing[1], origin[2] + k * spacing[2]]);
    return hu + 12 * (hashNoise(i, j, k, 3) - 0.5);
  });
  const slices = Array.from({ length: size[2] }, (_, k) => origin[2] + k * spacing[2]);
  const images = ctInstanceUids(ctSeries, CT);
  const structuresUid = writeStructures(path.join(folder, 'RS.dcm'), STUDY, seriesOf('shared', 'RTSTRUCT', 2, 'Structures'), {
    label: 'Cylinders',
    ctSeriesUid: ctSeries.uid,
    ctStudyUid: STUDY.uid,
    imageAt: new Map(slices.map((z, k) => [z, images[k]])),
    rois: SMALL_ORGANS.map(({ name, type, colour }, n) => ({ name, type, colour, outlines: drawn(SOLIDS[n], slices) })),
  });
  SMALL_COURSES.forEach(({ name, label, fractions, prescribedGy, doseAt }, n) => {
    const planSeries = seriesOf(name, 'RTPLAN', 3 + 2 * n, `Plan, ${name}`);
    writePlan(path.join(folder, name, 'RP.dcm'), STUDY, planSeries, {
      label,
      fractions,
      isocentre: [0, 0, 0],
      beams: [{ name: 'AP', gantry: [0, 0], doseGy: prescribedGy / fractions }],
      targets: [{ roiNumber: SMALL_ORGANS.findIndex((organ) => organ.name === 'PTV') + 1, name: 'PTV', doseGy: prescribedGy }],
      structuresUid,
    });
    const file = {
      grid: DOSE,
      bits: n === 0 ? 16 : 32,
      scaling: n === 0 ? 0.001 : 1e-7,
      planUid: planUid(planSeries),
      structuresUid,
    } as const;
    writeDose(path.join(folder, name, 'RD.dcm'), STUDY, seriesOf(name, 'RTDOSE', 4 + 2 * n, `Dose, ${name}`), file, ([, y]) =>
      doseAt(y),
    );
  });
  writeFileSync(path.join(folder, 'case.json'), `${JSON.stringify(SMALL_CASE, undefined, 2)}\n`);
  writeFileSync(path.join(folder, 'truth.json'), `${JSON.stringify(smallTruth(), undefined, 2)}\n`);
}

const drawn = (solid: Solid, slices: readonly number[]): Outline[] => outlinesOf(solid, slices, POINTS, STAYS);
