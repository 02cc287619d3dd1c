import { toldApart } from '../case/course-names';
import type { DoseHeader } from '../dicom/rt-dose';
import type { RtPlan } from '../dicom/rt-plan';
import type { RtStructureSet } from '../dicom/rt-structure-set';
import type { Study } from '../study/build-study';
import { type CourseDate, courseDate } from '../study/course-date';
import { isOfSeveralPlans } from '../study/several-plans';
import type { LeftOutPhase } from './left-out';
import { takenDoses } from './taken-doses';

/** A whole dose, or the beam doses of one plan, with what they belong to. */
export interface FoundPhase {
  /** None where no dose of it can be used. */
  readonly doses: readonly DoseHeader[];
  /** Whole doses of the same plan that are not taken. */
  readonly others: readonly DoseHeader[];
  readonly plan: RtPlan | undefined;
  readonly structures: RtStructureSet | undefined;
  /** '' where nobody knows it, which is so only where no dose of it can be used. */
  readonly frame: string;
  readonly date: CourseDate | undefined;
  /** The file that it is known by. */
  readonly file: string;
}

export type Role = 'prior' | 'planned';

/** Phases of one course, in the order of their dates, and what the dates say of its role. */
export interface FoundCourse {
  readonly phases: readonly FoundPhase[];
  /** Undefined where the dates do not tell. */
  readonly role: Role | undefined;
}

/** Plans on one frame that begin within this time are phases of one course. */
const SAME_COURSE_DAYS = 60;
const DAY_MS = 86_400_000;

/** The courses that can be used at least in part, and those of which no dose can be. */
export interface FoundCourses {
  readonly usable: readonly FoundCourse[];
  readonly left: readonly FoundCourse[];
}

/**
 * The courses that the doses of a study make, in the order of their dates; their roles are by the dates of all, those of
 * which no dose can be used among them.
 */
export function findCourses(study: Study, left: readonly LeftOutPhase[], now: string): FoundCourses {
  const withoutDose = left.map((each): FoundPhase => ({ ...each, frame: each.frame ?? '', doses: [], others: [] }));
  const groups: FoundPhase[][] = [];
  for (const phase of [...foundPhases(study, now), ...withoutDose].toSorted(byDate)) {
    const course = groups.find(([first]) => daysApart(first, phase).most <= SAME_COURSE_DAYS && first.frame === phase.frame);
    if (course) course.push(phase);
    else groups.push([phase]);
  }
  const courses = groups.map((phases) => ({ phases, role: roleOf(phases, groups) }));
  const dosesOf = ({ phases }: FoundCourse) => phases.filter(({ doses }) => doses.length > 0);
  return {
    usable: courses.flatMap((course) => (dosesOf(course).length > 0 ? [{ ...course, phases: dosesOf(course) }] : [])),
    left: courses.filter((course) => dosesOf(course).length === 0),
  };
}

export const nameOf = ({ plan, file }: FoundPhase): string => plan?.label || file;

const byDate = (a: FoundPhase, b: FoundPhase): number => (a.date?.from ?? '').localeCompare(b.date?.from ?? '');

/** The name of each course: that of its first plan; where several have the same, with what tells them apart. */
export function namesOf(courses: readonly FoundCourse[]): string[] {
  const firsts = courses.map(({ phases: [first] }) => first);
  const names = firsts.map((first) => {
    const name = nameOf(first);
    const same = firsts.filter((other) => nameOf(other) === name);
    if (same.length === 1) return name;
    const dates = new Set(same.map(({ date }) => date?.said));
    return `${name} (${dates.size === same.length && first.date ? first.date.said : first.file})`;
  });
  return toldApart(names);
}

/** The fewest and the most days between two phases; without a date nobody knows. */
export function daysApart({ date: a }: FoundPhase, { date: b }: FoundPhase): { least: number; most: number } {
  if (!a || !b) return { least: 0, most: Number.POSITIVE_INFINITY };
  const days = (from: string, to: string) => (Date.parse(to) - Date.parse(from)) / DAY_MS;
  return {
    least: Math.max(0, days(a.to, b.from), days(b.to, a.from)),
    most: Math.max(days(a.from, b.to), days(b.from, a.to)),
  };
}

/**
 * A course is prior where another is newer; the one that no other can be newer than is the planned one. Where that is so
 * of several (equal dates, a date that is not known), the dates do not tell.
 */
function roleOf(course: readonly FoundPhase[], all: readonly (readonly FoundPhase[])[]): Role | undefined {
  if (all.some((other) => isNewer(other, course))) return 'prior';
  const newest = all.filter((each) => !all.some((other) => isNewer(other, each)));
  return newest.length === 1 ? 'planned' : undefined;
}

/** Whether a course was planned after another for sure, and not as a further phase of it. */
function isNewer(course: readonly FoundPhase[], than: readonly FoundPhase[]): boolean {
  if (course === than) return false;
  return course.every((phase) =>
    than.every((other) => {
      if (!phase.date || !other.date || phase.date.from <= other.date.to) return false;
      const isElsewhere = phase.frame !== '' && other.frame !== '' && phase.frame !== other.frame;
      return isElsewhere || daysApart(phase, other).least > SAME_COURSE_DAYS;
    }),
  );
}

/**
 * The phases that the doses make, by their dates; those without a date come first. Where a dose of one of its plans is
 * there, a sum of several is not counted again.
 */
function foundPhases({ doses, structureSets }: Study, now: string): FoundPhase[] {
  const byPlan = new Map<string, { all: DoseHeader[]; sums: DoseHeader[]; plan: RtPlan | undefined }>();
  const placed = doses.filter(({ dose }) => dose.frameOfReferenceUid);
  for (const { dose, plan } of placed.toSorted((a, b) => Number(isOfSeveralPlans(a.dose)) - Number(isOfSeveralPlans(b.dose)))) {
    const uids = dose.referencedPlans.map(({ sopInstanceUid }) => sopInstanceUid);
    const known = isOfSeveralPlans(dose) && uids.find((uid) => byPlan.has(uid));
    if (known) byPlan.get(known)!.sums.push(dose);
    else {
      const key = isOfSeveralPlans(dose) ? dose.file : (plan?.sopInstanceUid ?? uids[0] ?? dose.file);
      const entry = byPlan.get(key) ?? { all: [], sums: [], plan };
      entry.all.push(dose);
      byPlan.set(key, entry);
    }
  }
  const found = [...byPlan.values()].flatMap(({ all, sums, plan }) =>
    takenDoses(all, plan).map(({ own, others }): FoundPhase => {
      const [dose] = own;
      const structures = structureSets.find(({ sopInstanceUid }) =>
        [plan?.referencedStructureSetUid, dose.referencedStructureSetUid].includes(sopInstanceUid),
      );
      const date = courseDate(plan, dose, structures, now);
      const { file, frameOfReferenceUid: frame } = dose;
      return { doses: own, others: [...others, ...sums], plan, structures, frame: frame!, date, file };
    }),
  );
  return found.sort(byDate);
}
