import type { Region } from '../../case/case-inputs';
import type { Steps } from '../../case/steps';
import type { Constraint } from '../../constraints/constraint';
import { parseMetric } from '../../dvh/metric';
import type { Assessment, GoalResult, OrganResult } from '../assessment';
import {
  constraintsOf,
  type EvaluationContext,
  type EvaluationSettings,
  evaluationContext,
  tissueModelOf,
} from '../evaluation-context';
import type { PreparedCase } from '../prepared-case';
import type { PreparedRegion } from '../prepared-region';
import { questionsOf } from '../questions-of';
import { bandOf } from './band';
import { keptBy } from './kept-by';
import type { Look, Wanted } from './look';
import type { Pivot } from './motions';
import { isOnePriorCourse } from './moved-groups';
import { type Motions, type MovedOrgan, movedOrgan } from './moved-organ';
import { byLength } from './moves';
import { type Moving, movingOf } from './moving';
import { sampleExtent } from './sample-extent';
import { rotationDegreesOf, shiftMarginMm } from './shift-margin';
import { anewFor, bestOf, type CloserLooks, isUpper, worstOf } from './worst-case';

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
    settings: { ...assessment.settings, robustness: { marginMm, shifts: 26, rotationDegrees, ...toldGroups(moving) } },
  };
}

/** The groups that are moved, where that is not one prior course. */
function toldGroups({ groups }: Moving) {
  const told = groups.map(({ role, names }) => ({ role, courses: names }));
  return isOnePriorCourse(groups) ? {} : { groups: told };
}

/** The middle of the first planned target that is contoured. */
function targetPivot({ inputs, regions }: PreparedCase): Pivot | undefined {
  const targets = inputs.courses.find(({ role }) => role === 'planned')?.targets ?? [];
  const found = targets.map(({ roi }) => regions.find(({ region }) => region.name === roi)).find((region) => region);
  return found && { about: 'target', atMm: sampleExtent(found.samples).centroidMm };
}

function bandsOf(
  organ: OrganResult,
  region: PreparedRegion,
  regions: readonly Region[],
  moving: Moving,
  motions: Motions,
  context: EvaluationContext,
  steps: Steps,
): OrganResult {
  const constraints = constraintsOf(region.region, context.settings);
  const metrics = Object.keys(organ.metrics).map((name) => ({ name, metric: parseMetric(name) }));
  const tissue = tissueModelOf(region.region, context);
  const wanted: Wanted = { metrics, constraints, tissue, context };
  const movedOf = keptBy((scope: 'cumulative' | 'planned') => {
    const isMet = ({ verdict }: GoalResult, g: number) => verdict === 'met' && movedScope(constraints[g], moving) === scope;
    const met = [...organ.goals.keys()].filter((g) => isMet(organ.goals[g], g));
    return movedOrgan(region, regions, moving, motions, scope, wanted, met, steps);
  });
  const cumulative = movedOf.of('cumulative');
  const goals = organ.goals.map((goal, g) => {
    const scope = movedScope(constraints[g], moving);
    return scope && goal.value !== null ? withEnds(goal, constraints[g], g, movedOf.of(scope), region.samples.totalCc) : goal;
  });
  return {
    ...organ,
    metrics: Object.fromEntries(
      metrics.map(({ name, metric }, m) => {
        const result = organ.metrics[name];
        const { base, before, at, further, anew } = cumulative;
        const { known } = anew[anewFor(metric)];
        const ends = [1, -1].flatMap((sign) => further((look) => times(sign, look.value(m))));
        const moves = new Set([...base, ...ends, ...known.keys()]);
        const moved = [...moves].map((move) => ({ value: at(move).value(m), anew: known.get(move)?.value(m) }));
        const band = bandOf(result.cumulativeEqd2Gy, before.value(m), moved);
        return [name, band ? { ...result, band } : result];
      }),
    ),
    goals,
  };
}

/** A goal with the worst, and of an exceeded one the best, that it comes to. */
function withEnds(
  goal: GoalResult,
  constraint: Constraint,
  g: number,
  { base, ofGoal, before, at, further, onAll, anew }: MovedOrgan,
  totalCc: number,
): GoalResult {
  const height = (sign: number) => (look: Look) => times(sign, look.goal(g).value ?? undefined);
  const worse = isUpper(constraint) ? 1 : -1;
  const ends = [ofGoal(g), further(height(worse)), ...(goal.verdict === 'exceeded' ? [further(height(-worse))] : [])].flat();
  const moves = ends.length === 0 ? base : [...new Set([...base, ...ends])].sort(byLength);
  const moved = moves.map((move) => ({ move, goal: at(move).goal(g) }));
  const looks: CloserLooks = {
    onAll: (move) => onAll(move).goal(g),
    anew: (move, what) => anew[what].of(move)?.goal(g),
  };
  const of = [goal, constraint, before.goal(g), moved, totalCc, looks] as const;
  const [worstCase, bestCase] = [worstOf(...of), bestOf(...of)];
  return { ...goal, ...(worstCase && { worstCase }), ...(bestCase && { bestCase }) };
}

const times = (sign: number, value: number | undefined): number | undefined => (value === undefined ? undefined : sign * value);

/** The courses that a goal is to be seen under the moves of; undefined where none of them is moved. */
function movedScope({ scope, goal }: Constraint, { groups }: Moving): 'cumulative' | 'planned' | undefined {
  if (scope !== 'planned') return 'cumulative';
  if (groups.every(({ role }) => role !== 'planned')) return undefined;
  return goal.metrics.every((named) => (named.scope ?? scope) === 'planned') ? 'planned' : 'cumulative';
}
