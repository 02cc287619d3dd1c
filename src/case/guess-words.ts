import type { DatedBy } from '../findings/study';
import type { FactsIn, SameWords, WordTable } from '../findings/words';

/* What the program guesses when it makes a case of files, in words. */

/** A target with its dose over all phases; `partsGy` where that is a sum. */
export type ProposedTarget = { readonly roi: string; readonly doseGy: number; readonly partsGy?: readonly number[] };

/** A prescription that no target can be made of, and why. */
export type LeftPrescription = {
  readonly doseGy: number;
  readonly roiNumber?: number;
  readonly why: 'no-roi' | 'not-in-structures' | 'no-dose';
};

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
/** Files: of a plan that has several doses those that are taken, and those that are not; sums are of several plans. */
export type OneOfDoses = {
  readonly taken: readonly string[];
  readonly others: readonly string[];
  readonly sums?: readonly string[];
};
/** What a course still has of a guess whose grounds the case no longer has: one of its values. */
export type KeptFromBefore = {
  readonly name: string;
  readonly role?: 'prior' | 'planned';
  readonly day?: string;
  readonly file?: string;
  readonly targets?: readonly ProposedTarget[];
};

const keptWords = ({ name, role, day, file, targets = [] }: KeptFromBefore): string => {
  if (role !== undefined) return `${name} is taken for the ${role} course`;
  if (day !== undefined) return `${day} is taken for the first day of ${name}`;
  if (file !== undefined) return `${file} is taken for the structures of ${name}`;
  return `${targets.map(targetWords).join(', ')} are taken for the targets of ${name}`;
};

const leftWords = ({ doseGy, roiNumber, why }: LeftPrescription): string =>
  `${gyText(doseGy)} Gy${roiNumber === undefined ? '' : ` of ROI number ${roiNumber}`} (${LEFT[why]})`;

/** Structure sets that are not taken beside one that is. */
type OtherStructures = {
  readonly name: string;
  readonly file: string;
  /** `day` where the set has a date. */
  readonly others: readonly { readonly file: string; readonly day?: string }[];
};

const datedFile = ({ file, day }: OtherStructures['others'][number]): string => (day ? `${file} (${day})` : file);

const GUESSES = {
  'role-by-date': {
    title: 'By its date in the files.',
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
    /** `sums` are of several plans, that of what is taken among them. */
    message: ({ taken, others, sums = [] }: OneOfDoses) =>
      [
        `${taken.join(', ')} is taken`,
        others.length > 0 && `of the same plan there is also ${others.join(', ')}, which is not counted`,
        sums.length > 0 && `${sums.join(', ')} is of several plans, this one among them, and is not counted`,
      ]
        .filter(Boolean)
        .join('; ')
        .concat('.'),
  },
  'newest-structures': {
    title: 'The dose does not say which structures it was made for.',
    message: ({ name, file, sets }: Newest) =>
      `The dose of ${name} does not say which structures it was made for; ${file} is taken, ${sets > 1 ? `the newest of ${sets}` : 'the only one'} in its frame of reference.`,
  },
  'other-structures': {
    title: 'Other structures are drawn on the same images.',
    message: ({ name, file, others }: OtherStructures) =>
      `${file} is taken for ${name}, for its plan or dose names it; in the same frame of reference there is also ${others.map(datedFile).join(', ')}, of which nothing is used.`,
  },
  'records-not-read': {
    title: 'Treatment records are not read.',
    message: ({ records }: { records: number }) =>
      `${records} treatment record${records === 1 ? ' is' : 's are'} among the files and not read: every plan is taken as given in all of its fractions, once each and in full. Where fewer or more were given, that has to be said.`,
  },
  'same-course': {
    title: 'Close in time and on one frame; taken for phases of one course.',
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
  'from-before-change': {
    title: 'From what the case had before its files or courses were changed.',
    message: (kept: KeptFromBefore) =>
      `${keptWords(kept)}: the program took that from what the case had before its files or courses were changed.`,
  },
  'course-left-out': {
    title: 'Files of a course cannot be used.',
    message: ({ files }: { files: readonly string[] }) =>
      `${files.join(', ')}: not in the case, for they cannot be used; what they give or prescribe is in no sum.`,
  },
} satisfies WordTable;

export type GuessCode = keyof typeof GUESSES;
export type GuessFacts = FactsIn<typeof GUESSES>;
/** For each guess why, in a few words beside the field; and all of it, in a sentence. */
export type GuessWords = SameWords<typeof GUESSES>;
export const GUESS_WORDS: GuessWords = GUESSES;

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
