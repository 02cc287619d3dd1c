import type { DoseQuestion } from '../effect/dose-question';

/** Beyond this many an organ's kept distributions are those of models that were tried and left. */
const MOST_KEPT = 12;

/** What is kept, emptied first where it has grown too large. */
export function trimmed<Value>(kept: Map<string, Value>): Map<string, Value> {
  if (kept.size > MOST_KEPT) kept.clear();
  return kept;
}

/** What tells one question of an organ from another. */
export const keyOf = ({ quantity, scope, tissue, plannedScale }: DoseQuestion): string =>
  JSON.stringify([quantity, scope, scope === 'prior' ? 1 : plannedScale, quantity === 'physical' ? null : tissue]);
