import type { Region } from '../case/case-inputs';
import { organByName } from '../case/organ-by-name';
import { tissueEntry } from '../case/tissue-entry';
import type { WithTable } from '../findings/assessment-facts';
import { type Finding, makeFinding } from '../findings/finding';
import { tissueFor } from '../radiobiology/tissue-table';
import type { GoalResult, OrganResult } from './assessment';
import { constraintsOf, type EvaluationSettings, tissueEntryIn } from './evaluation-context';
import { withoutOverride } from './own/without-override';

/** An organ whose alpha/beta the case sets to another value than the tissue table's. */
export interface OwnAlphaBeta {
  readonly ownGy: number;
  readonly tableGy: number;
  /** The structures whose value it is, where it is not set for the region itself. */
  readonly from?: readonly string[];
}

/**
 * What the case itself sets against the table for a region, or for what that is made from; undefined where it sets none,
 * where it is the table's, where no organ of the table stands behind the region, and where something else is being tried.
 * Of a region that the case takes for another organ than its name says, the table's of either.
 */
export function ownAlphaBeta(region: Region, settings: EvaluationSettings): OwnAlphaBeta | undefined {
  const { alphaBetaGy: ownGy, inherited } = tissueEntry(region, settings.ofCase);
  if (ownGy === undefined || region.tissueOrgan === undefined) return undefined;
  if (tissueEntryIn(region, settings).alphaBetaGy !== ownGy) return undefined;
  const organs = [organByName(region) ?? region.tissueOrgan, region.tissueOrgan];
  const tableGy = organs.map((organ) => tissueFor(organ).alphaBetaGy).find((table) => table !== ownGy);
  const from = inherited.find(({ field }) => field === 'alphaBetaGy')?.from;
  return tableGy === undefined ? undefined : { ownGy, tableGy, ...(from && { from }) };
}

/** The settings with the table's alpha/beta for one region, all else of it as it is set. */
export const withTableAlphaBeta = (settings: EvaluationSettings, region: Region): EvaluationSettings =>
  withoutOverride(settings, region, ['alphaBetaGy', 'alphaBetaSource']);

/** Whether any goal of a region is tested with the region's own alpha/beta. */
export const restsOnOrgan = (region: Region, settings: EvaluationSettings): boolean =>
  constraintsOf(region, settings).some(({ alphaBetaGy, quantity }) => alphaBetaGy === 'organ' && quantity !== 'physical');

/**
 * What is told of one region. What has its value from another is named there, and told by itself where a goal of its own
 * rests on it, or where the other is no region.
 * @param withTable the same organ evaluated with the table's value; undefined where no goal rests on it.
 */
export function ownAlphaBetaFindings(
  regions: readonly Region[],
  { name: roi }: Region,
  settings: EvaluationSettings,
  own: OwnAlphaBeta,
  withTable: OrganResult | undefined,
): Finding[] {
  const goal = withTable && gravest(withTable.goals.filter(isOnOrgan));
  if (own.from && !goal && own.from.some((source) => regions.some(({ name }) => name === source))) return [];
  const inheritedBy = regions.filter((region) => ownAlphaBeta(region, settings)?.from?.includes(roi)).map(({ name }) => name);
  const facts = {
    roi,
    ...own,
    ...(inheritedBy.length > 0 && { inheritedBy }),
    ...(goal && { withTable: factsOf(goal) }),
  };
  return [makeFinding('own-alpha-beta', 'warning', facts, { roi })];
}

const isOnOrgan = ({ mandatory, alphaBetaFrom }: GoalResult): boolean => mandatory && alphaBetaFrom === 'organ';

const factsOf = ({ verdict, goal, value, limit, unit }: GoalResult): WithTable => ({
  verdict,
  goal,
  limit,
  unit,
  ...(value !== null && { value }),
});

const GRAVITY = ['exceeded', 'not evaluable', 'met', 'not applicable'];

/** The gravest verdict's goal that is nearest to its limit. */
function gravest(goals: readonly GoalResult[]): GoalResult | undefined {
  const rank = ({ verdict }: GoalResult) => GRAVITY.indexOf(verdict);
  return [...goals].sort((a, b) => rank(a) - rank(b) || (b.shareOfLimit ?? 0) - (a.shareOfLimit ?? 0))[0];
}
