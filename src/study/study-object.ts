import type { CtHeader } from '../dicom/ct-image';
import type { OtherObject } from '../dicom/dicom-object';
import type { DoseHeader } from '../dicom/rt-dose';
import type { RtPlan } from '../dicom/rt-plan';
import type { RtStructureSet } from '../dicom/rt-structure-set';
import type { DeformableSpatialRegistration, SpatialRegistration } from '../dicom/spatial-registration';

/** An object of a study: pixels of doses and CT images are not needed to see what belongs together. */
export type StudyObject =
  | DoseHeader
  | CtHeader
  | RtStructureSet
  | RtPlan
  | SpatialRegistration
  | DeformableSpatialRegistration
  | OtherObject;
