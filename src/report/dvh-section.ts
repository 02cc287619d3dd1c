import type { Scope } from '../constraints/goal-expression';
import type { CourseResult, OrganResult } from '../evaluation/assessment';
import { isSameRecovery } from '../evaluation/recovery-of-courses';
import { dvhLimits } from '../figures/dvh-limits';
import { byUrgency } from '../figures/organ-order';
import { recoveryWords } from '../figures/recovery-words';
import { goalWords, quantityWords } from '../figures/wording';
import { coverageWords } from './doses-section';
import { dvhPicture, missingCurves, scopesOf } from './dvh-picture';
import { html, type Markup } from './markup';

/** One dose-volume picture per organ, with curves of the courses that there are. */
export function dvhSection(organs: readonly OrganResult[], courses: readonly Pick<CourseResult, 'role'>[]): Markup {
  if (!organs.length) return html``;
  return html`<section><h2>Dose-volume histograms</h2>
<p class="small lead-in">Volume at or above each EQD2, with the organ's own α/β. Prior: short dashes; planned: long dashes; cumulative: solid. Vertical lines: dose limits of the cumulative EQD2 unless said otherwise, with the verdict of their goal (${'● met, ◐ met only as placed, ■ exceeded, ▲ not evaluable, ○ not applicable'}).</p>
<div class="pictures">${byUrgency(organs).map((organ) => picture(organ, scopesOf(courses)))}</div></section>`;
}

function picture(organ: OrganResult, scopes: readonly Scope[]): Markup {
  const { drawn, left } = dvhLimits(organ);
  const facts = [coverageWords(organ)];
  if (organ.recovery > 0) facts.push(recoveryWords(organ));
  const others = left.map(
    (goal) =>
      `${goalWords(goal.goal)} (${[quantityWords(goal), isSameRecovery(goal, organ) ? '' : recoveryWords(goal)].filter(Boolean).join(', ')})`,
  );
  if (others.length) facts.push(`limits on another scale, not drawn: ${[...new Set(others)].join('; ')}`);
  const missing = missingCurves(organ, scopes);
  const none = missing.length
    ? html`<span class="reason">▲ No curve where the dose is not known point by point: ${missing.join(', ')}</span>`
    : undefined;
  return html`<figure><figcaption><b><bdi>${organ.roi}</bdi></b> ${none} <span class="small">${facts.join(' · ')}</span></figcaption>${dvhPicture(organ, drawn, scopes)}</figure>`;
}
