import type { Finding } from '../findings/finding';

const SEVERITY = { error: 'ERROR', warning: 'Warning', info: 'Note' } as const;
const ORDER = ['error', 'warning', 'info'] as const;

/** Findings for a terminal, the gravest first, one a line. */
export function findingLines(findings: readonly Finding[]): string {
  return ORDER.flatMap((severity) => findings.filter((finding) => finding.severity === severity))
    .map(({ severity, file, message }) => `${SEVERITY[severity]}: ${file ? `${file}: ` : ''}${message}`)
    .join('\n');
}
