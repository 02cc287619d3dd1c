import type { CaseInputs } from '../case/case-inputs';
import { isMirror } from '../dicom/matrix-findings';
import { type Finding, makeFinding } from '../findings/finding';
import { nearestMatrix } from '../geometry/nearest-matrix';
import { affinePart } from '../geometry/point-map';
import { rotationDegrees } from '../geometry/transform';
import type { FramePath } from '../registration/frame-path';

/** Coordinates follow the patient, however he lies: from half a right angle on a registration takes one axis for another. */
const MOST_TURN_DEGREES = 45;

/** Courses that their registration turns so far that it cannot be of two scans of one patient: each asks. */
export function turnFindings({ courses, files, regions }: CaseInputs, paths: readonly (FramePath | undefined)[]): Finding[] {
  const stacks = regions.map(({ stack }) => stack);
  return courses.flatMap(({ name: course }, c): Finding[] => {
    const { map, links } = paths[c] ?? { links: [] };
    if (!map || links.length === 0) return [];
    const degrees = rotationDegrees(nearestMatrix(map, stacks));
    if (!(degrees > MOST_TURN_DEGREES)) return [];
    const file = links.map(({ source }) => source).find((source) => files.some(({ path }) => path === source));
    const place = { course, ...(file !== undefined && { file }), answerable: true } as const;
    return [makeFinding('registration-turns', 'error', { course, degrees }, place)];
  });
}

/**
 * Courses that a matrix written in the case carries into their mirror image: each asks, accepted or not. A registration
 * file asks where it is read, and is answered by its hash; the case file has none that an answer could name.
 */
export function mirrorFindings({ courses, files }: CaseInputs, paths: readonly (FramePath | undefined)[]): Finding[] {
  const isFile = (source: string) => files.some(({ path }) => path === source);
  return courses.flatMap(({ name: course }, c): Finding[] => {
    const links = paths[c]?.links ?? [];
    const isMirrored = links.some(({ source, map }) => !isFile(source) && isMirror(affinePart(map)));
    return isMirrored ? [makeFinding('registration-mirrors', 'error', {}, { course, answerable: true })] : [];
  });
}
