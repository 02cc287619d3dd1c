import type { Constraint } from '../constraints/constraint';
import type { Scope } from '../constraints/goal-expression';
import { TARGET_KINDS } from '../constraints/target-names';
import { formatMetric, type Metric, parseMetric } from '../dvh/metric';
import { metricInterval } from '../dvh/metric-value';
import type { DoseQuestion, TissueModel } from '../effect/dose-question';
import { makeReason } from '../findings/reasons';
import { InputError } from '../input-error';
import { REFERENCE_FRACTION_GY } from '../radiobiology/linear-quadratic';
import { type Tissue, tissueFor } from '../radiobiology/tissue-table';
import type { Question } from './answers';
import type { MetricResult, OrganResult } from './assessment';
import type { CaseFile, OrganOverride } from './case-file';
import type { CaseCourseInput, Region } from './case-inputs';
import { cordRisk } from './cord-risk';
import { esophagusRiskDose } from './esophagus-risk';
import { evaluateConstraint } from './evaluate-constraint';
import { modelsUsed } from './models-used';
import { monthsSincePrior } from './months-since-prior';
import { namedEntry } from './named-entry';
import { type OrganDistribution, OrganDoses, type OrganGiven } from './organ-doses';
import { ownAnatomyResults } from './own-anatomy';

/** What a person may change without anything being sampled again. */
export interface EvaluationSettings {
  readonly overrides: Readonly<Record<string, OrganOverride>>;
  readonly constraints: readonly Constraint[];
  readonly metrics: readonly string[];
  readonly outsideDoseGrid: 'unknown' | 'zero';
  /** Factor on the planned dose at its number of fractions (what-if); 1 is the plan as exported. */
  readonly plannedScale: number;
  /** What the case asks for about the prior courses' place. */
  readonly robustness: CaseFile['robustness'];
}

/** What is the same for every organ of a case. */
export interface EvaluationContext {
  readonly courses: readonly CaseCourseInput[];
  /** Months from the end of each course to the start of the planned one; undefined where a date is missing. */
  readonly monthsSince: readonly (number | undefined)[];
  readonly settings: EvaluationSettings;
  /** What was asked of a person and not answered. */
  readonly questions: readonly Question[];
}

export const evaluationContext = (
  courses: readonly CaseCourseInput[],
  settings: EvaluationSettings,
  questions: readonly Question[],
): EvaluationContext => ({
  courses,
  questions,
  monthsSince: monthsSincePrior(courses),
  settings,
});

/** The context as far as one region sees it: the overrides and the goals of others are nothing to it. */
export function contextOf(region: Region, context: EvaluationContext): EvaluationContext {
  const { settings } = context;
  const names = region.names.filter((name) => Object.hasOwn(settings.overrides, name));
  return {
    ...context,
    settings: {
      ...settings,
      overrides: Object.fromEntries(names.map((name) => [name, settings.overrides[name]])),
      constraints: constraintsOf(region, settings),
      robustness: undefined,
    },
  };
}

const ALWAYS = ['Dmean', 'Dmax', 'D0.03cc', 'D0.1cc'];
const CURVE_POINTS = 161;
const TARGETS: readonly string[] = TARGET_KINDS;

/** The tissue model of an organ: the user's overrides, and the tissue table for what they leave out. */
export function tissueModelOf(region: Region, context: EvaluationContext): TissueModel & { source: string; recovery: number } {
  const override = namedEntry(context.settings.overrides, region.names) ?? {};
  const tissue = region.tissueOrgan === undefined ? undefined : tissueFor(region.tissueOrgan);
  const alphaBetaGy = override.alphaBetaGy ?? tissue?.alphaBetaGy;
  if (alphaBetaGy === undefined) throw new Error(`region ${region.name} has no alpha/beta`);
  if (override.repopulation) refuseOverallTime(region);
  const shares = recoveryShares(override.recovery ?? 0, region, context.courses);
  return {
    alphaBetaGy,
    source:
      override.alphaBetaGy === undefined
        ? sourceOf(region, tissue!)
        : (override.alphaBetaSource ?? 'set by the user in the case'),
    recovery: Math.max(0, ...shares),
    recoveryOfCourse: shares,
    repairHalfTimeHours: override.repairHalfTimeHours ?? tissue?.repair?.halfTimeHours,
    lqL: override.lqL,
    repopulation: override.repopulation,
  };
}

