import type { GoalResult, OrganEntry } from '../evaluation/assessment';
import { unusualBasis } from '../figures/goal-basis';
import { isTheMost, isUpperLimit, shownExcess, shownShare, shownValue } from '../figures/goal-reading';
import { headroomReserves } from '../figures/headroom-words';
import { asWritten } from '../figures/number-format';
import { recoveryOfGoal } from '../figures/recovery-words';
import { bestCaseWords, worstCaseWords } from '../figures/registration-words';
import {
  allowedDoses,
  goalWords,
  leavesMuch,
  limitWords,
  modelWords,
  quantityWords,
  reserveWords,
  scaleWords,
  scopeWords,
  untilWords,
} from '../figures/wording';

const NBSP = '\u00a0';
const unitBehind = (goal: GoalResult): string => (goal.unit ? NBSP + goal.unit : '');

/** What is said of a goal on page one: the one thing to read, why it is so, and what it rests on. */
export interface Said {
  readonly lead: string;
  readonly why?: string | undefined;
  readonly rest: string;
}

/** `EQD2, α/β = 2 Gy · all courses together · after 50.0 % recovery · HyTEC, spinal cord re-irradiation` */
function conditions(goal: GoalResult): string {
  const scope = scopeWords(goal.scope) + reserveWords(goal);
  const models = (goal.models ?? []).map(modelWords);
  return [quantityWords(goal), scope, ...models, recoveryOfGoal(goal), goal.setTitle].filter(Boolean).join(' · ');
}

/** `Dmax 61.3 Gy` */
const valueClause = (goal: GoalResult): string =>
  `${goalWords(goal.figure)} ${shownValue(goal)}${unitBehind(goal)}`.replaceAll(' ', NBSP);

/** ` (107.6 % of it)`: only for upper limits, where more is worse. */
function shareClause(goal: GoalResult): string {
  const share = isUpperLimit(goal) ? shownShare(goal) : undefined;
  return share === undefined ? '' : ` (${share}${NBSP}% of it)`;
}

/** An exceeded goal: by how much, and what planned dose would meet it. */
export function saidOfExceeded(goal: GoalResult): Said {
  const inTarget = goal.inTarget && goal.reason ? sentence(goal.reason) : undefined;
  const most = goal.code === 'value-is-the-most' && goal.reason ? sentence(goal.reason) : undefined;
  const best = bestCaseWords(goal);
  const isOne = goal.bestCase?.cause.groups === undefined;
  const placed = best && `Exceeded as ${isOne ? 'the prior course is' : 'the courses are'} placed; ${best}`;
  return {
    lead: sentence(excessWords(goal)),
    why: [inTarget, most, wayBack(goal), placed && sentence(placed)].filter(Boolean).join(' ') || undefined,
    rest: conditions(goal),
  };
}

function excessWords(goal: GoalResult): string {
  const excess = shownExcess(goal);
  if (excess === undefined) return `${goalWords(goal.goal)} is exceeded`;
  const limit = `the limit of ${asWritten(goal.limit, goal.unit)}`;
  if (Number(excess) === 0) return `${valueClause(goal)}: at ${limit}, which must not be reached`;
  const side = isUpperLimit(goal) ? 'above' : 'below';
  const unit = goal.unit === '%' ? `${NBSP}percentage points` : unitBehind(goal);
  return `${valueClause(goal)}: ${excess}${unit} ${side} ${limit}${shareClause(goal)}`;
}

function wayBack(goal: GoalResult): string | undefined {
  const { headroom } = goal;
  if (!headroom) return undefined;
  if ('reason' in headroom) return sentence(capital(headroom.reason));
  const doses = allowedDoses(headroom);
  return `Met with the planned dose at ${scaleWords(headroom)}${doses ? `: ${doses}` : ''}${reserveWords(goal)}.`;
}

/** A goal without a verdict: what was asked and why there is no answer. */
export function saidOfOpen(goal: GoalResult): Said {
  const value = shownValue(goal);
  const found =
    value === undefined
      ? ''
      : ` ${isTheMost(goal) ? 'At the most' : 'Computed as far as it can be'}: ${value}${unitBehind(goal)}${besideLimit(goal)}.`;
  return {
    lead: `${goalWords(goal.goal)}: met or not is unknown.`,
    why: sentence(capital(goal.reason ?? 'no reason was given')) + found,
    rest: conditions(goal),
  };
}

/** On which side of the limit a figure without a verdict lies, where that is the wrong one. */
function besideLimit(goal: GoalResult): string {
  const { value, limit, unit } = goal;
  if (value === null || isTheMost(goal)) return '';
  const isUpper = isUpperLimit(goal);
  if (isUpper ? value <= limit : value >= limit) return '';
  return `, ${isUpper ? 'above' : 'below'} the limit of ${asWritten(limit, unit)}`;
}

/** A goal whose source did not study such a case: why, and what the figure is here. */
export function saidOfNotApplicable(goal: GoalResult): Said {
  const value = shownValue(goal);
  const figure = value === undefined ? '' : ` Here: ${value}${unitBehind(goal)}.`;
  return {
    lead: `${goalWords(goal.goal)}: no limit for this case.`,
    why: sentence(capital(goal.reason ?? 'no reason was given')) + figure,
    rest: conditions(goal),
  };
}

/** A met goal that is exceeded when the prior course is moved: by how much, and which way. */
export function saidOfTurned(goal: GoalResult): Said {
  return {
    lead: sentence(`${valueClause(goal)}, limit ${limitWords(goal)}: met`),
    why: [sentence(capital(worstCaseWords(goal) ?? '')), leftAsPlaced(goal)].filter(Boolean).join(' '),
    rest: conditions(goal),
  };
}

/** What such a goal leaves: no more than as placed. */
function leftAsPlaced({ headroom, ...goal }: GoalResult): string | undefined {
  if (!headroom || 'reason' in headroom) return undefined;
  const doses = allowedDoses(headroom);
  const upTo = leavesMuch(headroom) || headroom.from ? '' : 'up to ';
  return `Planned dose: ${upTo}${scaleWords(headroom)}${headroomReserves(goal)}${doses ? `: ${doses}` : ''}.`;
}

/** A met goal: what is left, where it stands, and by what rules where they are not the usual ones. */
export function saidOfMet(goal: GoalResult, organ: OrganEntry): Said {
  const stands = `${valueClause(goal)}, limit ${limitWords(goal)}${shareClause(goal)}`;
  const { headroom } = goal;
  const reserve = reserveWords(goal);
  const basis = unusualBasis(goal, organ);
  const said = (words: readonly (string | undefined)[]) => words.filter(Boolean).join(' · ');
  if (!headroom) return { lead: stands + reserve, rest: said([...basis, 'Headroom was not computed.']) };
  if ('reason' in headroom) return { lead: stands + reserve, rest: said([...basis, sentence(capital(headroom.reason))]) };
  return {
    lead: (leavesMuch(headroom) || headroom.from ? '' : 'up to ') + scaleWords(headroom) + reserve,
    rest: said([allowedDoses(headroom), untilWords(headroom), stands, ...basis]),
  };
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
/** With a full stop at its end. */
export const sentence = (text: string): string => (/[.!?。]$/.test(text.trim()) ? text.trim() : `${text.trim()}.`);
