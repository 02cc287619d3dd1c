import type { FindingCode, FindingFacts } from '../findings/english';
import { type Finding, type FindingOf, makeFinding } from '../findings/finding';
import { type GoalOtherwise, isMilder, isTurned } from '../findings/otherwise';

/*
 * What the case sets against tables, sources and plans, as page one has it: the goals of which the verdict would be
 * another one without it, and of those that are only the milder by it the one that is nearest to its limit.
 */

/** The findings of that kind, each with the goals that it changes. */
const CODES = ['goal-alpha-beta-own'] as const;
type OwnValueCode = (typeof CODES)[number];

const isOwnValue = (finding: Finding): finding is Extract<Finding, { code: OwnValueCode }> =>
  (CODES as readonly FindingCode[]).includes(finding.code);

/** A finding with the goals that page one names; itself where it is none of these, undefined where no goal is named. */
export function onPageOne(finding: Finding): Finding | undefined {
  if (!isOwnValue(finding)) return undefined;
  const goals = telling(finding.facts.goals);
  return goals.length === 0 ? undefined : narrowed(finding, goals as typeof finding.facts.goals);
}

const narrowed = <Code extends OwnValueCode>(
  { code, severity, facts, roi }: FindingOf<Code>,
  goals: FindingFacts[Code]['goals'],
): Finding => makeFinding(code, severity, { ...facts, goals } as FindingFacts[Code], { ...(roi && { roi }) }) as Finding;

/** Turned goals, gravest first; where there is none, the mandatory one that is milder and nearest to its limit. */
export function telling<Goal extends GoalOtherwise>(goals: readonly Goal[]): readonly Goal[] {
  const turned = goals.filter(isTurned);
  if (turned.length > 0) return turned;
  const milder = goals.filter((goal) => goal.mandatory && isMilder(goal) && isJudged(goal));
  return milder.toSorted((a, b) => nearness(b) - nearness(a)).slice(0, 1);
}

const isJudged = ({ verdict }: GoalOtherwise): boolean => verdict === 'met' || verdict === 'exceeded';

/** How far a goal's value otherwise is towards its limit, or past it. */
function nearness({ goal, limit, otherwise: { value = 0 } }: GoalOtherwise): number {
  const share = limit === 0 ? 0 : value / limit;
  return goal.includes('<') ? share : -share;
}
