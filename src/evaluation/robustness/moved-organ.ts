import type { Region } from '../../case/case-inputs';
import type { Steps } from '../../case/steps';
import type { Constraint } from '../../constraints/constraint';
import { extremeOf, type Metric } from '../../dvh/metric';
import { answerDose } from '../../effect/answer-dose';
import type { DoseScope } from '../../effect/dose-question';
import { phaseBounds } from '../phase-bounds';
import type { PreparedRegion } from '../prepared-region';
import { ascent } from './ascent';
import { type FollowedGoals, innerShifts } from './inner-shifts';
import { jointPlaces } from './joint-places';
import { keptBy } from './kept-by';
import { type Look, lookAt, type Wanted } from './look';
import { farthestOf, type Motion, motionsOf, type Pivot } from './motions';
import { byLength, type Move, movesOf } from './moves';
import type { Moving } from './moving';
import { roughFigures } from './rough-figures';
import { sampleExtent } from './sample-extent';
import { movableRegion } from './shifted-region';
import type { TellingCounts } from './telling-samples';
import { type Anew, wholeRegions } from './whole-regions';
import { isUpper } from './worst-case';

/** What the motions of a case are made of. */
export interface Motions {
  readonly marginMm: number;
  readonly rotationDegrees: number;
  readonly target: Pivot | undefined;
}

/** An organ under the moves of its courses. */
export interface MovedOrgan {
  /** As it is, on the samples of `at`. */
  readonly before: Look;
  /** What is looked at for every figure, the shortest first. */
  readonly base: readonly Move[];
  /** What is looked at for a goal beside that, by its place: none where nothing within the margin is worse for it alone. */
  readonly ofGoal: (goal: number) => readonly Move[];
  /** Under a move, on some of its samples. */
  readonly at: (move: Move) => Look;
  /** Further moves, of several groups each by itself, that bring a figure higher; none where there is one group. */
  readonly further: (height: (look: Look) => number | undefined) => readonly Move[];
  /** On all of its samples; without a move as it is. */
  readonly onAll: (move: Move | undefined) => Look;
  /** With its samples or its peaks made anew; undefined where that cannot be done. */
  readonly anew: Readonly<
    Record<Anew, { readonly known: ReadonlyMap<Move, Look | undefined>; of(move: Move): Look | undefined }>
  >;
}

/** The smallest volume, in cc, that the samples must tell the hottest of. */
const LEAST_HOT_CC = 0.1;
/** Metrics on more than this are no near maxima: they are read off the even choice of samples. */
const MOST_HOT_CC = 10;
/** Up to this share of the organ, the hottest twentieth leads to where the hottest volume is worst. */
const LED_SHARE = 0.1;
/** Samples on which pairs of motions are looked at. */
const LOOKED_AT = 300;

/**
 * Prepares an organ for being looked at under moves.
 * @param scope the dose that the figures are of: of the planned dose alone, planned courses alone are moved.
 * @param met the goals, by their place, whose verdict a shift may turn.
 */
export function movedOrgan(
  region: PreparedRegion,
  regions: readonly Region[],
  moving: Moving,
  { marginMm, rotationDegrees, target }: Motions,
  scope: DoseScope,
  wanted: Wanted,
  met: readonly number[],
  steps: Steps,
): MovedOrgan {
  const { metrics, constraints, tissue, context } = wanted;
  const { courses, settings } = context;
  const { plannedScale } = settings;
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
    scope,
  );
  const { groups } = moving;
  const moveOf = movesOf(groups);
  const sets = movedTogether(moving, scope);
  const byOne = (set: ReadonlySet<number>, motion: Motion) => groups.map((_, g) => (set.has(g) ? motion : undefined));
  const followed = met.filter((g) => isFollowed(constraints[g], region.samples.totalCc));
  const goals = followedOf(followed, wanted);
  const ways = sets.map((set) => {
    const moved = (motion: Motion) => ({ motions: byOne(set, motion) });
    return { set, inner: innerShifts(movable, marginMm, courses, tissue, plannedScale, scope, moved, goals) };
  });
  const all = [...motions, ...ways.flatMap(({ inner }) => inner.ofDoses)];
  const moves = ways.flatMap(({ set, inner }) => [...motions, ...inner.ofDoses].map((motion) => moveOf(byOne(set, motion))));
  const ofGoals = followed.map((_, f) =>
    ways.flatMap(({ set, inner }) => inner.ofGoals[f].map((motion) => moveOf(byOne(set, motion)))),
  );
  const isSearched = sets.length > 1;
  const joint = () => {
    const { under, still } = movable.sparse(LOOKED_AT);
    const dose = new Float32Array(still.samples.count);
    return jointPlaces(all, groups.length, marginMm, under, (at) => {
      dose.fill(0);
      const { leastGy } = phaseBounds(at.samples.doseGy, at.phases, true);
      answerDose(courses, leastGy, { quantity: 'eqd2', scope, tissue, plannedScale }, dose);
      return roughFigures(dose);
    });
  };
  const base = [...moves, ...(isSearched ? joint().map(moveOf) : [])].sort(byLength);
  const look = (at: PreparedRegion) => lookAt(at, wanted);
  const looks = keptBy((move: Move) => look(movable.under(move)));
  const onAll = keptBy((move: Move | undefined) => look(move ? movable.onAll().under(move) : movable.onAll().still));
  const regionAnew = wholeRegions(region, regions, courses, moving, movable.still, steps);
  const anewBy = (what: Anew) =>
    keptBy((move: Move) => {
      const made = regionAnew(move, what);
      return made && look(made);
    });
  return {
    before: look(movable.still),
    base,
    ofGoal: (g) => ofGoals[followed.indexOf(g)] ?? [],
    at: looks.of,
    further: (height) => (isSearched ? ascent(base, all, groups.length, moveOf, (move) => height(looks.of(move))) : []),
    onAll: onAll.of,
    anew: { samples: anewBy('samples'), peaks: anewBy('peaks') },
  };
}

/** How far the own values of goals are on the side where they are worse. */
const followedOf = (goals: readonly number[], wanted: Wanted): FollowedGoals => ({
  count: goals.length,
  badness: (at) => {
    const look = lookAt(at, wanted);
    return goals.map((g) => {
      const { value } = look.goal(g);
      return value === null ? undefined : isUpper(wanted.constraints[g]) ? value : -value;
    });
  },
});

/** Whether shifts are looked for by the goal's own value: neither a near maximum nor a mean alone leads to its worst. */
function isFollowed({ goal }: Constraint, totalCc: number): boolean {
  const isLed = ({ metric }: (typeof goal.metrics)[number]) => {
    const { kind } = extremeOf(metric);
    const cc = hotCc(metric, totalCc);
    return kind === 'mean' || kind === 'max' || (cc > 0 && cc <= LED_SHARE * totalCc);
  };
  return goal.metrics.length > 1 || !isLed(goal.metrics[0]);
}

/** The groups that one motion moves: all prior courses together, all courses together, and each group alone. */
function movedTogether({ groups }: Moving, scope: DoseScope): ReadonlySet<number>[] {
  const numbers = [...groups.keys()];
  const planned = numbers.filter((g) => groups[g].role === 'planned');
  const prior = numbers.filter((g) => groups[g].role === 'prior');
  const sets = scope === 'planned' ? [planned] : [prior, numbers, ...numbers.map((g) => [g])];
  const known = new Map(sets.filter(({ length }) => length > 0).map((set) => [set.join(' '), new Set(set)]));
  return [...known.values()];
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
