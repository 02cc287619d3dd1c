import type { FindingCode, FindingFacts } from '../findings/english';
import { type Finding, type FindingOf, makeFinding } from '../findings/finding';
import { telling } from '../findings/otherwise';

/*
 * What the case sets against tables, sources and plans, as page one has it: the goals of which the verdict would be
 * another one without it, and of those that are only the milder by it the one that is nearest to its limit.
 */

/** The findings of that kind, each with the goals that it changes. */
const CODES = [
  'goal-alpha-beta-own',
  'fractions-differ-from-plan',
  'course-before-its-plan',
  'model-not-lq',
  'repair-half-time-own',
  'recovery-own',
  'own-values-together',
] as const;
type OwnValueCode = (typeof CODES)[number];

const isOwnValue = (finding: Finding): finding is Extract<Finding, { code: OwnValueCode }> =>
  (CODES as readonly FindingCode[]).includes(finding.code);

/** A finding with the goals that page one names; itself where it is none of these, undefined where no goal is named. */
export function onPageOne(finding: Finding): Finding | undefined {
  if (!isOwnValue(finding)) return undefined;
  const goals = telling(finding.facts.goals ?? []);
  return goals.length === 0 ? undefined : narrowed(finding, goals);
}

function narrowed<Code extends OwnValueCode>(finding: FindingOf<Code>, goals: FindingFacts[Code]['goals']): Finding {
  const { code, severity, facts, file, roi, course } = finding;
  const place = { ...(file && { file }), ...(roi && { roi }), ...(course && { course }) };
  return makeFinding(code, severity, { ...facts, goals } as FindingFacts[Code], place) as Finding;
}
