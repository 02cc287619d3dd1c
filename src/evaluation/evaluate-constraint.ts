import { areOfOrgansAlone, exceededAnyway, openQuestions } from '../case/answers';
import type { CaseCourseInput, Region } from '../case/case-inputs';
import type { Constraint } from '../constraints/constraint';
import { evaluateGoal, mostOfExceeded } from '../constraints/evaluate-goal';
import { goalParts } from '../constraints/goal';
import type { MetricLookup } from '../constraints/goal-expression';
import { limitsHottest } from '../constraints/limits-maximum';
import { recoveryFor } from '../constraints/recovery-schedule';
import { type GoalContext, goalApplies, outcomeUnder } from '../constraints/requirements';
import { extremeOf, formatMetric } from '../dvh/metric';
import { metricInterval } from '../dvh/metric-value';
import type { DoseQuestion, TissueModel } from '../effect/dose-question';
import { LIMIT_TOLERANCE } from '../figure-digits';
import { makeReason, type Reason } from '../findings/reasons';
import type { GoalResult, HeadroomResult } from './assessment';
import { shortestInterval, wholeCourses } from './course-intervals';
import { coursesAsked, missingCourse, scopesOf, withReach } from './courses-asked';
import type { EvaluationContext } from './evaluation-context';
import { judgedAs } from './goal-organ-tissue';
import { findHeadroom, turningGuess, wholeOrgan } from './headroom';
import { levelFractionsGy } from './level-fractions';
import { modelsUsed } from './models-used';
import { nearMaximum } from './near-maximum';
import type { OrganDistribution, OrganDoses } from './organ-doses';
import { type Forgiven, forgivenOf } from './recovery-of-courses';

interface OrganContext {
  readonly region: Region;
  readonly doses: OrganDoses;
  /** The organ's own model; a goal replaces alpha/beta and recovery by its source's. */
  readonly tissue: TissueModel;
  readonly context: EvaluationContext;
  /** Whether to search how far the planned dose could be scaled. */
  readonly withHeadroom: boolean;
}

/**
 * Tests one goal with its source's own alpha/beta and recovery rule, or those of the organ that it is of, and says how
 * far the planned dose could be scaled.
 */
export function evaluateConstraint(constraint: Constraint, given: OrganContext): GoalResult {
  const { goal, quantity, scope } = constraint;
  const judged = judgedAs(constraint, given);
  const organ = judged ? { ...given, tissue: judged.tissue } : given;
  const { context, doses } = organ;
  const { plannedScale } = context.settings;
  const recovery = recoveryRule(constraint, organ);
  const tissue = goalModel(constraint, organ.tissue, recovery.ofCourse);
  const lookup = (distributionAt: (question: DoseQuestion) => OrganDistribution, scale: number): MetricLookup => {
    return (metric, own) =>
      metricInterval(distributionAt({ quantity, scope: own ?? scope, tissue, plannedScale: scale }), metric);
  };
  const missing = missingCourse(scopesOf(constraint), context.courses);
  const applicability = goalApplies(constraint.requires, sourceContext(constraint, organ, tissue, plannedScale));
  const tested = evaluateGoal(
    goal,
    lookup((question) => doses.distribution(question), plannedScale),
  );
  const questions = [context.questions, organ.region, coursesAsked(constraint, context.courses)] as const;
  const known = outcomeUnder(withReach(tested, constraint, context.courses, doses.reach), applicability);
  // Whether a source's conditions hold may hang on what is asked.
  const canStay = known.verdict === 'exceeded' && !constraint.requires && limitsHottest(constraint);
  const stays = canStay ? exceededAnyway(...questions) : undefined;
  // How an organ is drawn says nothing of fractions and intervals: a goal that is none here is none.
  const isNone = known.verdict === 'not applicable' && !asksBeds(constraint.requires) && areOfOrgansAlone(...questions);
  const asked = isNone ? undefined : openQuestions(...questions);
  const unusable = missing ?? (stays ? undefined : asked) ?? recovery.unknown;
  const outcome = unusable
    ? { ...tested, verdict: 'not evaluable' as const, why: unusable }
    : { ...known, ...(stays && { why: stays }) };
  // The value shown is that of the covered part; the verdict rests on the interval.
  const covered = goal.expression.evaluate(
    goal.metrics.map((named) => {
      const value = lookup((question) => doses.distribution(question), plannedScale)(named.metric, named.scope) as
        | { value?: number }
        | undefined;
      return { low: value?.value ?? Number.NaN, high: value?.value ?? Number.NaN };
    }),
  );
  const value = covered && Number.isFinite(covered.low) && !missing ? Number(covered.low.toPrecision(7)) : null;
  const notEvaluable = outcome.verdict === 'not evaluable';
  const models =
    quantity === 'physical'
      ? []
      : modelsUsed(
          tissue,
          coursesAsked(constraint, context.courses).map((c) => context.courses[c]),
        );
  const headroom =
    !organ.withHeadroom || outcome.verdict === 'not applicable'
      ? undefined
      : stays && !unusable
        ? asked
        : doses.headroom(
            [goal.text, quantity, scope, tissue, notEvaluable, constraint.requires, plannedTargets(context.courses)],
            () => headroomOf(constraint, organ, tissue, lookup, notEvaluable),
          );
  const ofMaximum = organ.withHeadroom && !missing ? maximumOf(constraint, organ, tissue) : undefined;
  return {
    goal: goal.text,
    ...goalParts(goal),
    set: constraint.set,
    setTitle: constraint.setTitle,
    quantity,
    scope,
    alphaBetaGy: tissue.alphaBetaGy,
    ...(quantity !== 'physical' && { alphaBetaFrom: constraint.alphaBetaGy === 'organ' ? 'organ' : 'source' }),
    ...(judged?.alphaBetaOf && quantity !== 'physical' && { alphaBetaOf: judged.alphaBetaOf }),
    ...(constraint.alphaBetaNote && { alphaBetaNote: constraint.alphaBetaNote }),
    ...recovery.shown,
    ...(recovery.schedule && {
      recoveryRule: `schedule "${recovery.schedule}" of the set, by the time since each prior course`,
      recoverySchedule: recovery.schedule,
    }),
    ...(models.length > 0 && { models }),
    value,
    limit: goal.limit,
    unit: goal.unit,
    shareOfLimit: value === null || goal.limit === 0 ? null : Number((value / goal.limit).toPrecision(6)),
    verdict: outcome.verdict,
    ...(outcome.why ?? mostOfExceeded(goal, outcome, value)),
    mandatory: constraint.mandatory,
    source: constraint.source,
    evidence: constraint.evidence,
    ...(constraint.note && { note: constraint.note }),
    ...(headroom && { headroom }),
    ...ofMaximum,
  };
}

