import type { CaseFile } from '../../case/case-file';
import type { Guess } from '../../inspection/proposal-words';
import { type AppState, caseText } from './store';

/** What a draft holds: the case, where it lives, and what of it nobody has confirmed yet. */
export interface DraftContent {
  readonly caseFile: CaseFile;
  readonly folder: string;
  readonly path?: string;
  readonly guesses: readonly Guess[];
}

export const draftContent = ({ caseFile, place, guesses }: Pick<AppState, 'caseFile' | 'place' | 'guesses'>): string =>
  JSON.stringify({ text: caseText(caseFile!), folder: place.folder, path: place.path, guesses });

/** A draft may be half-edited: what is wrong with it is said by the evaluation, and nothing of it is lost. */
export function readDraftContent(content: string): DraftContent {
  const {
    text,
    folder,
    path,
    guesses = [],
  } = JSON.parse(content) as {
    readonly text: string;
    readonly folder: string;
    readonly path?: string;
    readonly guesses?: readonly Guess[];
  };
  return { caseFile: JSON.parse(text) as CaseFile, folder, ...(path !== undefined && { path }), guesses };
}
