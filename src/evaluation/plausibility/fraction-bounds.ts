import type { CaseCourseInput } from '../../case/case-inputs';
import { highestOf } from '../../dicom/prescribed-total';
import { type Finding, type FindingPlace, makeFinding } from '../../findings/finding';
import type { FractionDose } from '../../findings/plausibility';
import { LEAST_PER_FRACTION_GY, LQ_VALID, MOST_FRACTIONS, MOST_PER_FRACTION_GY } from './bounds';
import type { CheckedCourse, CheckedPhase } from './checked-course';
import { prescriptionsOf } from './prescription-check';

/** Something that says how much is given in how many fractions. */
export interface GivenDose {
  readonly of: FractionDose['of'];
  readonly doseGy: number;
  /** Whether too little of it can be told: of an organ's maximum or near sources it cannot. */
  readonly bounds: 'both' | 'above' | 'below';
}

/** What number of fractions and dose in each of them cannot be true, or is more than LQ is sure for. */
export function boundsOfFractions(
  course: string,
  fractions: number,
  given: readonly GivenDose[],
  place: FindingPlace,
): Finding[] {
  const findings: Finding[] = [];
  if (fractions > MOST_FRACTIONS) {
    const facts = { course, fractions, most: MOST_FRACTIONS };
    findings.push(makeFinding('fractions-implausible', 'error', facts, { ...place, answerable: true }));
  }
  const each = given
    .filter(({ doseGy }) => doseGy > 0)
    .map(({ of, doseGy, bounds }) => ({ bounds, course, fractions, doseGy, perFractionGy: doseGy / fractions, of }));
  const odd = each.find(
    ({ bounds, perFractionGy: gy }) =>
      (bounds !== 'above' && gy < LEAST_PER_FRACTION_GY) || (bounds !== 'below' && gy > MOST_PER_FRACTION_GY),
  );
  if (odd) {
    const { bounds: _, ...facts } = { ...odd, least: LEAST_PER_FRACTION_GY, most: MOST_PER_FRACTION_GY };
    return [...findings, makeFinding('dose-per-fraction-implausible', 'error', facts, { ...place, answerable: true })];
  }
  const high = each.find(({ bounds, perFractionGy }) => bounds !== 'below' && perFractionGy > LQ_VALID.validTo);
  if (high) {
    const { bounds: _, ...facts } = { ...high, ...LQ_VALID };
    findings.push(makeFinding('dose-per-fraction-high', 'warning', facts, place));
  }
  return findings;
}

/** A prescription is that of a course which it is this near to, and not of a dose that nowhere has this share of it. */
const OF_COURSE = 0.01;
const LEAST_OF_OWN = 0.9;

/** The bounds of each phase that has a dose grid. */
export function fractionFindings(checked: CheckedCourse): Finding[] {
  return checked.phases.flatMap((phase) =>
    boundsOfFractions(checked.course.name, phase.fractions, givenIn(checked, phase), { file: phase.file }),
  );
}

function givenIn({ course, phases }: CheckedCourse, phase: CheckedPhase): GivenDose[] {
  if (phase.isZero) return [];
  const ofPlan = prescriptionsOf(phase).map(({ doseGy }) => doseGy * phase.shareOfPlan);
  // Of a course that was ended early the case may prescribe what was planned or what was given.
  const isPlain = course.phases.length === 1 && phases.length === 1 && phase.phase.deliveredShare === 1;
  const ofCase = isPlain ? course.targets.map(({ doseGy }) => doseGy) : [];
  // What a plan that takes the place of another in mid-course prescribes may be of the course, not of its own fractions.
  const isOfCourse = (gy: number) =>
    course.phases.length > 1 &&
    course.targets.some(({ doseGy }) => Math.abs(gy / doseGy - 1) <= OF_COURSE) &&
    phase.hottestGy < LEAST_OF_OWN * gy;
  const ofOwn = ofPlan.filter((gy) => !isOfCourse(gy));
  const prescribedGy = highestOf([0, ...(ofPlan.length > 0 ? ofOwn : ofCase)]);
  const isBrachy = phase.plan?.brachytherapy !== undefined;
  return [
    { of: 'grid', doseGy: phase.hottestGy, bounds: isBrachy ? 'below' : 'both' },
    { of: 'prescription', doseGy: prescribedGy, bounds: 'both' },
  ];
}

/** The bounds of each phase that is known from a record alone. */
export function recordFindings({ name: course, phases }: CaseCourseInput): Finding[] {
  return phases.flatMap(({ dose, fractions, deliveredShare }): Finding[] => {
    if (dose.kind !== 'record') return [];
    const planned = Math.round(fractions / deliveredShare);
    const highest: GivenDose = { of: 'record', doseGy: Math.max(0, ...Object.values(dose.organMaximaGy)), bounds: 'above' };
    const prescribed: GivenDose = { of: 'record', doseGy: dose.totalDoseGy ?? 0, bounds: 'both' };
    if (planned === fractions || dose.organMaximaAre === 'planned') {
      return boundsOfFractions(course, planned, [prescribed, highest], { course });
    }
    return [
      ...boundsOfFractions(course, planned, [prescribed], { course }),
      ...boundsOfFractions(course, fractions, [highest], { course }),
    ];
  });
}
