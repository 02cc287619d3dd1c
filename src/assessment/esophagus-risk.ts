import { type Finding, makeFinding } from '../finding';
import type { RiskDose } from '../findings/assessment';
import type { OrganResult } from './assessment';
import type { CaseCourseInput } from './case-inputs';
import risk from './esophagus-risk.json';

interface Band {
  readonly dmaxEqd2Gy: number;
  readonly ci95Gy: readonly number[];
}

const doseOf = ({ dmaxEqd2Gy, ci95Gy: [low, high] }: Band): RiskDose => ({ doseGy: dmaxEqd2Gy, ci95Gy: [low, high] });

/**
 * Sets the oesophagus' cumulative maximum beside the dose at which published data put the risk of a severe late event at
 * 5 %, by concurrent chemotherapy at re-irradiation. A band of risk, not a verdict: its confidence interval is wide.
 */
export function esophagusRisk(organs: readonly OrganResult[], courses: readonly CaseCourseInput[]): Finding[] {
  const planned = courses.find((course) => course.role === 'planned');
  if (!planned || courses.length < 2) return [];
  return organs.flatMap((organ): Finding[] => {
    if (organ.organ !== risk.organ) return [];
    const chemotherapy = planned.concurrentChemotherapy;
    const dmax = organ.metrics.Dmax?.cumulativeEqd2WithoutRecoveryGy ?? organ.metrics.Dmax?.cumulativeEqd2Gy;
    const { riskPercent, grade, alphaBetaGy, studies, patients, events, source } = risk;
    const facts = {
      roi: organ.roi,
      ...(dmax !== null && dmax !== undefined && { dmaxGy: dmax }),
      organAlphaBetaGy: organ.alphaBetaGy,
      riskPercent,
      grade,
      ...(chemotherapy !== 'yes' && { withoutChemotherapy: doseOf(risk.withoutConcurrentChemotherapy) }),
      ...(chemotherapy !== 'no' && { withChemotherapy: doseOf(risk.withConcurrentChemotherapy) }),
      alphaBetaGy,
      studies,
      patients,
      events,
      source,
      chemotherapy,
    };
    return [makeFinding('esophagus-risk-band', 'info', facts, { roi: organ.roi })];
  });
}
