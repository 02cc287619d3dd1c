import { amountOf, digitsOf, endDigits, type FigureUnit } from '../figure-digits';
import { type CourseReach, reachOf } from './dose';
import { NO_VALUE } from './no-value';
import type { FactsIn, SameWords, WordTable } from './words';

/** A figure that is known as an interval; an end that is left out has no bound. */
export type Span = {
  readonly low?: number;
  readonly high?: number;
  readonly limit: number;
  readonly unit: FigureUnit;
};
/** The figure of the part of an organ outside the target, which meets the limit; nothing where no part lies outside. */
export type OutsideTarget = {
  readonly outside?: number;
  readonly limit?: number;
  readonly unit?: FigureUnit;
  /** What was taken for the planned PTV, and whether the case names it as a target or the structure set alone has it. */
  readonly ptvs?: readonly string[];
  readonly ptvsFrom?: 'case' | 'structures';
};
/** What a source studied, as far as one condition says it. */
export type SourceCondition =
  | 'intervalMonthsAtLeast'
  | 'intervalMonthsBelow'
  | 'plannedFractionsAtLeast'
  | 'plannedFractionsAtMost'
  | 'courseBedGyAtMost'
  | 'courseBedGyAbove'
  | 'lowestLevelFractionGyAtLeast'
  | 'lowestLevelFractionGyAtMost'
  | 'highestLevelFractionGyAtMost';
export type Condition = { readonly condition: SourceCondition; readonly limit: number };

const CONDITIONS: Readonly<Record<SourceCondition, (limit: number) => string>> = {
  intervalMonthsAtLeast: (limit) => `an interval of at least ${limit} months between the courses`,
  intervalMonthsBelow: (limit) => `an interval of less than ${limit} months between the courses`,
  plannedFractionsAtLeast: (limit) => `a planned course of at least ${limit} fractions`,
  plannedFractionsAtMost: (limit) => `a planned course of at most ${limit} fractions`,
  courseBedGyAtMost: (limit) => `a highest single-course BED of at most ${limit} Gy`,
  courseBedGyAbove: (limit) => `a highest single-course BED above ${limit} Gy`,
  lowestLevelFractionGyAtLeast: (limit) => `at least ${limit} Gy per fraction to the lowest prescription level`,
  lowestLevelFractionGyAtMost: (limit) => `at most ${limit} Gy per fraction to the lowest prescription level`,
  highestLevelFractionGyAtMost: (limit) => `at most ${limit} Gy per fraction to the highest prescription level`,
};
const UNKNOWN: Readonly<Record<SourceCondition, string>> = {
  intervalMonthsAtLeast: 'the interval',
  intervalMonthsBelow: 'the interval',
  plannedFractionsAtLeast: 'the number of planned fractions',
  plannedFractionsAtMost: 'the number of planned fractions',
  courseBedGyAtMost: 'the BED of each course',
  courseBedGyAbove: 'the BED of each course',
  lowestLevelFractionGyAtLeast: 'the dose per fraction of the planned prescription in each phase',
  lowestLevelFractionGyAtMost: 'the dose per fraction of the planned prescription in each phase',
  highestLevelFractionGyAtMost: 'the dose per fraction of the planned prescription in each phase',
};
/** What a case has of that which a condition limits, in digits that tell it from the limit. */
export function conditionDigits({ condition, value, limit }: Condition & { readonly value: number }): string {
  if (condition.startsWith('plannedFractions')) return String(value);
  if (condition.startsWith('interval')) return digitsOf(value, 'months', limit);
  return digitsOf(value, condition.startsWith('courseBed') ? 'Gy' : 'Gy per fraction', limit);
}
const found = (facts: Condition & { readonly value: number }): string => {
  const text = conditionDigits(facts);
  if (facts.condition.startsWith('interval')) return `${text} months`;
  return facts.condition.startsWith('plannedFractions') ? text : `${text} Gy`;
};

