import {
  type Attributes,
  commonModules,
  ds,
  EXPLICIT,
  IMPLICIT,
  reference,
  type Series,
  SOP,
  type Study,
  uidOf,
  writeDicom,
} from './dicom-file';
import type { Vec3 } from './math';
import type { Grid } from './write-ct';

/** Tag (3004,000C); dcmjs writes a tag from a number, and 0 from a text. */
const GRID_FRAME_OFFSET_VECTOR = 0x3004000c;

export interface DoseFile {
  readonly grid: Grid;
  /** 16 bit goes with Implicit VR, 32 bit with Explicit VR, so that the samples have both. */
  readonly bits: 16 | 32;
  /** Gy of one stored unit. */
  readonly scaling: number;
  readonly planUid: string;
  readonly structuresUid: string;
}

/** Writes the dose of a plan (PS3.3 A.18): a formula, at the voxel centres, rounded to the stored unit. */
export function writeDose(file: string, study: Study, series: Series, dose: DoseFile, gyAt: (p: Vec3) => number): void {
  const { origin, spacing, size } = dose.grid;
  const count = size[0] * size[1] * size[2];
  const pixels = dose.bits === 16 ? new Uint16Array(count) : new Uint32Array(count);
  for (let k = 0, n = 0; k < size[2]; k++) {
    for (let j = 0; j < size[1]; j++) {
      for (let i = 0; i < size[0]; i++, n++) {
        const gy = gyAt([origin[0] + i * spacing[0], origin[1] + j * spacing[1], origin[2] + k * spacing[2]]);
        pixels[n] = Math.round(gy / dose.scaling);
      }
    }
  }
  const attributes: Attributes = {
    ...commonModules(study, series, SOP.dose, uidOf(`${series.uid} dose`)),
    _vrMap: { PixelData: 'OW' },
    ContentDate: study.date,
    ContentTime: '110000',
    SliceThickness: ds(spacing[2]),
    InstanceNumber: '1',
    ImagePositionPatient: origin.map(ds),
    ImageOrientationPatient: ['1', '0', '0', '0', '1', '0'],
    SamplesPerPixel: 1,
    PhotometricInterpretation: 'MONOCHROME2',
    NumberOfFrames: String(size[2]),
    FrameIncrementPointer: GRID_FRAME_OFFSET_VECTOR,
    Rows: size[1],
    Columns: size[0],
    PixelSpacing: [spacing[1], spacing[0]].map(ds),
    BitsAllocated: dose.bits,
    BitsStored: dose.bits,
    HighBit: dose.bits - 1,
    PixelRepresentation: 0,
    DoseUnits: 'GY',
    DoseType: 'PHYSICAL',
    DoseSummationType: 'PLAN',
    GridFrameOffsetVector: Array.from({ length: size[2] }, (_, k) => ds(k * spacing[2])),
    DoseGridScaling: ds(dose.scaling),
    TissueHeterogeneityCorrection: 'IMAGE',
    ReferencedRTPlanSequence: [reference(SOP.plan, dose.planUid)],
    ReferencedStructureSetSequence: [reference(SOP.structures, dose.structuresUid)],
    PixelData: pixels.buffer,
  };
  writeDicom(file, attributes, dose.bits === 16 ? IMPLICIT : EXPLICIT);
}
