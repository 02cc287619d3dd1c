import type { Constraint } from '../constraints/constraint';
import type { Goal } from '../constraints/goal';
import { exactly } from '../constraints/interval';
import { matchOrgan } from '../constraints/organ-names';
import { type Finding, makeFinding } from '../findings/finding';
import type { Region } from './case-inputs';
import { isPlausibleAlphaBeta, PLAUSIBLE_ALPHA_BETA_GY } from './odd-entries';
import { baseOf } from './required-organs';

/** Goals that are possible and hardly meant: with an alpha/beta that no tissue is known to have, or met by more dose. */
export function oddGoals(goals: readonly Constraint[], regions: readonly Region[]): Finding[] {
  return goals.flatMap(({ organ, goal, alphaBetaGy }): Finding[] => {
    const drawn = regions.filter(({ names }) => names.includes(organ));
    const findings: Finding[] = [];
    if (typeof alphaBetaGy === 'number' && !isPlausibleAlphaBeta(alphaBetaGy)) {
      for (const { name: roi } of drawn) {
        const facts = { roi, goal: goal.text, alphaBetaGy, ...PLAUSIBLE_ALPHA_BETA_GY };
        findings.push(makeFinding('alpha-beta-implausible', 'error', facts, { roi, answerable: true }));
      }
    }
    if (isAtRisk(drawn[0]?.organ ?? organ) && asksForDose(goal)) {
      findings.push(makeFinding('goal-asks-for-dose', 'warning', { organ, goal: goal.text }));
    }
    return findings;
  });
}

/** A known organ or a margin about one; no target, and nothing that lies in one. */
function isAtRisk(organ: string): boolean {
  if (/_in_/.test(organ)) return false;
  const { kind } = matchOrgan(baseOf(organ) ?? organ);
  return kind === 'organ' || kind === 'PRV';
}

const OF_THE_HOTTEST: ReadonlySet<string> = new Set(['max', 'mean', 'doseAtVolume', 'volumeAtDose']);

/** Whether a goal asks for at least so much of figures that rise with dose. */
function asksForDose({ comparator, expression, metrics }: Goal): boolean {
  if (!comparator.startsWith('>') || !metrics.every(({ metric }) => OF_THE_HOTTEST.has(metric.kind))) return false;
  const valueAt = (raised: number) => expression.evaluate(metrics.map((_, n) => exactly(n === raised ? 2 : 1)))?.low;
  const here = valueAt(-1);
  if (here === undefined) return false;
  return metrics.every((_, n) => {
    const raised = valueAt(n);
    return raised !== undefined && raised >= here;
  });
}
