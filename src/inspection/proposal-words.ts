import type { DatedBy } from '../findings/study';
import type { FactsIn, SameWords, WordTable } from '../findings/words';
import { type Refusal, refusalSentence } from '../input-error';
import type { LeftOutFile } from './left-out';
import type { LeftPrescription, OpenTarget, ProposedTarget } from './propose-targets';

/** What is known of the newest structures of a frame of reference; `sets` is how many there are in it. */
type Newest = { readonly name: string; readonly file: string; readonly sets: number };
type Roled = { readonly name: string; readonly role: 'prior' | 'planned' };

const DATED: Readonly<Record<DatedBy, string>> = { plan: 'plan', study: 'study', structures: 'structure set' };

/** A prescription with two decimals at most: plans that are computed have a dozen. */
export const gyText = (gy: number): string => String(Number(gy.toFixed(2)));

const targetWords = ({ roi, doseGy, partsGy }: ProposedTarget): string =>
  `${roi} ${gyText(doseGy)} Gy${partsGy ? ` (${partsGy.map(gyText).join(' + ')})` : ''}`;

const LEFT: Readonly<Record<LeftPrescription['why'], string>> = {
  'no-roi': 'it names no ROI',
  'not-in-structures': 'no such ROI is in the structure set',
  'no-dose': 'it states no dose',
};
const LEFT_OUT: Readonly<Record<LeftOutFile['kind'], string>> = {
  dose: 'an RT Dose',
  plan: 'an RT Plan',
  structures: 'an RT Structure Set',
  unknown: 'a file',
};
const leftWords = ({ doseGy, roiNumber, why }: LeftPrescription): string =>
  `${gyText(doseGy)} Gy${roiNumber === undefined ? '' : ` of ROI number ${roiNumber}`} (${LEFT[why]})`;

const GUESSES = {
  'role-by-date': {
    title: 'By the date of its plan.',
    message: ({ name, day, role }: Roled & { day: string }) =>
      `${name} (${day}) is taken for the ${role} course: ${role === 'planned' ? 'it is the newest' : 'a newer one is there'}.`,
  },
  'only-course': {
    title: 'It is the only course.',
    message: ({ name }: { name: string }) => `${name} is taken for the planned course: it is the only one.`,
  },
  'date-of-plan': {
    title: 'This is the date of a file, not that of the first fraction.',
    message: ({ name, day, of }: { name: string; day: string; of: DatedBy }) =>
      `${day} is the date of the ${DATED[of]} of ${name}, not that of its first fraction.`,
  },
  'one-of-doses': {
    title: 'The plan has other doses.',
    message: ({ taken, others }: { taken: readonly string[]; others: readonly string[] }) =>
      `${taken.join(', ')} is taken; of the same plan there is also ${others.join(', ')}, which is not counted.`,
  },
  'newest-structures': {
    title: 'The dose does not say which structures it was made for.',
    message: ({ name, file, sets }: Newest) =>
      `The dose of ${name} does not say which structures it was made for; ${file} is taken, ${sets > 1 ? `the newest of ${sets}` : 'the only one'} in its frame of reference.`,
  },
  'same-course': {
    title: 'The plans are close in time and on one frame; taken for phases of one course.',
    message: ({ names, days }: { names: readonly [string, string]; days: number }) =>
      `${names[0]} and ${names[1]} are on one frame of reference and ${days} days apart; they are taken for phases of one course.`,
  },
  'targets-of-plan': {
    title: 'From the prescription of the plan.',
    message: ({ name, targets }: { name: string; targets: readonly ProposedTarget[] }) =>
      `Targets and doses of ${name} are those of its plan: ${targets.map(targetWords).join(', ')}.`,
  },
  'prescription-left-out': {
    title: 'A prescription of the plan is of no contoured target.',
    message: ({ name, left }: { name: string; left: readonly LeftPrescription[] }) =>
      `Prescriptions of ${name} that no target is made of: ${left.map(leftWords).join('; ')}.`,
  },
  'organ-by-name': {
    title: 'By its name, which is no standard one.',
    message: ({ roi, organ }: { roi: string; organ: string }) => `${roi} is taken for ${organ}, by its name alone.`,
  },
  'course-left-out': {
    title: 'Files of a course cannot be used.',
    message: ({ files }: { files: readonly string[] }) =>
      `${files.join(', ')}: not in the case, for they cannot be used; what they give or prescribe is in no sum.`,
  },
} satisfies WordTable;

