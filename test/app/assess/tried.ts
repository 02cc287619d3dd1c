import type { GoalResult, OrganResult } from '../../../src/evaluation/assessment';

import { holds } from '../../../src/figures/number-format';
import type { WholeAssessment } from '../../report/fixture';

/*
 * An assessment as if the planned dose were another: doses grow with it in proportion, which is not how EQD2 grows but
 * will do to look at.
 */

const scaled = (value: number | null, by: number) => (value === null ? null : value * by);

function goalAt(goal: GoalResult, by: number): GoalResult {
  if (goal.value === null || goal.scope === 'prior') return goal;
  const value = goal.value * (goal.scope === 'planned' ? by : (1 + by) / 2);
  const verdict = holds(value, goal.limit, goal.comparator) ? 'met' : 'exceeded';
  return { ...goal, value, shareOfLimit: value / goal.limit, verdict };
}

function organAt(organ: OrganResult, by: number): OrganResult {
  const half = (1 + by) / 2;
  const metrics = Object.entries(organ.metrics).map(([name, metric]) => [
    name,
    {
      ...metric,
      plannedPhysicalGy: scaled(metric.plannedPhysicalGy, by),
      plannedEqd2Gy: scaled(metric.plannedEqd2Gy, by),
      cumulativeEqd2Gy: scaled(metric.cumulativeEqd2Gy, half),
    },
  ]);
  const shrunk = (volume: readonly number[], share: number) =>
    volume.map((_, n) => volume[Math.min(volume.length - 1, Math.round(n / share))]);
  return {
    ...organ,
    metrics: Object.fromEntries(metrics),
    goals: organ.goals.map((goal) => goalAt(goal, by)),
    dvh: { ...organ.dvh, planned: shrunk(organ.dvh.planned, by), cumulative: shrunk(organ.dvh.cumulative, half) },
  };
}

export function tried(assessment: WholeAssessment, plannedScale: number): WholeAssessment {
  const organs = assessment.organs.map((organ) => organAt(organ, plannedScale));
  const goals = organs.flatMap((organ) => organ.goals).filter(({ mandatory }) => mandatory);
  const count = (verdict: GoalResult['verdict']) => goals.filter((goal) => goal.verdict === verdict).length;
  return {
    ...assessment,
    organs,
    overall: {
      mandatoryExceeded: count('exceeded'),
      exceededOutsideTarget: goals.filter((goal) => goal.verdict === 'exceeded' && !goal.inTarget && !goal.onTarget).length,
      mandatoryNotEvaluable: count('not evaluable'),
      mandatoryMet: count('met'),
      registration: assessment.overall.registration,
    },
    settings: { ...assessment.settings, plannedScale },
  };
}
