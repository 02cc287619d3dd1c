import type { Finding } from '../finding';
import type { OrganResult } from './assessment';
import type { CaseInputs } from './case-inputs';
import { cordRiskFindings } from './cord-risk';
import { esophagusRisk } from './esophagus-risk';
import type { EvaluationSettings } from './evaluate';
import { overallDays } from './organ-response';
import { registrationFindings } from './registration-findings';

const percent = (share: number) => `${(100 * share).toFixed(share > 0.999 ? 3 : 1)} %`;

/** What is to be said of the results beside the numbers themselves. */
export function resultFindings(organs: readonly OrganResult[], inputs: CaseInputs, settings: EvaluationSettings): Finding[] {
  return [
    ...organs.flatMap((organ) => coverageFinding(organ, settings)),
    ...dateFindings(inputs),
    ...recordFindings(inputs),
    ...repairFindings(organs, inputs, settings),
    ...registrationFindings(organs, inputs),
    ...cordRiskFindings(organs),
    ...esophagusRisk(organs, inputs.courses),
  ];
}

/** Below this share outside, it is rounding at the edge of the grid. */
const WHOLE = 1 - 1e-6;

function coverageFinding(organ: OrganResult, { outsideDoseGrid }: EvaluationSettings): Finding[] {
  const { prior, planned, cumulative } = organ.insideDoseGrid;
  if (cumulative >= WHOLE) return [];
  const where = [prior < WHOLE && `prior ${percent(prior)}`, planned < WHOLE && `planned ${percent(planned)}`]
    .filter(Boolean)
    .join(', ');
  const zero = outsideDoseGrid === 'zero';
  return [
    {
      code: 'dose-grid-does-not-cover-roi',
      severity: zero ? 'info' : 'warning',
      roi: organ.roi,
      message: `${organ.roi}: the dose grids cover ${percent(cumulative)} of it (${where}). ${
        zero
          ? 'The user says that no dose was given outside them; it is taken as 0 Gy there.'
          : 'The dose outside is unknown, not zero: metrics are over the covered part, and goals that the rest could turn are not evaluable.'
      }`,
    },
  ];
}

function dateFindings({ courses }: CaseInputs): Finding[] {
  const planned = courses.find((course) => course.role === 'planned');
  return courses.flatMap((course): Finding[] => {
    const days = overallDays(course);
    if (days !== undefined && days < 1) {
      return [
        {
          code: 'course-dates-reversed',
          severity: 'error',
          message: `Course "${course.name}" is completed (${course.completed}) before it is started (${course.started}).`,
        },
      ];
    }
    if (course.role === 'prior' && course.completed && planned?.started && course.completed > planned.started) {
      return [
        {
          code: 'prior-after-planned',
          severity: 'error',
          message: `Prior course "${course.name}" is completed (${course.completed}) after the planned one starts (${planned.started}): the interval is not known.`,
        },
      ];
    }
    return [];
  });
}

function recordFindings({ courses }: CaseInputs): Finding[] {
  return courses.flatMap((course) =>
    course.phases.flatMap((phase): Finding[] => {
      if (phase.dose.kind !== 'record') return [];
      const { totalDoseGy, organMaximaGy } = phase.dose;
      const organs = Object.entries(organMaximaGy).map(([organ, doseGy]) => `${organ} ${doseGy} Gy`);
      const parts = [
        totalDoseGy !== undefined && `${totalDoseGy} Gy on the whole of every organ`,
        organs.length > 0 && `${organs.join(', ')} on the whole of these`,
      ];
      return [
        {
          code: 'dose-from-record',
          severity: 'warning',
          message: `Course "${course.name}", ${phase.name}: no dose file. Taken from a record as ${parts.filter(Boolean).join('; ')} in ${phase.fractions} fractions: an upper bound where the record's maxima are right, not a distribution.`,
        },
      ];
    }),
  );
}

function repairFindings(organs: readonly OrganResult[], { courses }: CaseInputs, { overrides }: EvaluationSettings): Finding[] {
  const several = courses.flatMap((course) =>
    course.phases.filter((phase) => phase.schedule).map((phase) => `"${course.name}", ${phase.name}`),
  );
  if (several.length === 0) return [];
  const own = organs
    .filter((organ) => (overrides[organ.roi] ?? overrides[organ.organ ?? ''])?.repairHalfTimeHours !== undefined)
    .map((organ) => organ.roi);
  return [
    {
      code: 'incomplete-repair',
      severity: 'info',
      message: `Several fractions a day in ${several.join('; ')}: BED is raised for incomplete repair between them (Thames). Half-times are the tissue table's${own.length > 0 ? `, the user's for ${own.join(', ')}` : ''}; repair overnight is taken as complete.`,
    },
  ];
}
