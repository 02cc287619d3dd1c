import type { DoseHeader } from '../dicom/rt-dose';
import type { RtPlan } from '../dicom/rt-plan';
import { groupGy, treatedGroups } from '../dicom/treated-groups';
import { type Finding, makeFinding } from '../findings/finding';
import type { GroupWithoutDose } from '../findings/study';
import { countsOf, groupsOf } from './fraction-count';

/** The fraction groups of a plan that none of its doses is of; none where there is no dose of the plan at all. */
export function groupsWithoutDose(doses: readonly DoseHeader[], plan: RtPlan): GroupWithoutDose[] {
  if (doses.length === 0) return [];
  const given = new Set(doses.flatMap((dose) => groupsOf(dose, plan).map(({ number }) => number)));
  return treatedGroups(plan).flatMap((group): GroupWithoutDose[] => {
    if (given.has(group.number)) return [];
    const [fractions] = countsOf([group]);
    const doseGy = groupGy(group, plan);
    return [{ group: group.number, fractions, ...(doseGy !== undefined && { doseGy }) }];
  });
}

/** What plans of which there are doses give by fraction groups that no dose is of. */
export function groupsLacking(doses: readonly DoseHeader[], plans: readonly RtPlan[]): Finding[] {
  return plans.flatMap((plan): Finding[] => {
    const isOwn = ({ referencedPlans }: DoseHeader) =>
      referencedPlans.some(({ sopInstanceUid }) => sopInstanceUid === plan.sopInstanceUid);
    return lackingOf(doses.filter(isOwn), plan);
  });
}

/** The same of the plan that doses are taken to be of. */
export function lackingOf(doses: readonly DoseHeader[], plan: RtPlan): Finding[] {
  const groups = groupsWithoutDose(doses, plan);
  if (groups.length === 0) return [];
  const place = { file: plan.file, answerable: true } as const;
  return [makeFinding('fraction-group-without-dose', 'error', { plan: plan.label, groups }, place)];
}
