import type { CaseFile } from '../../case/case-file';
import { heldGuesses } from '../../case/held-guesses';
import { VERSION } from '../../version';
import type { Person } from '../host/draft-head';
import type { DraftContent } from './kept-draft';
import { newerDraft } from './newer-draft';
import { type AppState, caseText } from './store';
import { readTrials, trialsText } from './trials';

type Kept = Pick<
  AppState,
  'caseFile' | 'place' | 'guesses' | 'trials' | 'label' | 'study' | 'original' | 'awaited' | 'inputHashes' | 'seenInputs'
>;

/** The patient of the assessment; before there is one, the one that most of the files name. */
export function personOf({ study, original }: Pick<AppState, 'study' | 'original'>): Person | undefined {
  const most = study?.inspection.patients?.toSorted((a, b) => b.files - a.files)[0];
  const person = original?.patient ?? most;
  return person && { id: person.id, name: person.name };
}

/** While the files that are open may be another's, whose the case is is what its draft said before. */
const ownerOf = (state: Kept): Person | undefined => (state.awaited && !state.original ? state.awaited.patient : personOf(state));

/** The hashes of the files that the case uses as they are, before they could be read as they were; and those that changed. */
function workedWith({ awaited, inputHashes, seenInputs }: Kept): Pick<DraftContent, 'inputs' | 'seen'> {
  const isRead = Object.keys(inputHashes).length > 0;
  const inputs = isRead ? inputHashes : (awaited?.inputs ?? seenInputs);
  const changed = Object.entries(seenInputs).filter(([path, sha256]) => inputs[path] !== undefined && inputs[path] !== sha256);
  return { inputs, ...(changed.length > 0 && { seen: Object.fromEntries(changed) }) };
}

export const draftContent = (state: Kept): string => {
  const { caseFile, place, guesses, trials, label } = state;
  const { identity, disk, folder, path, continues } = place;
  return JSON.stringify({
    identity,
    label,
    patient: ownerOf(state),
    writtenBy: `isoeffect ${VERSION}`,
    ...workedWith(state),
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

/**
 * A draft may be half-edited: what is wrong with it is said by the evaluation, and nothing of it is lost.
 * @throws NewerVersion where a newer version of the program put something into it that this one would lose.
 */
export function readDraftContent(content: string): DraftContent {
  const root = JSON.parse(content) as Written;
  const newer = newerDraft(root);
  if (newer) throw newer;
  const { text, guesses = [], trials = [], ...written } = root;
  const { identity, label, patient, inputs, seen, base, folder = '', path } = written;
  const caseFile = JSON.parse(text) as CaseFile;
  return {
    caseFile,
    ...(identity !== undefined && { identity }),
    ...(label !== undefined && { label }),
    ...(patient !== undefined && { patient }),
    inputs: inputs ?? caseFile.inputs ?? {},
    ...(seen !== undefined && { seen }),
    ...(base !== undefined && { base }),
    folder,
    ...(path !== undefined && { path }),
    guesses: heldGuesses(caseFile, guesses),
    trials: readTrials(trials),
  };
}
