import { type Assessment, type GoalResult, type OrganEntry, organLabel } from '../evaluation/assessment';
import { answeredCaveat, answeredFindings, answerWords, contradictionWords } from '../figures/answered-words';
import { takenForWords } from '../figures/guesses';
import { headlineStanding, metAsPlaced } from '../figures/headline-standing';
import { countedMissing, missingSentences, notJudged, notJudgedSentence } from '../figures/missing-words';
import { byUrgency } from '../figures/organ-order';
import { organsOver } from '../figures/organs-over';
import { elsewhereMoved, mayLieElsewhere } from '../figures/placed-words';
import { registrationCaveat } from '../figures/registration-words';
import { restsOnLines, untestedCaveat } from '../figures/rests-on';
import { STANDING_SIGNS } from '../figures/standing';
import { counted, moreNeeded, nothingLeft, VERDICT_SIGNS } from '../figures/wording';
import type { Verdict } from '../verdict';
import { type Said, saidOfExceeded, saidOfNotApplicable, saidOfOpen, saidOfTurned, sentence } from './goal-sentence';
import { hangsOn, warnings } from './hangs-on';
import { html, type Markup } from './markup';
import { organsLeft } from './organs-left';

/** The first thing on page one: what is exceeded and by how much, what cannot be judged, what is left, what it hangs on. */
export function verdictSection(assessment: Assessment): Markup {
  const organs = byUrgency(assessment.organs.filter(isCounted));
  const absence = [notJudgedSentence(assessment), ...missingSentences(assessment)].filter((said) => said !== undefined);
  const pick = (verdict: Verdict, mandatory: boolean) => (goal: GoalResult) =>
    goal.verdict === verdict && goal.mandatory === mandatory;
  const { style, glyph, text } = headline(assessment);
  const caveat = [untestedCaveat(assessment), registrationCaveat(assessment), answeredCaveat(assessment.findings)]
    .filter(Boolean)
    .join(' · ');
  const { mandatoryExceeded, mandatoryNotEvaluable, mandatoryMet } = assessment.overall;
  const loud = warnings(assessment);
  const elsewhere = mayLieElsewhere(assessment.settings.robustness);
  return html`<section class="verdict" aria-label="Verdict">
<div class="head ${style}"><h2><span class="glyph" aria-hidden="true">${glyph}</span> ${text}${caveat && ` · ${caveat}`}</h2>
<p class="tally">Mandatory goals: ${tally('exceeded', mandatoryExceeded)} ${tally('not evaluable', mandatoryNotEvaluable)} ${tally('met', mandatoryMet)} ${asPlaced(assessment)} <span class="nowrap">Meeting a limit does not clear a plan.</span></p>
${nothingLeft(assessment) && html`<p class="nothing-left"><b>${nothingLeft(assessment)}</b></p>`}
${moreNeeded(assessment) && html`<p class="nothing-left">${moreNeeded(assessment)}</p>`}
${loud.length ? html`<p class="assumed">${loud.join(' ')}</p>` : undefined}
${restsOnLines(assessment).map((said) => html`<p class="missing">${said}</p>`)}
${absence.map((said) => html`<p class="missing">${said}</p>`)}</div>
${group('Contradictions in the input, answered by a person', 'open', answers(assessment))}
${group(
  'Exceeded',
  'exceeded',
  listed(organs, (goal) => pick('exceeded', true)(goal) && !goal.inTarget, saidOfExceeded),
)}
${group('Cannot be judged', 'open', listed(organs, pick('not evaluable', true), saidOfOpen))}
${group(
  'Exceeded, in the target',
  'advisory',
  listed(organs, (goal) => pick('exceeded', true)(goal) && goal.inTarget === true, saidOfExceeded),
)}
${group(`Met, but not wherever ${elsewhere} may lie`, 'open', listed(organs, isTurned, saidOfTurned))}
${group('Exceeded, not mandatory', 'advisory', listed(organs, pick('exceeded', false), saidOfExceeded))}
${group('Cannot be judged, not mandatory', 'advisory', listed(organs, pick('not evaluable', false), saidOfOpen))}
${group(
  'Not applicable: outside what the source studied',
  'plain',
  listed(organs, ({ verdict }) => verdict === 'not applicable', saidOfNotApplicable),
)}
${group('Met, with the planned dose that each organ by itself would still allow as placed, tightest first', 'met', organsLeft(organs))}
${group('What the verdict depends on', 'plain', hangsOn(assessment))}
</section>`;
}

