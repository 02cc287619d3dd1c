import { circle } from '../analytic/bodies';
import { PLANNED, PRIOR } from '../case/written-case';
import type { Fields } from '../dicom/objects';
import {
  contour,
  deformation,
  deformationGrid,
  fractionGroup,
  matrixItem,
  registration,
  registrationItem,
  rtDose,
  rtPlan,
  rtStruct,
} from '../dicom/samples';

/*
 * A patient as small as one can be of whom nothing is asked: two courses of a dose that is that
 * of its prescription in the target and falls off around it, each in a frame of its own.
 */

const ORGANS = [
  { name: 'SpinalCord', x: 0, y: 30, r: 4, reach: 18, type: 'ORGAN' },
  { name: 'PTV', x: 8, y: 0, r: 9, reach: 6, type: 'PTV' },
] as const;
const STEP_MM = 6;
const POINTS = 12;

/** How far the prior course lies from the anatomy, along x, y and z. */
export const APART_MM = [4, -2, 0] as const;
const MATRIX = APART_MM.flatMap((mm, row) => [0, 1, 2].map((n) => Number(n === row)).concat(mm));
export const PRIOR_TO_PLANNED = [...MATRIX, 0, 0, 0, 1];

type Place = readonly [number, number, number];
const HERE: Place = [0, 0, 0];
const priorPlace: Place = [-APART_MM[0], -APART_MM[1], 0];

function outlines({ x, y, r, reach }: (typeof ORGANS)[number], [dx, dy]: Place): Fields[] {
  const planes = Array.from({ length: (2 * reach) / STEP_MM + 1 }, (_, k) => k * STEP_MM - reach);
  return planes.map((z) =>
    contour(
      circle(x + dx, y + dy, r, POINTS).flatMap(([u, v]) => [Number(u.toFixed(2)), Number(v.toFixed(2)), z]),
      { ContourImageSequence: undefined },
    ),
  );
}

/** The day on which each course was planned. */
const DATES: Readonly<Record<string, string>> = { [PRIOR]: '20220110', [PLANNED]: '20230515' };
const datedAs = (frame: string): Fields => ({ StudyDate: DATES[frame], StudyInstanceUID: `${frame}.10` });

const structures = (uid: string, frame: string, place: Place): Fields =>
  rtStruct({
    SOPInstanceUID: uid,
    ...datedAs(frame),
    StructureSetDate: DATES[frame],
    ReferencedFrameOfReferenceSequence: [{ FrameOfReferenceUID: frame }],
    StructureSetROISequence: ORGANS.map(({ name }, n) => ({
      ROINumber: n + 1,
      ReferencedFrameOfReferenceUID: frame,
      ROIName: name,
      ROIGenerationAlgorithm: 'MANUAL',
    })),
    ROIContourSequence: ORGANS.map((organ, n) => ({
      ROIDisplayColor: [255, 0, 0],
      ContourSequence: outlines(organ, place),
      ReferencedROINumber: n + 1,
    })),
    RTROIObservationsSequence: ORGANS.map(({ type }, n) => ({
      ReferencedROINumber: n + 1,
      RTROIInterpretedType: type,
    })),
  });

const SIZE = [25, 25, 19] as const;
const SPACING_MM = 4;
const ORIGIN = [-48, -48, -36] as const;
const UNIT_GY = 0.001;

/** Full within 16 mm of the target's axis and 10 mm of its middle; beyond, down by half in 5 mm. */
function doseAt(x: number, y: number, z: number, gy: number): number {
  const beyond = Math.max(0, Math.hypot(x - 8, y) - 16) + Math.max(0, Math.abs(z) - 10);
  return gy * 2 ** -((beyond / 8) ** 2);
}

