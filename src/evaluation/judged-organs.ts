import type { CaseInputs } from '../case/case-inputs';
import { baseOf, requiredOrgans, sidesOf } from '../case/required-organs';
import { isGoalWith } from '../constraints/goal-roles';
import { type Finding, makeFinding } from '../findings/finding';
import type { GoalResult, OrganEntry } from './assessment';

/** Required organs that the goals of a case do not judge for the sum of its courses. */
export interface NotJudged {
  readonly organs: readonly string[];
  /** Of these, those that mandatory goals on the prior or the planned courses alone ask of. */
  readonly alone: readonly string[];
}

/**
 * Required organs of which no mandatory goal asks anything in this case of the dose of all courses together, missing ones
 * too: that none is exceeded then says nothing of that sum. One that the patient is said not to have is none of them.
 * @param asked the organs that the goals of each result ask of, in their order: an ROI of the organ's name that the case
 *   takes for another organ is held to both.
 */
export function organsNotJudged(
  results: readonly OrganEntry[],
  { caseFile, courses }: Pick<CaseInputs, 'caseFile' | 'courses'>,
  asked: readonly (readonly string[])[],
): NotJudged {
  const isSum = (['prior', 'planned'] as const).every((role) => courses.some((course) => course.role === role));
  const isOfSum = (goal: GoalResult) => isAsked(goal) && (!isSum || isOnSum(goal));
  const isJudged = (organ: string, by: (goal: GoalResult) => boolean) =>
    results.some(
      ({ organ: own, goals }, n) =>
        (isOf(own, organ) && goals.some(by)) || goals.some((goal, g) => by(goal) && asked[n]?.[g] === organ),
    );
  const organs = requiredOrgans(caseFile).filter((organ) => {
    const isAbsent = results.some((result) => result.roi === null && result.organ === organ && result.absent !== undefined);
    return !isAbsent && !isJudged(organ, isOfSum);
  });
  return { organs, alone: organs.filter((organ) => isJudged(organ, isAsked)) };
}

/** That they are not judged; what is missing is told as such. */
export function judgedOrgansFindings({ organs, alone }: NotJudged, results: readonly OrganEntry[]): Finding[] {
  const isThere = (organ: string) => !results.some((result) => result.roi === null && result.organ === organ);
  const [there, own] = [organs, alone].map((each) => each.filter(isThere));
  const facts = { organs: there, ...(own.length > 0 && { alone: own }) };
  return there.length > 0 ? [makeFinding('required-organ-not-judged', 'warning', facts)] : [];
}

const isAsked = ({ mandatory, verdict }: GoalResult) => mandatory && verdict !== 'not applicable';

/** Whether a goal is on a dose that the prior and the planned courses both go into. */
const isOnSum = ({ goal, scope, metricScope = scope }: GoalResult): boolean =>
  isGoalWith('prior', { goal, scope: metricScope }) && isGoalWith('planned', { goal, scope: metricScope });

/** The organ itself, its sides, and its parts. */
const isOf = (organ: string | null | undefined, whole: string): boolean =>
  organ !== null && organ !== undefined && [whole, ...sidesOf(whole)].some((each) => each === organ || each === baseOf(organ));
