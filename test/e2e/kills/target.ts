import type { Driven } from '../driven';
import type { Signs } from './kill-at';

/** What of a program is killed. */
export type Victim = 'program' | 'page';

/** A host of the app that can be killed, and looked into from outside. */
export interface Target {
  readonly app: Driven;
  processOf(victim: Victim): Promise<number>;
  /** What is there while a case is saved in one of the folders, and while a draft is kept. */
  signsOf(doing: 'saving' | 'keeping drafts', folders: readonly string[]): Signs;
  /** What the next save dialogs answer. */
  choosePlace(file: string): Promise<void>;
  /** The latest change that was said to be kept as a draft. */
  kept(): number;
  /** After a kill, before anything starts again: whether what is half written lies there. */
  isInWriting(doing: 'saving' | 'keeping drafts', folders: readonly string[]): boolean;
  startAgain(): Promise<void>;
  /** Once it has started: the texts of the cases in all drafts. */
  draftTexts(): Promise<readonly string[]>;
  /** What is left of interrupted writes in these folders and where the host keeps things. */
  leftovers(folders: readonly string[]): Promise<number>;
  /** Opens the case again where there is one: its draft, or the saved one. @returns whether there was one. */
  goOn(patient: string): Promise<boolean>;
  end(): Promise<void>;
}
