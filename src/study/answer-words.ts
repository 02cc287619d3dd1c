/** How somebody answers what a dose file leaves open, in the words of where he asks. */
export interface AnswerWords {
  readonly fractions: string;
  readonly oneSession: string;
  readonly centigray: string;
  readonly percentOfGy: string;
  readonly rbeWeighted: string;
}

/** The fields of a case file. */
export const CASE_WORDS: AnswerWords = {
  fractions: '`fractions`',
  oneSession: '"doseIs": "one-session"',
  centigray: '"doseIs": "centigray"',
  percentOfGy: '"doseIs": { "percentOfGy": 50.4 }',
  rbeWeighted: '"doseIs": "rbe-weighted"',
};
