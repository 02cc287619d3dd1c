import type { Region } from '../../case/case-inputs';
import type { Steps } from '../../case/steps';
import type { Constraint } from '../../constraints/constraint';
import { type Metric, parseMetric } from '../../dvh/metric';
import { metricInterval } from '../../dvh/metric-value';
import type { Assessment, BandResult, GoalResult, OrganResult } from '../assessment';
import { evaluateConstraint } from '../evaluate-constraint';
import {
  constraintsOf,
  type EvaluationContext,
  type EvaluationSettings,
  evaluationContext,
  tissueModelOf,
} from '../evaluation-context';
import { OrganDoses, OrganGiven } from '../organ-doses';
import type { PreparedCase } from '../prepared-case';
import type { PreparedRegion } from '../prepared-region';
import { questionsOf } from '../questions-of';
import { innerShifts } from './inner-shifts';
import { byLength, farthestOf, type Motion, motionsOf, type Pivot } from './motions';
import { sampleExtent } from './sample-extent';
import { rotationDegreesOf, shiftMarginMm } from './shift-margin';
import { type Moving, movableRegion, movingOf } from './shifted-region';
import type { TellingCounts } from './telling-samples';
import { type Anew, wholeRegions } from './whole-regions';
import { anewFor, bestOf, type CloserLooks, rounded, SAME, worstOf } from './worst-case';

/** What the motions of a case are made of. */
interface Motions {
  readonly marginMm: number;
  readonly rotationDegrees: number;
  readonly target: Pivot | undefined;
}

/**
 * Adds to an assessment what its numbers become when each prior course that is carried over is moved: by the margin in 26
 * directions and within it where that is worse, and turned about the organ and about the planned target. A band for each
 * cumulative metric, and for each goal the worst. Bands are computed on some of the samples: the change
 * against the unmoved course is added to the assessment's own value. What is told as the worst of a goal is sampled anew.
 * @param movingOfCase what finds the doses that are moved; a session remembers it.
 * @returns the assessment as it is where no course can be moved or no margin is asked for.
 */
export function withRobustness(
  prepared: PreparedCase,
  settings: EvaluationSettings,
  assessment: Assessment,
  movingOfCase = movingOf,
): Assessment {
  const { inputs, paths, regions } = prepared;
  const marginMm = shiftMarginMm(settings.robustness, paths);
  if (marginMm === undefined) return assessment;
  const moving = movingOfCase(inputs.courses, paths);
  if (moving.phases.length === 0) return assessment;
  const context = evaluationContext(inputs.courses, settings, questionsOf(prepared).questions);
  const rotationDegrees = rotationDegreesOf(settings.robustness);
  const motions: Motions = { marginMm, rotationDegrees, target: targetPivot(prepared) };
  return {
    ...assessment,
    // Organs without a region stand behind those that have one.
    organs: assessment.organs.map((organ, n) =>
      organ.roi === null ? organ : bandsOf(organ, regions[n], inputs.regions, moving, motions, context, prepared.steps),
    ),
    settings: { ...assessment.settings, robustness: { marginMm, shifts: 26, rotationDegrees } },
  };
}

/** The middle of the first planned target that is contoured. */
function targetPivot({ inputs, regions }: PreparedCase): Pivot | undefined {
  const targets = inputs.courses.find(({ role }) => role === 'planned')?.targets ?? [];
  const found = targets.map(({ roi }) => regions.find(({ region }) => region.name === roi)).find((region) => region);
  return found && { about: 'target', atMm: sampleExtent(found.samples).centroidMm };
}

/** The smallest volume, in cc, that the samples must tell the hottest of. */
const LEAST_HOT_CC = 0.1;
/** Metrics on more than this are no near maxima: they are read off the even choice of samples. */
const MOST_HOT_CC = 10;

