import type { Question } from '../case/answers';
import type { CaseFile, OrganOverride } from '../case/case-file';
import type { CaseCourseInput, Region } from '../case/case-inputs';
import { isTarget } from '../case/organ-by-name';
import { type InheritedField, isTargetTissue, type TissueEntry, tissueEntry, tissueNames } from '../case/tissue-entry';
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
  /** The overrides of the case alone, without what is tried. */
  readonly ofCase: Readonly<Record<string, OrganOverride>>;
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
  const names = tissueNames(region);
  const its = (overrides: EvaluationSettings['overrides']) =>
    Object.fromEntries(names.filter((name) => Object.hasOwn(overrides, name)).map((name) => [name, overrides[name]]));
  return {
    ...context,
    settings: {
      ...settings,
      overrides: its(settings.overrides),
      ofCase: its(settings.ofCase),
      constraints: constraintsOf(region, settings),
      robustness: undefined,
    },
  };
}

/** What the case, or what is tried, sets for the tissue of a region. */
export const tissueEntryIn = (region: Region, { overrides, ofCase }: EvaluationSettings): TissueEntry =>
  tissueEntry(region, overrides, ofCase);

/** A tissue model with where it is from. */
export interface OrganTissue extends TissueModel, Forgiven {
  readonly source: string;
  readonly inherited: readonly InheritedField[];
}

/** The tissue model of an organ: the user's overrides, and the tissue table for what they leave out. */
export function tissueModelOf(region: Region, context: EvaluationContext): OrganTissue {
  const override = tissueEntryIn(region, context.settings);
  const tissue = region.tissueOrgan === undefined ? undefined : tissueFor(region.tissueOrgan);
  const alphaBetaGy = override.alphaBetaGy ?? tissue?.alphaBetaGy;
  if (alphaBetaGy === undefined) throw new Error(`region ${region.name} has no alpha/beta`);
  if (override.repopulation) refuseOverallTime(region);
  const shares = recoveryShares(override.recovery ?? 0, context.courses);
  return {
    alphaBetaGy,
    source: override.alphaBetaGy === undefined ? sourceOf(region, tissue!) : sourceOfOverride(override),
    inherited: override.inherited,
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
function refuseOverallTime(region: Region): void {
  const { name, organ } = region;
  if (isTargetTissue(region) || (organ !== undefined && isTarget(organ))) return;
  throw new InputError({
    where: `organs.${name}.repopulation`,
    found: `an overall-time correction for ${name}, which is ${organ ? `taken for ${organ}` : 'no known organ'}`,
    needed: `none but for a target (${TARGET_KINDS.join(', ')}): organs at risk do not recover during a course`,
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

/** The user's source, and whose value it is where that is not the region's own. */
function sourceOfOverride({ alphaBetaSource = 'set by the user in the case', inherited }: TissueEntry): string {
  const from = inherited.find(({ field }) => field === 'alphaBetaGy')?.from;
  return from ? `as ${from.join(' and ')}, which it is made from: ${alphaBetaSource}` : alphaBetaSource;
}

/** The goals that a region is held to: those of its organ, and those of its own names. */
export const constraintsOf = ({ names }: Region, { constraints }: EvaluationSettings): readonly Constraint[] =>
  constraints.filter((constraint) => names.includes(constraint.organ));