/** The figure outside the target, in digits that tell it from the limit. */
export const outsideFigure = ({ outside, limit, unit = '' }: OutsideTarget): string | undefined =>
  outside === undefined ? undefined : amountOf(outside, unit, ...(limit === undefined ? [] : [limit]));

const takenForPtv = ({ ptvs = [], ptvsFrom }: OutsideTarget): string =>
  ptvs.length === 0
    ? ''
    : ` Taken for the planned PTV: ${ptvs.join(', ')}${ptvsFrom === 'structures' ? ', by name and type alone: the case names no target of the planned course' : ''}.`;

/** The ends of an interval, rounded outwards, and the limit within, as sentences write them. */
export function spanFigures({ low, high, limit, unit }: Span) {
  const behind = unit && ` ${unit}`;
  return {
    low: low === undefined ? undefined : endDigits(low, unit, 'low') + behind,
    high: high === undefined ? undefined : endDigits(high, unit, 'high') + behind,
    limit: `${limit}${behind}`,
  };
}

/** A factor on the planned dose: cut off, never rounded up. */
export const cutOff = (times: number): string => (Math.floor(times * 100) / 100).toFixed(2);

const lies = (span: Span): string => {
  const { low, high } = spanFigures(span);
  if (low !== undefined && high !== undefined) return `between ${low} and ${high}`;
  if (low !== undefined) return `at or above ${low}`;
  return high !== undefined ? `at or below ${high}` : 'anywhere';
};

/** An organ, or any of several that stand for one limit, that no ROI is known as. */
export type NotContoured = {
  readonly organs: readonly string[];
  /** ROIs of unknown names, where one of them may be it. */
  readonly unmatched: readonly string[];
  /** Whether there are others: that it is not drawn cannot be said then either. */
  readonly hasUnknownNames?: true;
  /** ROIs that are drawn of the organ and are not it: its planning risk volume, a part. */
  readonly related?: readonly string[];
};

/** A finding that nobody answered: its code, by which each language has its own title, its English title, its place. */
export type OpenQuestion = { readonly code?: string; readonly title: string; readonly place: string };

const quoted = (names: readonly string[]): string => names.map((name) => `"${name}"`).join(', ');

/**
 * Why there is no verdict, no figure or no room: what `reason` says in English, by its code. The facts are what the
 * sentence is made of.
 */
