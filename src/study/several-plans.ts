import type { DoseHeader } from '../dicom/rt-dose';

/** Whether a dose is of several plans at once, by its kind or by what it references. */
export const isOfSeveralPlans = ({
  doseSummationType,
  referencedPlans,
}: Pick<DoseHeader, 'doseSummationType' | 'referencedPlans'>): boolean =>
  doseSummationType === 'MULTI_PLAN' || referencedPlans.length > 1;
