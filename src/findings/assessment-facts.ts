import { amountOf, type FigureUnit } from '../figure-digits';
import type { Verdict } from '../verdict';
import type { GoalOtherwise } from './otherwise';
import type { ReasonFacts } from './reasons';
import type { DatedBy } from './study';

/** A course's dose as a record has it, on whole organs. */
export type RecordedDose = {
  readonly course: string;
  readonly phase: string;
  /** That were delivered. */
  readonly fractions: number;
  /** Where fewer were delivered: how many the prescription is for, and of which the recorded maxima are. */
  readonly plannedFractions?: number;
  readonly maximaAre?: 'delivered' | 'planned';
  /** As recorded. */
  readonly totalDoseGy?: number;
  /** Left out where the user has confirmed none. */
  readonly hotSpotFactor?: number;
  readonly organs: readonly { readonly organ: string; readonly doseGy: number }[];
};

/** The share of the recorded doses that counts. */
export const shareTaken = ({ fractions, plannedFractions = fractions }: RecordedDose): number => fractions / plannedFractions;

/** A recorded maximum as it counts. */
export const maximumTaken = (record: RecordedDose, doseGy: number): number =>
  record.maximaAre === 'planned' ? doseGy * shareTaken(record) : doseGy;

/** The score of Nieder with its parts. */
export type CordScore = {
  readonly roi: string;
  /** Something in the input is asked about: no score is told. */
  readonly isInQuestion?: boolean;
  readonly score: number;
  readonly bedPoints: number;
  readonly intervalPoints: number;
  readonly coursePoints: number;
  readonly alphaBetaGy: number;
  readonly group: 'low' | 'intermediate' | 'high';
  readonly myelopathyPercent: number;
  readonly source: string;
};

/** A dose of a published risk, EQD2, with its confidence interval. */
export type RiskDose = { readonly doseGy: number; readonly ci95Gy: readonly [number, number] };

/** The oesophagus beside published risk; `dmaxGy` is left out where it cannot be evaluated. */
export type EsophagusRisk = {
  readonly roi: string;
  /** With the source's alpha/beta and nothing forgiven. */
  readonly dmaxGy?: number;
  /** Part of the dose is unknown: `dmaxGy` is the least it can be. */
  readonly isLowerBound?: boolean;
  /** Something in the input is asked about: no figure is told of the case, nor where it lies. */
  readonly isInQuestion?: boolean;
  readonly riskPercent: number;
  readonly grade: string;
  /** Left out where chemotherapy is known to be, or not to be, given. */
  readonly withoutChemotherapy?: RiskDose;
  readonly withChemotherapy?: RiskDose;
  readonly alphaBetaGy: number;
  readonly studies: number;
  readonly patients: number;
  readonly events: number;
  readonly source: string;
  readonly chemotherapy: 'yes' | 'no' | 'unknown';
};

/** Where the case lies by one of the published intervals; of a dose that is known to be at least so much, only that it lies above is known. */
export interface RiskStanding {
  readonly chemotherapy: 'without' | 'with';
  readonly lies: 'above' | 'within' | 'below' | 'unknown';
  readonly ci95Gy: readonly [number, number];
}

/** Where the case lies, for each answer on chemotherapy that is open: what holds for one need not for the other. */
export function riskStandings(facts: EsophagusRisk): RiskStanding[] {
  const { dmaxGy, isLowerBound, isInQuestion, withoutChemotherapy, withChemotherapy } = facts;
  if (dmaxGy === undefined || isInQuestion) return [];
  const standing = (chemotherapy: 'without' | 'with', dose: RiskDose | undefined): RiskStanding[] => {
    if (!dose) return [];
    const [low, high] = dose.ci95Gy;
    const known = dmaxGy < low ? 'below' : 'within';
    const lies = dmaxGy > high ? 'above' : isLowerBound ? 'unknown' : known;
    return [{ chemotherapy, lies, ci95Gy: dose.ci95Gy }];
  };
  return [...standing('without', withoutChemotherapy), ...standing('with', withChemotherapy)];
}

export type KnownStanding = RiskStanding & { readonly lies: Exclude<RiskStanding['lies'], 'unknown'> };

/** Where the case is known to lie, and the answers on chemotherapy by which that is not known. */
export function standingsByKnown(facts: EsophagusRisk) {
  const all = riskStandings(facts);
  return {
    known: all.filter((each): each is KnownStanding => each.lies !== 'unknown'),
    unknown: all.flatMap(({ lies, chemotherapy }) => (lies === 'unknown' ? [chemotherapy] : [])),
  };
}

/** The greatest dose of the case, in digits that tell it from the bounds of what is published. */
export const ownMaximum = ({ dmaxGy, withoutChemotherapy, withChemotherapy }: EsophagusRisk): string | undefined =>
  dmaxGy === undefined
    ? undefined
    : amountOf(
        dmaxGy,
        'Gy',
        ...[withoutChemotherapy, withChemotherapy].flatMap((dose) => dose?.ci95Gy.filter((gy) => gy > 0) ?? []),
      );

