import type { CaseCourseInput } from '../case/case-inputs';
import { LIMIT_TOLERANCE } from '../figure-digits';
import { type Finding, makeFinding } from '../findings/finding';
import type { ReasonFacts } from '../findings/reasons';
import type { GoalResult, OrganResult } from './assessment';

/*
 * A limit outside of its source's conditions is no limit, but that a set asks nothing of the case, or that a figure is
 * above such a limit, must not pass in silence.
 */

type Judged = GoalResult & { readonly roi: string };

/** Sets none of whose goals applies to the case, and those with a figure beyond a limit that does not apply. */
export function sourceFindings(organs: readonly OrganResult[], courses: readonly CaseCourseInput[]): Finding[] {
  const goals = organs.flatMap(({ roi, goals: its }) => its.map((goal): Judged => ({ ...goal, roi })));
  return [...new Set(goals.map(({ set }) => set))].flatMap((set): Finding[] => {
    const own = goals.filter((goal) => goal.set === set);
    const outside = own.filter(isOutside);
    const beyond = outside
      .filter(isBeyond)
      .map(({ roi, goal, value, limit, unit }) => ({ roi, goal, value: value!, limit, unit }));
    const isWhole = outside.length === own.length;
    if (!isWhole && beyond.length === 0) return [];
    const conditions = distinctConditions(isWhole ? outside : outside.filter(isBeyond));
    const phases = courses.find(({ role }) => role === 'planned')?.phases ?? [];
    const asksFractions = conditions.some(({ condition }) => condition.startsWith('plannedFractions'));
    const facts = {
      set: own[0].setTitle,
      isWhole,
      conditions,
      beyond,
      ...(asksFractions && phases.length > 1 && { phaseFractions: phases.map(({ fractions }) => fractions) }),
    };
    // A set whose every figure is within its limits only says what it is not for.
    return [makeFinding('outside-sources', beyond.length > 0 ? 'warning' : 'info', facts)];
  });
}

const isOutside = ({ verdict, code }: GoalResult): boolean => verdict === 'not applicable' && code === 'outside-source';

/** Whether the figure would break the limit if it applied. */
function isBeyond({ goal, value, limit }: GoalResult): boolean {
  if (value === null) return false;
  return goal.includes('>') ? value < limit * (1 - LIMIT_TOLERANCE) : value > limit * (1 + LIMIT_TOLERANCE);
}

/** The condition that is missed, each once: values in an organ differ, and one tells. */
function distinctConditions(goals: readonly GoalResult[]): ReasonFacts['outside-source'][] {
  const byCondition = new Map<string, ReasonFacts['outside-source']>();
  for (const { facts } of goals) {
    const missed = facts as ReasonFacts['outside-source'];
    byCondition.set(`${missed.condition} ${missed.limit}`, missed);
  }
  return [...byCondition.values()];
}
