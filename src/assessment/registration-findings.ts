import type { Finding } from '../finding';
import type { OrganResult } from './assessment';
import type { CaseInputs } from './case-inputs';

/** Rounding of near maxima, and motion that nobody would act on. */
const TOLERANCE_GY = 0.5;
const TOLERANCE_SHARE = 0.02;
/** From here a difference between an organ's dose then and the same dose carried onto today's contours is said. */
const NOTICEABLE_GY = 3;
const NOTICEABLE_SHARE = 0.1;

/**
 * What the courses' own contours say about the registrations. No point of an organ can have got more than the sum of the
 * courses' own maxima in it; a sum above that has brought dose from outside the organ into it.
 */
export function registrationFindings(organs: readonly OrganResult[], { courses }: CaseInputs): Finding[] {
  return organs.flatMap((organ): Finding[] => {
    const near = organ.metrics['D0.03cc'];
    const own = organ.ownAnatomy ?? [];
    const priors = courses.filter(({ role }) => role === 'prior');
    if (own.length !== priors.length || own.length === 0) return [];
    const ownPriorGy = own.reduce((sum, each) => sum + each['D0.03ccEqd2Gy'], 0);
    const carriedGy = near.priorEqd2Gy;
    const cumulativeGy = near.cumulativeEqd2WithoutRecoveryGy ?? near.cumulativeEqd2Gy;
    const findings: Finding[] = [];
    if (cumulativeGy !== null && near.plannedEqd2Gy !== null) {
      const bound = ownPriorGy + near.plannedEqd2Gy;
      if (cumulativeGy > bound * (1 + TOLERANCE_SHARE) + TOLERANCE_GY) {
        findings.push({
          code: 'sum-above-own-maxima',
          severity: 'warning',
          roi: organ.roi,
          message: `${organ.roi}: the summed D0.03cc (${cumulativeGy.toFixed(1)} Gy EQD2) is more than the courses' own near maxima in it together (${bound.toFixed(1)} Gy). Prior dose from outside the organ was carried into it: check the registration there.`,
        });
      }
    }
    const differenceGy = carriedGy === null || priors.length > 1 ? 0 : carriedGy - ownPriorGy;
    if (Math.abs(differenceGy) > Math.max(NOTICEABLE_GY, NOTICEABLE_SHARE * ownPriorGy)) {
      findings.push({
        code: 'carried-dose-differs',
        severity: 'warning',
        roi: organ.roi,
        message: `${organ.roi}: D0.03cc of course "${own[0].course}" is ${ownPriorGy.toFixed(1)} Gy EQD2 on its own contours and ${carriedGy!.toFixed(1)} Gy carried onto today's. The organ is drawn differently or longer, or the registration does not fit there.`,
      });
    }
    return findings;
  });
}
