import type { TFunction } from 'i18next';
import type { GoalResult } from '../../evaluation/assessment';
import type { ModelUsed } from '../../evaluation/models-used';
import type { Forgiven } from '../../evaluation/recovery-of-courses';
import { doseAsShown } from '../../figures/doses-left';
import { isUpperLimit, shownExcess, shownValue } from '../../figures/goal-reading';
import { asWritten, type FigureUnit, figure, NOT_EVALUABLE } from '../../figures/number-format';
import { sharesText } from '../../figures/recovery-words';
import { isOnlyAsPlaced } from '../../figures/standing';
import { turnOf } from '../../figures/turned-goals';
import { allowedDoses, doseWords, leavesMuch, scaleText, goalWords as written } from '../../figures/wording';
import { type CoreWords, reasonText } from '../words/core-words';
import { type Displaced, displacedOf, type Standing } from './standing';

export type T = TFunction<'assess'>;

/*
 * What is said of goals, in the user's language. Every number comes from the functions that write the report's.
 */

const NBSP = '\u00a0';
const VERDICT_KEYS = {
  met: 'met',
  exceeded: 'exceeded',
  'met as placed': 'metAsPlaced',
  'not evaluable': 'notEvaluable',
  'not applicable': 'notApplicable',
} as const;
const EVIDENCE = ['seen', 'seen-2', 'known', 'user'] as const;

export const verdictWord = (t: T, verdict: Standing): string => t(`verdict.${VERDICT_KEYS[verdict]}`);

/** Of an exceeded goal that another place would turn: `would be met when the prior course is 3 mm off`. */
export function wouldBeMetBy(t: T, goal: GoalResult): string | undefined {
  const turn = turnOf(goal);
  if (turn?.way !== 'better') return undefined;
  const best = shownFigure(t, turn.to.value, goal.unit, goal.limit);
  const displaced = displacedOf(turn.to);
  if (displaced.who === 'courses') return t(keyOfCourses('met', displaced), { moves: movesText(displaced), best });
  const { by } = displaced;
  return by.kind === 'shift'
    ? t('placed.metShift', { mm: oneDecimal(by.mm), best })
    : t('placed.metRotation', { degrees: oneDecimal(by.degrees), best });
}

/** What turns a goal that is met only as placed: `exceeded when the prior course is 3 mm off`. */
export function turnedBy(t: T, worstCase: NonNullable<GoalResult['worstCase']>): string {
  const displaced = displacedOf(worstCase);
  if (displaced.who === 'courses') return t(keyOfCourses('exceeded', displaced), { moves: movesText(displaced) });
  const { by } = displaced;
  return by.kind === 'shift'
    ? t('placed.shift', { mm: oneDecimal(by.mm) })
    : t('placed.rotation', { degrees: oneDecimal(by.degrees) });
}

type OfCourses = Extract<Displaced, { who: 'courses' }>;

const keyOfCourses = <Way extends 'met' | 'exceeded'>(way: Way, { each }: OfCourses) =>
  each.length > 1 ? (`placed.each.${way}` as const) : (`placed.alike.${way}` as const);

/** `A 3 mm, B 2°`: a language has no part in it. */
const movesText = ({ each }: OfCourses): string =>
  each
    .map(({ courses, by }) => {
      const size = by.kind === 'shift' ? `${oneDecimal(by.mm)}${NBSP}mm` : `${oneDecimal(by.degrees)}°`;
      return `${courses.join(' + ')} ${size}`;
    })
    .join(', ');

const oneDecimal = (value: number): string => String(Math.round(10 * value) / 10);

/** A figure with its unit, or that it is unknown. */
export function shownFigure(t: T, value: number | null | undefined, unit: FigureUnit, ...limits: readonly number[]): string {
  const text = figure(value, unit, ...limits);
  if (text === NOT_EVALUABLE) return t('unknown');
  return unit ? text + NBSP + unit : text;
}

/** The value of a goal with its unit, undefined where there is none. */
export function goalValue(goal: GoalResult): string | undefined {
  const value = shownValue(goal);
  return value === undefined ? undefined : value + (goal.unit && NBSP + goal.unit);
}

export function evidenceText(t: T, mark: string): string {
  const known = EVIDENCE.find((each) => each === mark);
  return known ? t(`evidence.${known}`) : `${t('evidence.other')}: ${mark}`;
}

export function quantityText(t: T, { quantity, alphaBetaGy, alphaBetaFrom, alphaBetaOf }: GoalResult): string {
  if (quantity === 'physical') return t('quantity.physical');
  const ofOrgan = alphaBetaOf === undefined ? t('quantity.ofOrgan') : t('quantity.byName', { organ: alphaBetaOf });
  const whose = alphaBetaFrom && (alphaBetaFrom === 'organ' ? ofOrgan : t('quantity.ofGoal'));
  const text = `${t(`quantity.${quantity}`)}, α/β${NBSP}=${NBSP}${asWritten(alphaBetaGy, 'Gy')}`;
  return whose ? `${text} (${whose})` : text;
}

