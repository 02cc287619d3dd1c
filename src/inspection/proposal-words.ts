import { gyText } from '../case/guess-words';
import { type GroupWithoutDose, groupWithoutDose } from '../findings/study';
import type { FactsIn, SameWords, WordTable } from '../findings/words';
import { type Refusal, refusalSentence } from '../input-error';
import type { LeftOutFile } from './left-out';
import type { OpenTarget } from './propose-targets';

export * from '../case/guess-words';

const LEFT_OUT: Readonly<Record<LeftOutFile['kind'], string>> = {
  dose: 'an RT Dose',
  plan: 'an RT Plan',
  structures: 'an RT Structure Set',
  unknown: 'a file',
};
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
  'group-without-dose': {
    title: 'Dose of a fraction group',
    message: ({ plan, file, ...group }: { plan: string; file: string } & GroupWithoutDose) =>
      `a dose of plan ${plan} (${file}), fraction group ${groupWithoutDose(group)}: what it gives is not in the case`,
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
  'hours-between': {
    title: 'Hours between fractions',
    message: ({ plan, perDay, isClear }: { plan: string; perDay: number; isClear: boolean }) =>
      `the hours between the ${perDay} fractions a day that plan ${plan} ${isClear ? 'has' : 'may have'} (or that it is one a day)`,
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

export type MissingCode = keyof typeof MISSING;
export type MissingFacts = FactsIn<typeof MISSING>;
export type MissingWords = SameWords<typeof MISSING>;
export const MISSING_WORDS: MissingWords = MISSING;

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
