import type { Constraint } from '../constraints/constraint';
import type { ConstraintSet } from '../constraints/constraint-set';
import type { DoseHeader } from '../dicom/rt-dose';
import type { RtPlan } from '../dicom/rt-plan';
import type { RtStructureSet } from '../dicom/rt-structure-set';
import type { GivenCourse, GivenPhase } from '../effect/given-course';
import type { Finding } from '../findings/finding';
import type { OrganMatched } from '../findings/organ-match';
import type { DoseGrid } from '../geometry/dose-grid';
import type { SlabStack } from '../geometry/slab-stack';
import type { SourcedTransform } from '../registration/frame-path';
import type { Identity } from '../study/patient-identity';
import type { CaseFile, CaseLandmark } from './case-file';
import type { OwnRoi, OwnStacks } from './own-stacks';
import type { CasePatient } from './same-patient';
import type { SourceFile } from './source-file';

/** Where a phase's physical dose comes from: a grid, or a paper record that puts one dose on a whole organ. */
export type PhaseDose =
  | { readonly kind: 'grid'; readonly grid: DoseGrid }
  | {
      readonly kind: 'record';
      readonly totalDoseGy: number | undefined;
      /** By the user's word, no point of the body had more than the prescription times this. */
      readonly hotSpotFactor: number | undefined;
      /** By what the record calls the organ. */
      readonly organMaximaGy: Readonly<Record<string, number>>;
      /** Of which fractions these are, where fewer were delivered than planned. */
      readonly organMaximaAre: 'delivered' | 'planned';
    };

export interface CasePhaseInput extends GivenPhase {
  /** Of the phase's first dose file. */
  readonly header: DoseHeader | undefined;
  readonly files: readonly SourceFile[];
  /** The plan of the dose, where it is at hand. */
  readonly plan: RtPlan | undefined;
  /** Who says the number of fractions: `both` where case and plan say the same. */
  readonly fractionsBy?: 'case' | 'plan' | 'both' | undefined;
  /** The share of the plan's dose that is given in this phase: 1 unless phases share one dose. */
  readonly doseShare: number;
  readonly dose: PhaseDose;
  /** Of a planned course of several phases: the prescription levels of this one, Gy, where they are known. */
  readonly levelsGy?: readonly number[] | undefined;
  /** The same of each target of the course; undefined of one that this phase does not treat. */
  readonly ofTargetsGy?: readonly (number | undefined)[] | undefined;
}

export interface CaseCourseInput extends GivenCourse {
  readonly phases: readonly CasePhaseInput[];
  readonly concurrentChemotherapy: 'yes' | 'no' | 'unknown';
  /** The course's own structure set, where it names one. */
  readonly structures: RtStructureSet | undefined;
  /** Organs on the contours of the course's own structure set, where it names one. */
  readonly ownStacks: OwnStacks | undefined;
  /** All that has a volume there, also what is no organ by its name and what the program makes of it. */
  readonly ownRois?: readonly OwnRoi[] | undefined;
  /** Its days contradict what else is known of it, and nobody has answered for that. */
  readonly hasDoubtfulDays?: true | undefined;
  /** The course is not carried onto the anatomy; its doses are those on its own contours. */
  readonly isApart: boolean;
  readonly landmarks: readonly CaseLandmark[];
  readonly targets: readonly { readonly roi: string; readonly doseGy: number }[];
  /** Where a part of the fractions is delivered: what each target receives of its prescription, as far as it is known. */
  readonly receivedGy?: readonly (number | undefined)[] | undefined;
}

/** A region that things are evaluated on: a contoured ROI or one derived from others. */
export interface Region {
  /** No other region has it: the ROI's name, or `Name#number` where ROIs share one. */
  readonly name: string;
  /** What the case may call it, the most particular name first and its organ last. */
  readonly names: readonly string[];
  /** The drawn ROI that it is; undefined for a derived region. */
  readonly roi: { readonly number: number; readonly colour?: readonly [number, number, number] } | undefined;
  /** Canonical organ id, where the name (or the user) says one. */
  readonly organ: string | undefined;
  /** The organ whose tissue values apply: its own, or for a derived region without one, that of what it is made from. */
  readonly tissueOrgan: string | undefined;
  /** Of a derived region: what it has its tissue from, where that says one. */
  readonly tissueFrom: readonly TissueSource[];
  /** How the organ was told from the name. */
  readonly match: OrganMatched;
  /** The case takes it for another organ than its name says, and nobody has answered for that. */
  readonly isInQuestion?: true | undefined;
  readonly stack: SlabStack;
  /** Names of the drawn ROIs that it is made of: its own, or those of its expression. */
  readonly madeOf: readonly string[];
  readonly derived: DerivedBy | undefined;
}

/** A structure that others, made from it, have their tissue from. */
export interface TissueSource {
  readonly name: string;
  /** What the case may call it, as of a region. */
  readonly names: readonly string[];
  /** What it has its own tissue from. */
  readonly from: readonly TissueSource[];
}

/** How a derived region is made. */
export interface DerivedBy {
  readonly expression: string;
  /** The program made it unasked. */
  readonly byProgram: boolean;
  /** Canonical organ id of what the program made, whatever the case takes it for. */
  readonly makes?: string | undefined;
}

/** An ROI (or a derived structure) that is named in the case's structures and has no region. */
export interface UnusableRoi {
  readonly name: string;
  readonly organ: string | undefined;
  /** `empty` is a derived structure without volume; `not asked` one that nothing but a goal asks for. */
  readonly why: 'no contours' | 'no volume' | 'other frame' | 'no number' | 'empty' | 'not asked';
  /** Of a derived structure: how it was made, and of which drawn ROIs. */
  readonly derived?: DerivedBy | undefined;
  readonly madeOf?: readonly string[] | undefined;
}

/** What stands in the way where an organ has no region. */
export interface Undrawn {
  readonly unusable: readonly UnusableRoi[];
  /** Names of drawn ROIs that are not known as organs. */
  readonly unmatched: readonly string[];
  /** Those of them whose names speak of an organ that is required or limited in its maximum. */
  readonly parts: readonly OrganPart[];
}

/** A drawn ROI that is not known as an organ and whose name speaks of one. */
export interface OrganPart {
  readonly name: string;
  readonly organ: string;
  readonly stack: SlabStack;
}

/** Everything `assess` needs, read and checked; no file is touched after this. */
export interface CaseInputs {
  readonly caseFile: CaseFile;
  readonly courses: readonly CaseCourseInput[];
  /** The frame of the structures: every result is in it. */
  readonly frameOfReferenceUid: string;
  /** The anatomy as drawn. */
  readonly structures: RtStructureSet;
  readonly regions: readonly Region[];
  readonly undrawn: Undrawn;
  readonly transforms: readonly SourcedTransform[];
  readonly constraintSets: readonly ConstraintSet[];
  readonly ownGoals: readonly Constraint[];
  readonly files: readonly SourceFile[];
  /** As the anatomy has it, with every identity that occurs and who says that these are of one patient. */
  readonly patient: Identity & Pick<CasePatient, 'identities' | 'samePatient'>;
  readonly findings: readonly Finding[];
}
