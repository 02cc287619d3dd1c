import type { CaseInputs } from '../../case/case-inputs';
import { sliceSpacingMm } from '../../case/slice-spacing';
import type { Steps } from '../../case/steps';
import type { Roi, RtStructureSet } from '../../dicom/rt-structure-set';
import type { SlabResult } from '../../geometry/contours-to-slabs';

/** The solid of a drawn ROI by the name that no other has; undefined where it has no volume in the frame. */
export function drawnSolid(
  name: string,
  structures: RtStructureSet,
  frameOfReferenceUid: CaseInputs['frameOfReferenceUid'] | undefined,
  { slabsOfRoi }: Pick<Steps, 'slabsOfRoi'>,
): SlabResult | undefined {
  const spacing = sliceSpacingMm(structures);
  const inFrame = structures.rois.filter(
    (roi) => (roi.frameOfReferenceUid ?? structures.frameOfReferenceUid ?? frameOfReferenceUid) === frameOfReferenceUid,
  );
  const own = inFrame.filter((roi) => roi.name === name);
  // An ROI that is really called `Name#3` keeps that name.
  const isNumbered = ({ name: shared, number }: Roi) => [`${shared}#${number}`, `"${shared}"#${number}`].includes(name);
  const named = own.length > 0 ? own : inFrame.filter(isNumbered);
  const solids = named.map(({ contours }) => slabsOfRoi({ name, contours, sliceSpacingMm: spacing }));
  return solids.find(({ stack }) => stack !== undefined);
}
