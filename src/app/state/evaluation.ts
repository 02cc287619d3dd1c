import type { CaseFile } from '../../case/case-file';
import { isAsItIs } from '../../case/what-if';
import type { Assessment } from '../../evaluation/assessment';
import { evaluatedOrgans } from '../../evaluation/assessment';
import type { Refusal } from '../../input-error';
import { withGuesses } from '../../inspection/kept-guesses';
import { AS_IT_IS, type Evaluated } from '../engine/engine-api';
import { refused, sentenceOf } from '../words/problem';
import { callback, engine } from './engine-client';
import { firstSeen, withChangedInputs } from './kept-inputs';
import { type AppState, appNow, setApp, useApp } from './store';

/*
 * Keeps the result in step with the case and with what is tried beside it. One evaluation runs at a time; of the changes
 * that come meanwhile only the last is evaluated, so a slider is never behind by more than one.
 */

let running = false;
let isStale = false;
let drawnFor: string | undefined;
type Question = Pick<AppState, 'caseFile' | 'guesses' | 'whatIf'>;
const questionOf = ({ caseFile, guesses, whatIf }: AppState): Question => ({ caseFile, guesses, whatIf });
const isOfSameCase = (a: Question, b: Question | undefined): boolean => a.caseFile === b?.caseFile && a.guesses === b?.guesses;
const isSame = (a: Question, b: Question): boolean => isOfSameCase(a, b) && a.whatIf === b.whatIf;
/** The case with what is still a guess in it: a report that is made of the result tells that too. */
const askedCase = ({ caseFile, guesses }: Question): CaseFile => withChangedInputs(withGuesses(caseFile!, guesses), appNow());

/** The question that `original` in the state is of. */
let originalOf: Question | undefined;

/** The engine has read its files anew: nothing that it answered before is taken for its answer now. */
export function forgetAnswers(): void {
  originalOf = undefined;
  drawnFor = undefined;
}

/** Starts watching. @returns a function that ends it. */
export function watchCase(): () => void {
  let last = questionOf(appNow());
  return useApp.subscribe((state) => {
    const now = questionOf(state);
    if (isSame(now, last)) return;
    last = now;
    void evaluateLatest();
  });
}

/** Evaluates the case as it stands, and again while it changes. */
export async function evaluateLatest(): Promise<void> {
  isStale = true;
  clearTimeout(bandsTimer);
  if (running) return;
  running = true;
  while (isStale) {
    isStale = false;
    try {
      await evaluateOnce(questionOf(appNow()));
    } catch (error) {
      // What was asked before and is not asked any more may fail: the engine has turned to something else.
      if (!isStale) setApp({ problem: { kind: 'fault', text: sentenceOf(error) }, work: undefined });
    }
  }
  running = false;
}

const ask = (question: Question, whatIf: Question['whatIf']): Promise<Evaluated> =>
  engine().evaluate(
    askedCase(question),
    '',
    whatIf,
    callback((share: number, what: string) => setApp({ work: { share, what } })),
  );

const unevaluated = (refusal: Refusal): void =>
  setApp({
    unevaluated: refused(refusal),
    assessment: undefined,
    original: undefined,
    assessedFor: undefined,
    isMoving: false,
    work: undefined,
  });

async function evaluateOnce(question: Question): Promise<void> {
  const { caseFile, whatIf } = question;
  if (!caseFile) return;
  const refusal = await load(question);
  if (isStale) return;
  if (refusal !== undefined) return unevaluated(refusal);
  // The picture first: it is there while the samples are still taken.
  await refreshPicture(question);
  // The case as it is comes first, so that the engine is left with what is tried.
  if (!isAsItIs(whatIf) && !isOfSameCase(question, originalOf)) {
    const original = await ask(question, AS_IT_IS);
    if (original.ok) {
      originalOf = question;
      setApp({ original: original.assessment });
    }
  }
  const tried = await ask(question, whatIf);
  if (isStale) return;
  if (!tried.ok) return unevaluated(tried.refusal);
  if (isAsItIs(whatIf)) originalOf = question;
  setApp({
    assessment: tried.assessment,
    assessedFor: question,
    isMoving: true,
    unevaluated: undefined,
    work: undefined,
    ...(isAsItIs(whatIf) && { original: tried.assessment }),
  });
  await lookAtWorst(tried.assessment);
  bandsLater(question);
}

/** Reads what the case names; where a file is not what it was when the sitting began, with that said in the case. */
async function load(question: Question): Promise<Refusal | undefined> {
  const asked = askedCase(question);
  const refusal = await engine().load(asked, '');
  if (refusal !== undefined || isStale) return refusal;
  const inputHashes = await engine().inputHashes();
  if (isStale) return undefined;
  setApp({ inputHashes, seenInputs: firstSeen(appNow().seenInputs, inputHashes) });
  const told = askedCase(question);
  return isSameInputs(told, asked) ? undefined : engine().load(told, '');
}

const isSameInputs = (a: CaseFile, b: CaseFile): boolean => JSON.stringify(a.inputs) === JSON.stringify(b.inputs);

/** The bands take longer than a slider's answer: they are asked for once nothing has been changed for so long. */
const BANDS_AFTER_MS = 350;
let bandsTimer: ReturnType<typeof setTimeout> | undefined;

function bandsLater(question: Question): void {
  clearTimeout(bandsTimer);
  bandsTimer = setTimeout(() => void showBands(question), BANDS_AFTER_MS);
}

async function showBands(question: Question): Promise<void> {
  const isPast = () => running || !isSame(questionOf(appNow()), question) || !appNow().assessment;
  if (isPast()) return;
  const banded = await engine().robustness();
  if (isPast()) return;
  if (!banded) return setApp({ isMoving: false });
  setApp({ assessment: banded, isMoving: false, ...(isAsItIs(question.whatIf) && { original: banded }) });
}

/** Where to look first: the organ that is farthest over a mandatory limit, or else the one nearest to one. */
async function lookAtWorst(assessment: Assessment): Promise<void> {
  if (appNow().crosshairMm) return;
  const organs = evaluatedOrgans(assessment.organs);
  const goals = organs.flatMap(({ roi, goals: own }) => own.map((goal) => ({ roi, goal })));
  const share = ({ goal }: (typeof goals)[number]) => (goal.mandatory ? 1 : 0.5) * (goal.shareOfLimit ?? 0);
  const worst = goals.reduce<(typeof goals)[number] | undefined>((a, b) => (!a || share(b) > share(a) ? b : a), undefined);
  const roi = worst?.roi ?? organs[0]?.roi;
  if (roi === undefined) return;
  const crosshairMm = await engine().placeOf(roi, 'D0.03cc', 'cumulative');
  const alphaBetaGy = organs.find((organ) => organ.roi === roi)!.alphaBetaGy;
  setApp({ selected: roi, ...(crosshairMm && { crosshairMm }), layer: { ...appNow().layer, alphaBetaGy } });
}

/** The CT and the outlines, where the anatomy is another one than before. */
async function refreshPicture({ caseFile }: Question): Promise<void> {
  const key = JSON.stringify([caseFile!.structures, caseFile!.derived, Object.keys(caseFile!.organs ?? {})]);
  if (key === drawnFor && appNow().outlines.length > 0) return;
  drawnFor = key;
  setApp({ ctState: 'being looked for' });
  const outlines = await engine().outlines();
  setApp({ outlines });
  const ct = await engine().ct(appNow().ct?.frameOfReferenceUid);
  setApp({ ...(ct !== 'known' && { ct }), ctState: 'looked for' });
}
