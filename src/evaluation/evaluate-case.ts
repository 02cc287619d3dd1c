import type { CaseCourseInput, CaseInputs, Region } from '../case/case-inputs';
import { ofPlanned } from '../case/delivered-part';
import type { Scope } from '../constraints/goal-expression';
import { type Finding, makeFinding } from '../findings/finding';
import { affinePart } from '../geometry/point-map';
import { rotationDegrees } from '../geometry/transform';
import type { FramePath } from '../registration/frame-path';
import { VERSION } from '../version';
import { absenceFindings } from './absence-findings';
import { type Assessment, type CourseResult, evaluatedOrgans, type GoalResult, type OrganResult } from './assessment';
import { courseIntervals, shortestInterval } from './course-intervals';
import { evaluateRegion } from './evaluate-region';
import {
  constraintsOf,
  contextOf,
  type EvaluationContext,
  type EvaluationSettings,
  evaluationContext,
  tissueEntryIn,
} from './evaluation-context';
import { goalsOutside, tellTargetApart } from './in-target';
import { judgedOrgansFindings, organsNotJudged } from './judged-organs';
import { withGoalsOnTargets } from './on-target';
import { OrganGiven } from './organ-doses';
import { organsWithoutRegion } from './organs-without-region';
import { goalsOf, type TestGoals } from './own/otherwise';
import { ownValueFindings } from './own/own-value-findings';
import { withPlanDates } from './own/plan-dates';
import { inPlanFractions, withPlanFractions } from './own/plan-fractions';
import { togetherFindings } from './own/together';
import { ownAlphaBeta, ownAlphaBetaFindings, restsOnOrgan, withTableAlphaBeta } from './own-alpha-beta';
import type { PreparedCase } from './prepared-case';
import type { PreparedRegion } from './prepared-region';
import { questionsOf } from './questions-of';
import { isInQuestion, isListed, registrationResult, registrationState } from './registration-result';
import { withReserves } from './reserves';
import { resultFindings } from './result-findings';
import { targetDoses } from './target-doses';

export const NOTICE =
  'For research and independent checking only. Isoeffect is not a cleared medical device; every number must be checked by a qualified person before anyone acts on it.';

/** How one region is evaluated: anew, or remembered. */
export type EvaluateRegion = (region: PreparedRegion, context: EvaluationContext) => OrganResult;

/** How the goals of a whole organ are tested on a part of it: anew, or remembered. */
export type EvaluatePart = (whole: Region, part: PreparedRegion, context: EvaluationContext) => readonly GoalResult[];

const partAnew: EvaluatePart = (whole, part, context) =>
  goalsOutside(whole, new OrganGiven(context.courses, part, context.settings.outsideDoseGrid === 'zero'), context);

const evaluatedAnew: EvaluateRegion = (region, context) =>
  evaluateRegion(new OrganGiven(context.courses, region, context.settings.outsideDoseGrid === 'zero'), context);

const testedAnew: TestGoals = (region, context) =>
  goalsOf(new OrganGiven(context.courses, region, context.settings.outsideDoseGrid === 'zero'), context);

