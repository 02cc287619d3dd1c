import type { DicomHeader } from './dicom-header';

/** One contour of an ROI (PS3.3 C.8.8.6). */
export interface Contour {
  /** CLOSED_PLANAR, OPEN_PLANAR, OPEN_NONPLANAR, POINT, CLOSEDPLANAR_XOR ... as given. */
  readonly geometricType: string;
  /** x, y, z, x, y, z ... in mm, in the ROI's frame of reference. */
  readonly pointsMm: Float64Array;
  readonly imageSopInstanceUid?: string;
}

/** A region of interest; one without contours has an empty list. */
export interface Roi {
  readonly number: number;
  readonly name: string;
  readonly frameOfReferenceUid?: string;
  /** RT ROI Interpreted Type: PTV, ORGAN, EXTERNAL ... */
  readonly interpretedType?: string;
  readonly generationAlgorithm?: string;
  /** Red, green, blue, 0 to 255. */
  readonly colour?: readonly [number, number, number];
  readonly contours: readonly Contour[];
}

/** A frame of reference that the structure set was drawn in, and the images it was drawn on. */
export interface ReferencedFrame {
  readonly uid: string;
  readonly imageSeries: readonly { readonly seriesInstanceUid: string; readonly imageSopInstanceUids: readonly string[] }[];
}

/** An RT Structure Set (PS3.3 A.19.3). */
export interface RtStructureSet extends DicomHeader {
  readonly kind: 'structures';
  readonly label: string;
  /** YYYYMMDD, or YYYY where that is all there is; see `dateIn`. */
  readonly date?: string;
  readonly approvalStatus?: string;
  readonly rois: readonly Roi[];
  /** Names of ROIs without a number: no contour can be theirs. */
  readonly unnumberedRois?: readonly string[];
  readonly referencedFrames: readonly ReferencedFrame[];
}
