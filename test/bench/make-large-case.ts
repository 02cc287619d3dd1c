import { closeSync, mkdirSync, openSync, writeFileSync, writeSync } from 'node:fs';
import path from 'node:path';
import { type Fields, fileBytes } from '../dicom/objects';
import { contour, ct, fractionGroup, matrixItem, registration, registrationItem, rtDose, rtStruct } from '../dicom/samples';
import { contoursOf, doseAround, ORGANS, organ, planFields } from './make-case';

/*
 * A case as large as one is met: three doses of 400 × 400 × 400 voxels of 1 mm in 32 bits (256 MB each), 60 ROIs on
 * slices of 1 mm, a CT of 400 slices of 512 × 512. Made on the fly, a plane at a time; of fewer frames for tests.
 */

const PLANNED = '1.2.3.50';
const PRIOR = '1.2.3.51';
const LARGE_VOXELS = 400;
const LARGE_ROIS = 60;
const STEP_MM = 1;
const FIRST_MM = -200;
const CT_SIZE = 512;
const SCALING = 1e-6;

/** Ribs, vertebrae and lobes beside the organs of a thorax, until there are 60. */
const LARGE_ORGANS = [
  ...ORGANS,
  ...Array.from({ length: LARGE_ROIS - ORGANS.length }, (_, n) => {
    const [side, row] = [n % 2 === 0 ? 1 : -1, n >> 1];
    const fromMm = -180 + 15 * row;
    return organ(`Part_${n + 1}`, side * (60 + (n % 7) * 10), 10 * (n % 5) - 20, 12, 9, fromMm, fromMm + 60);
  }),
];

/** Writes an object whose pixels follow plane by plane (explicit VR little endian, PS3.5 7.1.2). */
function writeInPlanes(file: string, fields: Fields, planes: number, planeBytes: number, plane: (k: number) => Uint8Array) {
  const element = new DataView(new ArrayBuffer(12));
  for (const [n, byte] of [0xe0, 0x7f, 0x10, 0x00, 0x4f, 0x57].entries()) element.setUint8(n, byte);
  element.setUint32(8, planes * planeBytes, true);
  const at = openSync(file, 'w');
  writeSync(at, fileBytes({ ...fields, PixelData: undefined }));
  writeSync(at, new Uint8Array(element.buffer));
  for (let k = 0; k < planes; k++) writeSync(at, plane(k));
  closeSync(at);
}

const PRIOR_DATE = '20220115';
const PLANNED_DATE = '20230515';
type Dose = (x: number, y: number, z: number) => number;

/** A dose in 32 bits. Of the three one says so much before its pixels that they do not lie at a multiple of four. */
function writeDose(file: string, frame: string, uid: string, planUid: string, says: string, dose: Dose, frames: number): void {
  const size = LARGE_VOXELS;
  const firstZMm = -(frames * STEP_MM) / 2;
  const fields = rtDose({
    SOPInstanceUID: uid,
    SeriesDescription: says,
    StudyDate: frame === PRIOR ? PRIOR_DATE : PLANNED_DATE,
    FrameOfReferenceUID: frame,
    ImagePositionPatient: [FIRST_MM, FIRST_MM, firstZMm],
    NumberOfFrames: frames,
    Rows: size,
    Columns: size,
    SliceThickness: STEP_MM,
    PixelSpacing: [STEP_MM, STEP_MM],
    BitsAllocated: 32,
    BitsStored: 32,
    HighBit: 31,
    GridFrameOffsetVector: Array.from({ length: frames }, (_, k) => k * STEP_MM),
    DoseGridScaling: String(SCALING),
    ReferencedRTPlanSequence: [{ ReferencedSOPInstanceUID: planUid }],
  });
  const values = new Uint32Array(size * size);
  writeInPlanes(file, fields, frames, values.byteLength, (k) => {
    const z = firstZMm + k * STEP_MM;
    for (let j = 0, at = 0; j < size; j++) {
      const y = FIRST_MM + j * STEP_MM;
      for (let i = 0; i < size; i++, at++) values[at] = dose(FIRST_MM + i * STEP_MM, y, z) / SCALING;
    }
    return new Uint8Array(values.buffer);
  });
}

