import { calendarMonths } from '../../calendar-months';
import type { CaseCourse, CaseFile, CaseIdentity } from '../../case/case-file';
import type { Assessment } from '../../evaluation/assessment';
import type { Answer } from '../../findings/finding';
import type { OpenedStudy } from '../engine/engine-api';
import type { ExpectedFiles } from '../engine/expected-files';
import { withOpenFields } from '../state/open-fields';
import type { Problem } from '../words/problem';
import { covers, identitiesIn, isMixUp, isUnknown, refusedIdentities } from './identities';

/** What the bar is made from: what is open, as far as it is there. */
export interface PatientSource {
  readonly study: OpenedStudy | undefined;
  readonly caseFile: CaseFile | undefined;
  /** Of the case as it is, whatever is tried beside it. */
  readonly assessment: Assessment | undefined;
  readonly unevaluated: Problem | undefined;
  /** Whose files the case was worked on with, while those that are open may be another's. */
  readonly awaited?: ExpectedFiles | undefined;
}

export interface BarCourse {
  readonly name: string;
  /** Undefined while the files do not tell it and nobody has. */
  readonly role: 'prior' | 'planned' | undefined;
  readonly from: string | undefined;
  readonly to: string | undefined;
  /** Of all phases together; undefined where one of them is not known. */
  readonly fractions: number | undefined;
  /** Of how many, where fewer were delivered and it is known. */
  readonly plannedFractions?: number;
}

/** A day without which the interval is not known. */
export interface MissingDay {
  readonly course: string;
  readonly day: 'first' | 'last';
}

/** The shortest time from a prior course to the planned one. */
export type BarInterval =
  | { readonly kind: 'months'; readonly months: number }
  | { readonly kind: 'missing'; readonly days: readonly MissingDay[] }
  /** The planned course begins before the prior one has ended. */
  | { readonly kind: 'reversed'; readonly course: string }
  /** Days of that course, or of one that the findings name, cannot all be true. */
  | { readonly kind: 'contradicted'; readonly course: string | undefined };

/** What is to be known of whose files these are. */
export type IdentityProblem =
  | { readonly kind: 'different'; readonly identities: readonly CaseIdentity[] }
  | ({ readonly kind: 'taken as one' } & Answer)
  | { readonly kind: 'unknown' }
  /** Some files do not say whose they are. */
  | { readonly kind: 'not in every file' };

export interface PatientFacts {
  readonly patient: CaseIdentity;
  readonly courses: readonly BarCourse[];
  /** Undefined where there are not both a prior and a planned course. */
  readonly interval: BarInterval | undefined;
  readonly problems: readonly IdentityProblem[];
}

/** Whose case is open and what it is of; undefined where nothing is open. */
export function patientFacts(source: PatientSource): PatientFacts | undefined {
  const { study, caseFile, assessment } = source;
  const patient = patientOf(source);
  if (!patient) return undefined;
  const stated = caseFile ?? (study && withOpenFields(study.proposal));
  const courses = (stated?.courses ?? []).map((course, n) => barCourse(course, n, source));
  return {
    patient,
    courses,
    interval: intervalOf(courses, assessment?.monthsBetweenCourses),
    problems: problemsOf(source, patient),
  };
}

/**
 * The patient of the assessment; before there is one, the one whose case it is by its draft, or that most of the files
 * name.
 */
function patientOf({ study, caseFile, assessment, unevaluated, awaited }: PatientSource): CaseIdentity | undefined {
  const stated = study ? identitiesIn(study.inspection) : [];
  if (caseFile && !assessment && awaited) {
    const { id, name } = awaited.patient ?? { id: '', name: '' };
    const there = stated.find((each) => each.id === id && each.name === name);
    return { id, name, ...(there?.birthDate && { birthDate: there.birthDate }), ...(there?.sex && { sex: there.sex }) };
  }
  const known = assessment?.patient as CaseIdentity | undefined;
  if (known) {
    const inFiles = stated.find(({ id, name }) => id === known.id && name === known.name);
    const birthDate = known.birthDate || inFiles?.birthDate;
    const sex = known.sex || inFiles?.sex;
    return { id: known.id, name: known.name, ...(birthDate && { birthDate }), ...(sex && { sex }) };
  }
  const most = [...stated].sort((a, b) => b.files.length + b.more - a.files.length - a.more)[0];
  const first = most ?? refusedIdentities(unevaluated)?.[0];
  if (!first) return undefined;
  const { id, name, birthDate, sex } = first;
  return { id, name, ...(birthDate && { birthDate }), ...(sex && { sex }) };
}

