import { html, type Markup } from './markup';

/** What a re-irradiation record asks for and no dose file holds (ESTRO/EORTC 2022 and ReCOG reporting items). */
const BY_HAND = [
  'Histology; stage at both courses',
  'Recurrence: site, relation to the prior field',
  'Performance status; expected survival',
  'Late toxicity of the prior course',
  'Intent; alternatives considered',
  'Concurrent systemic therapy, both courses',
  'Registration reviewed by; judged fit for',
  'Target coverage given up for an organ',
];
const SIGNATURES = ['Planner', 'Physicist check', 'Second check', 'Physician'];

/** Empty lines for what is written in by hand, and for the people who answer for it. */
export function signOffSection(): Markup {
  return html`<section class="signoff"><h2>To be written in</h2>
<div class="fields">${BY_HAND.map((label) => html`<div class="field"><span>${label}</span></div>`)}</div>
<h2>Sign-off</h2>
<table class="signatures"><thead><tr><th>Role</th><th>Name</th><th>Signature</th><th>Date</th></tr></thead>
<tbody>${SIGNATURES.map((role) => html`<tr><th scope="row">${role}</th><td></td><td></td><td></td></tr>`)}</tbody></table>
<div class="field decision"><span>Physician's decision and reasons</span></div><div class="field"></div></section>`;
}