const ALL = {
  'no-such-course': {
    title: 'Course missing',
    message: ({ role }: { role: 'prior' | 'planned' }) => `The case has no ${role} course.`,
  },
  'metric-not-there': {
    title: 'No such figure',
    message: ({ metric }: { metric: string }) =>
      `${metric} cannot be had: there is no such dose, or the organ has less volume than it asks for.`,
  },
  'divides-by-zero': {
    title: 'Divides by 0',
    message: () => 'It divides by a value that is 0.',
  },
  'limit-within-interval': {
    title: 'Limit within what is known',
    message: (span: Span) =>
      `The value is only known to lie ${lies(span)}, and the limit of ${spanFigures(span).limit} falls within.`,
  },
  'value-is-the-most': {
    title: 'The value is the most that it can be',
    message: (span: Span) =>
      `The value is the most that it can be: it is only known to lie ${lies(span)}, all of it beyond the limit of ${spanFigures(span).limit}.`,
  },
  'recovery-undated': {
    title: 'Interval unknown',
    message: ({ course }: { course: string }) =>
      `The source's recovery depends on the time since course "${course}", and the days of that course and of the planned one are missing or contradicted.`,
  },
  'source-condition-unknown': {
    title: 'Condition of the source unknown',
    message: ({ condition, limit }: Condition) =>
      `The source gives this limit for ${CONDITIONS[condition](limit)}; ${UNKNOWN[condition]} is not known.`,
  },
  'outside-source': {
    title: 'Outside the source',
    message: (facts: Condition & { value: number }) =>
      `The source gives this limit for ${CONDITIONS[facts.condition](facts.limit)}; here it is ${found(facts)}.`,
  },
  'question-open': {
    title: 'A question is open',
    message: ({ questions }: { questions: readonly OpenQuestion[] }) =>
      `Something in the input is contradicted and nobody has answered for it: ${questions.map(({ title, place }) => (place ? `${title} (${place})` : title)).join('; ')}.`,
  },
  'exceeded-as-drawn': {
    title: 'Exceeded as drawn',
    message: ({ questions }: { questions: readonly OpenQuestion[] }) =>
      `It is exceeded by what is drawn, whatever the answer to what is asked: ${questions.map(({ title, place }) => (place ? `${title} (${place})` : title)).join('; ')}.`,
  },
  'no-dose-known': {
    title: 'No dose known',
    message: ({ courses }: { courses?: readonly CourseReach[] }) =>
      courses
        ? `Nothing bounds the sum: at no point of the organ is the dose of all courses known. Of each by itself it is known in a part: ${reachOf(courses)}.`
        : 'Nothing bounds the dose that some course gave here: its dose grid or deformation reaches no part of the organ, it cannot be placed on the organ, or its record says nothing of the most.',
  },
  ...NO_VALUE,
  'no-headroom-goal-not-evaluable': {
    title: 'Goal not evaluable',
    message: () => 'The goal is not evaluable, so no scaling of the planned dose can be stated.',
  },
  'planned-dose-does-not-reach': {
    title: 'Planned dose does not reach',
    message: () => 'The planned dose does not reach what the goal tests.',
  },
  'met-at-any-scale': {
    title: 'Met at any scale',
    message: ({ times }: { times: number }) => `The goal is met even at ${times} times the planned dose.`,
  },
  'not-met-at-any-scale': {
    title: 'Met at no scale',
    message: ({ times }: { times: number }) => `The goal is not met even at ${times} times the planned dose.`,
  },
  'not-met-without-dose': {
    title: 'Not met without dose',
    message: () =>
      'More planned dose makes it worse, and the goal is not met without any planned dose: no factor on it can meet it.',
  },
  'asks-more-than-organ': {
    title: 'Asks for more than the organ',
    message: ({ asked, has, unit }: { asked: number; has: number; unit: 'cc' | '%' }) =>
      `The goal asks for ${amountOf(asked, unit, has)}, and the whole organ is ${amountOf(has, unit, asked)}: no dose can meet it.`,
  },
  'prior-alone-exceeds': {
    title: 'Prior courses alone exceed',
    message: ({ offPrescription = [] }: { offPrescription?: readonly string[] }) =>
      offPrescription.length === 0
        ? 'The prior courses alone break the goal: no planned dose can meet it.'
        : `The prior courses alone break the goal as their doses are in the files. That of ${quoted(offPrescription)} is not near its prescription: whether a planned dose can meet the goal hangs on it.`,
  },
  'prior-dose-not-known': {
    title: 'Prior dose not known well enough',
    message: () =>
      'What is known of the prior dose does not exclude that it alone breaks the goal: no planned dose can be shown to meet it.',
  },
  'exceeded-in-target': {
    title: 'Exceeded in the target',
    message: (facts: OutsideTarget) =>
      `${
        facts.outside === undefined
          ? 'It is exceeded in the target alone: no part of the organ lies outside the planned PTV.'
          : `It is exceeded in the target alone: the part outside the planned PTV meets the same limit with ${outsideFigure(facts)}.`
      }${takenForPtv(facts)}`,
  },
  'headroom-outside-target': {
    title: 'Outside the target',
    /** `inTarget`: up to which factor the part in the target meets the limit. */
    message: ({ times }: { times: number; inTarget: number }) =>
      `Outside the planned PTV the limit is met with the planned dose at ×${cutOff(times)}; what lies in the target sets no factor.`,
  },
  'no-single-headroom': {
    title: 'No single factor',
    message: () =>
      'As the planned dose is scaled, the goal has no value at some factors or turns more than once: no single factor can be stated.',
  },
  'no-headroom-on-prior': {
    title: 'Prior courses alone',
    message: () => 'The goal is on the prior courses alone: no planned dose changes it.',
  },
  'no-headroom-in-target': {
    title: 'In the target',
    message: () => 'What lies in the target gets the target’s dose: no factor on the planned dose follows from it.',
  },
  'organ-not-contoured': {
    title: 'Not contoured',
    message: ({ organs, unmatched, hasUnknownNames, related = [] }: NotContoured) =>
      `Not contoured${hasUnknownNames || unmatched.length > 0 ? ' under a name that is recognised' : ''}: ${organs.length > 1 ? `any of ${organs.join(', ')}` : organs[0]}.${related.length > 0 ? ` Drawn of it: ${related.join(', ')}, to which its limits do not apply.` : ''}${unmatched.length > 0 ? ` ROIs that are not known as organs: ${unmatched.join(', ')}.` : ''}`,
  },
  'organ-without-volume': {
    title: 'No volume',
    message: ({ rois }: { rois: readonly string[] }) => `No contours that bound a volume: ${rois.join(', ')}.`,
  },
  'organ-in-another-frame': {
    title: 'In another frame of reference',
    message: ({ rois }: { rois: readonly string[] }) =>
      `Drawn in another frame of reference than the rest of the structures: ${rois.join(', ')}.`,
  },
  'organ-without-number': {
    title: 'No ROI number',
    message: ({ rois }: { rois: readonly string[] }) =>
      `No ROI number in the structure set, so that no contours belong to it: ${rois.join(', ')}.`,
  },
  'roi-not-evaluated': {
    title: 'Not evaluated',
    message: ({ rois }: { rois: readonly string[] }) =>
      `Drawn, but not evaluated: ${rois.join(', ')}. Say in the case which organ it is, or give its α/β.`,
  },
  'organ-side-missing': {
    title: 'One side alone',
    message: ({ drawn, missing }: { drawn: readonly string[]; missing: readonly string[] }) =>
      `Contoured: ${drawn.join(', ')}; not contoured: ${missing.join(', ')}. If the patient has no ${missing.join(', ')}, say so in the case.`,
  },
  'organ-ambiguous-parts': {
    title: 'Several ROIs could be meant',
    message: ({ rois }: { rois: readonly string[] }) =>
      `Cannot be made, because several ROIs could be meant: ${rois.join(', ')}. Say in the case what it is made of.`,
  },
  'organ-not-made': {
    title: 'Could not be made',
    message: ({ organ, base }: { organ: string; base: string }) =>
      `${organ} is neither contoured nor could it be made from ${base}.`,
  },
  'organ-said-absent': {
    title: 'The patient has none',
    message: ({ organ, by, on, why }: { organ: string; by: string; on: string; why: string }) =>
      `The patient has no ${organ}: ${why} (${by}, ${on}).`,
  },
} satisfies WordTable;

export type ReasonCode = keyof typeof ALL;
export type ReasonFacts = FactsIn<typeof ALL>;
export type ReasonWords = SameWords<typeof ALL>;

/** The English sentences, from which other languages and the types of the facts follow. */
export const REASONS: ReasonWords = ALL;

/** A reason of one code, as it stands in a result. */
export interface ReasonOf<Code extends ReasonCode> {
  /** In English, made of the facts. */
  readonly reason: string;
  readonly code: Code;
  readonly facts: ReasonFacts[Code];
}
export type Reason = { readonly [Code in ReasonCode]: ReasonOf<Code> }[ReasonCode];

/** A reason with the English sentence of its code. */
export function makeReason<Code extends ReasonCode>(code: Code, facts: ReasonFacts[Code]): ReasonOf<Code> {
  return { reason: REASONS[code].message(facts), code, facts };
}
