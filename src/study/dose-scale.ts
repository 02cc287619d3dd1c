import type { RtDose } from '../dicom/rt-dose';
import { type Finding, makeFinding } from '../findings/finding';
import { InputError } from '../input-error';
import { type AnswerWords, CASE_WORDS } from './answer-words';
import { emptyPlaneFindings } from './empty-planes';

/** The user's word on what a dose file leaves open. */
export type DoseAnswer = 'rbe-weighted' | 'one-session' | 'centigray' | { readonly percentOfGy: number };

/** What a user may answer: one thing, or several where the file leaves several open. */
export type DoseAnswers = DoseAnswer | readonly DoseAnswer[] | undefined;

/** A factor on the stored dose (after DoseGridScaling) that makes it the whole physical dose in Gy, and what to say about it. */
export interface DoseScale {
  readonly scale: number;
  readonly findings: readonly Finding[];
}

const UNITS = '(3004,0002) DoseUnits';
const TYPE = '(3004,0004) DoseType';
export const SUMMATION = '(3004,000A) DoseSummationType';

/** Above this no treatment dose lies, so units are more likely wrong (cGy written as GY). */
export const IMPLAUSIBLE_GY = 200;

/** Far beyond any dose, and where its effect is still a number in 32 bits: a scaling that gives more is damaged. */
const MOST_GY = 1e6;

const answersOf = (doseIs: DoseAnswers): readonly DoseAnswer[] =>
  doseIs === undefined ? [] : ((Array.isArray(doseIs) ? doseIs : [doseIs]) as readonly DoseAnswer[]);

/**
 * The factor for a dose that is whole by itself: of a plan, of several plans, of one fraction group, or of one session
 * by the user's word (PS3.3 C.8.8.3).
 * @param fractions needed where the dose is that of one session.
 * @param words in which an answer is asked for.
 * @throws InputError where units, type or summation cannot be used or need the user's word.
 */
export function doseScale(
  dose: RtDose,
  { doseIs, fractions }: { doseIs?: DoseAnswers; fractions?: number | undefined },
  words: AnswerWords = CASE_WORDS,
): DoseScale {
  const { scale, findings } = quantityScale(dose, doseIs, words);
  const type = dose.doseSummationType;
  const answers = answersOf(doseIs);
  const saysSession = answers.includes('one-session');
  if (type === 'FRACTION_SESSION') {
    if (!saysSession || fractions === undefined) {
      throw new InputError({
        file: dose.file,
        where: SUMMATION,
        found: `FRACTION_SESSION, the dose of one session${saysSession ? ', and no number of fractions' : ''}`,
        needed: [
          fractions === undefined && `the number of fractions: ${words.fractions}`,
          !saysSession && `the user's word that every session is like this one: ${words.oneSession}`,
        ]
          .filter(Boolean)
          .join(', and '),
      });
    }
    const said = makeFinding('dose-of-one-session', 'info', { fractions }, { file: dose.file });
    return { scale: scale * fractions, findings: [...findings, said] };
  }
  if (saysSession) throw needless(dose, SUMMATION, type, '"one-session"');
  if (type === '') {
    const said = makeFinding('dose-summation-missing', 'warning', {}, { file: dose.file });
    return { scale, findings: [...findings, said] };
  }
  if (type === 'PLAN' || type === 'MULTI_PLAN' || type === 'FRACTION' || type === 'RECORD') return { scale, findings };
  throw new InputError({
    file: dose.file,
    where: SUMMATION,
    found: type === 'BEAM' ? 'BEAM, the dose of a part of a plan' : `${type}, which is not the dose of a whole plan`,
    needed:
      type === 'BEAM'
        ? 'the dose of the plan, or in a case all the beam doses of the plan'
        : 'PLAN, MULTI_PLAN or FRACTION: export the dose of the plan',
  });
}

/** The factor for units and type alone: what part of a plan the dose is of is not asked. Errors as for `doseScale`. */
export function quantityScale(dose: RtDose, doseIs: DoseAnswers, words: AnswerWords = CASE_WORDS): DoseScale {
  const units = unitsScale(dose, doseIs, words);
  const findings = [...units.findings, ...typeFindings(dose, doseIs, words)];
  findings.push(...zeroDoseFindings(dose, units.scale), ...emptyPlaneFindings(dose));
  const highestGy = highest(dose.pixels) * dose.doseGridScaling * units.scale;
  if (highestGy > MOST_GY) throw beyondAnyDose(dose, highestGy);
  if (highestGy > IMPLAUSIBLE_GY) {
    findings.push(makeFinding('dose-implausibly-high', 'warning', { highestGy }, { file: dose.file }));
  }
  return { scale: units.scale, findings };
}

const beyondAnyDose = ({ file, doseGridScaling }: RtDose, highestGy: number) =>
  new InputError({
    file,
    where: '(3004,000E) DoseGridScaling',
    found: `${doseGridScaling}, which makes the highest dose ${highestGy.toPrecision(4)} Gy`,
    needed: `a scaling that makes it at most ${MOST_GY} Gy: the file is damaged, or its units are others`,
  });

