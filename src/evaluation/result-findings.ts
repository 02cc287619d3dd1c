import { openQuestions, type Question } from '../case/answers';
import type { CaseCourseInput, CaseInputs } from '../case/case-inputs';
import { type Finding, makeFinding } from '../findings/finding';
import type { OrganResult } from './assessment';
import { cordRiskFindings } from './cord-risk';
import { esophagusRisk } from './esophagus-risk';
import { type EvaluationSettings, tissueEntryIn } from './evaluation-context';
import { intervalFindings } from './interval-findings';
import { areReversed } from './known-days';
import { registrationFindings } from './registration-findings';
import { sourceFindings } from './source-findings';

/** What is to be said of the results beside the numbers themselves. @param questions those that nobody has answered. */
export function resultFindings(
  organs: readonly OrganResult[],
  inputs: CaseInputs,
  settings: EvaluationSettings,
  questions: readonly Question[],
): Finding[] {
  const all = inputs.courses.map((_, c) => c);
  const isInQuestion = ({ roi }: OrganResult): boolean => {
    const region = inputs.regions.find(({ name }) => name === roi);
    return region !== undefined && openQuestions(questions, region, all) !== undefined;
  };
  return [
    ...organs.filter((organ) => !isMissing(organ, inputs)).flatMap((organ) => coverageFinding(organ, settings)),
    ...missingFindings(organs, inputs),
    ...dateFindings(inputs),
    ...recordFindings(inputs),
    ...repairFindings(inputs, settings),
    ...intervalFindings(organs, inputs.courses),
    ...sourceFindings(organs, inputs.courses),
    ...registrationFindings(organs, inputs),
    ...cordRiskFindings(organs, isInQuestion),
    ...esophagusRisk(organs, inputs.courses, isInQuestion),
  ];
}

const lacks = ({ isApart, ownStacks }: CaseCourseInput, { organ }: OrganResult): boolean =>
  isApart && !(organ !== null && ownStacks?.has(organ));
const isMissing = (organ: OrganResult, { courses }: CaseInputs): boolean => courses.some((course) => lacks(course, organ));

/** Organs whose dose of a course that is not carried over nobody can know. */
function missingFindings(organs: readonly OrganResult[], { courses }: CaseInputs): Finding[] {
  return courses.flatMap((course): Finding[] => {
    const rois = organs.filter((organ) => lacks(course, organ)).map(({ roi }) => roi);
    return rois.length > 0 ? [makeFinding('organs-missing-on-course', 'warning', { course: course.name, rois })] : [];
  });
}

/** Below this share outside, it is rounding at the edge of the grid. */
const WHOLE = 1 - 1e-6;

function coverageFinding(organ: OrganResult, { outsideDoseGrid }: EvaluationSettings): Finding[] {
  const { prior, planned, cumulative, courses } = organ.insideDoseGrid;
  if (cumulative >= WHOLE) return [];
  const facts = {
    seenIn: 'case',
    roi: organ.roi,
    coveredShare: cumulative,
    ...(prior < WHOLE && { priorShare: prior }),
    ...(planned < WHOLE && { plannedShare: planned }),
    ...(courses && { courses: courses.filter(({ share }) => share < WHOLE) }),
    outside: outsideDoseGrid,
  } as const;
  // An organ of which a course's grid has nothing rests on the user's word alone.
  const severity = outsideDoseGrid === 'zero' && Math.min(prior, planned) > 0 ? 'info' : 'warning';
  return [makeFinding('dose-grid-does-not-cover-roi', severity, facts, { roi: organ.roi })];
}

function dateFindings({ courses }: CaseInputs): Finding[] {
  const planned = courses.find((course) => course.role === 'planned');
  return courses.flatMap((course): Finding[] => {
    const { name, role, started, completed } = course;
    if (started && completed && areReversed(course)) {
      return [makeFinding('course-dates-reversed', 'error', { course: name, started, completed })];
    }
    const last = completed ?? started;
    if (role === 'prior' && last && planned?.started && last > planned.started) {
      return [makeFinding('prior-after-planned', 'error', { course: name, last, plannedStart: planned.started })];
    }
    return [];
  });
}

function recordFindings({ courses }: CaseInputs): Finding[] {
  return courses.flatMap((course) =>
    course.phases.flatMap((phase): Finding[] => {
      if (phase.dose.kind !== 'record') return [];
      const { totalDoseGy, hotSpotFactor, organMaximaGy, organMaximaAre } = phase.dose;
      const planned = Math.round(phase.fractions / phase.deliveredShare);
      const facts = {
        course: course.name,
        phase: phase.name,
        fractions: phase.fractions,
        ...(planned > phase.fractions && { plannedFractions: planned, maximaAre: organMaximaAre }),
        ...(totalDoseGy !== undefined && { totalDoseGy }),
        ...(hotSpotFactor !== undefined && { hotSpotFactor }),
        organs: Object.entries(organMaximaGy).map(([organ, doseGy]) => ({ organ, doseGy })),
      };
      return [makeFinding('dose-from-record', 'warning', facts)];
    }),
  );
}

function repairFindings({ courses, regions }: CaseInputs, settings: EvaluationSettings): Finding[] {
  const phases = courses.flatMap((course) =>
    course.phases.filter((phase) => phase.schedule).map((phase) => ({ course: course.name, phase: phase.name })),
  );
  if (phases.length === 0) return [];
  const ownHalfTimes = regions
    .filter((region) => tissueEntryIn(region, settings).repairHalfTimeHours !== undefined)
    .map(({ name }) => name);
  return [makeFinding('incomplete-repair', 'info', { phases, ownHalfTimes })];
}
