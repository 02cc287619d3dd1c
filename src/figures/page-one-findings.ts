import { type Assessment, evaluatedOrgans } from '../evaluation/assessment';
import type { Finding } from '../findings/finding';
import { isTurned } from '../findings/otherwise';
import { onPageOne } from './own-value-findings';

/** Findings that change what every verdict means: page one of each surface says them whole. */
const ON_PAGE_ONE: ReadonlySet<Finding['code']> = new Set([
  'course-left-out',
  'no-prior-course',
  'no-planned-course',
  'part-of-fractions-delivered',
  'roi-taken-against-its-name',
  'acceptance-of-another-file',
  'organs-overlap',
]);

/** A goal that sets a limit to the hottest of an organ, be it a point or some cc. */
const ON_MAXIMUM = /^(\w+:)?(Dmax|D[\d.]+cc)\b.*</;

/** Those of an assessment, in the order that it has them; of an organ that is drawn small where that touches a maximum. */
export const pageOneFindings = ({ findings, organs }: Pick<Assessment, 'findings' | 'organs'>): readonly Finding[] =>
  findings.flatMap((finding) => {
    const own = onPageOne(finding);
    if (own) return [own];
    // What asks has no verdict yet that page one would have to put right.
    if (finding.code === 'organ-carried-beside-own') {
      const { goals, redrawn = [] } = finding.facts;
      return finding.severity === 'warning' && [...goals, ...redrawn].some(isTurned) ? [finding] : [];
    }
    if (finding.code !== 'organ-smaller-than-on-prior') return ON_PAGE_ONE.has(finding.code) ? [finding] : [];
    const { roi: drawn, onOwn } = finding.facts;
    const of = onOwn?.organ ?? evaluatedOrgans(organs).find(({ roi }) => roi === drawn)?.organ;
    const goals = organs.flatMap(({ organ, goals: all }) => (organ === of ? all : []));
    const isTouched = goals.some(({ goal, verdict }) => ON_MAXIMUM.test(goal) && (verdict === 'met' || verdict === 'exceeded'));
    return isTouched ? [finding] : [];
  });