function bandsOf(
  organ: OrganResult,
  region: PreparedRegion,
  regions: readonly Region[],
  moving: Moving,
  { marginMm, rotationDegrees, target }: Motions,
  context: EvaluationContext,
  steps: Steps,
): OrganResult {
  const { courses, settings } = context;
  const { plannedScale } = settings;
  const tissue = tissueModelOf(region.region, context);
  const constraints = constraintsOf(region.region, settings);
  const metrics = Object.keys(organ.metrics).map((name) => ({ name, metric: parseMetric(name) }));
  const named = [...metrics.map(({ metric }) => metric), ...constraints.flatMap(({ goal }) => goal.metrics.map((m) => m.metric))];
  const hottestCc = Math.max(LEAST_HOT_CC, ...named.map((metric) => hotCc(metric, region.samples.totalCc)));
  const counts = countsFor(named, constraints.length > 0);
  const { centroidMm, corners } = sampleExtent(region.samples);
  const pivots: Pivot[] = [{ about: 'organ', atMm: centroidMm }, ...(target ? [target] : [])];
  const motions = motionsOf(marginMm, rotationDegrees, pivots);
  const turns = motions.filter(({ cause }) => cause.code === 'rotation');
  const turnMm = Math.max(0, ...turns.map((motion) => farthestOf(motion, corners)));
  const movable = movableRegion(
    region,
    moving,
    { boxMm: marginMm, lengthMm: turnMm > marginMm ? turnMm : 0 },
    courses,
    tissue,
    hottestCc,
    counts,
  );
  const look = (at: PreparedRegion) => lookAt(at, { metrics, constraints, tissue, context });
  const before = look(movable.still);
  const all = [...motions, ...innerShifts(movable, marginMm, courses, tissue, plannedScale)].sort(byLength);
  const after = all.map((motion) => ({ motion, look: look(movable.under(motion)) }));
  const onAll = keptBy((motion: Motion | undefined) => look(motion ? movable.onAll().under(motion) : movable.onAll().still));
  const regionAnew = wholeRegions(region, regions, courses, moving.paths, movable.still, steps);
  const anewBy = (what: Anew) =>
    keptBy((motion: Motion) => {
      const made = regionAnew(motion, what);
      return made && look(made);
    });
  const anew = { samples: anewBy('samples'), peaks: anewBy('peaks') };
  const goals = organ.goals.map((goal, g) => {
    if (constraints[g].scope === 'planned' || goal.value === null) return goal;
    const moved = after.map(({ motion, look: at }) => ({ motion, goal: at.goal(g) }));
    const looks: CloserLooks = {
      onAll: (motion) => onAll.of(motion).goal(g),
      anew: (motion, what) => anew[what].of(motion)?.goal(g),
    };
    const of = [goal, constraints[g], before.goal(g), moved, region.samples.totalCc, looks] as const;
    const [worstCase, bestCase] = [worstOf(...of), bestOf(...of)];
    return { ...goal, ...(worstCase && { worstCase }), ...(bestCase && { bestCase }) };
  });
  return {
    ...organ,
    metrics: Object.fromEntries(
      metrics.map(({ name, metric }, m) => {
        const result = organ.metrics[name];
        const moved = after.map(({ motion, look: at }) => ({
          value: at.value(m),
          anew: anew[anewFor(metric)].known.get(motion)?.value(m),
        }));
        const band = bandOf(result.cumulativeEqd2Gy, before.value(m), moved);
        return [name, band ? { ...result, band } : result];
      }),
    ),
    goals,
  };
}

/** What an organ has under a motion, each figure made when it is asked for. */
interface Look {
  readonly value: (metric: number) => number | undefined;
  readonly goal: (goal: number) => GoalResult;
}

function lookAt(
  at: PreparedRegion,
  {
    metrics,
    constraints,
    tissue,
    context,
  }: {
    readonly metrics: readonly { readonly metric: Metric }[];
    readonly constraints: readonly Constraint[];
    readonly tissue: ReturnType<typeof tissueModelOf>;
    readonly context: EvaluationContext;
  },
): Look {
  const { courses, settings } = context;
  const doses = new OrganDoses(new OrganGiven(courses, at, settings.outsideDoseGrid === 'zero'));
  const question = { quantity: 'eqd2', scope: 'cumulative', tissue, plannedScale: settings.plannedScale } as const;
  return {
    value: (m) => metricInterval(doses.distribution(question), metrics[m].metric)?.value,
    goal: (g) => evaluateConstraint(constraints[g], { region: at.region, doses, tissue, context, withHeadroom: false }),
  };
}

/** Answers that are made once for each motion, and those that are made. */
function keptBy<Of, Answer>(make: (of: Of) => Answer) {
  const known = new Map<Of, Answer>();
  return {
    known,
    of: (of: Of): Answer => {
      if (!known.has(of)) known.set(of, make(of));
      return known.get(of)!;
    },
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

/**
 * The band about a value, from how a coarser one moves. Where the motion of an end was sampled anew, the end is what was
 * found of it and of others that were.
 */
function bandOf(
  value: number | null,
  before: number | undefined,
  after: readonly { readonly value: number | undefined; readonly anew: number | undefined }[],
): BandResult | undefined {
  if (value === null || before === undefined) return undefined;
  let [low, high] = [value, value];
  let lowest: (typeof after)[number] | undefined;
  let highest: (typeof after)[number] | undefined;
  for (const each of after) {
    if (each.value === undefined) return undefined;
    const moved = Math.max(0, value + each.value - before);
    if (moved < low - SAME) [low, lowest] = [moved, each];
    if (moved > high + SAME) [high, highest] = [moved, each];
  }
  if (lowest?.anew !== undefined) low = Math.min(value, lowest.anew);
  if (highest?.anew !== undefined) high = Math.max(value, highest.anew);
  const anew = after.flatMap((each) => each.anew ?? []);
  return { low: rounded(Math.min(low, ...anew)), high: rounded(Math.max(high, ...anew)) };
}
