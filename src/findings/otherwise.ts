import { amountOf, type FigureUnit } from '../figure-digits';
import type { Verdict } from '../verdict';

/** What a goal comes to. */
export type Outcome = {
  readonly verdict: Verdict;
  /** Left out where it cannot be had. */
  readonly value?: number;
};

/** A goal as it is judged by what the case sets, and what it would come to by what the tables or the plan have. */
export type GoalOtherwise = Outcome & {
  readonly roi: string;
  readonly goal: string;
  readonly limit: number;
  readonly unit: FigureUnit;
  readonly mandatory: boolean;
  /** Left out of cumulative EQD2. */
  readonly quantity?: 'bed' | 'physical';
  readonly scope?: 'prior' | 'planned';
  readonly otherwise: Outcome;
};

/** A goal with an α/β of its own; `otherGy` is the table's, or the organ's where the table has none. */
export type GoalOfOwnAlphaBeta = GoalOtherwise & { readonly ownGy: number; readonly otherGy: number };

/** A goal that forgives prior dose; the share of each course where they differ. */
export type GoalForgiving = GoalOtherwise & {
  readonly recovery: number;
  readonly recoveryOfCourses?: readonly { readonly course: string; readonly share: number }[];
};

/** `25.0 %`, or `A 30.0 %, B 10.0 %`. */
export function forgivenShares({ recovery, recoveryOfCourses }: GoalForgiving, comma: string): string {
  const share = (of: number) => amountOf(100 * of, '%');
  return recoveryOfCourses?.map((each) => `${each.course} ${share(each.share)}`).join(comma) ?? share(recovery);
}

/** A half-time of repair that the case sets against the table's. */
export type OwnHalfTime = {
  readonly roi: string;
  readonly ownHours: number;
  readonly tableHours: number;
  /** The structures it is made from and whose half-time it is; left out where the case sets it for this one. */
  readonly from?: readonly string[];
  /** What changes by it. */
  readonly goals: readonly GoalOtherwise[];
};

/** How a language says what is the same in every such sentence. */
export interface OtherwiseWords {
  readonly verdicts: Readonly<Record<Verdict, string>>;
  readonly quantities: Readonly<Record<'bed' | 'physical', string>>;
  readonly scopes: Readonly<Record<'prior' | 'planned', string>>;
  readonly comma: string;
  readonly colon: string;
  readonly semicolon: string;
}

export const IN_ENGLISH: OtherwiseWords = {
  verdicts: {
    met: 'met',
    exceeded: 'exceeded',
    'not evaluable': 'not evaluable',
    'not applicable': 'not applicable',
  },
  quantities: { bed: 'BED', physical: 'physical dose' },
  scopes: { prior: 'prior courses alone', planned: 'planned course alone' },
  comma: ', ',
  colon: ': ',
  semicolon: '; ',
};

/** `Dmax < 57 Gy (planned course alone, α/β 20 Gy): met, 51.2 Gy; with the table's 2 Gy: exceeded, 59.3 Gy`. */
export function besides(words: OtherwiseWords, goal: GoalOtherwise, by: string | undefined, otherwise: string): string {
  const { comma, colon, semicolon, quantities, scopes } = words;
  const kind = [goal.quantity && quantities[goal.quantity], goal.scope && scopes[goal.scope], by].filter(Boolean).join(comma);
  const name = kind === '' ? goal.goal : `${goal.goal} (${kind})`;
  const outcome = ({ verdict, value }: Outcome) =>
    [words.verdicts[verdict], value !== undefined && amountOf(value, goal.unit, goal.limit)].filter(Boolean).join(comma);
  return `${name}${colon}${outcome(goal)}${semicolon}${otherwise}${colon}${outcome(goal.otherwise)}`;
}

/** Whether a value is the milder one for its goal: lower under an upper limit, higher above a least figure. */
export function isMilder({ goal, value, otherwise }: GoalOtherwise): boolean {
  if (value === undefined || otherwise.value === undefined) return false;
  return goal.includes('<') ? value < otherwise.value : value > otherwise.value;
}

/** Whether the verdict is another one. */
export const isTurned = ({ verdict, otherwise }: GoalOtherwise): boolean => verdict !== otherwise.verdict;

/**
 * What of goals has to be read with a verdict: those with another one otherwise; where there is none, of the mandatory ones
 * that are milder the one that is nearest to its limit.
 */
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
