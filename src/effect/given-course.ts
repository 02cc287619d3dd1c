/** How a phase was given: what, beside its physical dose, decides on its effect. */
export interface GivenPhase {
  readonly name: string;
  /** Fractions delivered (or to be delivered). */
  readonly fractions: number;
  /** Delivered over planned fractions: scales the exported dose at unchanged dose per fraction. */
  readonly deliveredShare: number;
  /** Several fractions a day; undefined for one. */
  readonly schedule: { readonly fractionsPerDay: number; readonly hoursBetween: number } | undefined;
}

/** A course as far as its effect goes. Days as YYYY-MM-DD. */
export interface GivenCourse {
  readonly name: string;
  readonly role: 'prior' | 'planned';
  readonly started: string | undefined;
  readonly completed: string | undefined;
  readonly phases: readonly GivenPhase[];
}

/** A phase with its course and its place among the phases of all courses, which is the place of its dose too. */
export interface PlacedPhase<Course extends GivenCourse = GivenCourse> {
  readonly course: Course;
  readonly courseIndex: number;
  readonly phase: Course['phases'][number];
  readonly index: number;
}

/** The phases of all courses, flat and in order: nobody counts them by hand. */
export function phasesOf<Course extends GivenCourse>(courses: readonly Course[]): readonly PlacedPhase<Course>[] {
  let index = 0;
  return courses.flatMap((course, courseIndex) => course.phases.map((phase) => ({ course, courseIndex, phase, index: index++ })));
}

/**
 * Days from first to last fraction of a course, counted as its calendar days; undefined where a date is missing, or the
 * last day lies before the first.
 */
export function overallDays({ started, completed }: GivenCourse): number | undefined {
  if (!started || !completed || completed < started) return undefined;
  return (Date.parse(completed) - Date.parse(started)) / 86_400_000 + 1;
}
