import { type Finding, makeFinding } from '../../findings/finding';
import { inOwnFrame, interpolateDose } from '../../geometry/interpolate';
import { groupsOf } from '../../study/fraction-count';
import { treatmentBeams } from '../../study/plan-dose';
import { distance, isAbout, LEAST_NEAR_BEAMS, LEAST_OF_BEAMS, MOST_NEAR_BEAMS, MOST_OF_BEAMS } from './bounds';
import type { CheckedCourse, CheckedPhase } from './checked-course';

/**
 * Doses that the plan's own beam doses contradict, and those that are not near them. A beam's dose is that of one fraction at a point that need not be
 * given, so that any of the point, the targets and the hottest 1 cc may agree with their sum; what contradicts all of
 * them is no matter of the point.
 */
export function beamDoseFindings(checked: CheckedCourse): Finding[] {
  return checked.phases.flatMap((phase, p): Finding[] => {
    const perFractionGy = phase.isZero ? undefined : beamsGy(phase);
    if (perFractionGy === undefined) return [];
    const { plan } = phase;
    const fractions = fractionsOf(checked, phase);
    const expectedGy = perFractionGy * fractions;
    const measured = [
      phase.hottestGy,
      ...atPointsGy(phase),
      ...checked.targets.all().map((target) => checked.doseIn(target).ofPhaseGy[p]),
    ];
    if (measured.some((doseGy) => isAbout(doseGy, expectedGy, LEAST_NEAR_BEAMS, MOST_NEAR_BEAMS))) return [];
    // Sources are hotter than any point that is prescribed to.
    if (plan!.brachytherapy && phase.hottestGy > expectedGy) return [];
    const [doseGy] = measured.sort((a, b) => distance(a, expectedGy) - distance(b, expectedGy));
    const { file } = phase;
    const facts = { course: checked.course.name, plan: plan!.label, perFractionGy, fractions, doseGy };
    return isAbout(doseGy, expectedGy, LEAST_OF_BEAMS, MOST_OF_BEAMS)
      ? [makeFinding('dose-off-beams', 'warning', facts, { file })]
      : [makeFinding('dose-contradicts-beams', 'error', facts, { file, answerable: true })];
  });
}

/**
 * A plan may be tried in other fractions than its own, and its beams' doses are still those of its own. What a prior
 * course was given in is a fact, whoever says it.
 */
function fractionsOf({ course }: CheckedCourse, { fractions, phase: { header }, plan }: CheckedPhase): number {
  if (course.role === 'prior' || !header || !plan) return fractions;
  return groupsOf(header, plan)[0].fractionsPlanned ?? fractions;
}

/** What all treatment beams or applications give a fraction, Gy; undefined where the plan does not say it of each. */
export function beamsGy({ plan, phase: { header } }: CheckedPhase): number | undefined {
  if (!plan || !header) return undefined;
  const groups = groupsOf(header, plan);
  if (groups.length !== 1) return undefined;
  const [group] = groups;
  const beams = new Set(treatmentBeams(header, plan));
  const doses = [
    ...group.beamNumbers.flatMap((number, n) => (beams.has(number) ? [group.beamDosesGy[n]] : [])),
    ...(group.brachyDosesGy ?? []),
  ];
  const sum = doses.reduce<number>((total, dose) => total + (dose ?? Number.NaN), 0);
  return sum > 0 ? sum : undefined;
}

/** The dose at the points that the beam doses are of, as far as they are given and in the grid. */
function atPointsGy({ plan, grid }: CheckedPhase): number[] {
  const points = plan!.fractionGroups.flatMap(({ beamPointsMm = [] }) => beamPointsMm.flatMap((point) => point ?? []));
  const count = points.length / 3;
  const out = new Float32Array(count);
  interpolateDose(inOwnFrame(grid), Float64Array.from(points), count, out);
  return [...out].filter((doseGy) => !Number.isNaN(doseGy));
}
