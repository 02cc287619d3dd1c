import type { DoseHeader } from '../dicom/rt-dose';
import type { RtPlan } from '../dicom/rt-plan';
import { givesNothing } from '../dicom/treated-groups';
import { type Finding, makeFinding } from '../findings/finding';
import { doseSets, haveOtherValues, isComplete, isRival, splitOf } from './doses-of-plan';
import { countsOf, groupsOf } from './fraction-count';
import { groupsLacking } from './groups-without-dose';

/** Plan Intents that are of no patient's treatment (PS3.3 C.8.8.9). */
const NO_TREATMENT = new Set(['VERIFICATION', 'MACHINE_QA', 'SERVICE']);
/** One that may be of a treatment or not. */
const RESEARCH = 'RESEARCH';

/** Plans that are of no treatment by their own word, that nobody approved, or that have no usable number of fractions. */
export function planFindings(plans: readonly RtPlan[]): Finding[] {
  return plans.flatMap((plan) => {
    const findings: Finding[] = [];
    if (plan.approvalStatus !== 'APPROVED') {
      const facts = { plan: plan.label, status: plan.approvalStatus };
      findings.push(makeFinding('plan-not-approved', 'warning', facts, { file: plan.file }));
    }
    const { intent } = plan;
    if (intent !== undefined && (NO_TREATMENT.has(intent) || intent === RESEARCH)) {
      const facts = { plan: plan.label, intent };
      const { file } = plan;
      findings.push(
        intent === RESEARCH
          ? makeFinding('plan-of-no-treatment', 'warning', facts, { file })
          : makeFinding('plan-of-no-treatment', 'error', facts, { file, answerable: true }),
      );
    }
    for (const group of plan.fractionGroups) {
      if (group.fractionsPlanned !== undefined || givesNothing(group, plan)) continue;
      const facts = { plan: plan.label, group: group.number, written: group.fractionsPlannedText };
      findings.push(makeFinding('fractions-unknown', 'warning', facts, { file: plan.file }));
    }
    return findings;
  });
}

/** What is odd between doses and plans: a plan that is not there, two doses of one plan, one dose of several fraction groups. */
export function dosePlanFindings(doses: readonly DoseHeader[], plans: readonly RtPlan[]): Finding[] {
  const findings: Finding[] = [];
  const byPlan = new Map<string, DoseHeader[]>();
  for (const dose of doses) {
    const { file } = dose;
    const uids = dose.referencedPlans.map(({ sopInstanceUid }) => sopInstanceUid);
    const own = plans.filter(({ sopInstanceUid }) => uids.includes(sopInstanceUid));
    if (uids.length === 0) findings.push(makeFinding('dose-names-no-plan', 'warning', {}, { file }));
    else if (own.length === 0) findings.push(makeFinding('plan-not-here', 'warning', {}, { file }));
    for (const plan of own) {
      const groups = groupsOf(dose, plan);
      if (groups.length > 1) {
        const facts = { plan: plan.label, groupFractions: countsOf(groups) };
        findings.push(makeFinding('several-fraction-groups', 'warning', facts, { file }));
      }
    }
    if (WHOLE.has(dose.doseSummationType)) for (const uid of uids) byPlan.set(uid, [...(byPlan.get(uid) ?? []), dose]);
  }
  findings.push(...groupsLacking(doses, plans));
  for (const [uid, those] of byPlan) {
    findings.push(
      ...doubleFindings(
        those,
        plans.find(({ sopInstanceUid }) => sopInstanceUid === uid),
        uid,
      ),
    );
  }
  return findings;
}

/** The kinds of doses of which one, or some together, may be the whole of a plan or of one of its fraction groups. */
const WHOLE = new Set(['PLAN', 'RECORD', 'FRACTION', 'BEAM']);

/** Doses of one plan, or of one of its fraction groups, of which only one can count. */
function doubleFindings(doses: readonly DoseHeader[], plan: RtPlan | undefined, uid: string): Finding[] {
  const sets = doseSets(doses, plan);
  const filesOf = (each: readonly DoseHeader[]) => each.map(({ file }) => file).join(' + ');
  const found = (files: readonly string[], groups: readonly number[]) =>
    makeFinding('two-doses-of-one-plan', 'warning', {
      files,
      plan: plan?.label ?? uid,
      ...(groups.length > 0 && { groups }),
    });
  const findings = [...new Set(sets.map(({ groups }) => groups.join()))].flatMap((key) => {
    const [first, ...rest] = sets.filter(({ groups }) => groups.join() === key);
    const files = [first, ...rest.filter((set) => isRival(set, first, plan))].map((set) => filesOf(set.doses));
    return files.length > 1 ? [found(files, first.groups)] : [];
  });
  const whole = sets.find(({ groups }) => groups.length === 0);
  const split = splitOf(sets, plan)?.flatMap((set) => set.doses);
  if (!whole || !split || !isComplete(whole, plan) || !haveOtherValues(split, whole.doses)) return findings;
  return [...findings, found([filesOf(whole.doses), filesOf(split)], [])];
}
