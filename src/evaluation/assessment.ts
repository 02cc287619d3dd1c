import type { InheritedField } from '../case/tissue-entry';
import type { Quantity } from '../constraints/constraint';
import type { GoalParts } from '../constraints/goal';
import type { Scope } from '../constraints/goal-expression';
import type { NiederScore } from '../constraints/nieder-score';
import type { Answer, Finding } from '../findings/finding';
import type { OrganMatched } from '../findings/organ-match';
import type { ReasonCode } from '../findings/reasons';
import type { Facts } from '../findings/words';
import type { Identity, StatedIdentity } from '../study/patient-identity';
import type { Verdict } from '../verdict';
import type { Headroom } from './headroom';
import type { KnownShares } from './known-shares';
import type { ModelUsed } from './models-used';
import type { CourseRecovery } from './recovery-of-courses';
import type { RegistrationResult, RegistrationState } from './registration-result';
import type { MoveCause } from './robustness/moves';

/*
 * What `assess` gives: the JSON of the stable outside (docs/case-file.md). Numbers that cannot be had are absent or null,
 * never zero. Doses in Gy, volumes in cc or percent.
 */

/** One metric of one organ: the metric of each dose distribution, so that the parts need not add up. */
export interface MetricResult {
  readonly unit: 'Gy' | '%' | 'cc';
  readonly priorPhysicalGy: number | null;
  readonly plannedPhysicalGy: number | null;
  readonly priorEqd2Gy: number | null;
  readonly plannedEqd2Gy: number | null;
  readonly cumulativeEqd2Gy: number | null;
  readonly cumulativeBedGy: number | null;
  /** Cumulative EQD2 with no recovery, where the organ's recovery is above 0. */
  readonly cumulativeEqd2WithoutRecoveryGy?: number | null;
  /** Bounds of the cumulative EQD2 where a part of the organ is outside a dose grid; `atMost` null means unbounded. */
  readonly cumulativeEqd2Bounds?: { readonly atLeast: number; readonly atMost: number | null };
  /** The cumulative EQD2 when the prior courses are moved by the margin, from the least to the most. */
  readonly band?: BandResult;
  /** Why a number is null, with its code and what the sentence is made of. */
  readonly reason?: string;
  readonly code?: ReasonCode;
  readonly facts?: Facts;
}

/** Least and most of a value over the motions of the prior courses and none, in the value's unit. */
export interface BandResult {
  readonly low: number;
  readonly high: number;
}

export interface GoalResult extends GoalParts {
  readonly goal: string;
  readonly set: string;
  /** The set's title, for a reader. */
  readonly setTitle: string;
  readonly quantity: Quantity;
  readonly scope: Scope;
  readonly alphaBetaGy: number;
  /** Whose alpha/beta it is: the goal's own, or the organ's because the source states none. Absent for physical dose. */
  readonly alphaBetaFrom?: 'source' | 'organ';
  /** The organ whose it is, where the region is held to the goal by its name and the case takes it for another. */
  readonly alphaBetaOf?: string;
  readonly alphaBetaNote?: string;
  readonly recovery: number;
  readonly recoveryOfCourses?: readonly CourseRecovery[];
  readonly recoveryRule?: string;
  /** The set's schedule that it comes from. */
  readonly recoverySchedule?: string;
  /** What the value takes into account beyond plain LQ; absent where nothing. */
  readonly models?: readonly ModelUsed[];
  readonly value: number | null;
  readonly limit: number;
  readonly unit: 'Gy' | '%' | 'cc' | '';
  /** Value over limit. */
  readonly shareOfLimit: number | null;
  readonly verdict: Verdict;
  /** Why it is neither met nor exceeded, with its code and what the sentence is made of. */
  readonly reason?: string;
  readonly code?: ReasonCode;
  readonly facts?: Facts;
  /** What the verdict is subject to. */
  readonly condition?: 'registration not accepted';
  readonly mandatory: boolean;
  /** Exceeded by the part of the organ in the planned PTV alone; the part outside meets the same limit. */
  readonly inTarget?: true;
  /** Exceeded, and of a planned target itself: it is no organ that stops the plan. */
  readonly onTarget?: true;
  readonly source: string;
  readonly evidence: string;
  readonly note?: string;
  readonly headroom?: HeadroomResult;
  /** What the verdict and the headroom hold under; absent where nothing. */
  readonly reserves?: readonly Reserve[];
  /** Of a goal on a maximum: the near maximum under the same rules; null, with why, where the organ is too small. */
  readonly nearMaximum?: NearMaximum;
  /** Of a goal on a maximum: where it lies, x, y, z in mm of the anatomy's frame of reference. */
  readonly place?: readonly [number, number, number];
  /** The worst when the prior courses are moved against the anatomy. */
  readonly worstCase?: WorstCaseResult;
  /** Of an exceeded goal, the best: where that is met, the verdict hangs on the place of the prior courses. */
  readonly bestCase?: WorstCaseResult;
}

