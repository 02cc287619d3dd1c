import { type Finding, makeFinding } from '../../findings/finding';
import { tissueFor } from '../../radiobiology/tissue-table';
import type { GoalResult } from '../assessment';
import { type EvaluationContext, tissueEntryIn } from '../evaluation-context';
import type { PreparedRegion } from '../prepared-region';
import { besideOther, type TestGoals } from './otherwise';
import { withoutOverride } from './without-override';

/**
 * A half-time of repair that the case sets where the tissue table has another, with what goals come to with the table's;
 * nothing where no phase has several fractions a day, and where the table has none that it could stand against.
 * @param goals those of the region, in the order of its constraints.
 */
export function repairHalfTimeFindings(
  prepared: PreparedRegion,
  goals: readonly GoalResult[],
  context: EvaluationContext,
  test: TestGoals,
): Finding[] {
  const { region } = prepared;
  const { name: roi, tissueOrgan } = region;
  const { settings, courses } = context;
  const { repairHalfTimeHours: ownHours, inherited } = tissueEntryIn(region, settings);
  const tableHours = tissueOrgan && tissueFor(tissueOrgan).repair?.halfTimeHours;
  const isSplit = courses.some(({ phases }) => phases.some(({ schedule }) => schedule));
  if (!isSplit || !ownHours || !tableHours || ownHours === tableHours) return [];
  const others = test(prepared, { ...context, settings: withoutOverride(settings, region, ['repairHalfTimeHours']) });
  const changed = goals.flatMap((goal, g) => besideOther(roi, goal, others[g]) ?? []);
  const from = inherited.find(({ field }) => field === 'repairHalfTimeHours')?.from;
  if (from && changed.length === 0) return [];
  const facts = { roi, ownHours, tableHours, ...(from && { from }), goals: changed };
  return [makeFinding('repair-half-time-own', 'warning', facts, { roi })];
}
