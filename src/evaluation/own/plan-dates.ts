import type { CaseCourseInput } from '../../case/case-inputs';
import { daysOf } from '../../dicom/date';
import { type Finding, makeFinding } from '../../findings/finding';
import type { OrganResult } from '../assessment';
import { type EvaluationContext, evaluationContext } from '../evaluation-context';
import type { PreparedRegion } from '../prepared-region';
import { type TestGoals, tellingGoals } from './otherwise';

/**
 * The findings, and to each that a prior course is dated before its own plan what goals would come to if it had ended on
 * the day of that plan: what is forgiven by time, or holds from an interval on, goes by the case's days.
 * @param organs the results of `regions`, one for each, in their order.
 */
export function withPlanDates(
  findings: readonly Finding[],
  regions: readonly PreparedRegion[],
  organs: readonly OrganResult[],
  context: EvaluationContext,
  test: TestGoals,
): Finding[] {
  return findings.map((finding) => {
    if (finding.code !== 'course-before-its-plan') return finding;
    const { code, severity, facts, file } = finding;
    const day = daysOf(facts.dated.replaceAll('-', '')).from;
    const isIt = ({ name, role }: CaseCourseInput) => role === 'prior' && name === facts.course;
    const start = context.courses.find(({ role }) => role === 'planned')?.started;
    // Files that are dated after today's course began were given other dates: they tell nothing of the interval.
    if (!context.courses.some(isIt) || start === undefined || day > start) return finding;
    const courses = context.courses.map((course) => (isIt(course) ? endingOn(course, day) : course));
    const dated = evaluationContext(courses, context.settings, context.questions);
    const goals = tellingGoals(regions, organs, (region) => test(region, dated));
    if (goals.length === 0) return finding;
    return makeFinding(code, severity, { ...facts, goals }, { ...(file && { file }), course: facts.course });
  });
}

/** A course as it would be, had its last known day been this one: as long as it is. */
function endingOn(course: CaseCourseInput, day: string): CaseCourseInput {
  const last = course.completed ?? course.started;
  if (last === undefined) return course;
  const later = Date.parse(day) - Date.parse(last);
  const moved = (date: string | undefined) => date && new Date(Date.parse(date) + later).toISOString().slice(0, 10);
  return { ...course, started: moved(course.started), completed: moved(course.completed) };
}
