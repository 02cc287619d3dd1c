import type { RtStructureSet } from '../dicom/rt-structure-set';
import { type Finding, makeFinding } from '../findings/finding';
import { InputError } from '../input-error';
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

/**
 * Of two doses of one target nobody knows which a headroom is to be told in.
 * @throws InputError where the planned course's targets have an ROI twice, by whichever of its names, with two doses.
 */
export function refuseTwoDoses({ courses }: CaseFile, { rois }: RtStructureSet, casePath: string): void {
  for (const [c, { role, targets = [] }] of courses.entries()) {
    if (role !== 'planned') continue;
    const numberOf = (wanted: string) => rois.find((roi) => has({ rois: [roi] }, wanted))?.number ?? wanted;
    for (const [n, { roi, doseGy }] of targets.entries()) {
      const first = targets.slice(0, n).find((each) => numberOf(each.roi) === numberOf(roi) && each.doseGy !== doseGy);
      if (!first) continue;
      throw new InputError({
        file: casePath,
        where: `courses[${c}].targets[${n}]`,
        found: `a second dose of ${roi}: ${doseGy} Gy beside ${first.doseGy} Gy`,
        needed: 'each target once, with what all phases together prescribe to it',
      });
    }
  }
}

/** By its name, or by its name and number. */
const has = ({ rois }: Pick<RtStructureSet, 'rois'>, wanted: string): boolean =>
  rois.some(({ name, number }) => [name, `${name}#${number}`, `"${name}"#${number}`].includes(wanted));
