import type { CaseCourseInput, CaseInputs } from '../../case/case-inputs';
import { PLAIN_STEPS, type Steps } from '../../case/steps';
import type { Finding } from '../../findings/finding';
import { beamDoseFindings } from './beam-dose-check';
import { CheckedCourse } from './checked-course';
import { courseDateFindings } from './course-dates';
import { fractionFindings, recordFindings } from './fraction-bounds';
import { hotRegionFindings } from './hot-region-check';
import { isodosePlaceFindings } from './isodose-place';
import { lonePeakFindings } from './lone-peak';
import { headerWithDvhs, notCheckedFindings } from './not-checked';
import { planningDvhFindings } from './planning-dvh-check';
import { prescriptionFindings } from './prescription-check';
import { prescriptionDistanceFindings } from './prescription-distance';
import { recordedMaximaFindings } from './recorded-maxima';
import { recordedPartFindings } from './recorded-parts';
import { sameSessionFindings } from './same-sessions';
import { targetDoseFindings } from './target-dose-check';
import { targetPartFindings } from './target-part-check';
import { usualFractionFindings, usualRecordFindings } from './usual-fractions';

/**
 * Whether each course's doses can be true: what the inputs themselves contradict asks, on the dose file that it is of,
 * and where nothing speaks for a dose, that is said.
 */
export function plausibilityFindings(
  inputs: Pick<CaseInputs, 'courses' | 'structures' | 'frameOfReferenceUid' | 'regions'> & Partial<Pick<CaseInputs, 'patient'>>,
  steps: Steps = PLAIN_STEPS,
): Finding[] {
  return inputs.courses.flatMap((course) => [
    ...courseDateFindings(course, inputs.patient?.birthDate),
    ...recordFractions(course),
    ...recordedMaximaFindings(course, inputs, steps),
    ...recordedPartFindings(course, inputs),
    ...(course.phases.some(({ dose }) => dose.kind === 'grid') ? doseFindings(new CheckedCourse(course, inputs, steps)) : []),
  ]);
}

function recordFractions(course: CaseCourseInput): Finding[] {
  const bounds = recordFindings(course);
  return bounds.length > 0 ? bounds : usualRecordFindings(course);
}

function doseFindings(checked: CheckedCourse): Finding[] {
  const contradicted = prescriptionFindings(checked);
  // What half of a target contradicts is asked once, and told once.
  const off = prescriptionDistanceFindings(checked);
  const parts = contradicted.length > 0 ? [] : targetPartFindings(checked).filter((part) => part.answerable || off.length === 0);
  const beside = hotRegionFindings(checked);
  const isAsked = [...contradicted, ...parts, ...beside].some(({ answerable }) => answerable);
  const fractions = fractionFindings(checked);
  return [
    ...contradicted,
    ...parts,
    ...off,
    ...targetDoseFindings(checked),
    ...sameSessionFindings(checked),
    ...beamDoseFindings(checked),
    ...dvhFindings(checked),
    ...beside,
    ...(isAsked ? [] : isodosePlaceFindings(checked)),
    ...fractions,
    // A dose or a number that is asked about is told of no second time.
    ...(isAsked || fractions.length > 0 ? [] : usualFractionFindings(checked)),
    ...lonePeakFindings(checked),
    ...notCheckedFindings(checked),
  ];
}

function dvhFindings({ phases, targets, steps }: CheckedCourse): Finding[] {
  return phases.flatMap((phase) => {
    const { grid, shareOfPlan: share, file } = phase;
    const header = headerWithDvhs(phase, targets);
    return header ? planningDvhFindings(header, { grid, share, file }, (number) => targets.stackOf(number), steps) : [];
  });
}
