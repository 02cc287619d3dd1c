import type { CaseFile } from '../../case/case-file';
import type { Guess } from '../../inspection/proposal-words';
import type { Person } from '../host/draft-head';
import type { Trial } from './trials';

/** What a draft holds: the case, whose it is, what it was made on, what nobody has confirmed yet, and what is tried beside it. */
export interface DraftContent {
  readonly caseFile: CaseFile;
  /** What the case is known by; earlier versions kept none. */
  readonly identity?: string;
  readonly label?: string;
  readonly patient?: Person;
  /** SHA-256 of the files that the case was worked on with. */
  readonly inputs: Readonly<Record<string, string>>;
  /** What some of them were when they were seen first: nobody has said yet that the change was seen. */
  readonly seen?: Readonly<Record<string, string>>;
  /** SHA-256 of the file that it was opened from or saved to last. */
  readonly base?: string;
  readonly folder: string;
  /** Where it lay: for information, and to be saved there again. */
  readonly path?: string;
  readonly guesses: readonly Guess[];
  readonly trials: readonly Trial[];
}