/** Writes the CT of the case into a folder of its own, or its first slices. */
export function writeLargeCt(folder: string, slices = LARGE_VOXELS): void {
  mkdirSync(folder);
  const pixels = new Int16Array(CT_SIZE * CT_SIZE);
  const pixelMm = (LARGE_VOXELS * STEP_MM) / CT_SIZE;
  for (let k = 0; k < slices; k++) {
    const zMm = FIRST_MM + k * STEP_MM;
    for (let j = 0, at = 0; j < CT_SIZE; j++) {
      const y = FIRST_MM + j * pixelMm;
      for (let i = 0; i < CT_SIZE; i++, at++) {
        const x = FIRST_MM + i * pixelMm;
        const isBody = (x / 180) ** 2 + (y / 110) ** 2 < 1;
        const isLung = Math.abs(zMm) < 125 && ((Math.abs(x) - 85) / 55) ** 2 + ((y + 5) / 80) ** 2 < 1;
        pixels[at] = isLung ? -800 : isBody ? 40 : -1000;
      }
    }
    const fields = ct({
      SOPInstanceUID: `1.2.3.70.${k}`,
      SeriesInstanceUID: '1.2.3.70',
      FrameOfReferenceUID: PLANNED,
      SliceThickness: STEP_MM,
      ImagePositionPatient: [FIRST_MM, FIRST_MM, zMm],
      Rows: CT_SIZE,
      Columns: CT_SIZE,
      PixelSpacing: [pixelMm, pixelMm],
      RescaleIntercept: 0,
      RescaleSlope: 1,
      PixelData: pixels,
    });
    writeFileSync(path.join(folder, `CT${String(k).padStart(3, '0')}.dcm`), fileBytes(fields));
  }
}

/** Writes the case and returns the path of its case file. @param frames of each dose; fewer leave out the CT. */
export function writeLargeCase(folder: string, frames = LARGE_VOXELS): string {
  mkdirSync(folder, { recursive: true });
  const write = (name: string, fields: Fields) => writeFileSync(path.join(folder, name), fileBytes(fields));
  const dose = (name: string, ...rest: [string, string, string, string, Dose]) =>
    writeDose(path.join(folder, name), ...rest, frames);
  dose('RD-prior.dcm', PRIOR, '1.2.3.31', '1.2.3.61', 'prior', doseAround(51, 0, 20, 45));
  dose('RD-planned.dcm', PLANNED, '1.2.3.30', '1.2.3.60', 'plan', doseAround(31, 2, 28, 40));
  dose('RD-boost.dcm', PLANNED, '1.2.3.32', '1.2.3.62', 'boost', doseAround(21, 2, 28, 35));
  write('RP-prior.dcm', planFields('1.2.3.61', PRIOR_DATE, 1.8, []));
  write('RP-planned.dcm', planFields('1.2.3.60', PLANNED_DATE, 1.1, [['PTV_5040', 28]]));
  const beams = [{ BeamDose: 2, ReferencedBeamNumber: 1 }, { ReferencedBeamNumber: 2 }];
  const tenFractions = fractionGroup({ NumberOfFractionsPlanned: 10, ReferencedBeamSequence: beams });
  write('RP-boost.dcm', {
    ...planFields('1.2.3.62', PLANNED_DATE, 2, [['PTV_5880', 20]]),
    FractionGroupSequence: [tenFractions],
  });
  const matrix = [0.998, -0.0632, 0, 8, 0.0632, 0.998, 0, -6, 0, 0, 1, 12, 0, 0, 0, 1];
  write(
    'REG.dcm',
    registration({
      FrameOfReferenceUID: PLANNED,
      RegistrationSequence: [registrationItem(PRIOR, [matrixItem(matrix)])],
    }),
  );
  write(
    'RS.dcm',
    rtStruct({
      ReferencedFrameOfReferenceSequence: [{ FrameOfReferenceUID: PLANNED }],
      StructureSetROISequence: LARGE_ORGANS.map(({ name }, n) => ({
        ROINumber: n + 1,
        ReferencedFrameOfReferenceUID: PLANNED,
        ROIName: name,
        ROIGenerationAlgorithm: '',
      })),
      ROIContourSequence: LARGE_ORGANS.map((each, n) => ({
        ContourSequence: contoursOf(each, 200, STEP_MM).map(({ pointsMm }) => contour(pointsMm)),
        ReferencedROINumber: n + 1,
      })),
      RTROIObservationsSequence: [],
    }),
  );
  if (frames === LARGE_VOXELS) writeLargeCt(path.join(folder, 'ct'));
  const phase = (name: string) => ({ dose: `RD-${name}.dcm`, plan: `RP-${name}.dcm` });
  const courses = [
    { name: 'first', role: 'prior', started: '2022-01-24', completed: '2022-03-04', phases: [phase('prior')] },
    { name: 'second', role: 'planned', starts: '2023-06-01', phases: [phase('planned'), phase('boost')] },
  ];
  const file = path.join(folder, 'case.json');
  const caseFile = { isoeffectCase: 1, courses, structures: 'RS.dcm', registrations: ['REG.dcm'], outsideDoseGrid: 'zero' };
  writeFileSync(file, JSON.stringify(caseFile));
  return file;
}