function barCourse(course: CaseCourse, n: number, { study, assessment, caseFile }: PatientSource): BarCourse {
  const result = caseFile ? assessment?.courses[n] : undefined;
  // While the case is changed the result is still that of the courses before.
  const isOfIt = result !== undefined && result.role === course.role && result.phases.length === course.phases.length;
  const evaluated = isOfIt ? result : undefined;
  const counts = course.phases.map(
    (phase, p) => phase.deliveredFractions ?? phase.fractions ?? evaluated?.phases[p].fractions ?? fractionsInPlan(phase, study),
  );
  const planned = course.phases.map((phase, p) =>
    phase.deliveredFractions === undefined
      ? counts[p]
      : (phase.fractions ?? fractionsInPlan(phase, study) ?? evaluated?.phases[p].plannedFractions),
  );
  const [given, ofAll] = [counts, planned].map((each) => each.reduce<number>((sum, count) => sum + (count ?? Number.NaN), 0));
  return {
    name: course.name ?? evaluated?.name ?? `${n + 1}`,
    role: course.role,
    from: course.started ?? course.starts,
    to: course.completed,
    fractions: Number.isNaN(given) ? undefined : given,
    ...(ofAll > given && { plannedFractions: ofAll }),
  };
}

/** The fractions of the plan that a dose is of, where the plan says one number. */
function fractionsInPlan({ dose, plan }: CaseCourse['phases'][number], study: OpenedStudy | undefined): number | undefined {
  if (!study || dose === undefined) return undefined;
  const [first] = [dose].flat();
  const entry = study.inspection.doses.find(({ file }) => file === first);
  const file = plan ?? entry?.plan?.file;
  const groups = study.inspection.plans.find((each) => each.file === file)?.fractionGroups ?? [];
  return groups.length === 1 ? (groups[0].fractions ?? undefined) : undefined;
}

/** @param evaluated months, as the assessment has them; null where they are not known to it. */
function intervalOf(courses: readonly BarCourse[], evaluated: number | null | undefined): BarInterval | undefined {
  const priors = courses.filter(({ role }) => role === 'prior');
  const planned = courses.find(({ role }) => role === 'planned');
  if (!planned || priors.length === 0) return undefined;
  const days: MissingDay[] = [
    ...priors.filter(({ to }) => !to).map(({ name }): MissingDay => ({ course: name, day: 'last' })),
    ...(planned.from ? [] : [{ course: planned.name, day: 'first' } as const]),
  ];
  // A prior course without its last day may be the one that ended last.
  if (days.length > 0) return { kind: 'missing', days };
  const reversed = courses.find(({ from, to }) => from && to && to < from);
  if (reversed) return { kind: 'contradicted', course: reversed.name };
  const months = priors.map(({ to }) => calendarMonths(to!, planned.from!));
  const shortest = Math.min(...months);
  if (shortest < 0) return { kind: 'reversed', course: priors[months.indexOf(shortest)].name };
  if (evaluated === null) return { kind: 'contradicted', course: undefined };
  return { kind: 'months', months: evaluated ?? shortest };
}

function problemsOf(source: PatientSource, patient: CaseIdentity): IdentityProblem[] {
  const { study, caseFile, assessment, unevaluated } = source;
  const findings = [...(assessment?.findings ?? []), ...(study?.inspection.findings ?? [])];
  const refused = refusedIdentities(unevaluated);
  const stated = study?.inspection.findings.some(isMixUp) ? identitiesIn(study.inspection) : [];
  const same = caseFile?.samePatient;
  const problems: IdentityProblem[] = [];
  const owners = unevaluated?.kind === 'refusal' ? unevaluated.refusal.owners : undefined;
  const others = owners?.of ? owners.here.filter(({ id, name }) => id !== patient.id || name !== patient.name) : [];
  if (others.length > 0) problems.push({ kind: 'different', identities: [patient, ...others] });
  else if (refused) problems.push({ kind: 'different', identities: refused });
  else if (findings.some(isMixUp)) {
    if (same && covers(same, stated)) problems.push({ kind: 'taken as one', by: same.by, on: same.on, why: same.why });
    else problems.push({ kind: 'different', identities: stated });
  }
  const codes = new Set<string>(findings.map(({ code }) => code));
  if (isUnknown(patient) || codes.has('patient-unknown') || codes.has('identity-unknown')) problems.push({ kind: 'unknown' });
  else if (codes.has('patient-not-stated')) problems.push({ kind: 'not in every file' });
  return problems;
}
