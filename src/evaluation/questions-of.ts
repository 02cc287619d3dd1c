import { answered } from '../case/answers';
import { registrationFileOf } from '../case/registration-entry';
import type { PreparedCase } from './prepared-case';

/** What was found before anything was evaluated, with what is answered, and the questions that are open. */
export function questionsOf({ inputs, paths, findings }: PreparedCase): ReturnType<typeof answered> {
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
