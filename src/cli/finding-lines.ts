import { answerWords } from '../figures/answered-words';
import type { Finding } from '../findings/finding';
import { shown } from '../printable';

const SEVERITY = { error: 'ERROR', warning: 'Warning', info: 'Note' } as const;
const ORDER = ['error', 'warning', 'info'] as const;

/** Findings for a terminal, the gravest first, one a line. */
export function findingLines(found: readonly Finding[]): string {
  const findings = shown(found);
  return ORDER.flatMap((severity) => findings.filter((finding) => finding.severity === severity))
    .map((finding) => {
      const { severity, file, message } = finding;
      const answer = answerWords(finding);
      return `${SEVERITY[severity]}: ${file ? `${file}: ` : ''}${message}${answer ? ` ${answer}` : ''}`;
    })
    .join('\n');
}