/**
 * The overall-time correction takes dose away for what tumour cells grew back meanwhile (tumour and acute endpoints
 * only): of late effects in an organ at risk it would only hide dose.
 */
function refuseOverallTime({ name, organ }: Region): void {
  if (organ !== undefined && TARGETS.includes(organ)) return;
  throw new InputError({
    where: `organs.${name}.repopulation`,
    found: `an overall-time correction for ${name}, which is ${organ ? `taken for ${organ}` : 'no known organ'}`,
    needed: `none but for a target (${TARGETS.join(', ')}): organs at risk do not recover during a course`,
  });
}

/** What is forgiven of each course: one share for all prior ones, or one for each of them in their order. */
function recoveryShares(recovery: number | readonly number[], { name }: Region, courses: readonly CaseCourseInput[]): number[] {
  const prior = courses.filter(({ role }) => role === 'prior').length;
  if (typeof recovery !== 'number' && recovery.length !== prior) {
    throw new InputError({
      where: `organs.${name}.recovery`,
      found: `${recovery.length} shares for ${prior} prior courses`,
      needed: 'one share for all prior courses, or one for each of them in their order',
    });
  }
  let next = 0;
  return courses.map(({ role }) => {
    if (role !== 'prior') return 0;
    return typeof recovery === 'number' ? recovery : recovery[next++];
  });
}

/** The table's source, and whose tissue it is where that is not plain from the region's own organ. */
const sourceOf = ({ organ, tissueOrgan }: Region, { source }: Tissue): string =>
  organ === tissueOrgan ? source : `as ${tissueOrgan}, which it is made from: ${source}`;

/** The goals that a region is held to: those of its organ, and those of its own names. */
export const constraintsOf = ({ names }: Region, { constraints }: EvaluationSettings): readonly Constraint[] =>
  constraints.filter((constraint) => names.includes(constraint.organ));

/** Everything that is said of one organ: a few passes over its samples. */
export function evaluateRegion(given: OrganGiven, context: EvaluationContext): OrganResult {
  const { prepared } = given;
  const { region, samples } = prepared;
  const { settings, courses } = context;
  const tissue = tissueModelOf(region, context);
  const doses = new OrganDoses(given);
  const constraints = constraintsOf(region, settings);
  const names = new Set([
    ...ALWAYS,
    ...constraints.flatMap(({ goal }) => goal.metrics.map(({ metric }) => formatMetric(metric))),
    ...settings.metrics,
  ]);
  const goals = constraints.map((constraint) =>
    evaluateConstraint(constraint, { region, doses, tissue, context, withHeadroom: true }),
  );
  const ask = (scope: Scope): DoseQuestion => ({ quantity: 'eqd2', scope, tissue, plannedScale: settings.plannedScale });
  const cumulative = doses.distribution(ask('cumulative'));
  const models = modelsUsed(tissue, courses);
  const own = ownAnatomyResults(prepared.own, courses, tissue);
  const riskDose = esophagusRiskDose(region.organ, doses, tissue, courses, settings.plannedScale);
  const risk = cordRisk(region.organ, doses, tissue, courses, settings.plannedScale);
  return {
    roi: region.name,
    ...(region.roi && { roiNumber: region.roi.number }),
    organ: region.organ ?? null,
    matchedBy: region.matchedBy,
    ...(region.derived && { derivedFrom: region.derived.expression }),
    volumeCc: samples.totalCc,
    alphaBetaGy: tissue.alphaBetaGy,
    alphaBetaSource: tissue.source,
    recovery: tissue.recovery,
    ...(models.length > 0 && { models }),
    insideDoseGrid: prepared.insideDoseGrid,
    metrics: Object.fromEntries([...names].map((name) => [name, metricResult(parseMetric(name), doses, tissue, context)])),
    goals,
    ...(own.length > 0 && { ownAnatomy: own }),
    ...(risk && { cordRisk: risk }),
    ...(riskDose && { riskDose }),
    dvh: curves(
      (['prior', 'planned', 'cumulative'] as const).map((scope) => doses.distribution(ask(scope)).covered),
      cumulative.covered?.maxGy ?? 0,
    ),
    sampling: { points: samples.count, finestCellMm: samples.fineness.blockMm / samples.fineness.perBlock },
  };
}

