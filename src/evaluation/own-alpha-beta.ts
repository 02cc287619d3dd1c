import type { OrganOverride } from '../case/case-file';
import type { Region } from '../case/case-inputs';
import { namedEntry } from '../case/named-entry';
import { organByName } from '../case/organ-by-name';
import type { WithTable } from '../findings/assessment-facts';
import { type Finding, makeFinding } from '../findings/finding';
import { tissueFor } from '../radiobiology/tissue-table';
import type { GoalResult, OrganResult } from './assessment';
import { constraintsOf, type EvaluationSettings } from './evaluation-context';

type Overrides = Readonly<Record<string, OrganOverride>>;

/** An organ whose alpha/beta the case sets to another value than the tissue table's. */
export interface OwnAlphaBeta {
  readonly ownGy: number;
  readonly tableGy: number;
}

/**
 * What the case itself sets against the table for a region; undefined where it sets none, where it is the table's, where
 * no organ of the table stands behind the region, and where something else is being tried. Of a region that the case takes
 * for another organ than its name says, the table's of either.
 */
export function ownAlphaBeta(region: Region, ofCase: Overrides = {}, used: Overrides = {}): OwnAlphaBeta | undefined {
  const ownGy = namedEntry(ofCase, region.names)?.alphaBetaGy;
  if (ownGy === undefined || region.tissueOrgan === undefined) return undefined;
  if (namedEntry(used, region.names)?.alphaBetaGy !== ownGy) return undefined;
  const organs = [organByName(region) ?? region.tissueOrgan, region.tissueOrgan];
  const tableGy = organs.map((organ) => tissueFor(organ).alphaBetaGy).find((table) => table !== ownGy);
  return tableGy === undefined ? undefined : { ownGy, tableGy };
}

/** The settings with the table's alpha/beta for one region, all else of it as it is set. */
export function withTableAlphaBeta(settings: EvaluationSettings, { names }: Region): EvaluationSettings {
  const own = names.filter((name) => Object.hasOwn(settings.overrides, name));
  const without = own.map((name) => [name, { ...settings.overrides[name], alphaBetaGy: undefined, alphaBetaSource: undefined }]);
  return { ...settings, overrides: { ...settings.overrides, ...Object.fromEntries(without) } };
}

/** Whether any goal of a region is tested with the region's own alpha/beta. */
export const restsOnOrgan = (region: Region, settings: EvaluationSettings): boolean =>
  constraintsOf(region, settings).some(({ alphaBetaGy, quantity }) => alphaBetaGy === 'organ' && quantity !== 'physical');

/** @param withTable the same organ evaluated with the table's value; undefined where no goal rests on it. */
export function ownAlphaBetaFinding({ roi }: OrganResult, own: OwnAlphaBeta, withTable: OrganResult | undefined): Finding {
  const goal = withTable && gravest(withTable.goals.filter(isOnOrgan));
  const facts = { roi, ...own, ...(goal && { withTable: factsOf(goal) }) };
  return makeFinding('own-alpha-beta', 'warning', facts, { roi });
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
