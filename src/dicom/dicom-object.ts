import type { CtImage } from './ct-image';
import type { DicomHeader } from './dicom-header';
import type { RtDose } from './rt-dose';
import type { RtPlan } from './rt-plan';
import type { RtStructureSet } from './rt-structure-set';
import type { DeformableSpatialRegistration, SpatialRegistration } from './spatial-registration';

/** An object that is read for what it is and whom it belongs to, and no further. */
export interface OtherObject extends DicomHeader {
  readonly kind: 'other';
  /** The SOP class in plain language: "MR image". */
  readonly sopClass: string;
}

/** One DICOM object, told apart by `kind`. */
export type DicomObject =
  | RtDose
  | RtStructureSet
  | RtPlan
  | SpatialRegistration
  | DeformableSpatialRegistration
  | CtImage
  | OtherObject;
