import type { DoseHeader, RtDose } from '../dicom/rt-dose';
import type { RtPlan } from '../dicom/rt-plan';
import { NO_DOSE, treatedGroups } from '../dicom/treated-groups';
import { type Finding, makeFinding } from '../findings/finding';
import { InputError } from '../input-error';
import { joinPlanes } from './dose-planes';
import { type DoseAnswers, deliveredFindings, doseScale, quantityScale, SUMMATION } from './dose-scale';
import { fractionsOfDose, groupsOf } from './fraction-count';
import { someOf } from './patient-findings';

/** The doses that together are the whole physical dose of one phase, each with the factor that makes it Gy. */
export interface PlanDose {
  readonly doses: readonly { readonly dose: RtDose; readonly scale: number }[];
  readonly fractions: number;
  readonly findings: readonly Finding[];
}

export interface PlanDoseAnswers {
  readonly fractions?: number | undefined;
  /** Share of the dose that is given in these fractions, where phases share one dose. */
  readonly doseShare?: number | undefined;
  readonly doseIs?: DoseAnswers;
}

/**
 * Makes the dose of one phase from one whole dose, or from all the beam doses of its plan (PS3.3 C.8.8.3), each in one
 * file or in files of one plane each: FRACTION is the whole of one fraction group and is not multiplied.
 * @param plan the plan that the doses reference, where it is at hand.
 * @throws InputError where doses do not make one whole dose, do not belong to the plan, or fractions are not known.
 */
export function planDose(given: readonly RtDose[], plan: RtPlan | undefined, answers: PlanDoseAnswers): PlanDose {
  const { doses, findings: joined, overlapping } = joinPlanes(given);
  if (overlapping.length > 0) throw planesOverlap(overlapping[0]);
  const [first] = doses;
  const findings: Finding[] = [...joined];
  for (const dose of doses) findings.push(...planOfDose(dose, plan));
  const count = fractionsOfDose(first, plan, answers.fractions, answers.doseShare);
  findings.push(
    ...count.findings,
    ...severalPlans(first, answers),
    ...deliveredFindings(first, answers.fractions === undefined ? count.fractions : undefined),
  );
  const share = answers.doseShare ?? 1;
  const scales =
    first.doseSummationType === 'BEAM' ? beamScales(doses, plan, answers.doseIs) : [wholeScale(doses, answers, count.fractions)];
  return {
    doses: scales.map(({ scale }, n) => ({ dose: doses[n], scale: scale * share })),
    fractions: count.fractions,
    findings: [...findings, ...scales.flatMap((scale) => scale.findings)],
  };
}

function wholeScale(doses: readonly RtDose[], { doseIs }: PlanDoseAnswers, fractions: number) {
  if (doses.length > 1) {
    throw new InputError({
      file: doses[1].file,
      where: SUMMATION,
      found: `${doses.length} doses for one phase, the first of them ${doses[0].doseSummationType || 'of no stated summation'} (${doses[0].file})`,
      needed: 'one dose of the whole plan, or beam doses only; what is given one after the other are phases of their own',
    });
  }
  return doseScale(doses[0], { doseIs, fractions });
}

function planesOverlap(planes: readonly RtDose[]): InputError {
  const { files, more } = someOf(planes);
  return new InputError({
    file: planes[0].file,
    where: '(0020,0032) ImagePositionPatient',
    found: `single planes of one dose, some of them at the same place (${files.join(', ')}${more > 0 ? ` and ${more} more` : ''})`,
    needed: 'each plane of the dose once',
  });
}

/** Whether a dose belongs to a plan. */
function planOfDose(dose: RtDose, plan: RtPlan | undefined): Finding[] {
  if (!plan) return [];
  const uids = dose.referencedPlans.map(({ sopInstanceUid }) => sopInstanceUid);
  if (uids.includes(plan.sopInstanceUid)) return [];
  if (uids.length > 0) {
    throw new InputError({
      file: dose.file,
      where: '(300C,0002) ReferencedRTPlanSequence',
      found: `a dose of plan ${uids.join(', ')}`,
      needed: `a dose of plan ${plan.sopInstanceUid} (${plan.file}), or the plan of this dose`,
    });
  }
  const takenFor = { plan: plan.label, file: plan.file };
  return [makeFinding('dose-names-no-plan', 'warning', { takenFor }, { file: dose.file })];
}

