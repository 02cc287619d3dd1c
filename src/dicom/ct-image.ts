import type { DicomHeader } from './dicom-header';
import type { PixelFault } from './read-pixels';

/** One CT slice. Pixels are read when asked for. */
export interface CtImage extends DicomHeader {
  readonly kind: 'ct';
  readonly rows: number;
  readonly columns: number;
  /** Centre of the first voxel, x y z in mm. */
  readonly imagePositionMm: readonly [number, number, number];
  readonly imageOrientation: readonly [number, number, number, number, number, number];
  readonly rowSpacingMm: number;
  readonly columnSpacingMm: number;
  readonly sliceThicknessMm?: number;
  /** Stored value times slope plus intercept is in Hounsfield units (PS3.3 C.8.2.1). */
  readonly rescaleSlope: number;
  readonly rescaleIntercept: number;
  readonly instanceNumber?: number;
  /** A scout: ImageType says LOCALIZER (PS3.3 C.8.2.1.1.1). */
  readonly isLocalizer?: true;
  /** Why its pixels cannot be read, as far as is seen without reading them. */
  readonly pixelFault?: PixelFault;
  readonly window?: { readonly centre: number; readonly width: number };
  /**
   * Stored values at index `column + columns * row`.
   * @throws InputError where the pixels are compressed or of the wrong length.
   */
  readonly storedValues: () => Uint16Array | Int16Array;
}

/** A CT slice without access to its pixels. */
export type CtHeader = Omit<CtImage, 'storedValues'>;
