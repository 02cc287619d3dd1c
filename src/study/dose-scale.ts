import type { RtDose } from '../dicom/rt-dose';
import type { Finding } from '../finding';
import { InputError } from '../input-error';

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
const IMPLAUSIBLE_GY = 200;

const answersOf = (doseIs: DoseAnswers): readonly DoseAnswer[] =>
  doseIs === undefined ? [] : ((Array.isArray(doseIs) ? doseIs : [doseIs]) as readonly DoseAnswer[]);

/**
 * The factor for a dose that is whole by itself: of a plan, of several plans, of one fraction group, or of one session
 * by the user's word (PS3.3 C.8.8.3).
 * @param fractions needed where the dose is that of one session.
 * @throws InputError where units, type or summation cannot be used or need the user's word.
 */
export function doseScale(
  dose: RtDose,
  { doseIs, fractions }: { doseIs?: DoseAnswers; fractions?: number | undefined },
): DoseScale {
  const { scale, findings } = quantityScale(dose, doseIs);
  const type = dose.doseSummationType;
  const answers = answersOf(doseIs);
  const saysSession = answers.includes('one-session');
  if (type === 'FRACTION_SESSION') {
    if (!saysSession || fractions === undefined) {
      throw new InputError({
        file: dose.file,
        where: SUMMATION,
        found: `FRACTION_SESSION, the dose of one session${saysSession ? ', and no number of fractions' : ''}`,
        needed: 'the number of `fractions`, and the user\'s word that every session is like this one: "doseIs": "one-session"',
      });
    }
    const message = `The dose is that of one session; by the user's word it is multiplied by ${fractions} fractions.`;
    return { scale: scale * fractions, findings: [...findings, said('dose-of-one-session', dose, message)] };
  }
  if (saysSession) throw needless(dose, SUMMATION, type, '"one-session"');
  if (type === '') {
    const message = 'The file does not say what its dose is summed over; it is taken for the dose of the whole plan.';
    return { scale, findings: [...findings, { ...said('dose-summation-missing', dose, message), severity: 'warning' }] };
  }
  if (type === 'PLAN' || type === 'MULTI_PLAN' || type === 'FRACTION') return { scale, findings };
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
export function quantityScale(dose: RtDose, doseIs: DoseAnswers): DoseScale {
  const units = unitsScale(dose, doseIs);
  const findings = [...units.findings, ...typeFindings(dose, doseIs)];
  const highestGy = highest(dose.pixels) * dose.doseGridScaling * units.scale;
  if (highestGy > IMPLAUSIBLE_GY) {
    const message = `The highest dose of the grid is ${highestGy.toFixed(0)} Gy. Check its units: some programs write cGy and call it GY.`;
    findings.push({ ...said('dose-implausibly-high', dose, message), severity: 'warning' });
  }
  return { scale: units.scale, findings };
}

function unitsScale(dose: RtDose, doseIs: DoseAnswers): DoseScale {
  const { file, doseUnits: units } = dose;
  const answers = answersOf(doseIs);
  const percent = answers.find((answer) => typeof answer === 'object');
  const saysCentigray = answers.includes('centigray');
  if (units === 'GY') {
    if (percent) throw needless(dose, UNITS, units, '{ "percentOfGy": ... }');
    if (saysCentigray) throw needless(dose, UNITS, units, '"centigray"');
    return { scale: 1, findings: [] };
  }
  if (units === 'CGY') {
    if (!saysCentigray) {
      throw new InputError({
        file,
        where: UNITS,
        found: 'CGY, which DICOM does not know',
        needed: 'GY, or the user\'s word that these are centigray: "doseIs": "centigray"',
      });
    }
    return {
      scale: 0.01,
      findings: [said('dose-in-centigray', dose, "By the user's word the dose is in cGy; it is divided by 100.")],
    };
  }
  if (units === 'RELATIVE') {
    if (!percent) {
      throw new InputError({
        file,
        where: UNITS,
        found: 'RELATIVE',
        needed: 'GY, or the user\'s word on what 100 % is: "doseIs": { "percentOfGy": 50.4 }',
      });
    }
    const top = highest(dose.pixels) * dose.doseGridScaling;
    const topGy = (top * percent.percentOfGy) / 100;
    const message = `The dose is relative; by the user's word 100 % is ${percent.percentOfGy} Gy. Its highest value, ${top.toFixed(1)} %, becomes ${topGy.toFixed(2)} Gy.`;
    const severity = top > 50 && top < 200 ? ('info' as const) : ('warning' as const);
    return { scale: percent.percentOfGy / 100, findings: [{ ...said('dose-relative', dose, message), severity }] };
  }
  throw new InputError({ file, where: UNITS, found: units || 'nothing', needed: 'GY' });
}

function typeFindings(dose: RtDose, doseIs: DoseAnswers): Finding[] {
  const type = dose.doseType;
  const saysWeighted = answersOf(doseIs).includes('rbe-weighted');
  if (type === 'EFFECTIVE') {
    if (!saysWeighted) {
      throw new InputError({
        file: dose.file,
        where: TYPE,
        found: 'EFFECTIVE, a dose that was weighted for biological effect',
        needed: 'PHYSICAL, or the user\'s word that it is the RBE-weighted dose of particles: "doseIs": "rbe-weighted"',
      });
    }
    const message = "The dose is EFFECTIVE; by the user's word it is RBE-weighted and is taken as photon-equivalent dose in Gy.";
    return [{ ...said('dose-rbe-weighted', dose, message), severity: 'warning' }];
  }
  if (saysWeighted) throw needless(dose, TYPE, type, '"rbe-weighted"');
  if (type === 'PHYSICAL') return [];
  if (type === '') {
    const message = 'The file does not say whether its dose is physical; it is taken as physical dose.';
    return [{ ...said('dose-type-missing', dose, message), severity: 'warning' }];
  }
  throw new InputError({
    file: dose.file,
    where: TYPE,
    found: type === 'ERROR' ? 'ERROR, the difference of two doses' : type,
    needed: 'PHYSICAL',
  });
}

const said = (code: string, dose: RtDose, message: string): Finding => ({ code, severity: 'info', file: dose.file, message });

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
