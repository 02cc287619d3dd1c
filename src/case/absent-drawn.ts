import { matchOrgan } from '../constraints/organ-names';
import type { RtStructureSet } from '../dicom/rt-structure-set';
import { type Finding, makeFinding } from '../findings/finding';
import { absentOrgans } from './absent-organs';
import type { CaseFile } from './case-file';
import type { CaseCourseInput, Region } from './case-inputs';
import { baseOf, wholeOf } from './required-organs';

/*
 * A person says that the patient has no such organ, and somebody has drawn it: one of the two is wrong, or the organ was
 * taken out since. That is asked, whichever set it is drawn in.
 */

/** The organ that an ROI is, or that it is a margin or a part of; undefined of a name that is not known. */
function organBehind(roi: string): string | undefined {
  const { organ, prvOf } = matchOrgan(roi);
  return prvOf ?? (organ === undefined ? undefined : (baseOf(organ) ?? organ));
}

/**
 * Asks of each contoured ROI of the planned and of the courses' own structure sets that is, or is made around, an organ
 * that is said to be absent.
 */
export function absentDrawnFindings(
  caseFile: CaseFile,
  structures: RtStructureSet,
  regions: readonly Region[],
  courses: readonly CaseCourseInput[],
): Finding[] {
  const absent = absentOrgans(caseFile);
  if (absent.size === 0) return [];
  const said = (organ: string | undefined) =>
    organ === undefined ? undefined : [organ, wholeOf(organ)].find((each) => absent.has(each));
  const asked = (set: RtStructureSet, course: string | undefined) =>
    set.rois.flatMap((roi): Finding[] => {
      const region = course === undefined ? regions.find((each) => each.roi?.number === roi.number) : undefined;
      const organ = said(organBehind(roi.name)) ?? said(region?.organ);
      if (organ === undefined || roi.contours.length === 0) return [];
      const name = region?.name ?? roi.name;
      const facts = { organ, rois: [name], ...(course !== undefined && { course }) };
      return [makeFinding('absent-organ-drawn', 'error', facts, { file: set.file, roi: name, answerable: true })];
    });
  const others = courses.flatMap(({ name, structures: own }) => (own && own.file !== structures.file ? [{ name, own }] : []));
  return [...asked(structures, undefined), ...others.flatMap(({ name, own }) => asked(own, name))];
}
