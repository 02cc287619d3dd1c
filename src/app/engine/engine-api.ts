import type { Assessment } from '../../assessment/assessment';
import type { CaseFile } from '../../assessment/case-file';
import type { Inspection } from '../../assessment/inspect';
import type { CaseProposal } from '../../assessment/propose-case';
import type { PointMap } from '../../geometry/point-map';
import type { Vec3 } from '../../geometry/vec3';
import type { Refusal } from '../../input-error';
import type { RegistrationQuality } from '../../registration/quality/registration-quality';
import type { HostFile, Unreadable } from '../host/host';
import type { CtVolume, Outline } from '../viewer/scene';
import type { CourseScene } from './course-scene';

/*
 * What the window asks of the worker behind it. Everything that computes is there; the window only shows.
 */

export interface ReadProgress {
  readonly done: number;
  readonly total: number;
  /** DICOM objects understood, DICOM files that cannot be read, other files. */
  readonly understood: number;
  readonly unreadable: number;
  readonly foreign: number;
  readonly file: string;
}

export interface OpenedStudy {
  readonly inspection: Inspection;
  readonly proposal: CaseProposal;
}

/** What may be changed without a new case: a look at "what if", beside the case as it is. */
export interface WhatIf {
  /** Factor on the planned dose at its fractions. */
  readonly plannedScale: number;
  /** Another number of fractions for the same planned dose; only where the planned course has one phase. */
  readonly plannedFractions?: number;
  /** Other alpha/beta and recovery than the case's, by ROI. */
  readonly organs?: Readonly<Record<string, { readonly alphaBetaGy?: number; readonly recovery?: number }>>;
}

/** The case as it is. */
export const AS_IT_IS: WhatIf = { plannedScale: 1 };

export type DoseScope = 'prior' | 'planned' | 'cumulative';
export type DoseQuantity = 'physical' | 'eqd2' | 'bed';

export interface LayerRequest {
  readonly scope: DoseScope;
  readonly quantity: DoseQuantity;
  readonly alphaBetaGy: number;
  readonly plannedScale: number;
}

/** The dose of one course at a point. */
export interface CourseValue {
  readonly course: string;
  readonly role: 'prior' | 'planned';
  /** Physical dose of each phase with its fractions; null outside the grid. */
  readonly phases: readonly { readonly name: string; readonly fractions: number; readonly physicalGy: number | null }[];
  readonly eqd2Gy: number | null;
}

export interface PointValues {
  readonly alphaBetaGy: number;
  readonly courses: readonly CourseValue[];
  readonly cumulativeEqd2Gy: number | null;
  readonly hounsfield: number | null;
}

/** A dose layer as it comes from the worker: the arrays are the window's own. */
export interface LayerData {
  readonly grid: import('../../geometry/dose-grid').DoseGrid;
  readonly toGridFrame: PointMap;
  readonly maxGy: number;
}

export type Evaluated =
  | { readonly ok: true; readonly assessment: Assessment }
  | { readonly ok: false; readonly refusal: Refusal };

export interface EngineApi {
  /**
   * Reads files one by one; what could not be opened is said with what cannot be read.
   * @throws InputError where there is nothing to read, Error "cancelled".
   */
  open(
    files: readonly HostFile[],
    progress: (progress: ReadProgress) => void,
    refused?: readonly Unreadable[],
  ): Promise<OpenedStudy>;
  /** Ends a running `open`: it rejects with "cancelled". */
  cancel(): void;
  /** Reads what a case names, so that its anatomy can be shown before it is evaluated. @returns why it cannot be used, or nothing. */
  load(caseFile: CaseFile, folder: string): Promise<Refusal | undefined>;
  /**
   * Evaluates a case on the files opened (or those of an opened case file). Samples only where what is sampled changed.
   * @param folder of the case file, with `/`; paths of the case are relative to it. '' for a case not yet saved.
   */
  evaluate(
    caseFile: CaseFile,
    folder: string,
    whatIf: WhatIf,
    progress: (share: number, what: string) => void,
  ): Promise<Evaluated>;
  /** Every prior course with the way that the case has to it. There is none before the case is loaded. */
  courseScenes(): Promise<readonly CourseScene[]>;
  /** The CT of a prior course, in its own frame; undefined where there is none. */
  courseCt(course: number): Promise<CtVolume | undefined>;
  /** How well a map from the anatomy to a prior course fits. @throws InputError where the map has no inverse. */
  qualityOf(course: number, map: PointMap): Promise<RegistrationQuality>;
  /** The last assessment with what becomes of it when the prior courses are moved: slower than a slider, so asked for after it. */
  robustness(): Promise<Assessment | undefined>;
  /** More files that the case needs, without a new study (an opened case file). */
  addFiles(files: readonly HostFile[]): Promise<void>;
  ct(): Promise<CtVolume | undefined>;
  layer(request: LayerRequest): Promise<LayerData | undefined>;
  outlines(): Promise<readonly Outline[]>;
  valuesAt(pointMm: Vec3, alphaBetaGy: number): Promise<PointValues>;
  /** Where an organ's metric comes from: the middle of the hottest part it speaks of. */
  placeOf(roi: string, metric: string, scope: DoseScope): Promise<Vec3 | undefined>;
  /** Of the case as it is, whatever is tried beside it. */
  report(kind: 'html' | 'csv'): Promise<string>;
  doseExport(alphaBetaGy: number): Promise<Uint8Array>;
  /** SHA-256 of the files that the case uses, by path as the case has it. */
  inputHashes(): Promise<Readonly<Record<string, string>>>;
}
