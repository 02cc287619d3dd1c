import { SCOPES, type Scope } from '../../constraints/goal-expression';
import type { GoalResult, OrganResult } from '../../evaluation/assessment';
import { isSameRecovery } from '../../evaluation/recovery-of-courses';
import { dvhLimits } from '../../figures/dvh-limits';
import { type Standing, standingOf } from '../../figures/standing';
import { limitWords, goalWords as written } from '../../figures/wording';
import { EQD2_OF } from './organ-rows';

export type Role = Exclude<Scope, 'cumulative'>;

/** A curve at the doses of the picture; null where there is nothing to draw. */
export interface DvhCurve {
  readonly scope: Scope;
  /** Of the case as it is, under a what-if. */
  readonly isOriginal: boolean;
  readonly volume: readonly (number | null)[];
}

/** The limit of a goal on a dose: a line at it. */
export interface DoseMark {
  readonly doseGy: number;
  /** `Dmax < 57`, as in the report; `planned D0.03cc ≤ 50` where it is not of the cumulative dose. */
  readonly label: string;
  readonly verdict: Standing;
}

/** The limit of a goal on a volume: a point that the curve must pass on its good side. */
export interface VolumeMark {
  readonly doseGy: number;
  readonly volumePercent: number;
  readonly label: string;
  readonly scope: Scope;
  readonly verdict: Standing;
}

export interface DvhData {
  readonly doseGy: readonly number[];
  readonly curves: readonly DvhCurve[];
  readonly doseMarks: readonly DoseMark[];
  readonly volumeMarks: readonly VolumeMark[];
  /** Doses without a curve, for want of a known dose. */
  readonly missing: readonly Scope[];
  /** Doses that there are: not that of prior courses where there is none. */
  readonly scopes: readonly Scope[];
  /** Goals whose limit has no place on these axes: another quantity, α/β or recovery. */
  readonly notDrawn: readonly GoalResult[];
  /** Where the axis ends. */
  readonly toGy: number;
}

/** Curves end where less than this percentage of the volume is left. */
const NOTHING = 0.02;

/**
 * What an organ's picture shows: its curves, those without the what-if, and the limits of its goals.
 * @param roles of the courses that there are.
 */
export function dvhData(organ: OrganResult, original?: OrganResult, roles: readonly Role[] = ['prior', 'planned']): DvhData {
  const scopes = SCOPES.filter((scope) => scope === 'cumulative' || roles.includes(scope));
  const doseGy = original ? merged(organ.dvh.doseGy, original.dvh.doseGy) : organ.dvh.doseGy;
  const curves = scopes.flatMap((scope) => curveOf(organ, scope, doseGy, false));
  const before = original ? scopes.flatMap((scope) => curveOf(original, scope, doseGy, true)) : [];
  const changed = before.filter(({ scope, volume }) => {
    const now = curves.find((curve) => curve.scope === scope);
    return !now || now.volume.some((value, n) => Math.abs((value ?? 0) - (volume[n] ?? 0)) > NOTHING);
  });
  const { drawn, left } = dvhLimits(organ);
  const volumes = organ.goals.map((goal) => ({ goal, read: volumeGoal(goal, organ) })).filter(({ read }) => read !== undefined);
  const volumeMarks = volumes.flatMap(({ goal, read }) =>
    read !== undefined && read !== 'elsewhere' ? [markOf(goal, read)] : [],
  );
  const notDrawn = [...left, ...volumes.filter(({ read }) => read === 'elsewhere').map(({ goal }) => goal)];
  const ends = [...curves, ...changed].map(({ volume }) => doseGy[volume.findLastIndex((value) => value !== null)] ?? 0);
  const marks = [...drawn, ...volumeMarks].map((mark) => mark.doseGy);
  return {
    doseGy,
    curves: [...curves, ...changed],
    doseMarks: drawn,
    volumeMarks,
    missing: scopes.filter((scope) => !curves.some((curve) => curve.scope === scope)),
    scopes,
    notDrawn,
    toGy: Math.max(1, ...ends, ...marks) * 1.03,
  };
}

/** Whether anything is known of a dose; where nothing is, its curve would stand at 0 Gy as if that were known. */
function isKnown({ metrics }: OrganResult, scope: Scope): boolean {
  const all = Object.values(metrics);
  return all.length === 0 || all.some((metric) => metric[EQD2_OF[scope]] !== null);
}

function curveOf(organ: OrganResult, scope: Scope, doseGy: readonly number[], isOriginal: boolean): DvhCurve[] {
  const { dvh } = organ;
  if (!isKnown(organ, scope)) return [];
  const end = dvh[scope].findLastIndex((volume) => volume > NOTHING);
  if (end < 0) return [];
  const lastGy = dvh.doseGy[Math.min(end + 1, dvh.doseGy.length - 1)];
  const volume = doseGy.map((dose) => (dose > lastGy ? null : volumeAt(dvh, scope, dose)));
  return [{ scope, isOriginal, volume }];
}

/** Percent of the volume at or above a dose, along the straight line between two points of the curve. */
export function volumeAt(dvh: OrganResult['dvh'], scope: Scope, dose: number): number | null {
  const volume = dvh[scope];
  if (!volume.length) return null;
  const above = dvh.doseGy.findIndex((each) => each >= dose);
  // Past its axis a curve is at nothing if it has come there; otherwise it was not followed so far.
  if (above < 0) return volume.at(-1) === 0 ? 0 : null;
  if (above === 0 || dvh.doseGy[above] === dose) return volume[above];
  const [low, high] = [dvh.doseGy[above - 1], dvh.doseGy[above]];
  return volume[above - 1] + ((dose - low) / (high - low)) * (volume[above] - volume[above - 1]);
}

const merged = (a: readonly number[], b: readonly number[]): readonly number[] =>
  [...new Set([...a, ...b])].sort((x, y) => x - y);

interface Place {
  readonly doseGy: number;
  readonly volumePercent: number;
  readonly scope: Scope;
}

/** Where a goal on a volume stands; `elsewhere` if not on these axes, undefined for other goals. */
function volumeGoal(goal: GoalResult, organ: OrganResult): Place | 'elsewhere' | undefined {
  const { metric } = goal;
  if (metric?.kind !== 'volumeAtDose' && metric?.kind !== 'coldVolumeAtDose') return undefined;
  const scope = goal.metricScope ?? goal.scope;
  const fits =
    goal.quantity === 'eqd2' && goal.alphaBetaGy === organ.alphaBetaGy && (isSameRecovery(goal, organ) || scope === 'planned');
  const share = goal.unit === '%' ? goal.limit : (100 * goal.limit) / organ.volumeCc;
  const volumePercent = metric.kind === 'coldVolumeAtDose' ? 100 - share : share;
  if (!fits || !(volumePercent >= 0 && volumePercent <= 100)) return 'elsewhere';
  return { doseGy: metric.doseGy, volumePercent, scope };
}

const markOf = (goal: GoalResult, place: Place): VolumeMark => ({
  ...place,
  label: `${written(goal.figure)} ${limitWords(goal)}`.replaceAll('\u00a0', ' '),
  verdict: standingOf(goal),
});
