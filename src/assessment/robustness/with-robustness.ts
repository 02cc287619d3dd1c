import type { Constraint } from '../../constraints/constraint';
import { type Verdict, verdictAt } from '../../constraints/evaluate-goal';
import { type Metric, parseMetric } from '../../dvh/metric';
import { metricInterval } from '../../dvh/metric-value';
import type { Vec3 } from '../../geometry/vec3';
import type { PreparedCase } from '../assess';
import type { Assessment, BandResult, GoalResult, OrganResult } from '../assessment';
import { constraintsOf, type EvaluationContext, type EvaluationSettings, evaluationContext, tissueModelOf } from '../evaluate';
import { evaluateConstraint } from '../evaluate-constraint';
import { OrganDoses, OrganGiven } from '../organ-doses';
import type { CoursePaths, PreparedRegion } from '../prepare';
import { questionsOf } from '../questions-of';
import { shiftMarginMm } from './shift-margin';
import { type Moving, movingOf, shiftedRegion } from './shifted-region';
import { shiftsOf } from './shifts';
import type { TellingCounts } from './telling-samples';

/**
 * Adds to an assessment what its numbers become when each prior course that is carried over is moved by the margin in
 * 26 directions: a band for each cumulative metric, and for each goal the worst of the 26. Computed on the samples; the
 * change against the unmoved course is added to the assessment's own value.
 * @returns the assessment as it is where no course can be moved or no margin is asked for.
 */
export function withRobustness(prepared: PreparedCase, settings: EvaluationSettings, assessment: Assessment): Assessment {
  const { inputs, paths, regions } = prepared;
  const marginMm = shiftMarginMm(settings.robustness, paths);
  if (marginMm === undefined) return assessment;
  const moving = movingBy(marginMm, prepared);
  if (moving.phases.length === 0) return assessment;
  const context = evaluationContext(inputs.courses, settings, questionsOf(prepared).questions);
  return {
    ...assessment,
    // Organs without a region stand behind those that have one.
    organs: assessment.organs.map((organ, n) => (organ.roi === null ? organ : bandsOf(organ, regions[n], moving, context))),
    settings: { ...assessment.settings, robustness: { marginMm, shifts: moving.shifts.length } },
  };
}

/** Kept for as long as the samples are: of what a person tries, only the margin changes it. */
const movings = new WeakMap<CoursePaths, { readonly marginMm: number; readonly moving: Moving }>();

function movingBy(marginMm: number, { inputs, paths }: PreparedCase): Moving {
  const known = movings.get(paths);
  if (known?.marginMm === marginMm) return known.moving;
  const moving = movingOf(inputs.courses, paths, shiftsOf(marginMm));
  movings.set(paths, { marginMm, moving });
  return moving;
}

/** The smallest volume, in cc, that the samples must tell the hottest of. */
const LEAST_HOT_CC = 0.1;
/** Metrics on more than this are no near maxima: they are read off the even choice of samples. */
const MOST_HOT_CC = 10;

