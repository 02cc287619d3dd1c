import { evaluatedOrgans, type GoalResult, type OrganEntry } from '../evaluation/assessment';
import { takenForWords } from '../figures/guesses';
import { counted, leavesMuch } from '../figures/wording';
import { saidOfMet } from './goal-sentence';
import { html, type Markup } from './markup';

/** Organs listed with what is left; the others are in the table of goals. */
const MOST_LEFT = 8;

/**
 * Each organ that exceeds no mandatory goal with its tightest met one, a mandatory goal before others, and beside that
 * the one that keeps the planned dose from going down most; by the factor, the tightest first.
 */
export function organsLeft(entries: readonly OrganEntry[]): readonly Markup[] {
  const clear = evaluatedOrgans(entries)
    .flatMap((organ) => {
      const met = organ.goals.filter((goal) => goal.verdict === 'met');
      if (!met.length || organ.goals.some((goal) => goal.mandatory && goal.verdict === 'exceeded')) return [];
      const open = organ.goals.filter((goal) => goal.verdict === 'not evaluable').length;
      const asked = met.some(({ mandatory }) => mandatory) ? met.filter(({ mandatory }) => mandatory) : met;
      const tightest = asked.reduce((a, b) => (tightness(b) < tightness(a) ? b : a));
      const lower = leastOf(asked);
      const caveats = [
        !tightest.mandatory && '· not mandatory',
        organ.match.code === 'guessed' && `· ${takenForWords(organ)}`,
        open > 0 && `· but ${counted(open, 'goal')} of this organ cannot be judged`,
      ];
      return [
        {
          goals: lower && lower !== tightest ? [tightest, lower] : [tightest],
          organ,
          caveat: caveats.filter(Boolean).join(' '),
        },
      ];
    })
    .sort((a, b) => tightness(a.goals[0]) - tightness(b.goals[0]));
  const rows = clear.slice(0, MOST_LEFT).map(({ organ, goals, caveat }) => {
    const [{ lead, rest }, lower] = goals.map((goal) => saidOfMet(goal, organ));
    const also = lower && html`<p class="said"><b>${lower.lead}</b> <span class="small">${lower.rest}</span></p>`;
    return html`<li><b><bdi>${organ.roi}</bdi></b> <div><p class="said"><b>${lead}</b> <span class="small">${rest} ${caveat}</span></p>${also}</div></li>`;
  });
  const more = clear.length - rows.length;
  const rest = html`<li class="more">${counted(more, 'further organ')} with more left, or none of it limited by the planned dose: see the goals below.</li>`;
  return more > 0 ? [...rows, rest] : rows;
}

/** Behind every factor that is named: more than is spoken of, then least factors, then goals without any. */
const [MUCH, FROM, NONE] = [1e6, 1e7, 1e8];

/** What a goal is sorted by: the factor that is named, up to which it is met. */
function tightness({ headroom }: GoalResult): number {
  if (!headroom || !('plannedScale' in headroom)) return NONE;
  if (headroom.from) return FROM - headroom.plannedScale;
  return leavesMuch(headroom) ? MUCH + headroom.plannedScale : headroom.plannedScale;
}

/** The goal that is met from the highest factor on: how far the dose may go down. */
function leastOf(goals: readonly GoalResult[]): GoalResult | undefined {
  const from = (goal: GoalResult) =>
    goal.headroom && 'plannedScale' in goal.headroom && goal.headroom.from ? goal.headroom.plannedScale : 0;
  return goals
    .filter((goal) => from(goal) > 0)
    .reduce<GoalResult | undefined>((a, b) => (a && from(a) >= from(b) ? a : b), undefined);
}
