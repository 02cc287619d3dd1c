import type { RtStructureSet } from '../dicom/rt-structure-set';
import { type Finding, makeFinding } from '../findings/finding';
import type { CaseFile } from './case-file';
import type { CaseCourseInput } from './case-inputs';

const MOST_NAMED = 12;

/**
 * Targets of courses whose contours the case has, and that are not among them. A prior course without a structure set
 * of its own may have targets that nobody has drawn here.
 */
export function targetRoiFindings(
  { courses, derived = {} }: CaseFile,
  read: readonly CaseCourseInput[],
  anatomy: RtStructureSet,
): Finding[] {
  return courses.flatMap((course, c) => {
    const own = read[c].structures;
    if (!own && course.role === 'prior') return [];
    const here = course.role === 'planned' ? [anatomy, ...(own ? [own] : [])] : [own!];
    const rois = [...new Set(here.flatMap((set) => set.rois.map(({ name }) => name)))];
    return (course.targets ?? []).flatMap(({ roi }): Finding[] => {
      if (here.some((set) => has(set, roi)) || Object.hasOwn(derived, roi)) return [];
      const there = rois.slice(0, MOST_NAMED);
      const facts = { course: read[c].name, roi, rois: there, more: rois.length - there.length };
      return [makeFinding('target-not-drawn', 'warning', facts, { course: read[c].name })];
    });
  });
}

/** By its name, or by its name and number. */
const has = ({ rois }: RtStructureSet, wanted: string): boolean =>
  rois.some(({ name, number }) => [name, `${name}#${number}`, `"${name}"#${number}`].includes(wanted));
