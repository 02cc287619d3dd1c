import type { CaseInputs } from '../case/case-inputs';
import type { CoursePaths } from '../case/course-paths';
import { isGoalWith } from '../constraints/goal-roles';
import { type Finding, makeFinding } from '../findings/finding';
import { constraintsOf } from './evaluation-context';
import { NO_CHECK } from './own-anatomy';
import type { PreparedRegion } from './prepared-region';
import { settingsOf } from './settings-of';

/**
 * Prior courses whose registration nothing checks in organs with mandatory goals that their dose goes into: the course's
 * own structures have no such organ, or the case names none. Told once for each course; where neither an organ nor a
 * landmark speaks for it, that somebody accepted it is all that there is.
 */
export function uncheckedOrganFindings(inputs: CaseInputs, paths: CoursePaths, prepared: readonly PreparedRegion[]): Finding[] {
  const settings = settingsOf(inputs);
  const judged = prepared.filter(({ region }) =>
    constraintsOf(region, settings).some(
      ({ goal, scope, mandatory }) => mandatory && isGoalWith('prior', { goal: goal.text, scope }),
    ),
  );
  const names = new Set(judged.flatMap(({ region }) => region.madeOf));
  const organs = prepared.filter(
    ({ region: { name, organ, derived, isInQuestion } }) =>
      names.has(name) && organ !== undefined && !derived && !isInQuestion && !NO_CHECK.test(organ),
  );
  return inputs.courses.flatMap((course, c): Finding[] => {
    const { name, role, landmarks, structures } = course;
    if (role !== 'prior' || !paths[c] || paths[c].links.length === 0) return [];
    const isCompared = ({ own }: PreparedRegion) => own.some((each) => each.course === c);
    const rois = organs.filter((organ) => !isCompared(organ)).map(({ region }) => region.name);
    if (rois.length === 0) return [];
    const isAlone = landmarks.length === 0 && !prepared.some(isCompared);
    const facts = { course: name, rois, hasStructures: structures !== undefined, isAlone };
    return [makeFinding('registration-not-checked', isAlone ? 'warning' : 'info', facts, { course: name })];
  });
}
