import type { CaseCourseInput } from '../case/case-inputs';
import type { CourseReach } from '../findings/dose';

/** Share of an organ's volume whose dose is known: of each role's courses, and of all of them together. */
export interface KnownShares {
  readonly prior: number;
  readonly planned: number;
  readonly cumulative: number;
  /** Each course with a dose grid by itself, where one of them reaches a part, and all together reach less than that. */
  readonly courses?: readonly CourseReach[];
}

/** Below this share, it is rounding at the edge of a grid. */
const EDGE = 1e-6;

/** @param shareOf the share on which the dose of every course that is asked for is known. */
export function knownShares(
  courses: readonly CaseCourseInput[],
  shareOf: (isAsked: (course: CaseCourseInput) => boolean) => number,
): KnownShares {
  const cumulative = shareOf(() => true);
  const shares = {
    prior: shareOf(({ role }) => role === 'prior'),
    planned: shareOf(({ role }) => role === 'planned'),
    cumulative,
  };
  if (cumulative >= 1 - EDGE) return shares;
  const gridded = courses.filter(({ phases }) => phases.some(({ dose }) => dose.kind === 'grid'));
  const each = gridded.map((course) => ({ course: course.name, share: shareOf((other) => other === course) }));
  const isLessThanEach = each.every(({ share }) => share > cumulative + EDGE);
  return isLessThanEach ? { ...shares, courses: each } : shares;
}