/** What is below this everywhere is no treatment's dose. */
const NO_DOSE_GY = 1e-3;

/**
 * A dose without a voxel above 0 is none: pixels that were lost, a plan that was never computed, or a scaling that leaves
 * nothing of it.
 */
export function zeroDoseFindings(
  { pixels, doseGridScaling, file }: Pick<RtDose, 'pixels' | 'doseGridScaling' | 'file'>,
  scale = 1,
): Finding[] {
  return highest(pixels) * doseGridScaling * scale >= NO_DOSE_GY
    ? []
    : [makeFinding('dose-all-zero', 'error', {}, { file, answerable: true })];
}

/**
 * That a dose is of treatment records, and so of the fractions that were delivered, which the plan does not know.
 * @param plannedFractions of the plan, where they are taken for those delivered.
 */
export function deliveredFindings(
  { doseSummationType, file }: Pick<RtDose, 'doseSummationType' | 'file'>,
  plannedFractions?: number,
): Finding[] {
  if (doseSummationType !== 'RECORD') return [];
  if (plannedFractions === undefined) return [makeFinding('dose-delivered', 'info', {}, { file })];
  return [makeFinding('dose-delivered', 'warning', { plannedFractions }, { file })];
}

function unitsScale(dose: RtDose, doseIs: DoseAnswers, words: AnswerWords): DoseScale {
  const { file, doseUnits: units } = dose;
  const answers = answersOf(doseIs);
  const percent = answers.find((answer) => typeof answer === 'object');
  const saysCentigray = answers.includes('centigray');
  if (units === 'GY') {
    if (percent) throw needless(dose, UNITS, units, '{ "percentOfGy": ... }');
    if (saysCentigray) {
      throw new InputError({
        file,
        where: UNITS,
        found: 'GY, and the answer "centigray" to it',
        needed: 'no such answer: what a file calls GY is not rescaled by a word. Export the dose again with its unit, GY or CGY',
      });
    }
    return { scale: 1, findings: [] };
  }
  if (units === 'CGY') {
    if (!saysCentigray) {
      throw new InputError({
        file,
        where: UNITS,
        found: 'CGY, which DICOM does not know',
        needed: `GY, or the user's word that these are centigray: ${words.centigray}`,
      });
    }
    return { scale: 0.01, findings: [makeFinding('dose-in-centigray', 'info', {}, { file })] };
  }
  if (units === 'RELATIVE') {
    if (!percent) {
      throw new InputError({
        file,
        where: UNITS,
        found: 'RELATIVE',
        needed: `GY, or the user's word on what 100 % is: ${words.percentOfGy}`,
      });
    }
    const top = highest(dose.pixels) * dose.doseGridScaling;
    const { percentOfGy } = percent;
    const facts = { percentOfGy, highestPercent: top, highestGy: (top * percentOfGy) / 100 };
    const severity = top > 50 && top < 200 ? 'info' : 'warning';
    return { scale: percentOfGy / 100, findings: [makeFinding('dose-relative', severity, facts, { file })] };
  }
  throw new InputError({ file, where: UNITS, found: units || 'nothing', needed: 'GY' });
}

function typeFindings(dose: RtDose, doseIs: DoseAnswers, words: AnswerWords): Finding[] {
  const type = dose.doseType;
  const saysWeighted = answersOf(doseIs).includes('rbe-weighted');
  if (type === 'EFFECTIVE') {
    if (!saysWeighted) {
      throw new InputError({
        file: dose.file,
        where: TYPE,
        found: 'EFFECTIVE, a dose that was weighted for biological effect',
        needed: `PHYSICAL, or the user's word that it is the RBE-weighted dose of particles: ${words.rbeWeighted}`,
      });
    }
    return [makeFinding('dose-rbe-weighted', 'warning', {}, { file: dose.file })];
  }
  if (saysWeighted) throw needless(dose, TYPE, type, '"rbe-weighted"');
  if (type === 'PHYSICAL') return [];
  if (type === '') return [makeFinding('dose-type-missing', 'warning', {}, { file: dose.file })];
  throw new InputError({
    file: dose.file,
    where: TYPE,
    found: type === 'ERROR' ? 'ERROR, the difference of two doses' : type,
    needed: 'PHYSICAL',
  });
}

/** An answer to a question that the file does not ask is a mistake in one of the two. */
const needless = (dose: RtDose, where: string, found: string, answer: string) =>
  new InputError({
    file: dose.file,
    where,
    found: `${found || 'nothing'}, and the answer ${answer} to it`,
    needed: `no such answer, or a file that it fits`,
  });

function highest(pixels: RtDose['pixels']): number {
  let top = 0;
  for (let n = 0; n < pixels.length; n++) if (pixels[n] > top) top = pixels[n];
  return top;
}