/** Evaluates a prepared case under some settings: what a slider calls again and again. */
export function evaluateCase(
  prepared: PreparedCase,
  settings: EvaluationSettings,
  evaluate: EvaluateRegion = evaluatedAnew,
  evaluatePart: EvaluatePart = partAnew,
  testGoals: TestGoals = testedAnew,
): Assessment {
  const { inputs, paths } = prepared;
  const { courses } = inputs;
  const open = questionsOf(prepared);
  const context = evaluationContext(courses, settings, open.questions);
  const placed = courses.map((course, c) => registrationResult(course, paths[c], c, open.questions));
  const registrations = placed.filter((_, c) => isListed(courses[c].role, paths[c]));
  const registration = registrationState(registrations);
  const unaccepted = courses.filter(({ role }, c) => !placed[c].isAccepted && isListed(role, paths[c]));
  const each = prepared.regions.map((region) => evaluate(region, contextOf(region.region, context)));
  const hasNamedTargets = courses.some(({ role, targets }) => role === 'planned' && targets.length > 0);
  const apart = (of: readonly OrganResult[], under: EvaluationContext) =>
    tellTargetApart(of, prepared.regions, { ...inputs.undrawn, hasNamedTargets }, (whole, outside) =>
      evaluatePart(whole, outside, contextOf(whole, under)),
    );
  const evaluated = apart(each, context);
  const ownValues = prepared.regions.flatMap((prepared, n) => {
    const { region } = prepared;
    const own = ownAlphaBeta(region, settings);
    if (!own) return [];
    const table = { ...context, settings: withTableAlphaBeta(settings, region) };
    const asTable = () => apart(each.with(n, evaluate(prepared, contextOf(region, table))), table)[n];
    return ownAlphaBetaFindings(inputs.regions, region, settings, own, restsOnOrgan(region, settings) ? asTable() : undefined);
  });
  const testUnder: TestGoals = (of, under) => testGoals(of, contextOf(of.region, under));
  const missing = organsWithoutRegion(inputs, context);
  const onTargets = evaluated.map((organ, n) => withGoalsOnTargets(organ, prepared.regions[n].region, courses));
  const organs = [...onTargets.map((organ) => subjectToRegistration(organ, unaccepted)), ...missing];
  const mandatory = organs.flatMap((organ) => organ.goals.filter((goal) => goal.mandatory));
  const count = (verdict: string) => mandatory.filter((goal) => goal.verdict === verdict).length;
  const asked = prepared.regions.map(({ region }) => constraintsOf(region, settings).map(({ organ }) => organ));
  const notJudged = organsNotJudged(organs, inputs, asked);
  const dated = withPlanDates(open.findings, prepared.regions, each, context, testUnder);
  const counted = withPlanFractions(dated, prepared.regions, each, context, testUnder);
  const ownWord = [...ownValues, ...ownValueFindings(prepared.regions, each, context, testUnder)];
  const inPlan = inPlanFractions(courses, counted);
  const together = prepared.regions.flatMap((region, n) =>
    togetherFindings(region, each[n].goals, context, testUnder, [...counted, ...ownWord], inPlan),
  );
  const findings: Finding[] = [
    ...counted,
    ...absenceFindings(missing, inputs),
    ...judgedOrgansFindings(notJudged, organs),
    ...carriedFindings(inputs, paths),
    ...ownWord,
    ...together,
    ...resultFindings(evaluatedOrgans(organs), inputs, settings, open.questions),
  ];
  const months = shortestInterval(courses)?.months;
  return {
    patient: patientResult(inputs.patient),
    courses: courses.map((course, c) => courseResult(course, paths[c], isInQuestion(open.questions, c))),
    registrations,
    monthsBetweenCourses: months === undefined ? null : ofMonths(months),
    intervals: courseIntervals(courses).map(({ from, to, months: each }) => ({
      from,
      to,
      months: each === undefined ? null : ofMonths(each),
    })),
    organs: withReserves(organs, findings, courses),
    overall: {
      mandatoryExceeded: count('exceeded'),
      exceededOutsideTarget: mandatory.filter((goal) => goal.verdict === 'exceeded' && !goal.inTarget && !goal.onTarget).length,
      mandatoryNotEvaluable: count('not evaluable'),
      mandatoryMet: count('met'),
      ...(notJudged.organs.length > 0 && { requiredNotJudged: notJudged.organs }),
      ...(notJudged.alone.length > 0 && { requiredJudgedAlone: notJudged.alone }),
      registration,
    },
    findings: findings.sort((a, b) => SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity)),
    settings: {
      constraints: [...inputs.constraintSets.map((set) => set.name), ...(inputs.ownGoals.length > 0 ? ['case'] : [])],
      constraintTitles: [
        ...new Set([...inputs.constraintSets.map((set) => set.title), ...inputs.ownGoals.map((goal) => goal.setTitle)]),
      ],
      outsideDoseGrid: settings.outsideDoseGrid,
      plannedScale: settings.plannedScale,
      model: modelInWords(inputs.regions, settings),
      interpolation:
        'trilinear physical dose of each phase at the samples of the planned anatomy, carried once through the registration; converted to EQD2 there, then added',
    },
    files: inputs.files,
    notice: NOTICE,
    version: VERSION,
  };
}