/** Beside a goal on a maximum: the near maximum under the same rules, and where the highest point lies. */
function maximumOf(
  { goal, quantity, scope }: Constraint,
  { doses, context }: OrganContext,
  tissue: TissueModel,
): Pick<GoalResult, 'nearMaximum' | 'place'> | undefined {
  const [{ metric, scope: own }] = goal.metrics;
  if (goal.metrics.length > 1 || extremeOf(metric).kind !== 'max') return undefined;
  const question = { quantity, scope: own ?? scope, tissue, plannedScale: context.settings.plannedScale };
  const place = doses.placeOfMaximum(question);
  return {
    nearMaximum: nearMaximum(doses, question),
    ...(place && { place: place.map((mm) => Number(mm.toFixed(2))) as [number, number, number] }),
  };
}

/**
 * The model that a goal is tested with: its source's alpha/beta and recovery, and plain LQ, for sources know no other. A
 * goal of the user's own may ask for what is set for the organ. Incomplete repair is part of how the dose was given, and
 * leaving it out would be the bolder side: it stays.
 */
function goalModel({ alphaBetaGy, model }: Constraint, tissue: TissueModel, recoveryOfCourse: readonly number[]): TissueModel {
  return {
    alphaBetaGy: typeof alphaBetaGy === 'number' ? alphaBetaGy : tissue.alphaBetaGy,
    recoveryOfCourse,
    repairHalfTimeHours: tissue.repairHalfTimeHours,
    lqL: model === 'organ' ? tissue.lqL : undefined,
    repopulation: model === 'organ' ? tissue.repopulation : undefined,
  };
}

const asksBeds = (requires: Constraint['requires']): boolean =>
  requires?.courseBedGyAbove !== undefined || requires?.courseBedGyAtMost !== undefined;

/** What a source's conditions ask of the case, with the planned dose scaled. */
function sourceContext({ requires }: Constraint, organ: OrganContext, tissue: TissueModel, scale: number): GoalContext {
  return {
    ...caseContext(organ.context, scale),
    courseBedsGy: asksBeds(requires) ? courseBeds(organ, tissue, scale) : undefined,
  };
}

/** What the conditions of a source are asked of that is the same for every organ. */
export function caseContext({ courses }: EvaluationContext, scale: number): GoalContext {
  const planned = courses.find((course) => course.role === 'planned');
  return {
    intervalMonths: shortestInterval(courses)?.months,
    plannedFractions: planned?.phases.reduce((sum, phase) => sum + phase.fractions, 0),
    levelFractionsGy: planned && levelFractionsGy(planned, scale),
  };
}

interface RecoveryRule {
  readonly ofCourse: readonly number[];
  readonly shown: Forgiven;
  /** The set's schedule that it comes from. */
  readonly schedule?: string;
  readonly unknown?: Reason;
}

function recoveryRule({ recovery }: Constraint, { tissue, context }: OrganContext): RecoveryRule {
  const { courses, monthsSince } = context;
  const ruled = (ofCourse: readonly number[]) => ({ ofCourse, shown: forgivenOf(courses, ofCourse) });
  if (recovery === 'organ') return ruled(tissue.recoveryOfCourse);
  if (recovery === 'none' || typeof recovery === 'number') {
    const share = recovery === 'none' ? 0 : recovery;
    return { ...ruled(courses.map((course) => (course.role === 'prior' ? share : 0))), shown: { recovery: share } };
  }
  const ofCourse = courses.map((course, c) =>
    course.role === 'prior' && monthsSince[c] !== undefined ? recoveryFor(recovery, monthsSince[c]) : 0,
  );
  const undated = courses.find((course, c) => course.role === 'prior' && monthsSince[c] === undefined);
  return {
    ...ruled(ofCourse),
    schedule: recovery.name,
    ...(undated && {
      unknown: makeReason('recovery-undated', { course: undated.name }),
    }),
  };
}

