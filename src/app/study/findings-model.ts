import type { Finding } from '../../findings/finding';
import type { Inspection } from '../../inspection/inspect';
import { isMixUp } from '../../study/patient-findings';

/** Findings of one kind, to be shown as one. */
export interface FindingGroup {
  readonly code: Finding['code'];
  readonly severity: Finding['severity'];
  readonly findings: readonly Finding[];
}

/** What was said of one file. */
export const findingsAbout = ({ findings }: Inspection, file: string): Finding[] =>
  findings.filter((finding) => finding.file === file);

/**
 * What is said of no object that has a place of its own on the page. What a file's own entry says already (why it cannot
 * be read) is not said twice.
 */
export function generalFindings(inspection: Inspection): Finding[] {
  const plans = inspection.plans.filter(({ file }) => inspection.doses.some(({ plan }) => plan?.file === file));
  const placed = new Set(
    [...inspection.doses, ...plans, ...inspection.structureSets, ...inspection.registrations].map(({ file }) => file),
  );
  return inspection.findings.filter(
    (finding) =>
      !isMixUp(finding) && finding.code !== 'file-unreadable' && (finding.file === undefined || !placed.has(finding.file)),
  );
}

const RANK = { error: 0, warning: 1, info: 2 } as const;

/** Findings of one code together, the gravest first. */
export function grouped(findings: readonly Finding[]): FindingGroup[] {
  const groups = new Map<string, { code: Finding['code']; severity: Finding['severity']; findings: Finding[] }>();
  for (const finding of findings) {
    const key = `${finding.severity} ${finding.code}`;
    const group = groups.get(key);
    if (group) group.findings.push(finding);
    else groups.set(key, { code: finding.code, severity: finding.severity, findings: [finding] });
  }
  return [...groups.values()].sort((a, b) => RANK[a.severity] - RANK[b.severity]);
}
