import { answerWords } from '../figures/answered-words';
import type { Finding } from '../findings/finding';
import { html, type Markup } from './markup';

const ORDER: readonly Finding['severity'][] = ['error', 'warning', 'info'];
const WORDS: Readonly<Record<Finding['severity'], string>> = { error: '✕ Error', warning: '! Warning', info: 'i Note' };

/** Errors and warnings, for page one. */
export function pressingFindings(findings: readonly Finding[]): Markup {
  const pressing = findings.filter((finding) => finding.severity !== 'info');
  const notes = findings.length - pressing.length;
  const more = notes ? ` Notes (${notes}) are listed under method and provenance.` : '';
  if (!pressing.length) return html`<section><h2>Findings</h2><p>No errors or warnings were raised.${more}</p></section>`;
  return html`<section><h2>Findings that matter</h2>${findingList(pressing)}<p class="small">${more}</p></section>`;
}

/** Findings with the most severe first. */
export function findingList(findings: readonly Finding[]): Markup {
  if (!findings.length) return html`<p>None.</p>`;
  const sorted = findings.toSorted((a, b) => ORDER.indexOf(a.severity) - ORDER.indexOf(b.severity));
  return html`<ul class="findings">${sorted.map(item)}</ul>`;
}

function item(finding: Finding): Markup {
  const { severity, message, roi, file } = finding;
  const answer = answerWords(finding);
  // What the sentence names is not said again behind it.
  const isSaid = (name: string | undefined) => name === undefined || name === '' || message.includes(name);
  const where = [!isSaid(roi) && `ROI ${roi}`, !isSaid(file) && `file ${file}`].filter(Boolean).join(' · ');
  return html`<li class="${severity}"><b class="severity">${WORDS[severity]}</b> <span>${message} ${answer && html`<b><bdi>${answer}</bdi></b>`} <span class="small"><bdi>${where}</bdi></span></span></li>`;
}
