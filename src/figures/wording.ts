import type { Scope } from '../constraints/goal-expression';
import type { Assessment, GoalResult, HeadroomResult, OrganResult, Reserve } from '../evaluation/assessment';
import type { ModelUsed } from '../evaluation/models-used';
import { goalWords } from '../goal-words';
import type { Verdict } from '../verdict';
import { doseAsShown } from './doses-left';
import { neededWords, needingMore } from './needs-more';
import { allowedDose, asWritten, leastDose, leastFactor, percent, scaleFactor } from './number-format';
import { wayDown } from './way-down';

export { goalWords } from '../goal-words';

/* The codes of an assessment, said to a reader. */

const EVIDENCE: Readonly<Record<string, string>> = {
  seen: 'limit read in the abstract',
  'seen-2': 'limit read second hand, in a work that restates the source',
  known: 'limit well established, not re-read: check it against the source before clinical use',
  user: "the user's own goal",
};

/** What an evidence mark means. */
export const evidenceWords = (mark: string): string => EVIDENCE[mark] ?? `evidence: ${mark}`;

const SCOPES: Readonly<Record<Scope, string>> = {
  cumulative: 'all courses together',
  prior: 'prior courses alone',
  planned: 'planned course alone',
};
export const scopeWords = (scope: Scope): string => SCOPES[scope];

/** The quantity of a goal with the alpha/beta it was computed with, and whose that is. */
export function quantityWords({ quantity, alphaBetaGy, alphaBetaFrom, alphaBetaOf }: GoalResult): string {
  if (quantity === 'physical') return 'physical dose';
  const ofOrgan = alphaBetaOf === undefined ? ' (the organ’s)' : ` (that of ${alphaBetaOf}, by the ROI’s name)`;
  const whose = alphaBetaFrom && (alphaBetaFrom === 'organ' ? ofOrgan : ' (the goal’s own)');
  return `${quantity === 'eqd2' ? 'EQD2' : 'BED'}, α/β\u00a0=\u00a0${asWritten(alphaBetaGy, 'Gy')}${whose ?? ''}`;
}

/** What figures take into account beyond plain LQ. */
export function modelWords(model: ModelUsed): string {
  switch (model.kind) {
    case 'lq-l':
      return `LQ-L: linear above ${model.transitionGyPerFraction}\u00a0Gy a fraction`;
    case 'overall-time':
      return `overall time: less ${model.dProlifGyPerDay}\u00a0Gy EQD2 a day from day ${model.kickOffDays}`;
    case 'incomplete-repair':
      return `incomplete repair between fractions of a day, half-time ${model.halfTimeHours}\u00a0h`;
  }
}

/** The limit of a goal with its comparison, `< 57 Gy`. */
export const limitWords = ({ goal }: GoalResult): string =>
  goalWords(goal.slice(goal.search(/<=|>=|<|>/)))
    .trim()
    .replaceAll(' ', '\u00a0');

type Scaled = Extract<HeadroomResult, { plannedScale: number }>;
/** Above this factor the number would only distract: nobody plans at three times the dose. */
const MUCH = 2;

type Factor = Pick<Scaled, 'plannedScale' | 'from' | 'until'>;

/** Whether a goal leaves so much that no figure need be named. */
export const leavesMuch = ({ plannedScale, from }: Factor): boolean => !from && plannedScale > MUCH;

/** The factor on the planned dose at which a goal is just met. */
export function scaleWords(headroom: Factor): string {
  if (headroom.from) return `${scaleText(headroom)} or more`;
  return leavesMuch(headroom) ? `more than ${scaleText(headroom)}` : scaleText(headroom);
}

/** The factor alone: the most that is spoken of, or the least that is needed. */
export const scaleText = (headroom: Factor): string =>
  headroom.from ? leastFactor(headroom.plannedScale) : scaleFactor(leavesMuch(headroom) ? MUCH : headroom.plannedScale);

/** What a factor stands for where it is not that of the whole organ's limit; nothing where it is. */
export function untilWords({ until }: Factor): string | undefined {
  if (until === 'source') return 'beyond it the plan leaves what the source studied';
  return until === 'target' ? 'from there the part in the target exceeds the limit, before the part outside does' : undefined;
}

const RESERVES: Readonly<Record<Reserve, string>> = {
  'as-drawn': 'as far as it is drawn',
  'as-carried': 'as its prior dose is carried',
  'off-prescription': 'with a dose that is not near its prescription',
};

/** What a verdict and its factor hold under, behind a comma; nothing where nothing. */
export const reserveWords = ({ reserves = [] }: Pick<GoalResult, 'reserves'>): string =>
  reserves.map((reserve) => `, ${RESERVES[reserve]}`).join('');

