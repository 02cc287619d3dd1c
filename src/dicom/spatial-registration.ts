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

/** A Deformable Spatial Registration (PS3.3 C.20.3): recognised, its deformation field is not read. */
export interface DeformableSpatialRegistration extends DicomHeader {
  readonly kind: 'deformable-registration';
  readonly sourceFrameOfReferenceUids: readonly string[];
}
