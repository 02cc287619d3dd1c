import type { Assessment } from '../evaluation/assessment';
import { identityUnknownWords, samePatientWords } from '../figures/same-patient-words';
import { html, type Markup } from './markup';

/** The same on page one. */
export function samePatientNote(assessment: Pick<Assessment, 'patient'>): Markup | undefined {
  const words = samePatientWords(assessment);
  return words === undefined ? undefined : html`<p class="identity">${words}</p>`;
}

/** That the files do not tell whose they are, where they do not. */
export function identityNote(assessment: Pick<Assessment, 'findings'>): Markup | undefined {
  const words = identityUnknownWords(assessment);
  return words === undefined ? undefined : html`<p class="identity"><b>${words}</b></p>`;
}
