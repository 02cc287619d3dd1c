import type { FileAccess } from '../../src/case/case-reader';
import { loadCase } from '../../src/case/load-case';
import { InputError } from '../../src/input-error';
import { circle } from '../analytic/bodies';
import { type Fields, fileBytes } from '../dicom/objects';
import { contour, fractionGroup, matrixItem, registration, registrationItem, rtDose, rtPlan, rtStruct } from '../dicom/samples';

/*
 * A case as files in memory: real DICOM bytes, read by the same reader as a user's, with bodies and doses whose truth is
 * a formula. PLANNED is the frame of the anatomy, PRIOR that of the prior course.
 */

export const PLANNED = '1.2.3.50';
export const PRIOR = '1.2.3.51';

export interface Cylinder {
  readonly name: string;
  readonly x: number;
  readonly y: number;
  readonly radiusMm: number;
  /** First and last contour plane; the solid reaches half a slice beyond each. */
  readonly fromMm: number;
  readonly toMm: number;
  readonly stepMm?: number;
  /** Planes that are not drawn. */
  readonly without?: readonly number[];
  /** Radii of further outlines about the same axis, on every plane. */
  readonly innerMm?: readonly number[];
  /** How often each contour goes round. */
  readonly passes?: number;
  /** Further contours of the same ROI. */
  readonly also?: readonly Cylinder[];
}

function contoursOf(body: Cylinder): Fields[] {
  return [...outlinesOf(body), ...(body.also ?? []).flatMap(contoursOf)];
}

function outlinesOf({ x, y, radiusMm, fromMm, toMm, stepMm = 2, without = [], innerMm = [], passes = 1 }: Cylinder): Fields[] {
  const count = Math.round((toMm - fromMm) / stepMm) + 1;
  const planes = Array.from({ length: count }, (_, k) => fromMm + k * stepMm).filter((z) => !without.includes(z));
  return planes.flatMap((z) =>
    [radiusMm, ...innerMm].map((r) => {
      const points = circle(x, y, r).flatMap(([u, v]) => [Number(u.toFixed(5)), Number(v.toFixed(5)), z]);
      return contour(Array.from({ length: passes }, () => points).flat());
    }),
  );
}

/** A structure set of cylinders along z. */
export const structureFile = (bodies: readonly Cylinder[], overrides: Fields = {}, frame = PLANNED): Uint8Array =>
  fileBytes(
    rtStruct({
      ReferencedFrameOfReferenceSequence: [{ FrameOfReferenceUID: frame }],
      StructureSetROISequence: bodies.map(({ name }, n) => ({
        ROINumber: n + 1,
        ReferencedFrameOfReferenceUID: frame,
        ROIName: name,
        ROIGenerationAlgorithm: '',
      })),
      ROIContourSequence: bodies.map((body, n) => ({ ContourSequence: contoursOf(body), ReferencedROINumber: n + 1 })),
      RTROIObservationsSequence: [],
      ...overrides,
    }),
  );

export interface DoseSpec {
  readonly origin?: readonly [number, number, number];
  readonly spacingMm?: number;
  readonly size?: readonly [number, number, number];
  readonly frame?: string;
  readonly planUid?: string | null;
}

const UNIT_GY = 1e-5;

/** An RT Dose, 32 bit to 1e-5 Gy, of a function of patient position; where that falls below 0, 0. */
export function doseFile(
  doseGy: (x: number, y: number, z: number) => number,
  { origin = [-60, -60, -60], spacingMm = 3, size = [41, 41, 41], frame = PLANNED, planUid = '1.2.3.60' }: DoseSpec = {},
  overrides: Fields = {},
): Uint8Array {
  const [columns, rows, frames] = size;
  const pixels = new Uint32Array(columns * rows * frames);
  for (let k = 0, at = 0; k < frames; k++) {
    for (let j = 0; j < rows; j++) {
      for (let i = 0; i < columns; i++, at++) {
        const gy = doseGy(origin[0] + i * spacingMm, origin[1] + j * spacingMm, origin[2] + k * spacingMm);
        pixels[at] = Math.max(0, Math.round(gy / UNIT_GY));
      }
    }
  }
  return fileBytes(
    rtDose({
      SOPInstanceUID: `1.2.3.30.${frame.split('.').at(-1)}`,
      FrameOfReferenceUID: frame,
      ImagePositionPatient: [...origin],
      NumberOfFrames: frames,
      Rows: rows,
      Columns: columns,
      PixelSpacing: [spacingMm, spacingMm],
      BitsAllocated: 32,
      BitsStored: 32,
      HighBit: 31,
      GridFrameOffsetVector: Array.from({ length: frames }, (_, k) => k * spacingMm),
      DoseGridScaling: String(UNIT_GY),
      ReferencedRTPlanSequence: planUid === null ? undefined : [{ ReferencedSOPInstanceUID: planUid }],
      PixelData: pixels,
      ...overrides,
    }),
  );
}

