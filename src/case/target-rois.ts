import type { RtStructureSet } from '../dicom/rt-structure-set';
import { type Finding, makeFinding } from '../findings/finding';
import { InputError } from '../input-error';
import type { CaseFile } from './case-file';
import type { CaseCourseInput } from './case-inputs';

const MOST_NAMED = 12;

/**
 * Targets of courses whose contours the case has, and that are not among them. A prior course without a structure set
 * of its own may have targets that nobody has drawn here.
 * @throws InputError where no structure set of the case has an ROI of that name.
 */
export function targetRoiFindings(
  { courses, derived = {} }: CaseFile,
  read: readonly CaseCourseInput[],
  anatomy: RtStructureSet,
  file: string,
): Finding[] {
  const sets = [anatomy, ...read.flatMap(({ structures }) => structures ?? [])];
  return courses.flatMap((course, c) => {
    const own = read[c].structures;
    if (!own && course.role === 'prior') return [];
    const here = course.role === 'planned' ? [anatomy, ...(own ? [own] : [])] : [own!];
    const rois = [...new Set(here.flatMap((set) => set.rois.map(({ name }) => name)))];
    return (course.targets ?? []).flatMap(({ roi }, t): Finding[] => {
      if (here.some((set) => has(set, roi)) || Object.hasOwn(derived, roi)) return [];
      const where = `courses[${c}].targets[${t}].roi`;
      const there = rois.slice(0, MOST_NAMED);
      if (!sets.some((set) => has(set, roi))) {
        const needed = `one of the ROIs there: ${there.join(', ')}${rois.length > there.length ? ', …' : ''}`;
        throw new InputError({ file, where, found: `"${roi}", which is no ROI of the structure sets`, needed });
      }
      const facts = { course: read[c].name, roi, rois: there, more: rois.length - there.length };
      return [makeFinding('target-not-drawn', 'error', facts, { course: read[c].name })];
    });
  });
}

/** By its name, or by its name and number. */
const has = ({ rois }: RtStructureSet, wanted: string): boolean =>
  rois.some(({ name, number }) => [name, `${name}#${number}`, `"${name}"#${number}`].includes(wanted));
