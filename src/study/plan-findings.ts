import type { DoseHeader } from '../dicom/rt-dose';
import type { RtPlan } from '../dicom/rt-plan';
import type { Finding } from '../finding';
import { countsInWords, groupsOf } from './fraction-count';

/** Plans that nobody approved, or that have no usable number of fractions. */
export function planFindings(plans: readonly RtPlan[]): Finding[] {
  return plans.flatMap((plan) => {
    const findings: Finding[] = [];
    if (plan.approvalStatus !== 'APPROVED') {
      const status = plan.approvalStatus || 'not stated';
      const message = `Plan ${plan.label} is not approved (its approval status is ${status}); what is treated may differ.`;
      findings.push({ code: 'plan-not-approved', severity: 'warning', file: plan.file, message });
    }
    for (const group of plan.fractionGroups) {
      if (group.fractionsPlanned !== undefined) continue;
      const found = group.fractionsPlannedText ? `"${group.fractionsPlannedText}" as` : 'no';
      const message = `Plan ${plan.label}, fraction group ${group.number}: ${found} number of fractions; the number has to be given.`;
      findings.push({ code: 'fractions-unknown', severity: 'warning', file: plan.file, message });
    }
    return findings;
  });
}

/** What is odd between doses and plans: a plan that is not there, two doses of one plan, one dose of several fraction groups. */
export function dosePlanFindings(doses: readonly DoseHeader[], plans: readonly RtPlan[]): Finding[] {
  const findings: Finding[] = [];
  const wholeOf = new Map<string, DoseHeader[]>();
  for (const dose of doses) {
    const { file } = dose;
    const uids = dose.referencedPlans.map(({ sopInstanceUid }) => sopInstanceUid);
    const own = plans.filter(({ sopInstanceUid }) => uids.includes(sopInstanceUid));
    if (uids.length === 0) {
      findings.push({
        code: 'dose-names-no-plan',
        severity: 'warning',
        file,
        message: 'The dose does not say which plan it is of; its fractions have to be given.',
      });
    } else if (own.length === 0) {
      findings.push({
        code: 'plan-not-here',
        severity: 'warning',
        file,
        message: 'The plan of the dose is not among the files; its fractions have to be given.',
      });
    }
    for (const plan of own) {
      const groups = groupsOf(dose, plan);
      if (groups.length > 1) {
        const message = `Plan ${plan.label} has ${groups.length} fraction groups (${countsInWords(groups)} fractions) and this dose is for all of them; how it splits has to be said.`;
        findings.push({ code: 'several-fraction-groups', severity: 'warning', file, message });
      }
    }
    if (dose.doseSummationType === 'PLAN') for (const uid of uids) wholeOf.set(uid, [...(wholeOf.get(uid) ?? []), dose]);
  }
  for (const [uid, those] of wholeOf) {
    if (those.length < 2) continue;
    const label = plans.find(({ sopInstanceUid }) => sopInstanceUid === uid)?.label ?? uid;
    const message = `${those.map(({ file }) => file).join(' and ')} are both the whole dose of plan ${label}; only one of them is to be counted.`;
    findings.push({ code: 'two-doses-of-one-plan', severity: 'warning', message });
  }
  return findings;
}
