import { ENGLISH } from '../findings/english';
import type { Finding } from '../findings/finding';

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
