import type { Finding } from '../../finding';

export type Severity = Finding['severity'];
export const SEVERITIES: readonly Severity[] = ['error', 'warning', 'info'];

/** Findings of one kind. */
export interface FindingGroup {
  readonly severity: Severity;
  readonly code: Finding['code'];
  readonly findings: readonly Finding[];
}

/** Findings of one code and severity together, the most severe first, else in the order they came. */
export function findingGroups(findings: readonly Finding[]): readonly FindingGroup[] {
  const groups = new Map<string, { severity: Severity; code: Finding['code']; findings: Finding[] }>();
  for (const finding of findings) {
    const { severity, code } = finding;
    const key = `${severity} ${code}`;
    const group = groups.get(key);
    if (group) group.findings.push(finding);
    else groups.set(key, { severity, code, findings: [finding] });
  }
  return [...groups.values()].sort((a, b) => SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity));
}