function metricResult(
  metric: Metric,
  doses: OrganDoses,
  tissue: TissueModel & { recovery: number },
  { courses, settings }: EvaluationContext,
): MetricResult {
  const { plannedScale } = settings;
  const ask = (quantity: DoseQuestion['quantity'], scope: Scope, model: TissueModel = tissue) =>
    doses.distribution({ quantity, scope, tissue: model, plannedScale });
  const value = (distribution: OrganDistribution) => rounded(metricInterval(distribution, metric)?.value);
  const has = (role: Scope) => courses.some((course) => course.role === role);
  // Physical doses of several prior courses have no common meaning as a sum; of one course's phases they have.
  const onePrior = courses.filter((course) => course.role === 'prior').length === 1;
  const asExported = doses.distribution({ quantity: 'physical', scope: 'planned', tissue, plannedScale: 1 });
  const cumulative = ask('eqd2', 'cumulative');
  const whole = metricInterval(cumulative, metric);
  const parts = {
    unit: metric.unit,
    priorPhysicalGy: onePrior ? value(ask('physical', 'prior')) : null,
    plannedPhysicalGy: has('planned') ? rounded(valueTimes(asExported, metric, plannedScale)) : null,
    priorEqd2Gy: has('prior') ? value(ask('eqd2', 'prior')) : null,
    plannedEqd2Gy: has('planned') ? value(ask('eqd2', 'planned')) : null,
    cumulativeEqd2Gy: rounded(whole?.value),
    cumulativeBedGy: rounded(valueTimes(cumulative, metric, 1 + REFERENCE_FRACTION_GY / tissue.alphaBetaGy)),
  };
  const unforgiven =
    tissue.recovery > 0 ? value(ask('eqd2', 'cumulative', { ...tissue, recoveryOfCourse: courses.map(() => 0) })) : undefined;
  return {
    ...parts,
    ...(unforgiven !== undefined && { cumulativeEqd2WithoutRecoveryGy: unforgiven }),
    ...(whole &&
      whole.low !== whole.high && {
        cumulativeEqd2Bounds: { atLeast: whole.low, atMost: Number.isFinite(whole.high) ? whole.high : null },
      }),
    ...(parts.cumulativeEqd2Gy === null && {
      ...(whole ? makeReason('dose-known-on-less', {}) : makeReason('less-volume-than-asked', {})),
    }),
  };
}

/**
 * A metric of a dose that is, point by point, `factor` times that of the distribution: BED of EQD2 for one alpha/beta, or
 * the physical dose of a scaled plan.
 */
function valueTimes(distribution: OrganDistribution, metric: Metric, factor: number): number | undefined {
  if (factor === 0) return undefined;
  if ('doseGy' in metric) return metricInterval(distribution, { ...metric, doseGy: metric.doseGy / factor })?.value;
  const value = metricInterval(distribution, metric)?.value;
  return value === undefined ? undefined : value * factor;
}

const rounded = (value: number | undefined): number | null => (value === undefined ? null : Number(value.toPrecision(7)));

type Curve = { curveCc(doses: Float64Array): Float64Array; totalCc: number } | undefined;

function curves([prior, planned, cumulative]: readonly Curve[], maxGy: number): OrganResult['dvh'] {
  const toGy = Math.max(5, Math.ceil(maxGy / 5) * 5);
  const doses = Float64Array.from({ length: CURVE_POINTS }, (_, n) => (toGy * n) / (CURVE_POINTS - 1));
  const percent = (curve: Curve) =>
    curve ? Array.from(curve.curveCc(doses), (cc) => Math.round((100_000 * cc) / curve.totalCc) / 1000) : [];
  return {
    doseGy: Array.from(doses, (d) => Number(d.toFixed(4))),
    prior: percent(prior),
    planned: percent(planned),
    cumulative: percent(cumulative),
  };
}
