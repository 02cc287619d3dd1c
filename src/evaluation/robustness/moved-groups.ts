import type { CaseCourseInput } from '../../case/case-inputs';
import type { CoursePaths } from '../../case/course-paths';

/** Courses that one registration carries, and that can be wrong together alone. */
export interface MovedGroup {
  readonly role: 'prior' | 'planned';
  /** Their places among the courses of the case. */
  readonly courses: readonly number[];
  readonly names: readonly string[];
}

/**
 * The courses that are moved against the anatomy, those that share a frame of reference together: every prior course
 * with a dose grid, and planned ones that a registration carries. A planned course on the anatomy's own frame is where
 * the anatomy is.
 */
export function movedGroups(courses: readonly CaseCourseInput[], paths: CoursePaths): MovedGroup[] {
  const groups = new Map<string, { role: MovedGroup['role']; courses: number[]; names: string[] }>();
  courses.forEach(({ role, name, phases }, c) => {
    const path = paths[c];
    if (!path || !phases.some(({ dose }) => dose.kind === 'grid')) return;
    if (role === 'planned' && path.links.length === 0) return;
    const key = `${role} ${path.toFrameUid}`;
    const group = groups.get(key) ?? { role, courses: [], names: [] };
    group.courses.push(c);
    group.names.push(name);
    groups.set(key, group);
  });
  return [...groups.values()];
}

/** The plain case, of which nothing need be said but how that course is moved. */
export const isOnePriorCourse = (groups: readonly MovedGroup[]): boolean =>
  groups.length === 1 && groups[0].role === 'prior' && groups[0].courses.length === 1;
