import type { CaseCourseInput } from '../../case/case-inputs';
import { isoDate } from '../../dicom/date';
import { overallDays } from '../../effect/given-course';
import { type Finding, makeFinding } from '../../findings/finding';
import { inOwnFrame, interpolateDose } from '../../geometry/interpolate';
import { eqd2Of } from '../../radiobiology/linear-quadratic';
import { alphaBetaGy, gy } from '../../units';
import type { CheckedCourse, CheckedPhase } from './checked-course';
import { placeOf } from './voxel-place';

/** Where two phases have at least this share of their maxima, they are given to one place. */
const SHARED = 0.1;
/** Plans that are dated farther apart than this, days, are hardly of the same sessions. */
const APART_DAYS = 7;
/** So many voxels are looked at, at the most. */
const MOST_VOXELS = 50_000;
/** For the two sums that the message tells. */
const ALPHA_BETA_GY = 2;

/**
 * Phases of as many fractions on one place, of which nothing says that they were given one after another. Each is
 * converted in its own fractions; given in the same sessions their doses add up in each fraction, which is more.
 */
export function sameSessionFindings({ course, phases }: CheckedCourse): Finding[] {
  if (isLongEnough(course)) return [];
  return phases.flatMap((second, n): Finding[] => {
    for (const first of phases.slice(0, n)) {
      const shared = isPerhapsTogether(first, second) ? hottestShared(first, second) : undefined;
      if (!shared) continue;
      const { fractions } = second.phase;
      const eqd2 = (doseGy: number): number => eqd2Of(gy(doseGy), fractions, alphaBetaGy(ALPHA_BETA_GY));
      const [a, b] = shared;
      const facts = {
        course: course.name,
        first: first.file,
        fractions,
        alphaBetaGy: ALPHA_BETA_GY,
        oneAfterAnotherGy: eqd2(a) + eqd2(b),
        togetherGy: eqd2(a + b),
      };
      const { file } = second;
      return [makeFinding('phases-perhaps-together', 'error', facts, { file, answerable: true })];
    }
    return [];
  });
}

/** Whether the course's dates leave room for all of its phases one after another. */
function isLongEnough(course: CaseCourseInput): boolean {
  const days = overallDays(course);
  if (days === undefined) return false;
  const sessions = course.phases.reduce(
    (sum, { fractions, schedule }) => sum + Math.ceil(fractions / (schedule?.fractionsPerDay ?? 1)),
    0,
  );
  return (days * 5) / 7 >= sessions;
}

function isPerhapsTogether(a: CheckedPhase, b: CheckedPhase): boolean {
  if (a.isZero || b.isZero || a.phase.fractions !== b.phase.fractions) return false;
  // That one dose is shared by phases is the user's word on what is given when.
  if (a.shareOfPlan < 1 || b.shareOfPlan < 1) return false;
  const [from, to] = [a, b].map(({ phase: { plan } }) => (plan?.date?.length === 8 ? Date.parse(isoDate(plan.date)) : NaN));
  return !(Math.abs(to - from) >= APART_DAYS * 86_400_000);
}

/** The doses of both, in Gy, where they add up to the most of what both have; undefined where they share no place. */
function hottestShared(
  { grid, survey }: CheckedPhase,
  { grid: other, survey: surveyOfOther }: CheckedPhase,
): [number, number] | undefined {
  if (grid.frameOfReferenceUid !== other.frameOfReferenceUid) return undefined;
  const { columns, rows, frames, doseGy } = grid;
  const least = SHARED * survey.highestGy;
  const leastOther = SHARED * surveyOfOther.highestGy;
  const step = Math.max(1, Math.ceil(Math.cbrt((columns * rows * frames) / MOST_VOXELS)));
  const points: number[] = [];
  const doses: number[] = [];
  const at = new Float64Array(3);
  for (let k = 0; k < frames; k += step) {
    for (let j = 0; j < rows; j += step) {
      for (let i = 0; i < columns; i += step) {
        const here = doseGy[(k * rows + j) * columns + i];
        if (here < least) continue;
        placeOf(grid, i, j, k, at);
        points.push(at[0], at[1], at[2]);
        doses.push(here);
      }
    }
  }
  const out = new Float32Array(doses.length);
  interpolateDose(inOwnFrame(other), Float64Array.from(points), doses.length, out);
  let best: [number, number] | undefined;
  for (let n = 0; n < doses.length; n++) {
    if (out[n] >= leastOther && (!best || doses[n] + out[n] > best[0] + best[1])) best = [doses[n], out[n]];
  }
  return best;
}