/** What a goal comes to at the worst of the motions: shifts on and within the margin, and turns. */
export interface WorstCaseResult {
  readonly value: number;
  readonly verdict: Verdict;
  /** Whether that is another verdict than the goal's. */
  readonly turnsVerdict: boolean;
  /**
   * How the courses were moved. Where `groups` is there, it tells what each of them did; `code` and `facts` are then those
   * of the first that was moved.
   */
  readonly cause: MoveCause;
  /** The shift of `cause`, x, y, z; absent for a turn, and where not all prior courses, or a planned one, are moved by it. */
  readonly shiftMm?: readonly [number, number, number];
  /** Under some motion a part of the organ leaves a dose grid: the worst is that of what is known. */
  readonly leavesGrid?: true;
}

/**
 * What a figure is no surer than: the contours of an organ that end in or before a field, prior dose that is less as
 * carried than on its own contours, a dose that is not near its prescription.
 */
export type Reserve = 'as-drawn' | 'as-carried' | 'off-prescription';

export interface NearMaximum {
  readonly metric: string;
  readonly value: number | null;
  readonly reason?: string;
}

export type HeadroomResult =
  | {
      readonly plannedScale: number;
      /** The goal is met from this factor on, for more dose helps it; left out where it is met up to the factor. */
      readonly from?: true;
      /**
       * What the factor stands for where it is not the whole organ's limit: up to here the case stays within what the
       * source studied, or here the part of the organ in the planned PTV turns before the part outside.
       */
      readonly until?: 'source' | 'target';
      /** What the first target receives at the factor with the part of the course that counts. */
      readonly plannedDoseGy?: number;
      readonly targets?: readonly { readonly roi: string; readonly doseGy: number }[];
    }
  | Extract<Headroom, { reason: string }>;

/** A course's dose in an organ as its own structure set has it: EQD2 with the organ's alpha/beta, nothing forgiven. */
export interface OwnAnatomyResult {
  readonly course: string;
  /** What is compared of the course's own structures, where the ROI is called otherwise than it is taken for. */
  readonly comparedWith?: string;
  /** Both contours are one, coordinate by coordinate: on one frame of reference nothing is then compared. */
  readonly isSameContours?: true;
  readonly volumeCc: number;
  readonly DmeanEqd2Gy: number;
  readonly 'D0.03ccEqd2Gy': number;
  /** The same on the contours of the anatomy, nothing forgiven; left out where the course is not carried onto them. */
  readonly 'carriedD0.03ccEqd2Gy'?: number;
}

/** An organ that has a region: everything that is said of it. */
export interface OrganResult {
  /** No other organ of the result has it: `SpinalCord`, or `SpinalCord#3` where ROIs share the name. */
  readonly roi: string;
  /** ROI Number in the structure set; absent for a derived structure. */
  readonly roiNumber?: number;
  readonly organ: string | null;
  /** Of a derived structure without an organ of its own: the organ whose tissue it is of. */
  readonly tissueOrgan?: string;
  /** How the ROI's name was taken for the organ. */
  readonly matchedBy: string;
  readonly match: OrganMatched;
  readonly derivedFrom?: string;
  readonly volumeCc: number;
  readonly alphaBetaGy: number;
  readonly alphaBetaSource: string;
  /** What the case sets for the tissue not here, but for what the structure is made from; absent where nothing. */
  readonly inherited?: readonly InheritedField[];
  readonly recovery: number;
  readonly recoveryOfCourses?: readonly CourseRecovery[];
  /** What the organ's EQD2 and BED take into account beyond plain LQ; absent where nothing. */
  readonly models?: readonly ModelUsed[];
  /** Share of the volume whose dose is known: of each course, and of all of them together. */
  readonly insideDoseGrid: KnownShares;
  readonly metrics: Readonly<Record<string, MetricResult>>;
  readonly goals: readonly GoalResult[];
  /** The prior courses on their own contours, for comparison; where they have them and are covered by their grids. */
  readonly ownAnatomy?: readonly OwnAnatomyResult[];
  /** For the oesophagus: its cumulative maximum under the rules of the published risk, nothing forgiven. */
  readonly riskDose?: {
    readonly alphaBetaGy: number;
    /** EQD2; `atMost` null means unbounded. */
    readonly dmaxEqd2Gy: { readonly atLeast: number; readonly atMost: number | null };
  };
  /** For the cord with two courses or more: the risk score of Nieder, in the source's own terms. */
  readonly cordRisk?: NiederScore;
  /** Cumulative curves for pictures: volume in percent at or above each dose. */
  readonly dvh: {
    readonly doseGy: readonly number[];
    readonly prior: readonly number[];
    readonly planned: readonly number[];
    readonly cumulative: readonly number[];
  };
  readonly sampling: { readonly points: number; readonly finestCellMm: number };
}

