import type { FactsIn, SameWords, WordTable } from '../findings/words';

/** What is known of the newest structures of a frame of reference; `sets` is how many there are in it. */
type Newest = { readonly name: string; readonly file: string; readonly sets: number };
type Roled = { readonly name: string; readonly role: 'prior' | 'planned' };

const GUESSES = {
  'role-by-date': {
    title: 'By the date of its plan.',
    message: ({ name, day, role }: Roled & { day: string }) =>
      `${name} (${day}) is taken for the ${role} course: ${role === 'planned' ? 'it is the newest' : 'a newer one is there'}.`,
  },
  undated: {
    title: 'No date is in its files.',
    message: ({ name, role }: Roled) => `${name} (undated) is taken for the ${role} course: no date is in its files.`,
  },
  'date-of-plan': {
    title: 'This is the date of the plan, not that of the first fraction.',
    message: ({ name, day }: { name: string; day: string }) =>
      `${day} is the date of the plan of ${name}, not that of its first fraction.`,
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
    message: ({ name, targets }: { name: string; targets: readonly { roi: string; doseGy: number }[] }) =>
      `Targets and doses of ${name} are those of its plan: ${targets.map(({ roi, doseGy }) => `${roi} ${doseGy} Gy`).join(', ')}.`,
  },
} satisfies WordTable;

const MISSING = {
  'no-dose': { title: 'RT Dose', message: () => 'no RT Dose of a whole plan is among the files' },
  'no-structures': {
    title: 'RT Structure Set',
    message: () => 'no RT Structure Set is drawn in the frame of reference of the newest dose',
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
  readonly code: Code;
  readonly message: string;
  readonly facts: MissingFacts[Code];
}
export type Missing = { readonly [Code in MissingCode]: MissingOf<Code> }[MissingCode];

export function makeMissing<Code extends MissingCode>(code: Code, facts: MissingFacts[Code]): MissingOf<Code> {
  return { code, message: MISSING_WORDS[code].message(facts), facts };
}