/** What figures take into account beyond plain LQ. */
export function modelText(t: T, model: ModelUsed): string {
  switch (model.kind) {
    case 'lq-l':
      return t('model.lqL', { gy: model.transitionGyPerFraction });
    case 'overall-time':
      return t('model.overallTime', { gy: model.dProlifGyPerDay, day: model.kickOffDays });
    case 'incomplete-repair':
      return t('model.repair', { hours: model.halfTimeHours });
  }
}

export function recoveryText(t: T, forgiven: Forgiven, schedule?: string): string {
  const some = forgiven.recoveryOfCourses ? 'recovery.byCourse' : 'recovery.some';
  const words = forgiven.recovery === 0 ? t('recovery.none') : t(some, { share: sharesText(forgiven) });
  return schedule === undefined ? words : `${words} (${t('recovery.schedule', { name: schedule })})`;
}

type Factor = { readonly plannedScale: number; readonly from?: true };

/** The factor `×0.87`, or that it is more than is ever planned, or that it is the least. */
function factor(t: T, headroom: Factor): string {
  const scale = scaleText(headroom);
  if (headroom.from) return t('left.orMore', { scale });
  return leavesMuch(headroom) ? t('left.moreThan', { scale }) : scale;
}

/** What a goal leaves of the planned dose. */
export interface Left {
  /** `up to ×1.14`. */
  readonly lead?: string;
  /** `×1.14`. */
  readonly scale?: string;
  /** In one line. */
  readonly doses?: string;
  /** The same, target by target. */
  readonly targets?: readonly { readonly roi: string; readonly dose: string }[];
  /** What the factor stands for, where it is not that of the whole organ's limit. */
  readonly until?: string;
  /** Why there is no factor. */
  readonly reason?: string;
}

/** What a verdict and its factor hold under. */
export const reservesText = (t: T, goal: Pick<GoalResult, 'reserves' | 'verdict' | 'worstCase'>): string | undefined => {
  const placed = isOnlyAsPlaced(goal) ? [t('left.asPlaced')] : [];
  return [...placed, ...(goal.reserves ?? []).map((reserve) => t(`left.reserve.${reserve}`))].join(', ') || undefined;
};

export function leftOf(t: T, words: Pick<CoreWords, 'reasons' | 'findings'>, goal: GoalResult): Left {
  const { headroom, verdict } = goal;
  if (verdict === 'not evaluable' || verdict === 'not applicable') {
    return { reason: clause(reasonText(words, goal) ?? t('reason.none')) };
  }
  if (!headroom) return { reason: t('left.notComputed') };
  if ('reason' in headroom) return { reason: clause(reasonText(words, headroom) ?? '') };
  const scale = factor(t, headroom);
  const doses = allowedDoses(headroom);
  const isWhole = leavesMuch(headroom) || headroom.from;
  const bare = verdict === 'exceeded' ? t('left.metAt', { scale }) : isWhole ? scale : t('left.upTo', { scale });
  const reserves = reservesText(t, goal);
  const lead = reserves === undefined ? bare : t('left.under', { lead: bare, reserves });
  const targets = headroom.targets?.map(({ roi, doseGy }) => ({ roi, dose: doseWords(headroom)(doseAsShown(doseGy, headroom)) }));
  const until = headroom.until && t(`left.until.${headroom.until}`);
  return { lead, scale, ...(doses && { doses, ...(targets?.length && { targets }) }), ...(until && { until }) };
}

/** By how much the limit is broken, or what cannot be told. */
export function whatIsWrong(t: T, goal: GoalResult): string {
  if (goal.verdict === 'not evaluable') return t('banner.openGoal', { goal: written(goal.goal) });
  const [value, digits] = [goalValue(goal), shownExcess(goal)];
  if (value === undefined || digits === undefined) return t('banner.isExceeded', { goal: written(goal.goal) });
  const limit = asWritten(goal.limit, goal.unit);
  const said = { figure: written(goal.figure), value, limit };
  if (Number(digits) === 0) return t('banner.atLimit', said);
  const excess = goal.unit === '%' ? t('banner.points', { value: digits }) : digits + (goal.unit && NBSP + goal.unit);
  return t(isUpperLimit(goal) ? 'banner.above' : 'banner.below', { ...said, excess });
}

/** A reason with a capital and without a full stop. */
export function clause(text: string): string {
  const words = text.trim().replace(/[.。]$/, '');
  return words.charAt(0).toUpperCase() + words.slice(1);
}
