import type { RecordCounted } from '../findings/assessment-facts';
import { type Finding, makeFinding } from '../findings/finding';
import type { CaseFile } from './case-file';
import type { CaseCourseInput, PhaseDose, Region } from './case-inputs';
import { tissueEntry } from './tissue-entry';

/*
 * Entries of the case that are possible and hardly meant. The bounds are this program's own: no clinical numbers, but
 * where a slip of the pen is likelier than the figure.
 */

export const PLAUSIBLE_ALPHA_BETA_GY = { low: 0.5, high: 25 };
export const isPlausibleAlphaBeta = (gy: number): boolean =>
  gy >= PLAUSIBLE_ALPHA_BETA_GY.low && gy <= PLAUSIBLE_ALPHA_BETA_GY.high;

/** Below this share of the planned fractions a course was broken off early, or the number is a slip. */
const LEAST_DELIVERED_SHARE = 0.5;

/** A case without a prior or a planned course, courses broken off early, and alpha/beta that no tissue is known to have. */
export function oddEntries(
  { organs = {} }: CaseFile,
  courses: readonly CaseCourseInput[],
  regions: readonly Region[],
): Finding[] {
  const findings: Finding[] = [];
  if (!courses.some(({ role }) => role === 'planned')) findings.push(makeFinding('no-planned-course', 'warning', {}));
  if (!courses.some(({ role }) => role === 'prior')) findings.push(makeFinding('no-prior-course', 'warning', {}));
  for (const { name: course, phases } of courses) {
    const zero = phases.flatMap(({ dose }) =>
      dose.kind === 'record' ? Object.keys(dose.organMaximaGy).filter((organ) => dose.organMaximaGy[organ] === 0) : [],
    );
    if (zero.length > 0) {
      const facts = { course, organs: [...new Set(zero)] };
      findings.push(makeFinding('record-dose-zero', 'error', facts, { course, answerable: true }));
    }
    for (const { name: phase, fractions, deliveredShare, dose } of phases) {
      if (deliveredShare >= 1) continue;
      const counted = countedOf(dose);
      const planned = Math.round(fractions / deliveredShare);
      const facts = { course, phase, delivered: fractions, planned, ...(counted && { counted }) };
      if (deliveredShare >= LEAST_DELIVERED_SHARE) {
        findings.push(makeFinding('part-of-fractions-delivered', 'warning', facts, { course }));
        continue;
      }
      const fewFacts = { ...facts, ...(phases.length > 1 && { isOfSeveral: true as const }) };
      findings.push(makeFinding('few-fractions-delivered', 'error', fewFacts, { course, answerable: true }));
    }
  }
  for (const region of regions) {
    const { name: roi } = region;
    const { alphaBetaGy } = tissueEntry(region, organs);
    if (alphaBetaGy === undefined || isPlausibleAlphaBeta(alphaBetaGy)) continue;
    const facts = { roi, alphaBetaGy, ...PLAUSIBLE_ALPHA_BETA_GY };
    findings.push(makeFinding('alpha-beta-implausible', 'error', facts, { roi, answerable: true }));
  }
  return findings;
}

/** Maxima that are already of the delivered fractions are counted whole. */
function countedOf(dose: PhaseDose): RecordCounted | undefined {
  if (dose.kind !== 'record') return undefined;
  const areWhole = dose.organMaximaAre === 'delivered' && Object.keys(dose.organMaximaGy).length > 0;
  if (!areWhole) return 'in-share';
  return dose.totalDoseGy === undefined ? 'maxima-whole' : 'prescription-in-share';
}
