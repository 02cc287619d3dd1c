import type { CasePhase } from '../../case/case-file';
import type { Inspection } from '../../inspection/inspect';

/** What a dose file can leave open (see `doseIs` of the case file). */
export type DoseQuestion = 'rbe-weighted' | 'one-session' | 'centigray' | 'percent';
type DoseIs = NonNullable<CasePhase['doseIs']>;
type Answer = Exclude<DoseIs, readonly unknown[]>;

/** What has to be answered before these doses can be used. */
export function questionsOf(doses: readonly Inspection['doses'][number][]): DoseQuestion[] {
  const open: [DoseQuestion, (dose: Inspection['doses'][number]) => boolean][] = [
    ['rbe-weighted', ({ type }) => type === 'EFFECTIVE'],
    ['one-session', ({ summation }) => summation === 'FRACTION_SESSION'],
    ['centigray', ({ units }) => units === 'CGY'],
    ['percent', ({ units }) => units === 'RELATIVE'],
  ];
  return open.filter(([, asks]) => doses.some(asks)).map(([question]) => question);
}

const listOf = (doseIs: CasePhase['doseIs']): Answer[] => (doseIs === undefined ? [] : [doseIs].flat());
const questionOf = (answer: Answer): DoseQuestion => (typeof answer === 'object' ? 'percent' : answer);

/** What was answered; for a relative dose, the Gy of 100 %. */
export function answerOf(doseIs: CasePhase['doseIs'], question: DoseQuestion): boolean | number | undefined {
  const answer = listOf(doseIs).find((each) => questionOf(each) === question);
  return typeof answer === 'object' ? answer.percentOfGy : answer !== undefined;
}

/** The answers with one of them changed: true or the Gy of 100 %, or undefined for none. */
export function withAnswer(
  doseIs: CasePhase['doseIs'],
  question: DoseQuestion,
  value: boolean | number | undefined,
): CasePhase['doseIs'] {
  const others = listOf(doseIs).filter((each) => questionOf(each) !== question);
  const answers = [...others, ...newAnswer(question, value)];
  return answers.length > 1 ? answers : answers[0];
}

function newAnswer(question: DoseQuestion, value: boolean | number | undefined): Answer[] {
  if (question === 'percent') return typeof value === 'number' && value > 0 ? [{ percentOfGy: value }] : [];
  return value === true ? [question] : [];
}
