import type { CaseFile } from '../../case/case-file';
import { heldGuesses } from '../../case/held-guesses';
import type { Guess } from '../../inspection/proposal-words';
import { type AppState, caseText } from './store';
import { readTrials, type Trial, trialsText } from './trials';

/** What a draft holds: the case, where it lives, what of it nobody has confirmed yet, and what is tried beside it. */
export interface DraftContent {
  readonly caseFile: CaseFile;
  readonly folder: string;
  readonly path?: string;
  readonly guesses: readonly Guess[];
  readonly trials: readonly Trial[];
}

type Kept = Pick<AppState, 'caseFile' | 'place' | 'guesses' | 'trials'>;

export const draftContent = ({ caseFile, place, guesses, trials }: Kept): string =>
  JSON.stringify({
    text: caseText(caseFile!),
    folder: place.folder,
    path: place.path,
    guesses,
    ...(trials.length > 0 && { trials: trialsText(trials) }),
  });

/** A draft may be half-edited: what is wrong with it is said by the evaluation, and nothing of it is lost. */
export function readDraftContent(content: string): DraftContent {
  const {
    text,
    folder,
    path,
    guesses = [],
    trials = [],
  } = JSON.parse(content) as {
    readonly text: string;
    readonly folder: string;
    readonly path?: string;
    readonly guesses?: readonly Guess[];
    readonly trials?: readonly object[];
  };
  const caseFile = JSON.parse(text) as CaseFile;
  return {
    caseFile,
    folder,
    ...(path !== undefined && { path }),
    guesses: heldGuesses(caseFile, guesses),
    trials: readTrials(trials),
  };
}