const plannedTargets = (courses: readonly CaseCourseInput[]) => {
  const planned = courses.find(({ role }) => role === 'planned');
  return [planned?.targets, planned?.receivedGy];
};

/** The organ's maximum BED of each course by itself; courses that are one together. */
function courseBeds({ doses, context }: OrganContext, tissue: TissueModel, scale: number): number[] | undefined {
  const beds = wholeCourses(context.courses).map((parts) => doses.courseMaximumBed(parts, tissue, scale));
  return beds.includes(undefined) ? undefined : (beds as number[]);
}

function headroomOf(
  constraint: Constraint,
  organ: OrganContext,
  tissue: TissueModel,
  lookup: (at: (question: DoseQuestion) => OrganDistribution, scale: number) => MetricLookup,
  notEvaluable: boolean,
): HeadroomResult | undefined {
  const { goal, quantity, scope } = constraint;
  const { doses, context } = organ;
  const planned = context.courses.find((course) => course.role === 'planned');
  if (!notEvaluable && scopesOf(constraint).every((of) => of === 'prior')) return makeReason('no-headroom-on-prior', {});
  if (!planned) return makeReason('no-such-course', { role: 'planned' });
  if (notEvaluable) return makeReason('no-headroom-goal-not-evaluable', {});
  const upper = goal.comparator.startsWith('<');
  const slack = goal.comparator.length === 2 ? Math.abs(goal.limit) * LIMIT_TOLERANCE : 0;
  const holds = (value: number) =>
    upper
      ? slack > 0
        ? value <= goal.limit + slack
        : value < goal.limit
      : slack > 0
        ? value >= goal.limit - slack
        : value > goal.limit;
  const outcomeAt = (scale: number) =>
    evaluateGoal(
      goal,
      lookup((question) => doses.scaled(question), scale),
    );
  const valueAt = (scale: number) => outcomeAt(scale)[upper ? 'high' : 'low'];
  const [{ metric, scope: own }] = goal.metrics;
  const isBare = goal.text.startsWith(`${formatMetric(metric)} ${goal.comparator}`) && own === undefined;
  const polynomial = isBare ? doses.polynomial({ quantity, scope, tissue, plannedScale: 1 }) : undefined;
  const guess = polynomial && turningGuess({ ...goal, metric }, polynomial, doses.samples.volumeCc);
  const found = findHeadroom({
    valueAt,
    holds,
    limit: goal.limit,
    guess,
    isBrokenWithout: () => outcomeAt(0).verdict === 'exceeded',
    hasPrior: context.courses.some(({ role }) => role === 'prior') && scopesOf(constraint).some((of) => of !== 'planned'),
    mayTurnTwice: !isBare && /[-/]/.test(goal.text.slice(0, goal.text.indexOf(goal.comparator))),
    isHelped: isBare ? upper === (metric.kind === 'coldVolumeAtDose') : undefined,
    whole: isBare && !upper ? wholeOrgan(metric, doses.samples.totalCc) : undefined,
  });
  if ('reason' in found) return found;
  const { from } = found;
  const appliesTo = from ? undefined : endOfSource(constraint, organ, tissue, found.plannedScale);
  // Towards the side that meets the goal.
  const towards = from ? Math.ceil : Math.floor;
  const plannedScale = towards((appliesTo ?? found.plannedScale) * 1e5) / 1e5;
  const targets = planned.targets.flatMap(({ roi, doseGy: prescribedGy }, t) => {
    const doseGy = planned.receivedGy ? planned.receivedGy[t] : prescribedGy;
    return doseGy === undefined ? [] : [{ roi, doseGy: towards(doseGy * plannedScale * 100) / 100 }];
  });
  const first = targets.find(({ roi }) => roi === planned.targets[0].roi);
  return {
    plannedScale,
    ...(from && { from }),
    ...(appliesTo !== undefined && { until: 'source' as const }),
    ...(first && { plannedDoseGy: first.doseGy }),
    ...(targets.length > 0 && { targets }),
  };
}

/**
 * Where the planned dose, raised towards the factor at which the goal turns, leaves what the source studied (a course
 * above its BED, a dose per fraction above its range); undefined where it does not.
 */
function endOfSource(constraint: Constraint, organ: OrganContext, tissue: TissueModel, turns: number): number | undefined {
  const applies = (scale: number) =>
    goalApplies(constraint.requires, sourceContext(constraint, organ, tissue, scale)).state === 'applies';
  if (!constraint.requires || turns <= 1 || !applies(1) || applies(turns)) return undefined;
  let [low, high] = [1, turns];
  while (high - low > 1e-6 * high) {
    const middle = (low + high) / 2;
    if (applies(middle)) low = middle;
    else high = middle;
  }
  return low;
}
