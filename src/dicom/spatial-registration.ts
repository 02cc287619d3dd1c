import type { DicomHeader } from './dicom-header';

export interface RegistrationMatrix {
  readonly type: 'RIGID' | 'RIGID_SCALE' | 'AFFINE';
  /** 16 numbers, row-major, acting on column vectors (x, y, z, 1) in mm. */
  readonly matrix: readonly number[];
}

/** One frame of reference that the object registers. */
export interface RegistrationItem {
  /** The frame whose points the matrices take. */
  readonly sourceFrameOfReferenceUid: string;
  readonly referencedImageUids: readonly string[];
  /** As listed in the object; `itemMatrix` composes them. */
  readonly matrices: readonly RegistrationMatrix[];
}

/**
 * A Spatial Registration. Direction, stated here once (PS3.3 C.20.2.1.1): the matrices of an item map coordinates of the
 * item's own frame, its source, into the Registered Reference Coordinate System, which is `frameOfReferenceUid` of the object.
 */
export interface SpatialRegistration extends DicomHeader {
  readonly kind: 'registration';
  /** The registered frame: where all items' points go. */
  readonly frameOfReferenceUid: string;
  readonly label?: string;
  readonly items: readonly RegistrationItem[];
}

/** A grid of displacements as exported (PS3.3 C.20.3.1.2), placed in the registered frame. */
export interface DeformationGrid {
  /** Centre of the first node. */
  readonly originMm: readonly number[];
  readonly alongRow: readonly number[];
  readonly alongColumn: readonly number[];
  /** Along a row, down a column, from plane to plane. */
  readonly spacingMm: readonly [number, number, number];
  readonly size: readonly [number, number, number];
  /** x, y, z of each node, rows first, in mm; NaN where the deformation is undefined. */
  readonly displacementMm: Float32Array;
}

/** One source frame of a Deformable Spatial Registration. */
export interface DeformableItem {
  /** The frame that the points end in. */
  readonly sourceFrameOfReferenceUid: string;
  readonly before?: RegistrationMatrix;
  readonly after?: RegistrationMatrix;
  readonly grid?: DeformationGrid;
}

/**
 * A Deformable Spatial Registration. Direction, stated here once (PS3.3 C.20.3.1.1): a point x of the registered frame,
 * which is `frameOfReferenceUid` of the object, goes to `after · (before · x + displacement at x)` in the item's source
 * frame. That is the other way round than the matrices of a Spatial Registration.
 */
export interface DeformableSpatialRegistration extends DicomHeader {
  readonly kind: 'deformable-registration';
  /** The registered frame: where all items' points come from. */
  readonly frameOfReferenceUid: string;
  readonly items: readonly DeformableItem[];
}
