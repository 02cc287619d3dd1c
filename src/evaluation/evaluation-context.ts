import type { Question } from '../case/answers';
import type { CaseFile, OrganOverride } from '../case/case-file';
import type { CaseCourseInput, Region } from '../case/case-inputs';
import { namedEntry } from '../case/named-entry';
import type { Constraint } from '../constraints/constraint';
import { TARGET_KINDS } from '../constraints/target-names';
import type { TissueModel } from '../effect/dose-question';
import { InputError } from '../input-error';
import { type Tissue, tissueFor } from '../radiobiology/tissue-table';
import { monthsSincePrior } from './months-since-prior';
import { type Forgiven, forgivenOf } from './recovery-of-courses';

/** What a person may change without anything being sampled again. */
export interface EvaluationSettings {
  readonly overrides: Readonly<Record<string, OrganOverride>>;
  readonly constraints: readonly Constraint[];
  readonly metrics: readonly string[];
  readonly outsideDoseGrid: 'unknown' | 'zero';
  /** Factor on the planned dose at its number of fractions (what-if); 1 is the plan as exported. */
  readonly plannedScale: number;
  /** What the case asks for about the prior courses' place. */
  readonly robustness: CaseFile['robustness'];
}

/** What is the same for every organ of a case. */
export interface EvaluationContext {
  readonly courses: readonly CaseCourseInput[];
  /** Months from the end of each course to the start of the planned one; undefined where a date is missing. */
  readonly monthsSince: readonly (number | undefined)[];
  readonly settings: EvaluationSettings;
  /** What was asked of a person and not answered. */
  readonly questions: readonly Question[];
}

export const evaluationContext = (
  courses: readonly CaseCourseInput[],
  settings: EvaluationSettings,
  questions: readonly Question[],
): EvaluationContext => ({
  courses,
  questions,
  monthsSince: monthsSincePrior(courses),
  settings,
});

/** The context as far as one region sees it: the overrides and the goals of others are nothing to it. */
export function contextOf(region: Region, context: EvaluationContext): EvaluationContext {
  const { settings } = context;
  const names = region.names.filter((name) => Object.hasOwn(settings.overrides, name));
  return {
    ...context,
    settings: {
      ...settings,
      overrides: Object.fromEntries(names.map((name) => [name, settings.overrides[name]])),
      constraints: constraintsOf(region, settings),
      robustness: undefined,
    },
  };
}

const TARGETS: readonly string[] = TARGET_KINDS;

/** The tissue model of an organ: the user's overrides, and the tissue table for what they leave out. */
export function tissueModelOf(region: Region, context: EvaluationContext): TissueModel & { source: string } & Forgiven {
  const override = namedEntry(context.settings.overrides, region.names) ?? {};
  const tissue = region.tissueOrgan === undefined ? undefined : tissueFor(region.tissueOrgan);
  const alphaBetaGy = override.alphaBetaGy ?? tissue?.alphaBetaGy;
  if (alphaBetaGy === undefined) throw new Error(`region ${region.name} has no alpha/beta`);
  if (override.repopulation) refuseOverallTime(region);
  const shares = recoveryShares(override.recovery ?? 0, context.courses);
  return {
    alphaBetaGy,
    source:
      override.alphaBetaGy === undefined
        ? sourceOf(region, tissue!)
        : (override.alphaBetaSource ?? 'set by the user in the case'),
    ...forgivenOf(context.courses, shares),
    recoveryOfCourse: shares,
    repairHalfTimeHours: override.repairHalfTimeHours ?? tissue?.repair?.halfTimeHours,
    lqL: override.lqL,
    repopulation: override.repopulation,
  };
}

/**
 * The overall-time correction takes dose away for what tumour cells grew back meanwhile (tumour and acute endpoints
 * only): of late effects in an organ at risk it would only hide dose.
 */
function refuseOverallTime({ name, organ }: Region): void {
  if (organ !== undefined && TARGETS.includes(organ)) return;
  throw new InputError({
    where: `organs.${name}.repopulation`,
    found: `an overall-time correction for ${name}, which is ${organ ? `taken for ${organ}` : 'no known organ'}`,
    needed: `none but for a target (${TARGETS.join(', ')}): organs at risk do not recover during a course`,
  });
}

/** What is forgiven of each course: one share for all prior ones, or one for each of them in their order. */
function recoveryShares(recovery: number | readonly number[], courses: readonly CaseCourseInput[]): number[] {
  let next = 0;
  return courses.map(({ role }) => {
    if (role !== 'prior') return 0;
    return typeof recovery === 'number' ? recovery : recovery[next++];
  });
}

/** The table's source, and whose tissue it is where that is not plain from the region's own organ. */
const sourceOf = ({ organ, tissueOrgan }: Region, { source }: Tissue): string =>
  organ === tissueOrgan ? source : `as ${tissueOrgan}, which it is made from: ${source}`;

/** The goals that a region is held to: those of its organ, and those of its own names. */
export const constraintsOf = ({ names }: Region, { constraints }: EvaluationSettings): readonly Constraint[] =>
  constraints.filter((constraint) => names.includes(constraint.organ));
