import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { type Fields, fileBytes } from '../dicom/objects';
import { contour, fractionGroup, matrixItem, registration, registrationItem, rtDose, rtPlan, rtStruct } from '../dicom/samples';

/*
 * A thorax-sized case made on the fly: two courses of 256 × 256 × 150 voxels on two frames of reference, 20 organs of
 * the sizes they have in a thorax, one of them the body.
 */

const PLANNED = '1.2.3.50';
const PRIOR = '1.2.3.51';
const SIZE = [256, 256, 150] as const;
const VOXEL_MM = [1.8, 1.8, 2.5] as const;
const ORIGIN = [-230, -230, -187.5] as const;

interface Organ {
  readonly name: string;
  readonly x: number;
  readonly y: number;
  readonly a: number;
  readonly b: number;
  readonly fromMm: number;
  readonly toMm: number;
}

/** Name, centre x y, half axes, first and last plane, in mm. */
export const organ = (name: string, x: number, y: number, a: number, b: number, fromMm: number, toMm: number): Organ => ({
  name,
  x,
  y,
  a,
  b,
  fromMm,
  toMm,
});
export const ORGANS: readonly Organ[] = [
  organ('BODY', 0, 0, 180, 110, -185, 185),
  organ('Lung_L', 85, -5, 55, 80, -125, 125),
  organ('Lung_R', -85, -5, 55, 80, -125, 125),
  organ('Heart', 5, -45, 45, 40, -120, -20),
  organ('SpinalCord', 0, 60, 6, 5, -185, 185),
  organ('SpinalCord_PRV05', 0, 60, 11, 10, -185, 185),
  organ('Esophagus', 2, 30, 10, 8, -150, 150),
  organ('Trachea', 0, 5, 9, 8, 30, 150),
  organ('A_Aorta', 25, 35, 12, 12, -150, 60),
  organ('BrachialPlex_L', 60, 20, 6, 6, 120, 170),
  organ('BrachialPlex_R', -60, 20, 6, 6, 120, 170),
  organ('Stomach', 50, -20, 35, 35, -185, -125),
  organ('Liver', -70, -20, 70, 60, -185, -125),
  organ('Kidney_L', 60, 50, 25, 25, -185, -140),
  organ('Kidney_R', -60, 50, 25, 25, -185, -140),
  organ('Bronchus_L', 20, 10, 7, 7, 0, 40),
  organ('Bronchus_R', -20, 10, 7, 7, 0, 40),
  organ('GTV', 2, 28, 14, 13, -40, 20),
  organ('PTV_5040', 2, 28, 28, 26, -70, 50),
  organ('PTV_5880', 2, 28, 19, 18, -45, 25),
];

const POINTS = 200;

export function contoursOf({ x, y, a, b, fromMm, toMm }: Organ, points = POINTS, stepMm = 2.5): { pointsMm: number[] }[] {
  const planes = Math.round((toMm - fromMm) / stepMm) + 1;
  return Array.from({ length: planes }, (_, k) => {
    const z = fromMm + k * stepMm;
    const swell = 1 + 0.05 * Math.sin(z / 20);
    const pointsMm = Array.from({ length: points }, (_, n) => {
      const t = (2 * Math.PI * n) / points;
      return [Number((x + a * swell * Math.cos(t)).toFixed(2)), Number((y + b * swell * Math.sin(t)).toFixed(2)), z];
    });
    return { pointsMm: pointsMm.flat() };
  });
}

function doseFields(frame: string, uid: string, planUid: string, dose: (x: number, y: number, z: number) => number): Fields {
  const [columns, rows, frames] = SIZE;
  const pixels = new Uint16Array(columns * rows * frames);
  for (let k = 0, at = 0; k < frames; k++) {
    for (let j = 0; j < rows; j++) {
      for (let i = 0; i < columns; i++, at++) {
        pixels[at] = 1000 * dose(ORIGIN[0] + i * VOXEL_MM[0], ORIGIN[1] + j * VOXEL_MM[1], ORIGIN[2] + k * VOXEL_MM[2]);
      }
    }
  }
  return rtDose({
    SOPInstanceUID: uid,
    FrameOfReferenceUID: frame,
    ImagePositionPatient: [...ORIGIN],
    NumberOfFrames: frames,
    Rows: rows,
    Columns: columns,
    PixelSpacing: [VOXEL_MM[1], VOXEL_MM[0]],
    GridFrameOffsetVector: Array.from({ length: frames }, (_, k) => k * VOXEL_MM[2]),
    DoseGridScaling: '0.001',
    ReferencedRTPlanSequence: [{ ReferencedSOPInstanceUID: planUid }],
    PixelData: pixels,
  });
}

