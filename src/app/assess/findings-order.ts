import type { Finding } from '../../findings/finding';
import { isOpen } from './questions';

/** What a finding asks of the reader: an answer before all else. */
export type Severity = 'question' | Finding['severity'];
export const SEVERITIES: readonly Severity[] = ['question', 'error', 'warning', 'info'];

export const severityOf = (finding: Finding): Severity => (isOpen(finding) ? 'question' : finding.severity);

/** Findings of one kind. */
export interface FindingGroup {
  readonly severity: Severity;
  readonly code: Finding['code'];
  readonly findings: readonly Finding[];
}

/** Findings of one code and severity together: open questions, then the most severe, else in the order they came. */
export function findingGroups(findings: readonly Finding[]): readonly FindingGroup[] {
  const groups = new Map<string, { severity: Severity; code: Finding['code']; findings: Finding[] }>();
  for (const finding of findings) {
    const { code } = finding;
    const severity = severityOf(finding);
    const key = `${severity} ${code}`;
    const group = groups.get(key);
    if (group) group.findings.push(finding);
    else groups.set(key, { severity, code, findings: [finding] });
  }
  return [...groups.values()].sort((a, b) => SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity));
}