function dose(uid: string, frame: string, plan: string, gy: number, place: Place): Fields {
  const [columns, rows, frames] = SIZE;
  const values = Uint32Array.from({ length: columns * rows * frames }, (_, n) => {
    const [i, j, k] = [n % columns, Math.floor(n / columns) % rows, Math.floor(n / columns / rows)];
    const [x, y, z] = [i, j, k].map((at, axis) => ORIGIN[axis] + at * SPACING_MM);
    return Math.round(doseAt(x, y, z, gy) / UNIT_GY);
  });
  return rtDose({
    SOPInstanceUID: uid,
    ...datedAs(frame),
    FrameOfReferenceUID: frame,
    ImagePositionPatient: ORIGIN.map((mm, axis) => mm + place[axis]),
    Rows: rows,
    Columns: columns,
    NumberOfFrames: frames,
    PixelSpacing: [SPACING_MM, SPACING_MM],
    SliceThickness: SPACING_MM,
    GridFrameOffsetVector: Array.from({ length: frames }, (_, k) => SPACING_MM * k),
    BitsAllocated: 32,
    BitsStored: 32,
    HighBit: 31,
    DoseGridScaling: String(UNIT_GY),
    ReferencedRTPlanSequence: [{ ReferencedSOPInstanceUID: plan }],
    ReferencedStructureSetSequence: undefined,
    PixelData: values,
  });
}

const plan = (uid: string, frame: string, gy: number, fractions: number): Fields =>
  rtPlan({
    SOPInstanceUID: uid,
    ...datedAs(frame),
    FrameOfReferenceUID: frame,
    RTPlanDate: DATES[frame],
    DoseReferenceSequence: [
      {
        DoseReferenceStructureType: 'SITE',
        DoseReferenceDescription: 'PTV',
        DoseReferenceType: 'TARGET',
        TargetPrescriptionDose: gy,
      },
    ],
    FractionGroupSequence: [
      fractionGroup({
        NumberOfFractionsPlanned: fractions,
        ReferencedBeamSequence: [{ BeamDose: gy / fractions, ReferencedBeamNumber: 1 }],
      }),
    ],
    BeamSequence: [
      {
        BeamNumber: 1,
        BeamName: 'arc',
        BeamType: 'DYNAMIC',
        RadiationType: 'PHOTON',
        TreatmentDeliveryType: 'TREATMENT',
      },
    ],
    ReferencedStructureSetSequence: undefined,
    ReferencedDoseSequence: undefined,
  });

const PRIOR_DOSE = [40, 20] as const;
const PLANNED_DOSE = [30, 15] as const;

/** Nodes 40 mm apart, moved as the matrix moves, and 1 mm more at one corner. */
const field = (): Fields => {
  const size = [4, 4, 3];
  const [nx, ny, nz] = size;
  return deformationGrid(
    Float32Array.from({ length: 3 * nx * ny * nz }, (_, n) => -APART_MM[n % 3] + (n < 3 ? 1 : 0)),
    {
      ImagePositionPatient: [-60, -60, -40],
      ImageOrientationPatient: [1, 0, 0, 0, 1, 0],
      GridDimensions: Uint32Array.from(size),
      GridResolution: Float64Array.from([40, 40, 40]),
    },
  );
};

/** Every file by its name. */
export const STUDY: Readonly<Record<string, Fields>> = {
  'plan/RD.dcm': dose('1.2.3.30', PLANNED, '1.2.3.60', PLANNED_DOSE[0], HERE),
  'plan/RP.dcm': plan('1.2.3.60', PLANNED, ...PLANNED_DOSE),
  'plan/RS.dcm': structures('1.2.3.40', PLANNED, HERE),
  'prior/RD.dcm': dose('1.2.3.31', PRIOR, '1.2.3.61', PRIOR_DOSE[0], priorPlace),
  'prior/RP.dcm': plan('1.2.3.61', PRIOR, ...PRIOR_DOSE),
  'prior/RS.dcm': structures('1.2.3.41', PRIOR, priorPlace),
  'reg/rigid.dcm': registration({
    FrameOfReferenceUID: PLANNED,
    RegistrationSequence: [registrationItem(PRIOR, [matrixItem(PRIOR_TO_PLANNED)])],
  }),
  'reg/deformable.dcm': deformation(field(), {
    FrameOfReferenceUID: PLANNED,
    DeformableRegistrationSequence: [{ SourceFrameOfReferenceUID: PRIOR, DeformableRegistrationGridSequence: [field()] }],
  }),
};
