import type { TFunction } from 'i18next';
import type { CaseFile } from '../../assessment/case-file';
import type { Guess } from '../../assessment/propose-case';
import type { en } from './text-en';

type Words = TFunction<'study'>;
type GuessCode = keyof typeof en.guess;

/** Why something was guessed, in the user's language; what has no words of its own as the program said it. */
export function guessWords(guess: Guess, caseFile: CaseFile | undefined, t: Words, short = (file: string) => file): string {
  const index = Number(/^courses\[(\d+)\]/.exec(guess.field)?.[1] ?? Number.NaN);
  const course = caseFile?.courses[index];
  const code: GuessCode = guess.code;
  if (!course) return guess.message;
  const structures = course.structures ?? caseFile?.structures;
  return t(`guess.${code}`, {
    name: course.name ?? `${index + 1}`,
    day: course.started ?? course.starts ?? t('study.undated'),
    role: t(`study.role.${course.role}`),
    file: structures === undefined ? '' : short(structures),
    targets: (course.targets ?? []).map(({ roi, doseGy }) => `${roi} ${doseGy} Gy`).join(', '),
    defaultValue: guess.message,
  });
}

const MISSING = [
  { said: /^no RT Dose of a whole plan/, key: 'missing.noDose' },
  { said: /^no RT Structure Set/, key: 'missing.noStructures' },
  { said: /^only one course/, key: 'missing.oneCourse' },
  { said: /^the number of fractions of (.+)$/, key: 'missing.fractions' },
] as const;

/** What is missing, in the user's language; what has no words of its own as the program said it. */
export function missingWords(missing: string, t: Words): string {
  for (const { said, key } of MISSING) {
    const match = said.exec(missing);
    if (match) return t(key, { what: match[1] ?? '' });
  }
  return missing;
}
