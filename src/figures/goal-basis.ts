import type { GoalResult, OrganEntry } from '../evaluation/assessment';
import type { ModelUsed } from '../evaluation/models-used';
import { tissueFor } from '../radiobiology/tissue-table';
import { recoveryOfGoal } from './recovery-words';
import { modelWords, quantityWords, scopeWords } from './wording';

/* How a goal is judged, where that is not what is usual: the cumulative EQD2 in plain LQ, with the table's α/β. */

/** Whether a goal is tested with what the tissue table has for the organ; no question of a physical dose. */
export function isTablesAlphaBeta(goal: GoalResult, organ: OrganEntry): boolean {
  const tissue = (organ.roi === null ? undefined : organ.tissueOrgan) ?? organ.organ;
  if (goal.quantity === 'physical') return true;
  return tissue !== null && goal.alphaBetaOf === undefined && tissueFor(tissue).alphaBetaGy === goal.alphaBetaGy;
}

/** The organ's α/β by the case, where a goal follows it. */
const isCases = (goal: GoalResult, organ: OrganEntry): boolean =>
  goal.alphaBetaFrom === 'organ' && goal.alphaBetaOf === undefined && !isTablesAlphaBeta(goal, organ);

/** What of a goal's rules is not the usual, in the words of its conditions; none where all of it is. */
export function unusualBasis(goal: GoalResult, organ: OrganEntry): string[] {
  const isUsual = goal.quantity === 'eqd2' && isTablesAlphaBeta(goal, organ);
  return [
    !isUsual && quantityWords(goal) + (isCases(goal, organ) ? ', set by the case' : ''),
    goal.scope !== 'cumulative' && scopeWords(goal.scope),
    ...(goal.models ?? []).map(modelWords),
    recoveryOfGoal(goal),
  ].filter((words) => words !== false && words !== undefined);
}

const MODELS: { readonly [Kind in ModelUsed['kind']]: (model: Extract<ModelUsed, { kind: Kind }>) => string } = {
  'lq-l': ({ transitionGyPerFraction }) => `LQ-L above ${transitionGyPerFraction} Gy`,
  'overall-time': () => 'overall time',
  'incomplete-repair': ({ halfTimeHours }) => `half-time ${halfTimeHours} h`,
};

const modelInShort = <Kind extends ModelUsed['kind']>(model: Extract<ModelUsed, { kind: Kind }>): string =>
  MODELS[model.kind as Kind](model);

/** The α/β and the model of a goal for a table: `2`, `20 (the goal’s)`, `2, LQ-L above 3 Gy`; `–` of physical dose. */
export function basisInShort(goal: GoalResult, organ: OrganEntry): string {
  if (goal.quantity === 'physical') return '–';
  const isOwn = !isTablesAlphaBeta(goal, organ);
  const whose = goal.alphaBetaOf ?? (goal.alphaBetaFrom === 'source' ? 'the goal’s' : 'the case’s');
  const alphaBeta = `${goal.alphaBetaGy}${isOwn ? ` (${whose})` : ''}`;
  return [alphaBeta, ...(goal.models ?? []).map(modelInShort)].join(', ');
}