/** An organ without a region, with the goals that nobody can judge for it. */
export interface MissingOrgan {
  readonly roi: null;
  readonly organ: string;
  /** Whether the case must have it, so that its goals count. */
  readonly required: boolean;
  /** The prior courses in whose own structure sets it is contoured, so that its goals count. */
  readonly drawnThen?: readonly string[];
  /** Who says that the patient has none: its goals then count nowhere. */
  readonly absent?: Answer;
  /** Of contours that are not there. */
  readonly volumeCc: 0;
  readonly alphaBetaGy: number;
  readonly alphaBetaSource: string;
  readonly metrics: Readonly<Record<string, never>>;
  readonly goals: readonly GoalResult[];
  /** Why it has no region. */
  readonly reason: string;
  readonly code: ReasonCode;
  readonly facts: Facts;
  /** What there is of organs with a region alone. */
  readonly matchedBy?: undefined;
  readonly match?: undefined;
  readonly recovery?: undefined;
  readonly recoveryOfCourses?: undefined;
  readonly insideDoseGrid?: undefined;
  readonly ownAnatomy?: undefined;
  readonly cordRisk?: undefined;
  readonly dvh?: undefined;
  readonly sampling?: undefined;
}

export type OrganEntry = OrganResult | MissingOrgan;

/** The organs of a result that have a region. */
export const evaluatedOrgans = (organs: readonly OrganEntry[]): readonly OrganResult[] =>
  organs.filter((organ): organ is OrganResult => organ.roi !== null);

/** Those that have none. */
export const missingOrgans = (organs: readonly OrganEntry[]): readonly MissingOrgan[] =>
  organs.filter((organ): organ is MissingOrgan => organ.roi === null);

/** What an organ is called: its region, or where it has none the organ itself. */
export const organLabel = ({ roi, organ }: OrganEntry): string => roi ?? organ ?? '';

/** What a target of the planned course is given. */
export interface TargetResult {
  readonly roi: string;
  /** As the case has it. */
  readonly prescribedGy: number;
  /** With the fractions that count; left out where that is not known. */
  readonly doseGy?: number;
  /** Of a course of several phases: in a fraction of each that treats it; left out where that is not known. */
  readonly perFractionGy?: readonly number[];
}

export interface CourseResult {
  readonly name: string;
  readonly role: 'prior' | 'planned';
  readonly started?: string;
  readonly completed?: string;
  readonly phases: readonly {
    readonly dose: string;
    /** Those that its dose counts: the delivered ones. */
    readonly fractions: number;
    /** Of how many, where the case says that fewer were delivered. */
    readonly plannedFractions?: number;
    readonly sha256: string;
    readonly files: readonly { readonly path: string; readonly sha256: string }[];
  }[];
  /** Of the planned course, where it has any. */
  readonly targets?: readonly TargetResult[];
  /** How the planned anatomy's points are carried into the course's frame. */
  readonly registration: string;
}

export interface Assessment {
  /** As the anatomy has it. `identities` are all that occur, where there is more than one. */
  readonly patient: Identity & {
    readonly identities?: readonly StatedIdentity[];
    /** Who says that different identities are of one patient. */
    readonly samePatient?: Answer;
  };
  readonly courses: readonly CourseResult[];
  /** How each prior course is brought to the anatomy, in the order of the courses. */
  readonly registrations: readonly RegistrationResult[];
  /** The shortest of the intervals; null where any is not known. */
  readonly monthsBetweenCourses: number | null;
  /** The time from the end of each course to the start of the next, as they follow on each other. */
  readonly intervals: readonly { readonly from: string; readonly to: string; readonly months: number | null }[];
  /** Those with a region first, then those without. */
  readonly organs: readonly OrganEntry[];
  readonly overall: {
    readonly mandatoryExceeded: number;
    /** Of these, the ones of no planned target itself that not only the part of an organ in the planned PTV breaks. */
    readonly exceededOutsideTarget: number;
    readonly mandatoryNotEvaluable: number;
    readonly mandatoryMet: number;
    /** Required organs of whose cumulative dose no mandatory goal that applies asks anything; absent where there is none. */
    readonly requiredNotJudged?: readonly string[];
    /** Of these, those that mandatory goals on the prior or the planned courses alone ask of. */
    readonly requiredJudgedAlone?: readonly string[];
    /** No verdict on prior dose is better than the registrations that carry it. */
    readonly registration: RegistrationState;
  };
  readonly findings: readonly Finding[];
  readonly settings: AssessmentSettings;
  readonly files: readonly { readonly path: string; readonly sha256: string }[];
  readonly notice: string;
  readonly version: string;
}

export interface AssessmentSettings {
  readonly constraints: readonly string[];
  /** Their titles, for a reader. */
  readonly constraintTitles: readonly string[];
  readonly outsideDoseGrid: 'unknown' | 'zero';
  readonly plannedScale: number;
  readonly model: string;
  readonly interpolation: string;
  /** How the prior courses were moved for the bands; absent where they were not. */
  readonly robustness?: {
    readonly marginMm: number;
    readonly shifts: number;
    readonly rotationDegrees: number;
    /**
     * The courses that were moved as one, where that is not one prior course alone; several were moved together and each by
     * itself.
     */
    readonly groups?: readonly { readonly role: 'prior' | 'planned'; readonly courses: readonly string[] }[];
  };
}
