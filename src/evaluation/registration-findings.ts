import type { CaseInputs } from '../case/case-inputs';
import { type Finding, makeFinding } from '../findings/finding';
import type { OrganResult } from './assessment';
import { isGrossDifference, isNoticeable } from './carried-dose';

/** Rounding of near maxima, and motion that nobody would act on. */
const TOLERANCE_GY = 0.5;
const TOLERANCE_SHARE = 0.02;

/**
 * What the courses' own contours say about the registrations. No point of an organ can have got more than the sum of the
 * courses' own maxima in it; a sum above that has brought dose from outside the organ into it.
 */
export function registrationFindings(organs: readonly OrganResult[], { courses, regions }: CaseInputs): Finding[] {
  const inQuestion = new Set(regions.flatMap(({ name, isInQuestion }) => (isInQuestion ? [name] : [])));
  return organs.flatMap((organ): Finding[] => {
    if (inQuestion.has(organ.roi)) return [];
    const near = organ.metrics['D0.03cc'];
    const own = organ.ownAnatomy ?? [];
    const priors = courses.filter(({ role }) => role === 'prior');
    if (own.length !== priors.length || own.length === 0) return [];
    const ownPriorGy = own.reduce((sum, each) => sum + each['D0.03ccEqd2Gy'], 0);
    // What is forgiven is no dose that was lost on the way.
    const carriedGy = own[0]['carriedD0.03ccEqd2Gy'];
    const cumulativeGy = near.cumulativeEqd2WithoutRecoveryGy ?? near.cumulativeEqd2Gy;
    const at = { roi: organ.roi };
    const other = own.find(({ comparedWith }) => comparedWith !== undefined)?.comparedWith;
    const compared = other !== undefined && { comparedWith: other };
    const findings: Finding[] = [];
    if (cumulativeGy !== null && near.plannedEqd2Gy !== null) {
      const bound = ownPriorGy + near.plannedEqd2Gy;
      if (cumulativeGy > bound * (1 + TOLERANCE_SHARE) + TOLERANCE_GY) {
        const facts = { ...at, ...compared, sumGy: cumulativeGy, boundGy: bound };
        findings.push(makeFinding('sum-above-own-maxima', 'warning', facts, at));
      }
    }
    // A gross one asks, and was found before anything was evaluated.
    const isTold = priors.length === 1 && carriedGy !== undefined && !isGrossDifference(ownPriorGy, carriedGy);
    if (isTold && isNoticeable(ownPriorGy, carriedGy)) {
      const facts = { ...at, metric: 'D0.03cc', course: own[0].course, ...compared, ownGy: ownPriorGy, carriedGy } as const;
      findings.push(makeFinding('carried-dose-differs', 'warning', facts, at));
    }
    return findings;
  });
}
