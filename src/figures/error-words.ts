import { type Assessment, organLabel } from '../evaluation/assessment';
import { ENGLISH } from '../findings/english';
import type { Finding } from '../findings/finding';

/** Whether a finding asks something that nobody has answered: it is counted as a question and as no error. */
export const isOpenQuestion = ({ answerable, answered }: Finding): boolean => answerable === true && answered === undefined;

/** The errors that nothing is asked for. */
export const plainErrors = (findings: readonly Finding[]): readonly Finding[] =>
  findings.filter((finding) => finding.severity === 'error' && !isOpenQuestion(finding));

/** How many questions are open, what they are of, and what has no verdict for them; nothing where there are none. */
export function questionWords({ findings, organs }: Pick<Assessment, 'findings' | 'organs'>): string | undefined {
  const open = findings.filter(isOpenQuestion);
  if (open.length === 0) return undefined;
  const titles = [...new Set(open.map(({ code }) => ENGLISH[code].title))].join('; ');
  const [are, it] = open.length === 1 ? ['1 question is', 'it'] : [`${open.length} questions are`, 'them'];
  const touched = organs.filter(({ goals }) => goals.some(({ code }) => code === 'question-open')).map(organLabel);
  if (touched.length > 0) return `${are} open (${titles}): no verdict on ${touched.join(', ')}.`;
  const places = [...new Set(open.flatMap(({ roi, course, file }) => roi ?? course ?? file ?? []))];
  const on = places.length > 0 ? `, on ${places.join(', ')}` : '';
  return `${are} open (${titles})${on}: no further organ is without a verdict for ${it}.`;
}

/**
 * The kinds of errors among findings, each once: first those that nothing is asked for, to which no question leads a
 * reader.
 */
export function errorCodes(findings: readonly Finding[]): readonly Finding['code'][] {
  const errors = findings.filter(({ severity }) => severity === 'error');
  const [told, asked] = [errors.filter(({ answerable }) => !answerable), errors.filter(({ answerable }) => answerable)];
  return [...new Set([...told, ...asked].map(({ code }) => code))];
}

/** The same by their titles, for a sentence: `Course dated before its own plan; Gap between contours`. */
export const errorTitles = (findings: readonly Finding[]): string =>
  errorCodes(findings)
    .map((code) => ENGLISH[code].title)
    .join('; ');