/** In digits that a surface can cut to 0.1 as a finding does: rounded twice, 14.354 months would be 14.3 and 14.4. */
const ofMonths = (months: number): number => Number(months.toFixed(4));

/** Whether a course is laid on the anatomy by a registration. */
const isCarried = (path: FramePath | undefined): boolean => path !== undefined && path.links.length > 0;

/** Whatever is said of a course's dose is subject to its registration where nobody has accepted that. */
function subjectToRegistration(organ: OrganResult, unaccepted: readonly CaseCourseInput[]): OrganResult {
  const isSubject = (scope: Scope) => unaccepted.some(({ role }) => scope === 'cumulative' || scope === role);
  const goals = organ.goals.map((goal) =>
    isSubject(goal.scope) ? { ...goal, condition: 'registration not accepted' as const } : goal,
  );
  return { ...organ, goals };
}

/** A planned course that is not on its own anatomy: today's dose is judged on another day's organs. */
const carriedFindings = ({ courses }: CaseInputs, paths: PreparedCase['paths']): Finding[] =>
  courses.flatMap(({ name, role }, c) =>
    role === 'planned' && isCarried(paths[c]) ? [makeFinding('planned-course-carried', 'warning', {}, { course: name })] : [],
  );

function patientResult({ id, name, birthDate, sex, identities, samePatient }: CaseInputs['patient']): Assessment['patient'] {
  const isOne = identities.length < 2;
  return { id, name, birthDate, sex, ...(!isOne && { identities }), ...(samePatient && { samePatient }) };
}

const SEVERITIES = ['error', 'warning', 'info'];

function courseResult(course: CaseCourseInput, path: FramePath | undefined, isAsked: boolean): CourseResult {
  const targets = targetDoses(course);
  return {
    name: course.name,
    role: course.role,
    ...(course.started && { started: course.started }),
    ...(course.completed && { completed: course.completed }),
    phases: course.phases.map((phase) => ({
      dose: phase.dose.kind === 'grid' ? phase.files[0].path : 'a record without a dose file',
      fractions: phase.fractions,
      ...ofPlanned(phase),
      sha256: phase.files[0]?.sha256 ?? '',
      files: phase.files,
    })),
    ...(targets && { targets }),
    registration: course.isApart ? NOT_CARRIED : registrationInWords(path, isAsked && course.role === 'prior'),
  };
}

const NOT_CARRIED =
  "none by the user's word: not carried onto the anatomy; each organ has its own metric of the course, and sums are worst cases";

function registrationInWords(path: FramePath | undefined, isAsked: boolean): string {
  if (!path) return 'none needed: the course has no dose grid';
  if (path.via.length === 0 && isAsked) return 'in question: same frame of reference, and a registration within it';
  if (path.via.length === 0) return 'none needed: same frame of reference as the structures';
  const matrix = affinePart(path.map);
  const [x, y, z] = [matrix[3], matrix[7], matrix[11]];
  const deformed = path.map.some(({ field }) => field) ? ', and deformed' : '';
  return `${path.via.join(', then ')} (points of the structures to the course: turned ${rotationDegrees(matrix).toFixed(2)}°, moved ${x.toFixed(1)}, ${y.toFixed(1)}, ${z.toFixed(1)} mm${deformed})`;
}

function modelInWords(regions: readonly Region[], settings: EvaluationSettings): string {
  const special = regions.flatMap((region) => {
    const { name: roi } = region;
    const override = tissueEntryIn(region, settings);
    return [
      override.lqL && `LQ-L above ${override.lqL.transitionGyPerFraction} Gy a fraction for ${roi}`,
      override.repopulation &&
        `overall-time correction of ${override.repopulation.dProlifGyPerDay} Gy EQD2 a day from day ${override.repopulation.kickOffDays} for ${roi}`,
    ].filter((text) => text !== undefined);
  });
  return [
    'linear-quadratic, voxel by voxel and phase by phase: BED = D (1 + D / (n α/β)), EQD2 = BED / (1 + 2 / (α/β))',
    ...special,
  ].join('; ');
}
