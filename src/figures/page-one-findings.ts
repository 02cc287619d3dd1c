import type { Assessment } from '../evaluation/assessment';
import type { Finding } from '../findings/finding';

/** Findings that change what every verdict means: page one of each surface says them whole. */
const ON_PAGE_ONE: ReadonlySet<Finding['code']> = new Set([
  'course-left-out',
  'no-prior-course',
  'no-planned-course',
  'part-of-fractions-delivered',
]);

/** Those of an assessment, in the order that it has them. */
export const pageOneFindings = ({ findings }: Pick<Assessment, 'findings'>): readonly Finding[] =>
  findings.filter(({ code }) => ON_PAGE_ONE.has(code));
