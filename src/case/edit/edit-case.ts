import type { CaseCourse, CaseFile, CasePhase } from '../case-file';
import { twoFirstDays } from '../contradicted-courses';

/*
 * Changes to the courses of a case. Each gives a new case and leaves the old one as it is; a field set to undefined is
 * left out, so that what is saved has no empty fields.
 */

/** New values of fields; undefined takes a field away. */
export type Patch<Of> = { readonly [Field in keyof Of]?: Of[Field] | undefined };

/** A copy with the changes, without fields that are undefined. */
export function patched<Of extends object>(value: Of, patch: Patch<Of>): Of {
  return Object.fromEntries(Object.entries({ ...value, ...patch }).filter(([, field]) => field !== undefined)) as Of;
}

const replaced = <Item>(items: readonly Item[], at: number, item: Item): Item[] => items.map((old, n) => (n === at ? item : old));
const without = <Item>(items: readonly Item[], at: number): Item[] => items.filter((_, n) => n !== at);

export const setCase = (caseFile: CaseFile, patch: Patch<CaseFile>): CaseFile => patched(caseFile, patch);

/** Title of the case; an empty one is left out. */
export const setTitle = (caseFile: CaseFile, title: string): CaseFile =>
  patched(caseFile, { title: title.trim() === '' ? undefined : title });

export const setCourse = (caseFile: CaseFile, course: number, patch: Patch<CaseCourse>): CaseFile =>
  patched(caseFile, { courses: replaced(caseFile.courses, course, patched(caseFile.courses[course], patch)) });

/** The role of a course; its first day goes by the name that the role has for it. Only one can be the planned one. */
export function setRole(caseFile: CaseFile, course: number, role: CaseCourse['role']): CaseFile {
  const courses = caseFile.courses.map((each, n) => {
    if (n === course) return withRole(each, role);
    return role === 'planned' && each.role === 'planned' ? withRole(each, 'prior') : each;
  });
  // Where no anatomy is chosen yet, that of the planned course is the one.
  const own = role === 'planned' && caseFile.structures === '' ? caseFile.courses[course].structures : undefined;
  return patched(caseFile, { courses, ...(own !== undefined && { structures: own }) });
}

function withRole(course: CaseCourse, role: CaseCourse['role']): CaseCourse {
  // Which of two days is right is not for a change of role to say.
  if (twoFirstDays(course)) return patched(course, { role });
  const first = course.started ?? course.starts;
  const isPlanned = role === 'planned';
  return patched(course, { role, started: isPlanned ? undefined : first, starts: isPlanned ? first : undefined });
}

/** The first day of a course, under the name that its role has for it. */
export function setFirstDay(caseFile: CaseFile, course: number, day: string | undefined): CaseFile {
  const isPlanned = caseFile.courses[course].role === 'planned';
  return setCourse(caseFile, course, { started: isPlanned ? undefined : day, starts: isPlanned ? day : undefined });
}

/** A new course; prior ones stand before the planned one. Its one phase has no dose yet: that is the next thing to give. */
export function addCourse(caseFile: CaseFile, role: CaseCourse['role']): CaseFile {
  const course: CaseCourse = { role, phases: [{ dose: '' }] };
  const at = caseFile.courses.findIndex((other) => other.role === 'planned');
  if (role === 'planned' || at < 0) return patched(caseFile, { courses: [...caseFile.courses, course] });
  return patched(caseFile, { courses: [...caseFile.courses.slice(0, at), course, ...caseFile.courses.slice(at)] });
}

/** Without a course; the last one stays, since a case has at least one. */
export const removeCourse = (caseFile: CaseFile, course: number): CaseFile =>
  caseFile.courses.length > 1 ? patched(caseFile, { courses: without(caseFile.courses, course) }) : caseFile;

export const setPhase = (caseFile: CaseFile, course: number, phase: number, patch: Patch<CasePhase>): CaseFile =>
  setPhases(caseFile, course, (phases) => replaced(phases, phase, patched(phases[phase], patch)));

/** The dose of a phase. What was said of the old dose (its plan, its shares, its answers) is not said of the new one. */
export function setPhaseDose(caseFile: CaseFile, course: number, phase: number, dose: string | string[]): CaseFile {
  const nothing = { plan: undefined, doseIs: undefined, doseShare: undefined };
  return setPhase(caseFile, course, phase, {
    dose,
    totalDoseGy: undefined,
    organDoses: undefined,
    organDosesAre: undefined,
    hotSpotFactor: undefined,
    ...nothing,
  });
}

/** A phase whose dose is on paper only. A hot-spot factor is of the prescription, and goes with it. */
export function setPhaseRecord(
  caseFile: CaseFile,
  course: number,
  phase: number,
  record: Patch<Pick<CasePhase, 'totalDoseGy' | 'hotSpotFactor' | 'organDoses'>>,
): CaseFile {
  const ofFile = { dose: undefined, plan: undefined, doseIs: undefined, doseShare: undefined };
  const maxima = record.organDoses && Object.keys(record.organDoses).length > 0 ? record.organDoses : undefined;
  const { totalDoseGy } = record;
  const hotSpotFactor = totalDoseGy === undefined ? undefined : record.hotSpotFactor;
  return setPhase(caseFile, course, phase, { ...ofFile, totalDoseGy, hotSpotFactor, organDoses: maxima });
}

/** Fractions a day; the hours between them go where there is only one. */
export const setFractionsPerDay = (caseFile: CaseFile, course: number, phase: number, count: number | undefined): CaseFile =>
  setPhase(caseFile, course, phase, count === undefined || count === 1 ? ONCE_A_DAY : { fractionsPerDay: count });
const ONCE_A_DAY = { fractionsPerDay: undefined, hoursBetween: undefined };

export const addPhase = (caseFile: CaseFile, course: number): CaseFile =>
  setPhases(caseFile, course, (phases) => [...phases, { dose: '' }]);

/** Without a phase; the last one stays. */
export const removePhase = (caseFile: CaseFile, course: number, phase: number): CaseFile =>
  setPhases(caseFile, course, (phases) => (phases.length > 1 ? without(phases, phase) : phases));

/** A phase of its own for each fraction group of a plan, all with the same dose: how it splits is for the user to say. */
export function splitPhase(caseFile: CaseFile, course: number, phase: number, fractions: readonly (number | null)[]): CaseFile {
  return setPhases(caseFile, course, (phases) => {
    const parts = fractions.map((count) =>
      patched(phases[phase], { fractions: count ?? undefined, deliveredFractions: undefined, doseShare: undefined }),
    );
    return [...phases.slice(0, phase), ...parts, ...phases.slice(phase + 1)];
  });
}

function setPhases(
  caseFile: CaseFile,
  course: number,
  change: (phases: readonly CasePhase[]) => CasePhase[] | readonly CasePhase[],
) {
  return setCourse(caseFile, course, { phases: [...change(caseFile.courses[course].phases)] });
}

/** The prescriptions of a course; none where the list is empty. */
export const setTargets = (caseFile: CaseFile, course: number, targets: NonNullable<CaseCourse['targets']>): CaseFile =>
  setCourse(caseFile, course, { targets: targets.length > 0 ? targets : undefined });