const MISSING = {
  'no-dose': { title: 'RT Dose', message: () => 'no RT Dose of a whole plan is among the files' },
  'no-structures': {
    title: 'RT Structure Set',
    message: () => 'no RT Structure Set is drawn in the frame of reference of the newest dose',
  },
  'file-left-out': {
    title: 'File that cannot be used',
    message: ({ kind, refusal }: LeftOutFile) =>
      `${LEFT_OUT[kind]} is not in the case, for it cannot be used: ${refusalSentence(refusal)}`,
  },
  'plan-without-dose': {
    title: 'Dose of a plan',
    message: ({ plan, file }: { plan: string; file: string }) =>
      `a dose of plan ${plan} (${file}) that can be used: what it gives is not in the case`,
  },
  'one-usable-course': {
    title: 'Second course',
    message: ({ name, left }: { name: string; left: readonly string[] }) =>
      `of the courses among the files only ${name} can be used; left out: ${left.join(', ')}`,
  },
  'one-course': { title: 'Second course', message: () => 'only one course is among the files' },
  'one-registration': {
    title: 'One registration',
    message: ({ files }: { files: readonly string[] }) =>
      `which registration is to be used: ${files.join(', ')} join the same two frames of reference`,
  },
  'no-fractions': {
    title: 'Fractions',
    message: ({ plan }: { plan: string }) => `the number of fractions of ${plan}`,
  },
  'no-role': {
    title: 'Prior or planned',
    /** `day` where there is a date. */
    message: ({ name, day }: { name: string; day?: string }) =>
      `whether ${name} (${day ?? 'undated'}) is the "prior" or the "planned" course: the dates in the files do not tell`,
  },
  'which-structures': {
    title: 'Structures of the planned course',
    message: ({ files }: { files: readonly string[] }) =>
      `which structure set everything is evaluated on, that of the planned course: ${files.join(' or ')}`,
  },
  'no-registration': {
    title: 'Registration',
    message: ({ name }: { name: string }) =>
      `a registration between the frame of reference of ${name} and that of the structures`,
  },
  'dose-answer': {
    title: 'What the dose is',
    message: ({ file, stated }: { file: string; stated: string }) => `what ${file} is: it is stated as ${stated}`,
  },
  'target-dose': {
    title: 'Dose of a target',
    message: ({ name, roi, dosesGy }: { name: string } & OpenTarget) =>
      `the whole dose of ${roi} in ${name}: its plans state ${dosesGy.map((doseGy) => `${gyText(doseGy)} Gy`).join(', ')}`,
  },
  'same-patient': {
    title: 'One patient',
    message: (refusal: Refusal) => `whether all files are of one patient: ${refusalSentence(refusal)}`,
  },
  'not-usable': {
    title: 'What the files lack',
    message: (refusal: Refusal) => refusalSentence(refusal),
  },
} satisfies WordTable;

export type GuessCode = keyof typeof GUESSES;
export type GuessFacts = FactsIn<typeof GUESSES>;
/** For each guess why, in a few words beside the field; and all of it, in a sentence. */
export type GuessWords = SameWords<typeof GUESSES>;
export const GUESS_WORDS: GuessWords = GUESSES;

export type MissingCode = keyof typeof MISSING;
export type MissingFacts = FactsIn<typeof MISSING>;
export type MissingWords = SameWords<typeof MISSING>;
export const MISSING_WORDS: MissingWords = MISSING;

/** Something in a proposed case that was guessed and that a person has to look at. */
export interface GuessOf<Code extends GuessCode> {
  /** Where in the case: `courses[0].role`. */
  readonly field: string;
  readonly code: Code;
  readonly message: string;
  readonly facts: GuessFacts[Code];
}
export type Guess = { readonly [Code in GuessCode]: GuessOf<Code> }[GuessCode];

export function makeGuess<Code extends GuessCode>(field: string, code: Code, facts: GuessFacts[Code]): GuessOf<Code> {
  return { field, code, message: GUESS_WORDS[code].message(facts), facts };
}

/** Something that a case needs and that a person has to give. */
export interface MissingOf<Code extends MissingCode> {
  /** Where in the case: `courses[0].phases[0].fractions`. */
  readonly field: string;
  readonly code: Code;
  readonly message: string;
  readonly facts: MissingFacts[Code];
}
export type Missing = { readonly [Code in MissingCode]: MissingOf<Code> }[MissingCode];

export function makeMissing<Code extends MissingCode>(field: string, code: Code, facts: MissingFacts[Code]): MissingOf<Code> {
  return { field, code, message: MISSING_WORDS[code].message(facts), facts };
}
