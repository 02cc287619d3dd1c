import type { Finding } from '../findings/finding';
import { lackingOf } from '../study/groups-without-dose';
import type { CaseCourseInput } from './case-inputs';

/** What the plans of a case give by fraction groups that no phase of any course has the dose of. */
export function groupsNotCounted(courses: readonly CaseCourseInput[]): Finding[] {
  const phases = courses.flatMap((course) => course.phases);
  const plans = new Map(phases.flatMap(({ plan }) => (plan ? [[plan.sopInstanceUid, plan] as const] : [])));
  return [...plans.values()].flatMap((plan) =>
    lackingOf(
      phases.flatMap((phase) => (phase.header && phase.plan?.sopInstanceUid === plan.sopInstanceUid ? [phase.header] : [])),
      plan,
    ),
  );
}
