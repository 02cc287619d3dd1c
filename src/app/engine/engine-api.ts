import type { CaseFile } from '../../case/case-file';
import type { WhatIf } from '../../case/what-if';
import type { DoseQuantity, DoseScope } from '../../effect/dose-question';
import type { Assessment } from '../../evaluation/assessment';
import type { NotInPicture } from '../../evaluation/picture-tissue';
import type { CourseAtPoint } from '../../evaluation/point-doses';
import type { PointMap } from '../../geometry/point-map';
import type { Vec3 } from '../../geometry/vec3';
import type { Refusal } from '../../input-error';
import type { Inspection } from '../../inspection/inspect';
import type { CaseProposal } from '../../inspection/propose-case';
import type { RegistrationQuality } from '../../registration/quality/registration-quality';
import type { HostFile, Unreadable } from '../host/host';
import type { CtVolume, Outline } from '../viewer/scene';
import type { CourseScene } from './course-scene';
import type { ExpectedFiles } from './expected-files';

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

export { AS_IT_IS, type WhatIf } from '../../case/what-if';

export type { DoseQuantity, DoseScope } from '../../effect/dose-question';

export interface LayerRequest {
  readonly scope: DoseScope;
  readonly quantity: DoseQuantity;
  readonly alphaBetaGy: number;
}

/** What the doses give at a point. */
export interface DosesAtPoint {
  readonly alphaBetaGy: number;
  readonly courses: readonly CourseAtPoint[];
  readonly cumulativeEqd2Gy: number | null;
  /** What organs of the table have and these figures have not. */
  readonly lacks: readonly NotInPicture[];
}

/** What the window shows of a point: the CT is its own. */
export interface PointValues extends DosesAtPoint {
  readonly hounsfield: number | null;
}

/** A dose layer as it comes from the worker: the arrays are the window's own. */
export interface LayerData {
  readonly grid: import('../../geometry/dose-grid').DoseGrid;
  readonly toGridFrame: PointMap;
  readonly maxGy: number;
  /** What organs have in the table and one picture cannot have. */
  readonly lacks: readonly NotInPicture[];
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
  /**
   * From here on a case is read only of these files: where others lie under its paths, `load` and `evaluate` refuse, and
   * nothing is made of them. Undefined: of whatever is open.
   */
  expectFiles(expected: ExpectedFiles | undefined): Promise<void>;
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
  /** Every course that is or has to be carried, with the way that the case has to it. There is none before the case is loaded. */
  courseScenes(): Promise<readonly CourseScene[]>;
  /** The CT of a prior course, in its own frame; undefined where there is none. */
  courseCt(course: number): Promise<CtVolume | undefined>;
  /** How well a map from the anatomy to a prior course fits. @throws InputError where the map has no inverse. */
  qualityOf(course: number, map: PointMap): Promise<RegistrationQuality>;
  /** The last assessment with what becomes of it when the prior courses are moved: slower than a slider, so asked for after it. */
  robustness(): Promise<Assessment | undefined>;
  /** More files that the case needs, without a new study (an opened case file). */
  addFiles(files: readonly HostFile[]): Promise<void>;
  /**
   * The CT on the anatomy's frame of reference. It is handed over: a whole one is not held twice.
   * @param known frame of reference of the one that the window has. Where it is still this one it is not read again.
   */
  ct(known?: string): Promise<CtVolume | 'known' | undefined>;
  layer(request: LayerRequest): Promise<LayerData | undefined>;
  outlines(): Promise<readonly Outline[]>;
  valuesAt(pointMm: Vec3, alphaBetaGy: number): Promise<DosesAtPoint>;
  /** Where an organ's metric comes from: the middle of the hottest part it speaks of. */
  placeOf(roi: string, metric: string, scope: DoseScope): Promise<Vec3 | undefined>;
  /** Of the case as it is, whatever is tried beside it. */
  report(kind: 'html' | 'csv'): Promise<string>;
  /** SHA-256 of the files that the case uses, by path as the case has it. */
  inputHashes(): Promise<Readonly<Record<string, string>>>;
}
