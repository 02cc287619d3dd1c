import type { CaseFile } from '../../case/case-file';
import { heldGuesses } from '../../case/held-guesses';
import { VERSION } from '../../version';
import type { Person } from '../host/draft-head';
import type { DraftContent } from './kept-draft';
import { type AppState, caseText } from './store';
import { readTrials, trialsText } from './trials';

type Kept = Pick<AppState, 'caseFile' | 'place' | 'guesses' | 'trials' | 'label' | 'study' | 'original' | 'seenInputs'>;

/** The patient of the assessment; before there is one, the one that most of the files name. */
export function personOf({ study, original }: Pick<AppState, 'study' | 'original'>): Person | undefined {
  const most = study?.inspection.patients?.toSorted((a, b) => b.files - a.files)[0];
  const person = original?.patient ?? most;
  return person && { id: person.id, name: person.name };
}

export const draftContent = (state: Kept): string => {
  const { caseFile, place, guesses, trials, label, seenInputs } = state;
  const { identity, disk, folder, path, continues } = place;
  return JSON.stringify({
    identity,
    label,
    patient: personOf(state),
    writtenBy: `isoeffect ${VERSION}`,
    inputs: seenInputs,
    base: disk,
    folder,
    path,
    ...(continues && { continues: { key: continues.key, turn: continues.turn } }),
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
