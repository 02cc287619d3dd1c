import { isGoalWith } from '../constraints/goal-roles';
import { type Assessment, evaluatedOrgans, type GoalResult, type OrganResult } from '../evaluation/assessment';
import { type Forgiven, isSameRecovery } from '../evaluation/recovery-of-courses';
import { amountOf } from '../figure-digits';
import { type OwnAlphaBeta, tableValue, type WithTable } from '../findings/assessment-facts';
import type { LimitCrossed } from '../findings/drawn';
import { type CarriedLess, type CarriedLessTogether, carriedLess, carriedLessTogether } from './carried-less';
import { guessCount, guessesSentence } from './guesses';
import { asWritten } from './number-format';
import { type OffPrescription, offFigures, offPrescription } from './off-prescription';
import { oneFrameLines, studiesInOneFrame } from './one-frame';
import { pageOneFindings } from './page-one-findings';
import { sharesText } from './recovery-words';

/* What the verdicts rest on beside the files and the published values, to be read with them. */

/** An organ of whose prior dose a share is forgiven by no rule of a goal's source. */
export interface OwnRecovery {
  readonly roi: string;
  /** Of its doses; 0 where only goals of the case forgive. */
  readonly inDoses: Forgiven;
  /** What its goals forgive, each once. */
  readonly inGoals: readonly Forgiven[];
  /** Whether a mandatory goal's verdict has it. */
  readonly inVerdict: boolean;
}

/** What a goal of an organ would come to where the organ is carried on through the field. */
export type CrossedEnd = LimitCrossed & { readonly roi: string };

/** Who accepted the registration of a course, and for what. */
export interface AcceptedWithNote {
  readonly course: string;
  readonly by: string;
  readonly on: string;
  readonly note: string;
}

/** The organs whose alpha/beta the case sets to another than the table's. */
export const ownAlphaBetas = ({ findings }: Pick<Assessment, 'findings'>): readonly OwnAlphaBeta[] =>
  findings.flatMap((finding) => (finding.code === 'own-alpha-beta' ? [finding.facts] : []));

/** Organs that meet a limit as drawn and would not where they are carried on through the field that they end in. */
export const endsInField = ({ findings }: Pick<Assessment, 'findings'>): readonly CrossedEnd[] =>
  findings.flatMap((finding) => {
    if (finding.code !== 'organ-ends-before-field' || !finding.facts.crossed) return [];
    const { roi, crossed, onOwn } = finding.facts;
    return [{ roi: onOwn ? `${roi} (${onOwn.course})` : roi, ...crossed }];
  });

/** The set of the goals that the case itself writes. */
const OWN_SET = 'case';

/** The organs with recovery that is not a source's. */
export function ownRecoveries({ organs }: Pick<Assessment, 'organs'>): readonly OwnRecovery[] {
  return evaluatedOrgans(organs).flatMap((organ): OwnRecovery[] => {
    const forgiving = organ.goals.filter((goal) => isForgivingItself(goal, organ));
    if (organ.recovery === 0 && forgiving.length === 0) return [];
    const inGoals = forgiving.filter((goal, g) => forgiving.findIndex((each) => isSameRecovery(each, goal)) === g);
    return [{ roi: organ.roi, inDoses: organ, inGoals, inVerdict: forgiving.some(({ mandatory }) => mandatory) }];
  });
}

const isForgivingItself = (goal: GoalResult, organ: OrganResult): boolean =>
  goal.recovery > 0 &&
  goal.quantity !== 'physical' &&
  goal.recoverySchedule === undefined &&
  (goal.set === OWN_SET || organ.recovery > 0);

/** Whether there is prior dose and no mandatory goal that it goes into was judged, while others were. */
export function isCumulativeUntested({ courses, organs, overall }: Pick<Assessment, 'courses' | 'organs' | 'overall'>): boolean {
  if (!courses.some(({ role }) => role === 'prior') || overall.mandatoryMet + overall.mandatoryExceeded === 0) return false;
  const hasPrior = (goal: GoalResult) => isGoalWith('prior', goal);
  const isJudged = ({ verdict }: GoalResult) => verdict === 'met' || verdict === 'exceeded';
  return !organs.some(({ goals }) => goals.some((goal) => goal.mandatory && isJudged(goal) && hasPrior(goal)));
}

/** Whether a met verdict hangs on any of these: it is then shown as no plain one. */
export const restsOnMore = (assessment: Pick<Assessment, 'findings' | 'courses' | 'organs' | 'overall'>): boolean =>
  isCumulativeUntested(assessment) ||
  guessCount(assessment) > 0 ||
  carriedLess(assessment).length > 0 ||
  offPrescription(assessment).length > 0 ||
  studiesInOneFrame(assessment).length > 0 ||
  endsInField(assessment).length > 0 ||
  pageOneFindings(assessment).length > 0 ||
  ownAlphaBetas(assessment).some(({ withTable }) => withTable !== undefined) ||
  ownRecoveries(assessment).some(({ inVerdict }) => inVerdict);