/** Each contradiction that a person has answered for: what it is, who answered, when and why. */
const answers = ({ findings }: Assessment): readonly Markup[] =>
  answeredFindings(findings).map(
    (finding) =>
      html`<li><b><bdi>${contradictionWords(finding)}</bdi></b> <p class="said"><b>${sentence(answerWords(finding) ?? '')}</b> <span class="small">${finding.message}</span></p></li>`,
  );

function tally(verdict: Verdict, count: number): Markup {
  const { glyph, style } = VERDICT_SIGNS[verdict];
  return html`<span class="badge ${count > 0 ? style : 'plain'}"><span aria-hidden="true">${glyph}</span> ${count} ${verdict}</span>`;
}

/** How many of the mandatory goals that are met are so only as the prior courses are placed. */
function asPlaced(assessment: Assessment): Markup | undefined {
  const count = metAsPlaced(assessment);
  const { glyph, style } = STANDING_SIGNS['met as placed'];
  if (count === 0) return undefined;
  return html`<span class="badge ${style}"><span aria-hidden="true">${glyph}</span> ${count} of them only as placed</span>`;
}

/** What is not there and not counted is named in a line of its own, not goal by goal. */
const isCounted = (organ: OrganEntry): boolean => organ.roi !== null || organ.goals.some(({ mandatory }) => mandatory);

function headline(assessment: Assessment): { style: string; glyph: string; text: string } {
  const { organs, overall } = assessment;
  const over = organsOver(assessment);
  const open = overall.mandatoryNotEvaluable;
  const gone = countedMissing(assessment);
  const { inNothing, forSum } = notJudged(overall);
  const missing = [
    gone.length > 0 && `; missing: ${gone.join(', ')}`,
    inNothing.length > 0 && `; not judged: ${inNothing.join(', ')}`,
    forSum.length > 0 && `; not judged for the cumulative dose: ${forSum.join(', ')}`,
  ]
    .filter(Boolean)
    .join('');
  if (overall.mandatoryExceeded > 0) {
    const also = open > 0 ? `; ${counted(open, 'goal')} cannot be judged` : '';
    const verb = over === 1 ? 'exceeds' : 'exceed';
    const where = overall.exceededOutsideTarget === 0 ? ', in the target alone' : '';
    return { ...VERDICT_SIGNS.exceeded, text: `${counted(over, 'organ')} ${verb} a mandatory goal${where}${also}${missing}` };
  }
  if (open > 0) {
    if (overall.mandatoryMet === 0) {
      const without = `${open} ${open === 1 ? 'is' : 'are'} without a verdict`;
      return { ...VERDICT_SIGNS['not evaluable'], text: `No mandatory goal could be judged: ${without}${missing}` };
    }
    return {
      ...VERDICT_SIGNS['not evaluable'],
      text: `No mandatory goal is seen to be exceeded, but ${counted(open, 'goal')} cannot be judged${missing}`,
    };
  }
  if (overall.mandatoryMet === 0) {
    return { ...VERDICT_SIGNS['not evaluable'], text: `No mandatory goal was tested${missing}` };
  }
  const sign = STANDING_SIGNS[headlineStanding(assessment)];
  const turned = organs.flatMap(({ goals }) => goals.filter(isTurned)).length;
  const moved = turned > 0 ? `; ${counted(turned, 'goal')} would be when ${elsewhereMoved(assessment.settings.robustness)}` : '';
  return { ...sign, text: `No mandatory goal is exceeded (${overall.mandatoryMet} tested)${moved}${missing}` };
}

/** Mandatory goals whose verdict hangs on where the prior course lies. */
const isTurned = (goal: GoalResult): boolean => goal.mandatory && goal.verdict === 'met' && goal.worstCase?.turnsVerdict === true;

/** Each organ with what is said of each of its goals that is asked for. */
function listed(
  organs: readonly OrganEntry[],
  wanted: (goal: GoalResult) => boolean,
  say: (goal: GoalResult) => Said,
): readonly Markup[] {
  return organs.flatMap((organ) => {
    const said = organ.goals.filter(wanted).map((goal) => saying(say(goal)));
    return said.length ? [html`<li><b><bdi>${organLabel(organ)}</bdi></b> <div>${guessed(organ)} ${said}</div></li>`] : [];
  });
}

/** That a name alone says which organ it is. */
const guessed = (organ: OrganEntry): Markup | undefined =>
  organ.match?.code === 'guessed' ? html`<p class="small">${takenForWords(organ)}</p>` : undefined;

const saying = ({ lead, why, rest }: Said): Markup =>
  html`<p class="said"><b>${lead}</b> ${why} <span class="small block">${rest}</span></p>`;

function group(title: string, style: string, items: readonly Markup[]): Markup | undefined {
  return items.length ? html`<div class="group ${style}"><h3>${title}</h3><ul>${items}</ul></div>` : undefined;
}
