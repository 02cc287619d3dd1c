import type { Answer, Finding } from '../../findings/finding';
import type { CaseAnswer, CaseFile, CaseIdentity } from '../case-file';
import { roiAsked } from '../roi-asked';
import { patched } from './edit-case';

/*
 * What a person says that the files do not, put into the case or taken back. Each gives a new case and leaves the old
 * one as it is; where nothing is left of a list, the case has no such field.
 */

/** What an answer is of: exactly this file, or where the finding has none, this course or region. */
function placeOf(finding: Finding): Omit<CaseAnswer, keyof Answer> {
  const { code, sha256, course } = finding;
  const roi = roiAsked(finding);
  return {
    code,
    ...(sha256 !== undefined && { sha256 }),
    ...(course !== undefined && { course }),
    ...(roi !== undefined && { roi }),
  };
}

/** Whether an answer can be written at all: without a file, course or region there is nothing that it would be of. */
export const canBeAnswered = ({ answerable, sha256, course, roi }: Finding): boolean =>
  answerable === true && (sha256 !== undefined || course !== undefined || roi !== undefined);

/** Answers a finding that asks something; an older answer to it is replaced. */
export function withAnswer(caseFile: CaseFile, finding: Finding, { by, on, why }: Answer): CaseFile {
  const others = withoutAnswer(caseFile, finding).answers ?? [];
  return patched(caseFile, { answers: [...others, { ...placeOf(finding), by, on, why }] });
}

/** Takes the answer to a finding back: it asks again. */
export function withoutAnswer(caseFile: CaseFile, finding: Finding): CaseFile {
  const place = placeOf(finding);
  const isOfIt = (answer: CaseAnswer) =>
    answer.code === place.code &&
    answer.sha256 === place.sha256 &&
    (answer.course === undefined || answer.course === place.course) &&
    (answer.roi === undefined || answer.roi === place.roi);
  const left = (caseFile.answers ?? []).filter((answer) => !isOfIt(answer));
  return patched(caseFile, { answers: left.length > 0 ? left : undefined });
}

/** Says that the patient has no such organ. @param organ its id, as in `required`. */
export function withAbsent(caseFile: CaseFile, organ: string, { by, on, why }: Answer): CaseFile {
  // By entries, so that a name such as `__proto__` is a name.
  const entries = Object.entries(caseFile.absent ?? {}).filter(([name]) => name !== organ);
  return patched(caseFile, { absent: Object.fromEntries([...entries, [organ, { by, on, why }]]) });
}

/** Takes back that the patient has no such organ. */
export function withoutAbsent(caseFile: CaseFile, organ: string): CaseFile {
  const left = Object.entries(caseFile.absent ?? {}).filter(([name]) => name !== organ);
  return patched(caseFile, { absent: left.length > 0 ? Object.fromEntries(left) : undefined });
}

/** Says that files which name these identities are of one patient. */
export function withSamePatient(caseFile: CaseFile, identities: readonly CaseIdentity[], { by, on, why }: Answer): CaseFile {
  const of = identities.map(({ id, name, birthDate, sex }) => ({
    id,
    name,
    ...(birthDate && { birthDate }),
    ...(sex && { sex }),
  }));
  return patched(caseFile, { samePatient: { of, by, on, why } });
}

/** Takes back that they are of one patient: nothing is computed then. */
export const withoutSamePatient = (caseFile: CaseFile): CaseFile => patched(caseFile, { samePatient: undefined });