/** A plan that says fractions and nothing of doses: those of the cases are formulas, not prescriptions. */
export const planFile = (fractions: number | string, uid = '1.2.3.60', overrides: Fields = {}): Uint8Array =>
  fileBytes(
    rtPlan({
      SOPInstanceUID: uid,
      FractionGroupSequence: [
        fractionGroup({
          NumberOfFractionsPlanned: fractions,
          ReferencedBeamSequence: [{ ReferencedBeamNumber: 1 }, { ReferencedBeamNumber: 2 }],
        }),
      ],
      DoseReferenceSequence: undefined,
      ...overrides,
    }),
  );

/** A Spatial Registration whose matrix takes points of PRIOR to points of PLANNED. */
export const registrationFile = (priorToPlanned: readonly number[], overrides: Fields = {}): Uint8Array =>
  fileBytes(
    registration({
      FrameOfReferenceUID: PLANNED,
      RegistrationSequence: [registrationItem(PRIOR, [matrixItem(priorToPlanned)])],
      ...overrides,
    }),
  );

export type Files = Record<string, Uint8Array>;

export function accessTo(files: Files): FileAccess {
  const bytesOf = (path: string) => {
    if (!Object.hasOwn(files, path))
      throw new InputError({ file: path, found: 'no such file', needed: 'a file that can be read' });
    return files[path];
  };
  return {
    read: async (path) => bytesOf(path),
    beside: async (path) => {
      const folder = path.slice(0, path.lastIndexOf('/') + 1);
      return Object.keys(files).filter((other) => other.startsWith(folder) && !other.slice(folder.length).includes('/'));
    },
    head: async (path, bytes) => bytesOf(path).subarray(0, bytes),
  };
}

export const loaded = (caseFile: object, files: Files) => loadCase(JSON.stringify(caseFile), 'case.json', accessTo(files));

/** Two courses on one frame, 28 fractions each, over the bodies given. */
export function twoCourses(
  bodies: readonly Cylinder[],
  prior: (x: number, y: number, z: number) => number,
  planned: (x: number, y: number, z: number) => number,
): {
  files: Files;
  caseFile: { isoeffectCase: 1; structures: string; courses: Record<string, unknown>[] } & Record<string, unknown>;
} {
  return {
    files: {
      'plan/RS.dcm': structureFile(bodies),
      'plan/RD.dcm': doseFile(planned),
      'plan/RP.dcm': planFile(28),
      'prior/RD.dcm': doseFile(prior, { planUid: '1.2.3.61' }, { SOPInstanceUID: '1.2.3.31' }),
      'prior/RP.dcm': planFile(28, '1.2.3.61'),
    },
    caseFile: {
      isoeffectCase: 1,
      courses: [
        { name: 'first', role: 'prior', started: '2022-01-24', completed: '2022-03-04', phases: [{ dose: 'prior/RD.dcm' }] },
        { name: 'second', role: 'planned', starts: '2023-06-01', phases: [{ dose: 'plan/RD.dcm' }] },
      ],
      structures: 'plan/RS.dcm',
    },
  };
}

export const eqd2Gy = (doseGy: number, fractions: number, alphaBetaGy: number) =>
  (doseGy * (doseGy / fractions + alphaBetaGy)) / (2 + alphaBetaGy);
