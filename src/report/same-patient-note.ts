import type { Assessment } from '../evaluation/assessment';
import { samePatientWords } from '../figures/same-patient-words';
import { html, type Markup } from './markup';

/** The same on page one. */
export function samePatientNote(assessment: Pick<Assessment, 'patient'>): Markup | undefined {
  const words = samePatientWords(assessment);
  return words === undefined ? undefined : html`<p class="identity">${words}</p>`;
}