/**
 * What that factor leaves for each target; without targets, for the plan; undefined where no dose is known
 * or it is far above any that is planned.
 */
export function allowedDoses(headroom: Scaled): string | undefined {
  const { plannedDoseGy, targets } = headroom;
  if (leavesMuch(headroom)) return undefined;
  const written = (doseGy: number) => doseWords(headroom)(doseAsShown(doseGy, headroom));
  if (targets?.length) return targets.map(({ roi, doseGy }) => `${roi}\u00a0${written(doseGy)}`).join(', ');
  return plannedDoseGy === undefined ? undefined : written(plannedDoseGy);
}

/** A dose at a factor, rounded to the side that meets the goal. */
export const doseWords = ({ from }: Factor): ((doseGy: number) => string) => (from ? leastDose : allowedDose);

/** How much of an organ's volume has no known dose of all courses; never rounded to nothing. */
export function unknownShare({ prior, planned, cumulative }: OrganResult['insideDoseGrid']): string {
  const unknown = 1 - Math.min(prior, planned, cumulative);
  return unknown < 0.0005 ? 'under 0.1\u00a0%' : percent(unknown);
}

/** Each verdict as word, shape and style class, so that none of them hangs on colour alone. */
export const VERDICT_SIGNS: Readonly<Record<Verdict, { readonly glyph: string; readonly style: string }>> = {
  met: { glyph: '●', style: 'met' },
  exceeded: { glyph: '■', style: 'exceeded' },
  'not evaluable': { glyph: '▲', style: 'open' },
  'not applicable': { glyph: '○', style: 'aside' },
};

/** `1 organ`, `3 organs`. */
export const counted = (count: number, noun: string): string => `${count}\u00a0${noun}${count === 1 ? '' : 's'}`;

/**
 * What is left of the planned dose as a whole while a mandatory goal that more dose breaks fails outside the target:
 * nothing, as planned; and how far the plan would have to come down, where that is known.
 */
export function nothingLeft(assessment: Pick<Assessment, 'organs' | 'settings'>): string | undefined {
  const { count, brokenByPrior, plannedScale, stillInTarget, leavesOut } = wayDown(assessment);
  if (count === 0) return undefined;
  const { plannedScale: tried } = assessment.settings;
  const as = tried === 1 ? 'As planned' : `With the planned dose at ${scaleFactor(tried)}`;
  const isAllPrior = brokenByPrior === count;
  const goals = count === 1 ? 'a mandatory goal' : `${count} mandatory goals`;
  const [are, them] = count === 1 ? ['is', 'It'] : ['are', 'They'];
  const lead = isAllPrior
    ? `${as}, no dose is left: the prior courses alone break ${goals} outside the target, and no planned dose meets ${count === 1 ? 'it' : 'them'}.`
    : `${as}, no dose is left: ${goals} ${are} exceeded outside the target.`;
  const alone =
    brokenByPrior === 0 || isAllPrior
      ? []
      : [
          `${counted(brokenByPrior, 'goal')} of these the prior courses alone break: no planned dose meets ${brokenByPrior === 1 ? 'it' : 'them'}.`,
        ];
  const down = plannedScale === undefined ? [] : [downWords(them, scaleText({ plannedScale }), stillInTarget, count)];
  if (down.length > 0 && leavesOut) down.push('Goals without a verdict are not in this.');
  return [lead, ...alone, ...down, 'What a goal leaves is that of its organ alone.'].join(' ');
}

/** The mandatory goals that need more planned dose, each with the factor from which it is met. */
export function moreNeeded(assessment: Pick<Assessment, 'organs'>): string | undefined {
  const needing = needingMore(assessment);
  if (needing.length === 0) return undefined;
  const each = needing.map(({ goal, ...rest }) => {
    const { headroom } = goal;
    const from = headroom && 'plannedScale' in headroom && headroom.from ? `, met at ${scaleWords(headroom)}` : '';
    return neededWords({ goal, ...rest }) + from;
  });
  return `Needs more planned dose: ${each.join('; ')}.`;
}

/** What is met at a factor: whole goals, or of what lies in the target as well, the part outside alone. */
function downWords(them: string, times: string, stillInTarget: number, count: number): string {
  if (stillInTarget === 0) return `${them} would be met with the planned dose at ${times}.`;
  const still =
    count === 1 ? 'it is still exceeded' : `${stillInTarget} of them ${stillInTarget === 1 ? 'is' : 'are'} still exceeded`;
  return `Outside the planned PTV ${them.toLowerCase()} would be met with the planned dose at ${times}; in the target ${still} then.`;
}