export type DeliveredFew = {
  readonly course: string;
  readonly phase: string;
  readonly delivered: number;
  readonly planned: number;
  /** Of a record: what of it is counted in that share, and what whole; left out of a dose file. */
  readonly counted?: RecordCounted;
  /** Where the course has further phases: one of them may be of the plan that took the place of another. */
  readonly isOfSeveral?: true;
};

/** A course that the case dates before its own plan or study was made. */
export type BeforeItsPlan = {
  readonly course: string;
  readonly day: string;
  readonly of: DatedBy;
  readonly dated: string;
  /** What changes for the better by the case's days, with what it would come to had the course ended on the plan's. */
  readonly goals?: readonly GoalOtherwise[];
};

/** An interval between two courses. */
export type Interval = { readonly from: string; readonly to: string; readonly months: number };

/** Goals of a set that the case lies outside of. */
export type OutsideSources = {
  readonly set: string;
  /** No goal of the set applies. */
  readonly isWhole: boolean;
  readonly conditions: readonly ReasonFacts['outside-source'][];
  /** Figures beyond limits that do not apply. */
  readonly beyond: readonly {
    readonly roi: string;
    readonly goal: string;
    readonly value: number;
    readonly limit: number;
    readonly unit: FigureUnit;
  }[];
  /** Of each planned phase, where a number of fractions is asked for and there are several phases. */
  readonly phaseFractions?: readonly number[];
};

/** What takes the figures of an organ away from plain linear-quadratic. */
export type SpecialModel = {
  readonly roi: string;
  readonly lqLAboveGy?: number;
  readonly overallTime?: { readonly gyPerDay: number; readonly fromDay: number };
  /** Of the case's own, those that ask for it, with what they come to in plain LQ. */
  readonly goals?: readonly GoalOtherwise[];
};

/** The gravest of an organ's mandatory goals, tested with the table's alpha/beta. */
export type WithTable = {
  readonly verdict: Verdict;
  readonly goal: string;
  readonly limit: number;
  readonly unit: FigureUnit;
  /** Left out where it cannot be had. */
  readonly value?: number;
};

/** An organ whose alpha/beta the case sets to another value than the tissue table's. */
export type OwnAlphaBeta = {
  readonly roi: string;
  readonly ownGy: number;
  readonly tableGy: number;
  /** The structures it is made from and whose value it is; left out where the case sets it for this one. */
  readonly from?: readonly string[];
  /** What is made from it and has its value. */
  readonly inheritedBy?: readonly string[];
  /** Left out where no mandatory goal is tested with the organ's alpha/beta. */
  readonly withTable?: WithTable;
};

/** The value of such a goal, in digits that tell it from its limit: ` 59.3 Gy`. */
export const tableValue = ({ value, unit, limit }: WithTable): string | undefined =>
  value === undefined ? undefined : amountOf(value, unit, limit);

type Plain = string | number | boolean;
/** What a guess is made of, by its code. */
export type GuessMade = {
  readonly code: string;
  readonly facts: Readonly<Record<string, Plain | readonly (Plain | Readonly<Record<string, Plain | readonly Plain[]>>)[]>>;
};

/** A sentence inside another. */
export const withoutStop = (said: string): string => said.replace(/\.$/, '');

/** An answer of the case that meets no question, with what is asked under its code. */
export type AnswerUnmet = {
  readonly code: string;
  readonly why: 'course-of-several' | 'several-rois' | 'no-question';
  readonly course?: string;
  readonly roi?: string;
  readonly sha256?: string;
  readonly by: string;
  readonly on: string;
  /** What each question of this code is asked of, which its answer has to name. */
  readonly asked: readonly { readonly file?: string; readonly course?: string; readonly roi?: string }[];
  /** The courses that share the name that the answer has. */
  readonly courses?: readonly string[];
};

/** Where an answer, or what is asked, is: the file (of an answer the beginning of its hash), the course, the ROI. */
export const placeOf = (
  { file, course, roi, sha256 }: Pick<AnswerUnmet, 'course' | 'roi' | 'sha256'> & { readonly file?: string },
  { courseWords, comma }: { courseWords: (name: string) => string; comma: string },
): string =>
  [
    file,
    sha256 !== undefined && `SHA-256 ${sha256.slice(0, 8)}…`,
    course !== undefined && courseWords(course),
    roi !== undefined && `ROI ${roi}`,
  ]
    .filter(Boolean)
    .join(comma);

/** What of a record is counted in the share of its fractions: all of it, its prescription alone, or nothing. */
export type RecordCounted = 'in-share' | 'prescription-in-share' | 'maxima-whole';
