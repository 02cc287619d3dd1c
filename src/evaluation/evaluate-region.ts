import type { Scope } from '../constraints/goal-expression';
import { formatMetric, type Metric, parseMetric } from '../dvh/metric';
import { metricInterval } from '../dvh/metric-value';
import type { DoseQuestion, TissueModel } from '../effect/dose-question';
import { matchWords } from '../findings/organ-match';
import { REFERENCE_FRACTION_GY } from '../radiobiology/linear-quadratic';
import type { MetricResult, OrganResult } from './assessment';
import { carriedNearMaximum } from './carried-dose';
import { cordRisk } from './cord-risk';
import { esophagusRiskDose } from './esophagus-risk';
import { evaluateConstraint } from './evaluate-constraint';
import { constraintsOf, type EvaluationContext, tissueModelOf } from './evaluation-context';
import { modelsUsed } from './models-used';
import { whyNoValue } from './no-value';
import { type OrganDistribution, OrganDoses, type OrganGiven } from './organ-doses';
import { ownAnatomyResults } from './own-anatomy';

const ALWAYS = ['Dmean', 'Dmax', 'D0.03cc', 'D0.1cc'];
const CURVE_POINTS = 161;
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
  const models = modelsUsed(tissue, courses);
  const own = ownAnatomyResults(prepared.own, courses, tissue, (course) => carriedNearMaximum(given, course, tissue));
  const riskDose = esophagusRiskDose(region.organ, doses, tissue, courses, settings.plannedScale);
  const risk = cordRisk(region.organ, doses, tissue, courses, settings.plannedScale);
  return {
    roi: region.name,
    ...(region.roi && { roiNumber: region.roi.number }),
    organ: region.organ ?? null,
    ...(region.organ === undefined && region.tissueOrgan !== undefined && { tissueOrgan: region.tissueOrgan }),
    matchedBy: matchWords(region.match),
    match: region.match,
    ...(region.derived && { derivedFrom: region.derived.expression }),
    volumeCc: samples.totalCc,
    alphaBetaGy: tissue.alphaBetaGy,
    alphaBetaSource: tissue.source,
    ...(tissue.inherited.length > 0 && { inherited: tissue.inherited }),
    recovery: tissue.recovery,
    ...(tissue.recoveryOfCourses && { recoveryOfCourses: tissue.recoveryOfCourses }),
    ...(models.length > 0 && { models }),
    insideDoseGrid: prepared.insideDoseGrid,
    metrics: Object.fromEntries([...names].map((name) => [name, metricResult(parseMetric(name), doses, tissue, context)])),
    goals,
    ...(own.length > 0 && { ownAnatomy: own }),
    ...(risk && { cordRisk: risk }),
    ...(riskDose && { riskDose }),
    dvh: curves((['prior', 'planned', 'cumulative'] as const).map((scope) => doses.distribution(ask(scope)))),
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
      ...whyNoValue(doses, { quantity: 'eqd2', scope: 'cumulative', tissue, plannedScale }, whole),
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

const DMAX = parseMetric('Dmax');

/** Past every dose of a curve, and past what bounds one of which no curve can be drawn. */
function endOfAxis(distributions: readonly OrganDistribution[]): number {
  const highest = distributions.flatMap((each) => [each.covered?.maxGy, metricInterval(each, DMAX)?.high]);
  const known = highest.filter((gy) => gy !== undefined && Number.isFinite(gy)) as number[];
  return Math.floor(Math.max(0, ...known) / 5) * 5 + 5;
}

function curves(distributions: readonly OrganDistribution[]): OrganResult['dvh'] {
  const toGy = endOfAxis(distributions);
  const doses = Float64Array.from({ length: CURVE_POINTS }, (_, n) => (toGy * n) / (CURVE_POINTS - 1));
  const [prior, planned, cumulative] = distributions.map(({ covered }) =>
    covered ? Array.from(covered.curveCc(doses), (cc) => Math.round((100_000 * cc) / covered.totalCc) / 1000) : [],
  );
  return { doseGy: Array.from(doses, (d) => Number(d.toFixed(4))), prior, planned, cumulative };
}