function bandsOf(organ: OrganResult, region: PreparedRegion, moving: Moving, context: EvaluationContext): OrganResult {
  const { courses, settings } = context;
  const tissue = tissueModelOf(region.region, context);
  const constraints = constraintsOf(region.region, settings);
  const metrics = Object.keys(organ.metrics).map((name) => ({ name, metric: parseMetric(name) }));
  const named = [...metrics.map(({ metric }) => metric), ...constraints.flatMap(({ goal }) => goal.metrics.map((m) => m.metric))];
  const hottestCc = Math.max(LEAST_HOT_CC, ...named.map((metric) => hotCc(metric, region.samples.totalCc)));
  const { still, under } = shiftedRegion(region, moving, courses, tissue, hottestCc, countsFor(named, constraints.length > 0));
  const look = (at: PreparedRegion) => {
    const doses = new OrganDoses(new OrganGiven(courses, at, settings.outsideDoseGrid === 'zero'));
    const { plannedScale } = settings;
    const cumulative = doses.distribution({ quantity: 'eqd2', scope: 'cumulative', tissue, plannedScale });
    return {
      values: metrics.map(({ metric }) => metricInterval(cumulative, metric)?.value),
      goals: constraints.map((constraint) =>
        evaluateConstraint(constraint, { region: region.region, doses, tissue, context, withHeadroom: false }),
      ),
    };
  };
  const before = look(still);
  const after = moving.shifts.map((shiftMm, s) => ({ shiftMm, ...look(under(s)) }));
  return {
    ...organ,
    metrics: Object.fromEntries(
      metrics.map(({ name }, m) => {
        const result = organ.metrics[name];
        const band = bandOf(
          result.cumulativeEqd2Gy,
          before.values[m],
          after.map(({ values }) => values[m]),
        );
        return [name, band ? { ...result, band } : result];
      }),
    ),
    goals: organ.goals.map((goal, g) => {
      const each = after.map(({ shiftMm, goals }) => ({ shiftMm, goal: goals[g] }));
      const worstCase = worstOf(goal, constraints[g], before.goals[g], each);
      return worstCase ? { ...goal, worstCase } : goal;
    }),
  };
}

/** A volume above a dose needs more samples than a mean, whose errors even out; a verdict deserves more than a figure. */
const countsFor = (metrics: readonly Metric[], hasGoals: boolean): TellingCounts => ({
  hottest: hasGoals ? 2500 : 1000,
  rest: metrics.some(({ kind, unit }) => unit !== 'Gy' || kind === 'coldDoseAtVolume') ? 5000 : 1000,
});

function hotCc(metric: Metric, totalCc: number): number {
  if (metric.kind !== 'doseAtVolume') return 0;
  const cc = metric.volumeUnit === '%' ? (metric.volume / 100) * totalCc : metric.volume;
  return cc <= MOST_HOT_CC ? cc : 0;
}

/** The band about a value, from how a coarser one moves. */
function bandOf(
  value: number | null,
  before: number | undefined,
  after: readonly (number | undefined)[],
): BandResult | undefined {
  if (value === null || before === undefined || after.includes(undefined)) return undefined;
  const moved = (after as readonly number[]).map((each) => Math.max(0, value + each - before));
  return { low: rounded(Math.min(value, ...moved)), high: rounded(Math.max(value, ...moved)) };
}

const BADNESS: Readonly<Record<Verdict, number>> = {
  'not applicable': -1,
  met: 0,
  'not evaluable': 1,
  exceeded: 2,
};

function worstOf(
  goal: GoalResult,
  constraint: Constraint,
  before: GoalResult,
  after: readonly { readonly shiftMm: Vec3; readonly goal: GoalResult }[],
): GoalResult['worstCase'] {
  if (constraint.scope === 'planned' || goal.verdict === 'not applicable') return undefined;
  if (goal.value === null || before.value === null) return undefined;
  const upper = constraint.goal.comparator.startsWith('<');
  let worst: { value: number; verdict: Verdict; shiftMm: Vec3 } | undefined;
  for (const { shiftMm, goal: moved } of after) {
    if (moved.value === null) continue;
    const value = rounded(Math.max(0, goal.value + moved.value - before.value));
    // Moved out of what the source studied, nothing is met any more.
    const unknown = [moved.verdict, goal.verdict].some((each) => each === 'not evaluable' || each === 'not applicable');
    const verdict = unknown ? 'not evaluable' : verdictAt(constraint.goal, value);
    const isWorse =
      !worst ||
      BADNESS[verdict] > BADNESS[worst.verdict] ||
      (verdict === worst.verdict && (upper ? value > worst.value : value < worst.value));
    if (isWorse) worst = { value, verdict, shiftMm };
  }
  return worst;
}

const rounded = (value: number): number => Number(value.toPrecision(6));
