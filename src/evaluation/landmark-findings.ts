import type { CaseInputs } from '../case/case-inputs';
import type { CoursePaths } from '../case/course-paths';
import { type Finding, makeFinding } from '../findings/finding';
import { landmarkErrors } from '../registration/quality/landmark-error';
import { RIGID_MARGIN_MM, shiftMarginMm } from './robustness/shift-margin';

/** A bound of this program's own: so far off no registration of a chest is taken for right. */
export const GROSS_MM = 10;

/**
 * Courses that are carried to another place than their landmarks say. Within the margin by which the prior courses are
 * moved (3 mm where they are not) the worst case has it; beyond it is told, and from 10 mm on it asks.
 */
export function landmarkFindings({ caseFile, courses, files }: CaseInputs, paths: CoursePaths): Finding[] {
  const marginMm = shiftMarginMm(caseFile.robustness, paths) ?? RIGID_MARGIN_MM;
  return courses.flatMap(({ name: course, landmarks }, c): Finding[] => {
    const path = paths[c];
    if (!path || landmarks.length === 0) return [];
    const pairs = landmarks.map(({ name, onAnatomyMm, onCourseMm }) => ({ name, plannedMm: onAnatomyMm, priorMm: onCourseMm }));
    const { all, unknown } = landmarkErrors(path.map, pairs);
    if (!all) return [];
    const { meanMm, maxMm } = all;
    const isGross = meanMm > GROSS_MM;
    if (!isGross && meanMm <= marginMm) return [];
    const facts = { course, count: pairs.length - unknown, meanMm, maxMm, boundMm: isGross ? GROSS_MM : marginMm };
    const file = path.via.find((source) => files.some((each) => each.path === source));
    const place = { course, ...(file !== undefined && { file }) };
    return isGross
      ? [makeFinding('landmarks-contradict-registration', 'error', facts, { ...place, answerable: true })]
      : [makeFinding('landmarks-contradict-registration', 'warning', facts, place)];
  });
}