/** The acceptances that say more than who and when. */
export const acceptancesWithNote = ({ registrations }: Pick<Assessment, 'registrations'>): readonly AcceptedWithNote[] =>
  registrations.flatMap(({ course, links }) =>
    links.flatMap(({ accepted }) =>
      accepted?.note?.trim() ? [{ course, by: accepted.by, on: accepted.on, note: accepted.note.trim() }] : [],
    ),
  );

/** What a headline says where prior dose went into no verdict. */
export const untestedCaveat = (assessment: Pick<Assessment, 'courses' | 'organs' | 'overall'>): string | undefined =>
  isCumulativeUntested(assessment) ? 'no goal on the cumulative dose was tested' : undefined;

const withTableWords = (table: WithTable): string => {
  const figure = tableValue(table);
  return `; with the table's: ${table.verdict}${figure === undefined ? '' : `, ${figure}`}`;
};

function carriedWords({ roi, metric, course, ownGy, carriedGy, crossed }: CarriedLess): string {
  const both = `${roi}, ${metric} of course "${course}" ${amountOf(ownGy, 'Gy')} on its own, ${amountOf(carriedGy, 'Gy')} as carried`;
  if (!crossed) return both;
  const { goal, limit, value, withDifference } = crossed;
  return `${both} (${goal}: ${amountOf(value, 'Gy', limit)} as carried, ${amountOf(withDifference, 'Gy', limit)} with the difference: exceeded)`;
}

function togetherWords({ roi, courses, crossed: { goal, limit, value, withDifference } }: CarriedLessTogether): string {
  const named = courses.map((course) => `"${course}"`).join(', ');
  return `${roi}, courses ${named} together (${goal}: ${amountOf(value, 'Gy', limit)} as carried, ${amountOf(withDifference, 'Gy', limit)} with the differences of all of them: exceeded)`;
}

function offWords(off: OffPrescription): string {
  const { course, target, percent: share } = offFigures(off);
  const where = target === undefined ? 'the hottest 1 cc' : `half of ${target}`;
  return `Rests on a dose that is not near its prescription: course "${course}", ${amountOf(off.doseGy, 'Gy')} in ${where} where ${asWritten(off.prescribedGy, 'Gy')} is prescribed (${share}). Every verdict on ${off.role} dose, and every sum, is only as right as it.`;
}

const dosesForgiven = (forgiven: Forgiven): string =>
  forgiven.recoveryOfCourses
    ? `in its doses ${sharesText(forgiven)} of that course's BED`
    : `${sharesText(forgiven)} of the prior BED in its doses`;

/** The lines of page one, in English. */
export function restsOnLines(assessment: Pick<Assessment, 'findings' | 'courses' | 'organs' | 'registrations'>): string[] {
  const values = ownAlphaBetas(assessment).map(
    ({ roi, ownGy, tableGy, from, inheritedBy = [], withTable }) =>
      `${[from ? `${roi} (as ${from.join(' and ')})` : roi, ...inheritedBy].join(', ')} ${asWritten(ownGy, 'Gy')} (table ${asWritten(tableGy, 'Gy')}${withTable ? withTableWords(withTable) : ''})`,
  );
  const recoveries = ownRecoveries(assessment).map(({ roi, inDoses, inGoals }) =>
    [
      roi,
      inDoses.recovery > 0 && dosesForgiven(inDoses),
      inGoals.length > 0 && `${inGoals.map(sharesText).join(' or ')} in goals`,
    ]
      .filter(Boolean)
      .join(', '),
  );
  const ends = endsInField(assessment).map(
    ({ roi, goal, drawnGy, carriedOnGy, limitGy }) =>
      `${roi} ends in the field (${goal}: ${amountOf(drawnGy, 'Gy', limitGy)} as drawn, ${amountOf(carriedOnGy, 'Gy', limitGy)} carried on through it)`,
  );
  const carried = [...carriedLess(assessment).map(carriedWords), ...carriedLessTogether(assessment).map(togetherWords)];
  return [
    guessesSentence(assessment) ?? false,
    ...pageOneFindings(assessment).map(({ message }) => message),
    ...oneFrameLines(assessment),
    ends.length > 0 && `Met as far as drawn: ${ends.join('; ')}.`,
    carried.length > 0 &&
      `Rests on prior dose that is less as carried than on the prior course’s own contours: ${carried.join('; ')}.`,
    ...offPrescription(assessment).map(offWords),
    values.length > 0 && `Rests on the case's own α/β: ${values.join('; ')}.`,
    recoveries.length > 0 && `Rests on recovery that is no source's rule: ${recoveries.join('; ')}.`,
    ...acceptancesWithNote(assessment).map(
      ({ course, by, on, note }) => `The registration of "${course}" is accepted by ${by}, ${on}, with the note: ${note}`,
    ),
  ].filter((said) => typeof said === 'string');
}
