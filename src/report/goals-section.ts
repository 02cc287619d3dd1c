import {
  type Assessment,
  type GoalResult,
  type MissingOrgan,
  type OrganEntry,
  type OrganResult,
  organLabel,
} from '../evaluation/assessment';
import { isTheMost, shownShare, shownValue } from '../figures/goal-reading';
import { takenForWords } from '../figures/guesses';
import { headroomReserves } from '../figures/headroom-words';
import { maximumWords } from '../figures/maximum-words';
import { NOT_EVALUABLE } from '../figures/number-format';
import { byUrgency } from '../figures/organ-order';
import { recoveryWords } from '../figures/recovery-words';
import { bestCaseWords, turnedVerdict, worstCaseWords } from '../figures/registration-words';
import { STANDING_SIGNS, type Standing, standingOf, standingWords } from '../figures/standing';
import {
  allowedDoses,
  evidenceWords,
  goalWords,
  limitWords,
  modelWords,
  quantityWords,
  scaleWords,
  scopeWords,
  untilWords,
} from '../figures/wording';
import { Footnotes } from './footnotes';
import { sentence } from './goal-sentence';
import { html, type Markup } from './markup';

/** One row per organ and goal, each with the rules it was tested under; sources and notes are written out once below. */
export function goalsSection({ organs }: Pick<Assessment, 'organs'>): Markup {
  const tested = byUrgency(organs).filter((organ) => organ.goals.length);
  if (!tested.length) return html`<section><h2>Goals</h2><p>No goal applies to any organ of this case.</p></section>`;
  const sources = new Footnotes((index) => `${index + 1}`);
  const notes = new Footnotes(letters);
  const bodies = tested.map((organ) => organBody(organ, sources, notes));
  return html`<section><h2>Goals, organ by organ</h2>
<div class="wide"><table class="goals"><thead><tr><th>Goal</th><th class="n">Value</th><th class="n">Limit</th><th class="n">% of limit</th><th>Verdict</th><th>Headroom of the planned dose, as placed</th></tr></thead>
${bodies}</table></div>
<p class="small">Headroom: the factor on the planned dose as exported, at the same number of fractions (where a part of them is delivered, on that part, in its fractions), up to which the goal is met, for this organ alone, with the dose that each target then receives; cut off, never rounded up. Where a limit is a least figure (≥), more than 100 % of it is good.</p>
${sources.list('Sources of the limits')} ${notes.list('Notes to the goals')}</section>`;
}

function organBody(organ: OrganEntry, sources: Footnotes, notes: Footnotes): Markup {
  return html`<tbody><tr class="organ"><th scope="rowgroup" colspan="6"><bdi>${organLabel(organ)}</bdi> ${organ.roi === null ? missingMark(organ) : canonical(organ)}</th></tr>
${organ.goals.map((goal) => goalRows(goal, organ, sources, notes))}</tbody>`;
}

/** Whether the dose is known in all of the organ. */
const isWhollyKnown = ({ insideDoseGrid }: OrganEntry): boolean => (insideDoseGrid?.cumulative ?? 0) >= 1 - 1e-6;

/** Why the organ has goals and no figures. */
const missingMark = ({ absent, required }: MissingOrgan): Markup =>
  html`<span class="small">${absent ? 'the patient has none' : required ? 'required, and missing' : 'not there'}</span>`;

/** The organ that an ROI was taken for, where its name does not say so. */
export function canonical(entry: OrganResult): Markup | undefined {
  const { roi, organ } = entry;
  if (organ === roi) return undefined;
  return html`<span class="small">${organ === null ? 'no known organ' : takenForWords(entry)}</span>`;
}

function goalRows(goal: GoalResult, organ: OrganEntry, sources: Footnotes, notes: Footnotes): Markup {
  const turned = turnedVerdict(goal);
  const maximum = maximumWords(goal, organ);
  const moved = [worstCaseWords(goal), bestCaseWords(goal)].filter(Boolean).join('; ');
  const open = goal.verdict === 'not evaluable' || goal.verdict === 'not applicable';
  const value = shownValue(goal);
  const share = open ? undefined : shownShare(goal);
  const unit = goal.unit && `\u00a0${goal.unit}`;
  const rules = [quantityWords(goal), scopeWords(goal.scope)];
  if (goal.quantity !== 'physical') rules.push(recoveryWords(goal, goal.recoveryRule));
  rules.push(...(goal.models ?? []).map(modelWords));
  const marks = [goal.alphaBetaNote, goal.note].filter((note) => note !== undefined).map((note) => notes.mark(note));
  const optional = goal.mandatory ? undefined : html`<span class="small block">not mandatory</span>`;
  const isMost = isTheMost(goal);
  const isPartial =
    (goal.verdict === 'not evaluable' && !isMost) || (open && goal.verdict !== 'not evaluable' && !isWhollyKnown(organ));
  const partial = isPartial && value !== undefined ? html`<span class="small block">as far as known</span>` : undefined;
  const noValue = goal.verdict === 'not applicable' ? '–' : NOT_EVALUABLE;
  const reason =
    open || goal.inTarget || goal.code === 'value-is-the-most'
      ? html`<span class="reason">${sentence(goal.reason ?? 'No reason was given')}</span>`
      : undefined;
  return html`<tr class="goal"><td>${goalWords(goal.figure)} ${optional}</td>
<td class="n">${value === undefined ? noValue : (isMost ? 'up to ' : '') + value + unit} ${partial} ${maximum && html`<span class="small block">${maximum}</span>`} ${moved && html`<span class="small block">${moved}</span>`}</td><td class="n">${limitWords(goal)}</td><td class="n">${share === undefined ? '–' : `${share}\u00a0%`}</td>
<td>${standingBadge(standingOf(goal))} ${turned && html`<span class="small block">${turned}</span>`} ${goal.inTarget && html`<span class="small block">in the target</span>`} ${goal.condition && html`<span class="small block">${goal.condition}</span>`}</td><td>${headroomCell(goal)}</td></tr>
<tr class="rules"><td colspan="6">${reason} ${rules.join(' · ')} · ${goal.setTitle} <span class="mark">[${sources.mark(goal.source)}]</span>, ${evidenceWords(goal.evidence)} ${marks.map((mark) => html`<sup>${mark}</sup> `)}</td></tr>`;
}

function headroomCell(goal: GoalResult): Markup {
  const { headroom, verdict } = goal;
  if (verdict === 'not applicable') return html`–`;
  if (!headroom) return html`<span class="small">not computed</span>`;
  if ('reason' in headroom) return html`<span class="small">${headroom.reason}</span>`;
  const doses = allowedDoses(headroom);
  const small = [doses, untilWords(headroom)].filter(Boolean).join(' · ');
  return html`<b>${scaleWords(headroom)}${headroomReserves(goal)}</b> ${small && html`<span class="small">${small}</span>`}`;
}

/** How a goal stands, as shape, words and colour. */
export function standingBadge(standing: Standing): Markup {
  const { glyph, style } = STANDING_SIGNS[standing];
  return html`<span class="badge ${style}"><span aria-hidden="true">${glyph}</span> ${standingWords(standing)}</span>`;
}

/** a, b, … z, aa, ab, … */
function letters(index: number): string {
  const last = String.fromCharCode(97 + (index % 26));
  return index < 26 ? last : letters(Math.floor(index / 26) - 1) + last;
}
