import type { CaseFile } from '../../case/case-file';
import { heldGuesses } from '../../case/held-guesses';
import type { Guess } from '../../inspection/proposal-words';
import { VERSION } from '../../version';
import type { Person } from '../host/draft-head';
import { type AppState, caseText } from './store';
import { readTrials, type Trial, trialsText } from './trials';

/** What a draft holds: the case, whose it is, what it was made on, what nobody has confirmed yet, and what is tried beside it. */
export interface DraftContent {
  readonly caseFile: CaseFile;
  /** What the case is known by; earlier versions kept none. */
  readonly identity?: string;
  readonly label?: string;
  readonly patient?: Person;
  /** SHA-256 of the files that the case was worked on with. */
  readonly inputs: Readonly<Record<string, string>>;
  /** SHA-256 of the file that it was opened from or saved to last. */
  readonly base?: string;
  readonly folder: string;
  /** Where it lay: for information, and to be saved there again. */
  readonly path?: string;
  readonly guesses: readonly Guess[];
  readonly trials: readonly Trial[];
}

type Kept = Pick<AppState, 'caseFile' | 'place' | 'guesses' | 'trials' | 'label' | 'study' | 'original' | 'seenInputs'>;

/** The patient of the assessment; before there is one, the one that most of the files name. */
export function personOf({ study, original }: Pick<AppState, 'study' | 'original'>): Person | undefined {
  const most = study?.inspection.patients?.toSorted((a, b) => b.files - a.files)[0];
  const person = original?.patient ?? most;
  return person && { id: person.id, name: person.name };
}

export const draftContent = (state: Kept): string => {
  const { caseFile, place, guesses, trials, label, seenInputs } = state;
  const { identity, disk, folder, path } = place;
  return JSON.stringify({
    identity,
    label,
    patient: personOf(state),
    writtenBy: `isoeffect ${VERSION}`,
    inputs: seenInputs,
    base: disk,
    folder,
    path,
    guesses,
    ...(trials.length > 0 && { trials: trialsText(trials) }),
    text: caseText(caseFile!),
  });
};

interface Written extends Partial<Omit<DraftContent, 'caseFile' | 'trials'>> {
  readonly text: string;
  readonly trials?: readonly object[];
}

/** A draft may be half-edited: what is wrong with it is said by the evaluation, and nothing of it is lost. */
export function readDraftContent(content: string): DraftContent {
  const { text, guesses = [], trials = [], ...written } = JSON.parse(content) as Written;
  const { identity, label, patient, inputs, base, folder = '', path } = written;
  const caseFile = JSON.parse(text) as CaseFile;
  return {
    caseFile,
    ...(identity !== undefined && { identity }),
    ...(label !== undefined && { label }),
    ...(patient !== undefined && { patient }),
    inputs: inputs ?? caseFile.inputs ?? {},
    ...(base !== undefined && { base }),
    folder,
    ...(path !== undefined && { path }),
    guesses: heldGuesses(caseFile, guesses),
    trials: readTrials(trials),
  };
}
