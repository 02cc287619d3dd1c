import { isGoalWith } from '../constraints/goal-roles';
import type { Finding } from '../findings/finding';
import { makeReason } from '../findings/reasons';
import type { CourseResult, GoalResult, OrganEntry, Reserve } from './assessment';

/** A course whose dose is another than what is prescribed. */
type Off = Pick<CourseResult, 'name' | 'role'>;

/**
 * Marks each goal with what its verdict and its factor on the planned dose hold under: an organ that ends in or before a
 * field, prior dose that is less as carried than on its own contours, a dose that is not near its prescription. What the
 * prior courses do alone is said with that reserve too.
 */
export function withReserves(
  organs: readonly OrganEntry[],
  findings: readonly Finding[],
  courses: readonly Off[],
): readonly OrganEntry[] {
  const roisOf = (wanted: (finding: Finding) => string | undefined) => new Set(findings.flatMap((each) => wanted(each) ?? []));
  const ends = findings.flatMap((finding) => (finding.code === 'organ-ends-before-field' ? [finding.facts] : []));
  const drawn = new Set(ends.flatMap(({ roi, onOwn }) => (onOwn ? [] : [roi])));
  const drawnThen = new Set(ends.flatMap(({ onOwn }) => (onOwn ? [onOwn.organ] : [])));
  const carried = roisOf((finding) =>
    finding.code === 'carried-dose-differs' && finding.facts.carriedGy < finding.facts.ownGy ? finding.facts.roi : undefined,
  );
  const named = roisOf((finding) => (finding.code === 'dose-off-prescription' ? finding.facts.course : undefined));
  const off = courses.filter(({ name }) => named.has(name));
  if (ends.length + carried.size + off.length === 0) return organs;
  return organs.map((organ) => {
    if (organ.roi === null) return organ;
    const isAsDrawn = (goal: GoalResult) =>
      drawn.has(organ.roi) || (organ.organ !== null && drawnThen.has(organ.organ) && isGoalWith('prior', goal));
    const reservesOf = (goal: GoalResult): Reserve[] => [
      ...(isAsDrawn(goal) ? (['as-drawn'] as const) : []),
      ...(carried.has(organ.roi) && isGoalWith('prior', goal) ? (['as-carried'] as const) : []),
      ...(off.some(({ role }) => isGoalWith(role, goal)) ? (['off-prescription'] as const) : []),
    ];
    return { ...organ, goals: organ.goals.map((goal) => reserved(goal, reservesOf(goal), off)) };
  });
}

function reserved(goal: GoalResult, reserves: readonly Reserve[], off: readonly Off[]): GoalResult {
  if (reserves.length === 0) return goal;
  const { headroom } = goal;
  const priors = off.filter(({ role }) => role === 'prior').map(({ name }) => name);
  if (!headroom || !('code' in headroom) || headroom.code !== 'prior-alone-exceeds' || priors.length === 0) {
    return { ...goal, reserves };
  }
  return { ...goal, reserves, headroom: makeReason('prior-alone-exceeds', { offPrescription: priors }) };
}
