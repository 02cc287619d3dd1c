import type { GoalResult, WorstCaseResult } from '../evaluation/assessment';

/** A goal whose verdict hangs on where the prior courses lie. */
export interface Turn {
  /** `worse`: met becomes exceeded. `better`: exceeded becomes met, and stays exceeded as placed. `other`: the rest. */
  readonly way: 'worse' | 'better' | 'other';
  readonly to: WorstCaseResult;
}

/** What another place of the prior courses within the margin makes of a verdict, either way; undefined where it stands. */
export function turnOf({
  verdict,
  worstCase,
  bestCase,
}: Pick<GoalResult, 'verdict' | 'worstCase' | 'bestCase'>): Turn | undefined {
  if (worstCase?.turnsVerdict)
    return { way: verdict === 'met' && worstCase.verdict === 'exceeded' ? 'worse' : 'other', to: worstCase };
  if (bestCase?.turnsVerdict) return { way: 'better', to: bestCase };
  return undefined;
}

/** How many mandatory goals turn one way. */
export const turnedCount = (goals: readonly GoalResult[], way: Turn['way']): number =>
  goals.filter((goal) => goal.mandatory && turnOf(goal)?.way === way).length;
