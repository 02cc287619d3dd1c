import { answered, isOfDays } from '../case/answers';
import type { CaseCourseInput, CaseInputs } from '../case/case-inputs';
import type { CoursePaths } from '../case/course-paths';
import { registrationFileOf } from '../case/registration-entry';
import type { Finding } from '../findings/finding';

/** A case with what was found in reading and in sampling it. */
interface FoundBefore {
  readonly inputs: CaseInputs;
  readonly paths: CoursePaths;
  readonly findings: readonly Finding[];
}

/** What was found before anything was evaluated, with what is answered, and the questions that are open. */
export function questionsOf({ inputs, paths, findings }: FoundBefore): ReturnType<typeof answered> {
  const { courses } = inputs;
  const carriedBy = (file: string) =>
    courses.flatMap((_, c) => (paths[c]?.links.some(({ source }) => source === file) ? [c] : []));
  const priors = courses.flatMap(({ role }, c) => (role === 'prior' ? [c] : []));
  const isRegistration = (file: string) =>
    (inputs.caseFile.registrations ?? []).some((entry) => registrationFileOf(entry) === file);
  const touched = {
    courses,
    files: new Map(inputs.files.map((file) => [file.path, file])),
    // A registration that carries nothing yet may be meant for any of the prior courses.
    coursesOfRegistration: (file: string) => {
      const carried = carriedBy(file);
      return carried.length > 0 || !isRegistration(file) ? carried : priors;
    },
  };
  return answered([...inputs.findings, ...findings], inputs.caseFile, touched);
}

/** The courses, those marked whose days are asked about and that nobody has answered for. */
export function withDoubtfulDays(found: FoundBefore): readonly CaseCourseInput[] {
  const { courses } = found.inputs;
  const asked = questionsOf(found).questions.filter(isOfDays);
  if (asked.length === 0) return courses;
  const isAsked = (c: number) => asked.some((question) => question.courses === 'all' || question.courses.includes(c));
  return courses.map((course, c) => (isAsked(c) ? { ...course, hasDoubtfulDays: true } : course));
}
