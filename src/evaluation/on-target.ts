import type { CaseCourseInput, Region } from '../case/case-inputs';
import { isTarget } from '../case/organ-by-name';
import type { GoalResult, OrganResult } from './assessment';
import { isHelpedByDose } from './helped-by-dose';

/**
 * Marks the exceeded goals that are of a planned target itself. Planned targets are those that the case names; where it
 * names none, whatever is a target. Another target is one where the goal needs more dose: a limit from above on it may be
 * for a volume that is not treated again.
 */
export function withGoalsOnTargets(
  organ: OrganResult,
  { name, organ: id }: Pick<Region, 'name' | 'organ'>,
  courses: readonly CaseCourseInput[],
): OrganResult {
  const named = courses.flatMap(({ role, targets }) => (role === 'planned' ? targets.map(({ roi }) => roi) : []));
  const isNamed = named.includes(name);
  const isOne = id !== undefined && isTarget(id);
  if (!isNamed && !isOne) return organ;
  const isOn = (goal: GoalResult) =>
    goal.verdict === 'exceeded' && goal.scope !== 'prior' && (isNamed || named.length === 0 || isHelpedByDose(goal));
  return { ...organ, goals: organ.goals.map((goal) => (isOn(goal) ? { ...goal, onTarget: true } : goal)) };
}
