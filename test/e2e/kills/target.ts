import type { Driven } from '../driven';
import type { Signs } from './kill-at';

/** What of a host is killed: the program (in a browser the browser), the process that shows the page, or what serves it. */
export type Victim = 'program' | 'page' | 'server';

export type Doing = 'saving' | 'keeping drafts';

/** What there was of interrupted writes when everything had ended, and what the next start has not removed. */
export interface Interrupted {
  readonly isInWriting: boolean;
  readonly leftovers: number;
  /** Beside files, by a browser, for which no page is asked. */
  readonly ofBrowser?: number;
}

/** A start, a click, a verdict: no machine is so busy that it takes longer, ms. */
export const PATIENCE_MS = 180_000;

/** A host of the app that can be killed, and looked into from outside. */
export interface Target {
  readonly app: Driven;
  /** After so many starts the case is saved at a place where nothing is yet. */
  readonly newPlaceEvery: number;
  /** That a case is saved is said when it is on the disk; else its draft must be there until it is. */
  readonly isSavedAtOnce: boolean;
  /** Makes the case of the patient the first time; where it is saved by then, in that file. */
  begin(patient: string, file: string): Promise<void>;
  processOf(victim: Victim): Promise<number>;
  /** What is there while a case is saved in one of the folders, and while a draft is kept. */
  signsOf(doing: Doing, folders: readonly string[]): Signs;
  /** What the next save dialogs answer. */
  choosePlace(file: string): Promise<void>;
  /** The latest change that was said to be kept as a draft. */
  kept(): number;
  /** After a kill. */
  startAgain(doing: Doing, folders: readonly string[]): Promise<Interrupted>;
  /** The texts of all saved cases, those in the folders among them. */
  caseTexts(folders: readonly string[]): Promise<readonly string[]>;
  /** The texts of the cases in all drafts. */
  draftTexts(): Promise<readonly string[]>;
  /** Opens the case again where there is one: its draft, or the saved one. @returns whether there was one. */
  goOn(patient: string): Promise<boolean>;
  end(): Promise<void>;
}
