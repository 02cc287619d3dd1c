import { printable } from '../printable';
import type { CaseFile } from './case-file';

/**
 * A case whose names of ROIs are written as those of a structure set are read: what cannot be seen in them as escapes.
 * A case that has such a name as the file has it still means that ROI.
 */
export function withVisibleNames(caseFile: CaseFile): CaseFile {
  const { courses, derived, organs, answers, constraints } = caseFile;
  return {
    ...caseFile,
    courses: courses.map((course) => ({
      ...course,
      ...(course.targets && { targets: visible(course.targets) }),
      ...(course.organDoses && { organDoses: visible(course.organDoses) }),
      phases: course.phases.map((phase) => (phase.organDoses ? { ...phase, organDoses: visible(phase.organDoses) } : phase)),
    })),
    ...(derived && { derived: visible(derived) }),
    ...(organs && { organs: withVisibleKeys(organs) }),
    ...(answers && {
      answers: answers.map((answer) => (answer.roi === undefined ? answer : { ...answer, roi: visible(answer.roi) })),
    }),
    // The name of a set may be the path of a table.
    ...(Array.isArray(constraints) && {
      constraints: constraints.map((each) =>
        typeof each === 'object' && typeof each.organ === 'string' ? { ...each, organ: visible(each.organ) } : each,
      ),
    }),
  };
}

const withVisibleKeys = <Value>(entries: Readonly<Record<string, Value>>): Record<string, Value> =>
  Object.fromEntries(Object.entries(entries).map(([name, value]) => [printable(name), value]));

function visible<T>(value: T): T {
  if (typeof value === 'string') return printable(value) as T;
  if (Array.isArray(value)) return value.map(visible) as T;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [printable(name), visible(each)])) as T;
}
