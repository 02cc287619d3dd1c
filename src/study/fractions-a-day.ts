import type { DoseHeader } from '../dicom/rt-dose';
import type { FractionGroup, RtPlan } from '../dicom/rt-plan';
import { type Finding, makeFinding } from '../findings/finding';
import { groupsOf } from './fraction-count';

/** What the plan of a dose says of the fractions of a day: the most of its fraction groups. */
export interface PlannedADay {
  readonly perDay: number;
  readonly pattern: string;
  readonly isClear: boolean;
}

/** Undefined where the plan has no fraction pattern for what the dose is given in. */
export function plannedADay(dose: DoseHeader, plan: RtPlan | undefined): PlannedADay | undefined {
  const said = plan ? groupsOf(dose, plan).flatMap((group) => ofGroup(group) ?? []) : [];
  const [most] = said.toSorted((a, b) => b.perDay - a.perDay);
  return most;
}

/** One fraction is one a day, whatever the pattern has room for. */
function ofGroup({ pattern, fractionsPlanned = Infinity }: FractionGroup): PlannedADay | undefined {
  if (!pattern) return undefined;
  const { perDay, written, isClear } = pattern;
  return { perDay: Math.min(perDay, fractionsPlanned), pattern: written, isClear };
}

/**
 * Several fractions a day leave damage unrepaired between them. What a plan says of a day and the case does not is asked;
 * where the case says another number, that is told.
 * @param given `fractionsPerDay` of the case.
 */
export function fractionsADayFindings(dose: DoseHeader, plan: RtPlan | undefined, given: number | undefined): Finding[] {
  const planned = plannedADay(dose, plan);
  if (!plan || !planned) return [];
  const { perDay, pattern, isClear } = planned;
  const { label, file } = plan;
  if (given !== undefined) {
    if (given === perDay || !isClear) return [];
    const facts = { plan: label, planned: perDay, given };
    return [makeFinding('fractions-a-day-differ-from-plan', 'warning', facts, { file })];
  }
  if (perDay === 1) return [];
  const facts = { plan: label, perDay, pattern, isClear };
  return [
    isClear
      ? makeFinding('plan-of-several-a-day', 'error', facts, { file, answerable: true })
      : makeFinding('plan-of-several-a-day', 'warning', facts, { file }),
  ];
}
