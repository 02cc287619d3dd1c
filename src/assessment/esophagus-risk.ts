import type { Finding } from '../finding';
import type { OrganResult } from './assessment';
import type { CaseCourseInput } from './case-inputs';
import risk from './esophagus-risk.json';

interface Band {
  readonly dmaxEqd2Gy: number;
  readonly ci95Gy: readonly number[];
}

const inWords = ({ dmaxEqd2Gy, ci95Gy }: Band) => `${dmaxEqd2Gy} Gy (95 % CI ${ci95Gy[0]} to ${ci95Gy[1]})`;

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
    const parts = [
      chemotherapy !== 'yes' && `${inWords(risk.withoutConcurrentChemotherapy)} without concurrent chemotherapy`,
      chemotherapy !== 'no' && `${inWords(risk.withConcurrentChemotherapy)} with concurrent chemotherapy`,
    ].filter(Boolean);
    const dmax = organ.metrics.Dmax?.cumulativeEqd2WithoutRecoveryGy ?? organ.metrics.Dmax?.cumulativeEqd2Gy;
    const own =
      dmax === null || dmax === undefined ? 'not evaluable' : `${dmax.toFixed(1)} Gy EQD2 (α/β ${organ.alphaBetaGy} Gy)`;
    return [
      {
        code: 'esophagus-risk-band',
        severity: 'info',
        roi: organ.roi,
        message: `${organ.roi}: cumulative Dmax ${own}. Published data put a ${risk.riskPercent} % risk of ${risk.grade} late toxicity at ${parts.join(' and ')} (EQD2, α/β ${risk.alphaBetaGy} Gy; ${risk.basis}; ${risk.source}). Concurrent chemotherapy at re-irradiation here: ${chemotherapy}.`,
      },
    ];
  });
}
