import type { DicomHeader } from './dicom-header';

/** A plan that a dose was computed for, and which of its fraction groups and beams (PS3.3 C.8.8.3). */
export interface ReferencedPlan {
  readonly sopInstanceUid: string;
  /** Empty where the dose does not narrow it down. */
  readonly fractionGroups: readonly { readonly number: number; readonly beamNumbers: readonly number[] }[];
}

/** A DVH that the planning system wrote into the dose (PS3.3 C.8.8.4). Values as given, units as named. */
export interface PlanningSystemDvh {
  readonly roiNumbers: readonly number[];
  /** CUMULATIVE, DIFFERENTIAL or NATURAL. */
  readonly type: string;
  readonly doseUnits: string;
  readonly doseType: string;
  readonly volumeUnits: string;
  readonly doseScaling: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly mean?: number;
  /** Pairs of bin width (to be multiplied by `doseScaling`) and volume, as given. */
  readonly data: Float64Array;
}

/** An RT Dose as stored: nothing is scaled, sorted or assumed. */
export interface RtDose extends DicomHeader {
  readonly kind: 'dose';
  readonly columns: number;
  readonly rows: number;
  readonly frames: number;
  /** Centre of the first voxel of the first frame, x y z in mm. */
  readonly imagePositionMm: readonly [number, number, number];
  /** Direction of increasing column index, then of increasing row index. */
  readonly imageOrientation: readonly [number, number, number, number, number, number];
  /** Distance between rows: the first value of PixelSpacing. */
  readonly rowSpacingMm: number;
  /** Distance between columns: the second value of PixelSpacing. */
  readonly columnSpacingMm: number;
  /** Exactly as given, in either of the two forms of PS3.3 C.8.8.3.2. */
  readonly gridFrameOffsetsMm: Float64Array | undefined;
  readonly sliceThicknessMm?: number;
  /** Upper-case as given: GY, RELATIVE, or what some exporters write beside the standard (CGY). '' where missing. */
  readonly doseUnits: string;
  /** PHYSICAL, EFFECTIVE or ERROR, as given; '' where missing. */
  readonly doseType: string;
  /** PLAN, MULTI_PLAN, FRACTION, BEAM ... as given; '' where missing. */
  readonly doseSummationType: string;
  /** Stored value times this is the dose in `doseUnits`. */
  readonly doseGridScaling: number;
  /** Stored values at index `column + columns * (row + rows * frame)`. */
  readonly pixels: Uint16Array | Int16Array | Uint32Array | Int32Array;
  readonly referencedPlans: readonly ReferencedPlan[];
  /** The files of its planes, where it was joined from files with one plane each; `file` is the first of them. */
  readonly planeFiles?: readonly string[];
  readonly referencedStructureSetUid?: string;
  readonly tpsDvhs: readonly PlanningSystemDvh[];
  /** What the dose names as the radionuclide or pharmaceutical that gave it. */
  readonly radionuclide?: string;
}

/** An RT Dose without its voxels. */
export type DoseHeader = Omit<RtDose, 'pixels'>;
