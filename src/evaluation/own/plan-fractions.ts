import type { CaseCourseInput, CasePhaseInput } from '../../case/case-inputs';
import { type Finding, type FindingOf, makeFinding } from '../../findings/finding';
import { groupsOf } from '../../study/fraction-count';
import type { OrganResult } from '../assessment';
import type { EvaluationContext } from '../evaluation-context';
import type { PreparedRegion } from '../prepared-region';
import { type TestGoals, tellingGoals } from './otherwise';

type Differs = FindingOf<'fractions-differ-from-plan'>;

/**
 * The findings, and to each that fractions of the case differ from the plan's what goals would come to in the plan's.
 * @param organs the results of `regions`, one for each, in their order.
 */
export function withPlanFractions(
  findings: readonly Finding[],
  regions: readonly PreparedRegion[],
  organs: readonly OrganResult[],
  context: EvaluationContext,
  test: TestGoals,
): Finding[] {
  return findings.map((finding) => {
    if (finding.code !== 'fractions-differ-from-plan') return finding;
    const courses = context.courses.map((course) => asPlanned(course, finding));
    if (courses.every((course, c) => course === context.courses[c])) return finding;
    const goals = tellingGoals(regions, organs, (region) => test(region, { ...context, courses }));
    if (goals.length === 0) return finding;
    const { code, severity, file } = finding;
    const course = context.courses.find((each, c) => each !== courses[c])?.name;
    return makeFinding(code, severity, { ...finding.facts, ...(course && { course }), goals }, { ...(file && { file }) });
  });
}

/** The courses in the fractions of their plans, where findings say that the case has others. */
export const inPlanFractions = (courses: readonly CaseCourseInput[], findings: readonly Finding[]): readonly CaseCourseInput[] =>
  findings.reduce<readonly CaseCourseInput[]>(
    (all, finding) => (finding.code === 'fractions-differ-from-plan' ? all.map((course) => asPlanned(course, finding)) : all),
    courses,
  );

function asPlanned(course: CaseCourseInput, finding: Differs): CaseCourseInput {
  const phases = course.phases.map((phase) => (isOf(phase, finding) ? inPlanned(phase, finding.facts.planned) : phase));
  return phases.every((phase, p) => phase === course.phases[p]) ? course : { ...course, phases };
}

/** Whether a finding is of a phase, with the number that it is evaluated in. */
function isOf(phase: CasePhaseInput, { file, facts }: Differs): boolean {
  const { plan, header, doseShare } = phase;
  if (!plan || !header || plan.file !== file || doseShare < 1 || countOf(phase) !== facts.given) return false;
  const groups = groupsOf(header, plan);
  return groups.length === 1 && groups[0].fractionsPlanned === facts.planned;
}

/** Of how many fractions the phase's dose is. */
const countOf = ({ fractions, deliveredShare }: CasePhaseInput): number => Math.round(fractions / deliveredShare);

/** The phase in the plan's fractions; as it is where more were delivered than the plan has. */
function inPlanned(phase: CasePhaseInput, planned: number): CasePhaseInput {
  const { fractions, deliveredShare, header } = phase;
  // The dose of one session was multiplied by the case's number.
  const isSession = header?.doseSummationType === 'FRACTION_SESSION';
  if (deliveredShare < 1) {
    return fractions > planned || isSession ? phase : { ...phase, deliveredShare: fractions / planned };
  }
  return { ...phase, fractions: planned, deliveredShare: isSession ? planned / fractions : 1 };
}
