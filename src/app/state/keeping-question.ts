import type { DraftHead } from '../host/draft-head';
import type { Conflict } from '../host/host';
import type { CaseChange } from './case-changes';
import type { DraftContent } from './kept-draft';

/** A case was opened of which a draft is kept that differs from it. */
export interface DraftQuestion {
  readonly kind: 'draft';
  readonly head: DraftHead;
  readonly content: DraftContent;
  /** From the case that was opened to the draft. */
  readonly changes: readonly CaseChange[];
  readonly triedRegistrations: number;
  /** When the file of the case was written last, ISO 8601, where it is known. */
  readonly savedAt?: string;
  /** The draft was begun on another state of the file than the one that was opened. */
  readonly isOfOtherFile: boolean;
  /** How many other drafts of this case are kept and differ from it. */
  readonly others: number;
}

/** The file of a case is not what it was when it was opened or saved last: nothing was written. */
export interface ConflictQuestion extends Conflict {
  readonly kind: 'conflict';
  /** Whether what lies there is a case that can be read. */
  readonly isCase: boolean;
  /** It is another case, by its UID: somebody put it there under the same name. */
  readonly isOtherCase?: true;
  /** From what was opened or saved last to what is on the disk; undefined where that is not known any more. */
  readonly theirs: readonly CaseChange[] | undefined;
  /** From what is on the disk to what would be written. */
  readonly mine: readonly CaseChange[];
}

export type KeepingQuestion = DraftQuestion | ConflictQuestion;
