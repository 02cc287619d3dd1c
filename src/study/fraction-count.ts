import type { DoseHeader } from '../dicom/rt-dose';
import type { FractionGroup, RtPlan } from '../dicom/rt-plan';
import { treatedGroups } from '../dicom/treated-groups';
import { type Finding, makeFinding } from '../findings/finding';
import { summands } from '../findings/summands';
import { InputError } from '../input-error';

/** How many fractions a dose is given in, and what is to be said about that. */
export interface FractionCount {
  readonly fractions: number;
  readonly findings: readonly Finding[];
}

const PLANNED = '(300A,0078) NumberOfFractionsPlanned';

/**
 * Fractions of a dose: the user's word, or those of the one fraction group that the dose is of.
 * @param given the user's word.
 * @param share the user's word that only this share of the dose is given in these fractions.
 * @throws InputError where nobody says, where the plan's number is no whole number, or where several fraction groups
 *   share one dose and the user has not said how it splits.
 */
export function fractionsOfDose(
  dose: DoseHeader,
  plan: RtPlan | undefined,
  given: number | undefined,
  share: number | undefined,
): FractionCount {
  const groups = plan ? groupsOf(dose, plan) : [];
  const findings: Finding[] = [];
  if (given === undefined) return { fractions: fromPlan(dose, plan, groups), findings };
  const counts = groups.map(({ fractionsPlanned }) => fractionsPlanned);
  if (groups.length > 1) {
    const facts = {
      plan: plan!.label,
      groupFractions: countsOf(groups),
      fractions: given,
      ...(share !== undefined && { doseShare: share }),
    };
    findings.push(makeFinding('several-fraction-groups', 'warning', facts, { file: plan!.file }));
  } else if (counts.length === 1 && counts[0] !== undefined && counts[0] !== given) {
    const facts = {
      plan: plan!.label,
      planned: counts[0],
      given,
      ...(dose.doseSummationType === 'RECORD' && { isDelivered: true as const }),
      ...(share !== undefined && { doseShare: share }),
    };
    findings.push(makeFinding('fractions-differ-from-plan', 'warning', facts, { file: plan!.file }));
  }
  return { fractions: given, findings };
}

/**
 * The fraction groups that a dose is of: those it names, otherwise all (PS3.3 C.8.8.3, Referenced Fraction Group
 * Sequence); of several, those by which the plan treats.
 */
export function groupsOf(dose: DoseHeader, plan: RtPlan): readonly FractionGroup[] {
  const named = dose.referencedPlans.find(({ sopInstanceUid }) => sopInstanceUid === plan.sopInstanceUid)?.fractionGroups ?? [];
  if (named.length === 0) return treatedGroups(plan);
  const numbers = new Set(named.map(({ number }) => number));
  const fractionGroups = plan.fractionGroups.filter(({ number }) => numbers.has(number));
  return treatedGroups({ ...plan, fractionGroups });
}

function fromPlan(dose: DoseHeader, plan: RtPlan | undefined, groups: readonly FractionGroup[]): number {
  if (!plan) {
    throw new InputError({
      file: dose.file,
      where: 'fractions',
      found: 'no number, and not the plan that the dose references',
      needed: 'the plan beside the dose, or `fractions` in the case file',
    });
  }
  if (groups.length > 1) {
    throw new InputError({
      file: plan.file,
      where: '(300A,0070) FractionGroupSequence',
      found: `one dose for ${groups.length} fraction groups (${summands(countsOf(groups))} fractions)`,
      needed:
        "the user's word on how the dose splits: `fractions` for equal ones, a phase for each group with the same dose, its `fractions` and `doseShare`, or a phase for each with a dose of its own, where there are such",
    });
  }
  if (groups.length === 0 && plan.fractionGroups.length > 0) {
    const named = dose.referencedPlans.flatMap((reference) => reference.fractionGroups.map(({ number }) => number));
    throw new InputError({
      file: dose.file,
      where: '(300C,0022) ReferencedFractionGroupNumber',
      found: `fraction group ${[...new Set(named)].join(', ')}, which plan ${plan.label} (${plan.file}) does not have`,
      needed: 'the plan of this dose, or `fractions` in the case file',
    });
  }
  const [group] = groups;
  if (group?.fractionsPlanned !== undefined) return group.fractionsPlanned;
  throw new InputError({
    file: plan.file,
    where: PLANNED,
    found: group?.fractionsPlannedText ? `"${group.fractionsPlannedText}"` : 'nothing',
    needed: 'a whole number of fractions, 1 or more, or `fractions` in the case file',
  });
}

/** Fractions of each group; what is written where that is no number, '?' where nothing is. */
export const countsOf = (groups: readonly FractionGroup[]): (number | string)[] =>
  groups.map(({ fractionsPlanned, fractionsPlannedText }) => fractionsPlanned ?? (fractionsPlannedText || '?'));