/** 28 fractions of one beam; what nothing contradicts, so that every goal has a verdict. */
export function planFields(
  uid: string,
  date: string,
  perFractionGy: number,
  prescribed: readonly (readonly [string, number])[],
): Fields {
  return rtPlan({
    SOPInstanceUID: uid,
    StudyDate: date,
    RTPlanDate: date,
    FractionGroupSequence: [
      fractionGroup({
        ReferencedBeamSequence: [{ BeamDose: perFractionGy, ReferencedBeamNumber: 1 }, { ReferencedBeamNumber: 2 }],
      }),
    ],
    DoseReferenceSequence: prescribed.map(([roi, doseGy]) => ({
      DoseReferenceDescription: roi,
      DoseReferenceType: 'TARGET',
      TargetPrescriptionDose: doseGy,
      ReferencedROINumber: ORGANS.findIndex(({ name }) => name === roi) + 1,
    })),
  });
}

/** A dose that falls off around an axis near (0, 28), highest over z from -60 to 40. */
export const doseAround = (top: number, x0: number, y0: number, widthMm: number) => (x: number, y: number, z: number) => {
  const across = (((x - x0) / (1.6 * widthMm)) ** 2 + ((y - y0) / widthMm) ** 2) / 2;
  const along = 1 / (1 + Math.exp((Math.abs(z + 10) - 60) / 8));
  return top * Math.exp(-across) * along + 0.5;
};

/** Writes the case and returns the path of its case file. */
export function writeBenchCase(folder: string): string {
  mkdirSync(folder, { recursive: true });
  const write = (name: string, fields: Fields) => writeFileSync(path.join(folder, name), fileBytes(fields));
  const [angle, shift] = [0.06, [8, -6, 12]];
  const [c, s] = [Math.cos(angle), Math.sin(angle)];
  write('RD-prior.dcm', doseFields(PRIOR, '1.2.3.31', '1.2.3.61', doseAround(51, 0, 20, 45)));
  write('RD-planned.dcm', doseFields(PLANNED, '1.2.3.30', '1.2.3.60', doseAround(59, 2, 28, 35)));
  write('RP-prior.dcm', planFields('1.2.3.61', '20220115', 1.8, []));
  write(
    'RP-planned.dcm',
    planFields('1.2.3.60', '20230515', 1.9, [
      ['PTV_5040', 50.4],
      ['PTV_5880', 58.8],
    ]),
  );
  write(
    'REG.dcm',
    registration({
      FrameOfReferenceUID: PLANNED,
      RegistrationSequence: [
        registrationItem(PRIOR, [
          matrixItem([c, -s, 0, shift[0], s, c, 0, shift[1], 0, 0, 1, shift[2], 0, 0, 0, 1].map((v) => Number(v.toFixed(12)))),
        ]),
      ],
    }),
  );
  write(
    'RS.dcm',
    rtStruct({
      ReferencedFrameOfReferenceSequence: [{ FrameOfReferenceUID: PLANNED }],
      StructureSetROISequence: ORGANS.map(({ name }, n) => ({
        ROINumber: n + 1,
        ReferencedFrameOfReferenceUID: PLANNED,
        ROIName: name,
        ROIGenerationAlgorithm: '',
      })),
      ROIContourSequence: ORGANS.map((each, n) => ({
        ContourSequence: contoursOf(each).map(({ pointsMm }) => contour(pointsMm)),
        ReferencedROINumber: n + 1,
      })),
      RTROIObservationsSequence: [],
    }),
  );
  const file = path.join(folder, 'case.json');
  writeFileSync(
    file,
    JSON.stringify({
      isoeffectCase: 1,
      courses: [
        {
          name: 'dCRT',
          role: 'prior',
          started: '2022-01-24',
          completed: '2022-03-04',
          phases: [{ dose: 'RD-prior.dcm', plan: 'RP-prior.dcm' }],
        },
        {
          name: 'salvage',
          role: 'planned',
          starts: '2023-06-01',
          phases: [{ dose: 'RD-planned.dcm', plan: 'RP-planned.dcm' }],
          targets: [{ roi: 'PTV_5040', doseGy: 50.4 }],
        },
      ],
      structures: 'RS.dcm',
      registrations: ['REG.dcm'],
      organs: { BODY: { alphaBetaGy: 3 } },
      outsideDoseGrid: 'zero',
    }),
  );
  return file;
}
