import type { CaseCourse } from '../../case/case-file';
import type { Inspection } from '../../inspection/inspect';
import type { OpenedStudy } from '../engine/engine-api';

/* What the study page shows, made from what the engine found. */

export type DoseEntry = Inspection['doses'][number];
export type PlanEntry = Inspection['plans'][number];
export type StructuresEntry = Inspection['structureSets'][number];
export type CtEntry = Inspection['ctSeries'][number];

/** A course as far as the files show it. */
export interface FoundCourse {
  readonly name: string;
  /** Undefined where no case could be proposed. */
  readonly role: CaseCourse['role'] | undefined;
  /** YYYY-MM-DD, or '' where no date is known. */
  readonly day: string;
  readonly doses: readonly DoseEntry[];
  readonly plans: readonly PlanEntry[];
  readonly structures: readonly StructuresEntry[];
  readonly ct: readonly CtEntry[];
  readonly frames: readonly string[];
}

/** `20230515` as `2023-05-15`; anything else as it is. */
export const isoDay = (day: string | null | undefined): string => (day ?? '').replace(/^(\d{4})(\d{2})(\d{2})$/, '$1-$2-$3');

const given = <T>(values: readonly (T | null | undefined)[]): T[] => [
  ...new Set(values.filter((value): value is T => value !== null && value !== undefined)),
];

/** The courses of the proposed case; where none could be proposed, each dose by itself, by the date of its plan. */
export function foundCourses({ inspection, proposal }: OpenedStudy): FoundCourse[] {
  const proposed = proposal.caseFile?.courses;
  if (!proposed) {
    const alone = inspection.doses.map((dose) => courseOf(inspection, [dose], {}));
    return alone.sort((a, b) => a.day.localeCompare(b.day));
  }
  return proposed.map((course) => {
    const files = course.phases.flatMap(({ dose }) => dose ?? []);
    const doses = inspection.doses.filter(({ file }) => files.includes(file));
    const named = [course.structures, course.role === 'planned' ? proposal.caseFile?.structures : undefined];
    return courseOf(inspection, doses, {
      name: course.name,
      role: course.role,
      day: course.started ?? course.starts,
      plans: course.phases.flatMap(({ plan }) => plan ?? []),
      structures: given(named),
    });
  });
}

interface Said {
  readonly name?: string | undefined;
  readonly role?: CaseCourse['role'] | undefined;
  readonly day?: string | undefined;
  readonly plans?: readonly string[];
  readonly structures?: readonly string[];
}

function courseOf(inspection: Inspection, doses: readonly DoseEntry[], said: Said): FoundCourse {
  const planFiles = [...(said.plans ?? []), ...given(doses.map(({ plan }) => plan?.file))];
  const plans = inspection.plans.filter(({ file }) => planFiles.includes(file));
  const frames = given(doses.map(({ frameOfReferenceUid }) => frameOfReferenceUid));
  const linked = [...(said.structures ?? []), ...given(doses.map(({ structures }) => structures))];
  const structures = inspection.structureSets.filter(({ file }) => linked.includes(file));
  return {
    name: said.name ?? plans[0]?.label ?? doses[0]?.file ?? '',
    role: said.role,
    day: said.day ?? isoDay(dayIn(inspection, plans[0]) ?? dayIn(inspection, structures[0])),
    doses,
    plans,
    structures,
    ct: inspection.ctSeries.filter(({ frameOfReferenceUid: uid }) => uid !== null && frames.includes(uid)),
    frames,
  };
}

/** The date of a file; none where it is one that cannot be that of a treatment. */
function dayIn({ findings }: Inspection, entry: PlanEntry | StructuresEntry | undefined): string | undefined {
  const cannotBe = findings.some(({ code, file }) => code === 'date-cannot-be' && file === entry?.file);
  return cannotBe ? undefined : (entry?.date ?? undefined);
}

/** What plans prescribe: `PTV 50.4 Gy, 11.31 Gy`. */
export const prescriptionsOf = (plans: readonly Pick<PlanEntry, 'prescriptions'>[]): string =>
  plans
    .flatMap(({ prescriptions }) => prescriptions)
    .map(({ description, doseGy }) => [description, doseGy === null ? '' : `${shortNumber(doseGy)} Gy`].filter(Boolean).join(' '))
    .join(', ');

/** A number with two decimals at most, as many as it has. */
export const shortNumber = (value: number): string => String(Number(value.toFixed(2)));

/** Doses that no course has. */
export const dosesLeft = ({ doses }: Inspection, courses: readonly FoundCourse[]): DoseEntry[] =>
  doses.filter((dose) => !courses.some((course) => course.doses.includes(dose)));

/** Structure sets that no course has. */
export const structuresLeft = ({ structureSets }: Inspection, courses: readonly FoundCourse[]): StructuresEntry[] =>
  structureSets.filter((set) => !courses.some(({ structures }) => structures.includes(set)));

/** Whole days from one day to the other, or undefined where one is not known. */
export function daysApart(from: string, to: string): number | undefined {
  // A year alone is no day, though it can be parsed as one.
  if (![from, to].every((day) => /^\d{4}-\d{2}-\d{2}$/.test(day))) return undefined;
  const days = (Date.parse(to) - Date.parse(from)) / 86_400_000;
  return Number.isFinite(days) ? Math.round(days) : undefined;
}

/** Whether a dose says all that is needed to add it: whole, physical, in Gy. */
export const needsAnswer = ({ summation, type, units }: DoseEntry): boolean =>
  type === 'EFFECTIVE' || units === 'CGY' || units === 'RELATIVE' || summation === 'FRACTION_SESSION';