function severalPlans(dose: RtDose, { fractions: given, doseShare }: PlanDoseAnswers): Finding[] {
  const plans = dose.referencedPlans.length;
  if (dose.doseSummationType !== 'MULTI_PLAN' && plans < 2) return [];
  if (given === undefined) {
    throw new InputError({
      file: dose.file,
      where: SUMMATION,
      found: `one dose for ${plans > 1 ? plans : 'several'} plans`,
      needed:
        doseShare === undefined
          ? 'the doses of the single plans as phases of their own, `fractions` for the sum in equal fractions, or a phase for each plan with the same dose, its `fractions` and `doseShare`'
          : '`fractions` beside `doseShare`, in each phase that has a share of this dose: a plan by itself does not say them',
    });
  }
  const facts = { ...(plans > 1 && { plans }), fractions: given, ...(doseShare !== undefined && { doseShare }) };
  return [makeFinding('dose-of-several-plans', 'warning', facts, { file: dose.file })];
}

/** Beam doses are added when each treatment beam of the plan is there exactly once. */
function beamScales(doses: readonly RtDose[], plan: RtPlan | undefined, doseIs: DoseAnswers) {
  const [first] = doses;
  const odd = doses.find(({ doseSummationType }) => doseSummationType !== 'BEAM');
  if (odd) {
    throw new InputError({
      file: odd.file,
      where: SUMMATION,
      found: `${odd.doseSummationType} among beam doses`,
      needed: 'beam doses only, or the dose of the plan only',
    });
  }
  if (!plan) {
    throw new InputError({
      file: first.file,
      where: SUMMATION,
      found: 'BEAM, without the plan that says which beams there are',
      needed: 'the plan, or the dose of the whole plan',
    });
  }
  const wanted = treatmentBeams(first, plan);
  const found = doses.flatMap((dose) => beamsOf(dose, plan));
  const missing = wanted.filter((number) => !found.includes(number));
  const twice = found.filter((number, n) => found.indexOf(number) !== n);
  const others = found.filter((number) => !wanted.includes(number));
  const ofGroup = (number: number) => treatedGroups(plan).find(({ beamNumbers }) => beamNumbers.includes(number));
  const foreign = others.filter((number) => ofGroup(number) === undefined);
  const elsewhere = others.filter((number) => ofGroup(number) !== undefined);
  const groups = [...new Set(elsewhere.map((number) => ofGroup(number)!.number))].join(', ');
  const problem = [
    missing.length > 0 && `no dose for beam ${missing.join(', ')}`,
    twice.length > 0 && `more than one dose for beam ${[...new Set(twice)].join(', ')}`,
    foreign.length > 0 && `a dose for beam ${foreign.join(', ')}, which is no treatment beam of the plan`,
    elsewhere.length > 0 &&
      `a dose for beam ${elsewhere.join(', ')}, which is of another fraction group (${groups}) with its own fractions`,
  ].filter(Boolean);
  if (problem.length > 0 || wanted.length === 0) {
    throw new InputError({
      file: first.file,
      where: SUMMATION,
      found: `BEAM doses with ${problem.join(' and ') || 'no beams in the plan'}`,
      needed:
        elsewhere.length > 0
          ? `a phase for each fraction group of plan ${plan.label}, with the doses of its own beams: ${wanted.join(', ')} in this one`
          : `one dose for each of the beams ${wanted.join(', ')} of plan ${plan.label}, or the dose of the whole plan`,
    });
  }
  return doses.map((dose) => quantityScale(dose, doseIs));
}

function beamsOf(dose: RtDose, plan: RtPlan): readonly number[] {
  const reference = dose.referencedPlans.find(({ sopInstanceUid }) => sopInstanceUid === plan.sopInstanceUid);
  const numbers = reference?.fractionGroups.flatMap(({ beamNumbers }) => beamNumbers) ?? [];
  if (numbers.length > 0) return numbers;
  throw new InputError({
    file: dose.file,
    where: '(300C,0004) ReferencedBeamSequence',
    found: 'a beam dose that does not name its beam',
    needed: 'beam doses that do, or the dose of the whole plan',
  });
}

export function treatmentBeams(dose: DoseHeader, plan: RtPlan): number[] {
  const silent = new Set(
    plan.beams.filter(({ treatmentDeliveryType }) => NO_DOSE.has(treatmentDeliveryType)).map(({ number }) => number),
  );
  const numbers = groupsOf(dose, plan).flatMap(({ beamNumbers }) => beamNumbers);
  return [...new Set(numbers)].filter((number) => !silent.has(number));
}
