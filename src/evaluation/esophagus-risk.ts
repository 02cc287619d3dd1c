import type { CaseCourseInput } from '../case/case-inputs';
import { metricInterval } from '../dvh/metric-value';
import type { TissueModel } from '../effect/dose-question';
import type { RiskDose } from '../findings/assessment-facts';
import { type Finding, makeFinding } from '../findings/finding';
import type { OrganResult } from './assessment';
import risk from './esophagus-risk.json';
import type { OrganDoses } from './organ-doses';

interface Band {
  readonly dmaxEqd2Gy: number;
  readonly ci95Gy: readonly number[];
}

const doseOf = ({ dmaxEqd2Gy, ci95Gy: [low, high] }: Band): RiskDose => ({ doseGy: dmaxEqd2Gy, ci95Gy: [low, high] });

/**
 * The oesophagus' cumulative maximum as the published risk counts it: EQD2 with the source's alpha/beta, whatever the
 * organ's is here, plain LQ, nothing forgiven. Undefined for other organs and without two courses and a known dose.
 */
export function esophagusRiskDose(
  organ: string | undefined,
  doses: OrganDoses,
  { repairHalfTimeHours }: TissueModel,
  courses: readonly CaseCourseInput[],
  plannedScale: number,
): OrganResult['riskDose'] {
  if (organ !== risk.organ || courses.length < 2) return undefined;
  const { alphaBetaGy } = risk;
  const recoveryOfCourse = courses.map(() => 0);
  const tissue: TissueModel = {
    alphaBetaGy,
    recoveryOfCourse,
    repairHalfTimeHours,
    lqL: undefined,
    repopulation: undefined,
  };
  const cumulative = doses.distribution({ quantity: 'eqd2', scope: 'cumulative', tissue, plannedScale });
  const dmax = metricInterval(cumulative, { kind: 'max', unit: 'Gy' });
  if (!dmax || Number.isNaN(dmax.low)) return undefined;
  const atMost = Number.isFinite(dmax.high) ? dmax.high : null;
  return { alphaBetaGy, dmaxEqd2Gy: { atLeast: dmax.low, atMost } };
}

/**
 * Sets that maximum beside the dose at which published data put the risk of severe oesophageal toxicity at 5 %, by
 * concurrent chemotherapy at re-irradiation. A band of risk, not a verdict: its confidence interval is wide, and its
 * data are of thoracic re-irradiation where the oesophagus mostly was not the target.
 * @param isInQuestion whether something about the organ's dose is asked and not answered: then its figure is none.
 */
export function esophagusRisk(
  organs: readonly OrganResult[],
  courses: readonly CaseCourseInput[],
  isInQuestion: (organ: OrganResult) => boolean,
): Finding[] {
  const planned = courses.find((course) => course.role === 'planned');
  if (!planned || courses.length < 2) return [];
  return organs.flatMap((organ): Finding[] => {
    if (organ.organ !== risk.organ) return [];
    const chemotherapy = planned.concurrentChemotherapy;
    const dmax = organ.riskDose?.dmaxEqd2Gy;
    const { riskPercent, grade, alphaBetaGy, studies, patients, events, source } = risk;
    const facts = {
      roi: organ.roi,
      ...(dmax && !isInQuestion(organ) && { dmaxGy: dmax.atLeast }),
      ...(dmax && !isInQuestion(organ) && dmax.atMost !== dmax.atLeast && { isLowerBound: true }),
      ...(isInQuestion(organ) && { isInQuestion: true }),
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
