import { temporal } from 'zundo';
import { create } from 'zustand';
import type { CaseFile } from '../../case/case-file';
import { heldGuesses } from '../../case/held-guesses';
import type { Assessment } from '../../evaluation/assessment';
import type { Vec3 } from '../../geometry/vec3';
import { withGuesses } from '../../inspection/kept-guesses';
import type { Guess } from '../../inspection/proposal-words';
import type { Progress } from '../../registration/automatic/register-volumes';
import { AS_IT_IS, type OpenedStudy, type ReadProgress, type WhatIf } from '../engine/engine-api';
import type { ExpectedFiles } from '../engine/expected-files';
import type { DraftHead } from '../host/draft-head';
import type { CtVolume, Outline } from '../viewer/scene';
import { WINDOW_PRESETS } from '../viewer/window-presets';
import type { Problem } from '../words/problem';
import type { KeepingQuestion } from './keeping-question';
import type { LayerSettings } from './layer-settings';
import type { Trial } from './trials';

export type Screen = 'start' | 'reading' | 'study' | 'case' | 'registration' | 'assess';

/** Where the case lives on disk; nothing for one that was never saved. */
export interface CasePlace {
  readonly path?: string;
  /** Folder that its paths are relative to, with `/`; '' where they are those of the opened files. */
  readonly folder: string;
  /** What the case is known by: its UID, or of one that has none yet the hash of its text. */
  readonly identity?: string;
  /** What the draft of this sitting is kept under. */
  readonly draft?: string;
  /** The draft that this sitting goes on with: the host forgets it with this one's first keeping. */
  readonly continues?: Pick<DraftHead, 'key' | 'turn'>;
  /** SHA-256 of the file as it was opened or saved last: what may be replaced unasked. */
  readonly disk?: string;
  /** It cannot be saved where it lies. */
  readonly isReadOnly?: true;
}

/** What is not kept as a draft although it should be. */
export interface DraftFailure {
  /** A sentence of the system's, in English. */
  readonly why: string;
}

export interface AppState {
  readonly screen: Screen;
  readonly label: string;
  readonly progress: ReadProgress | undefined;
  readonly study: OpenedStudy | undefined;
  /** How many files were added to those of the study last; undefined where none were asked for since. */
  readonly added: number | undefined;
  /** The case as it is: what is undone, redone and saved. */
  readonly caseFile: CaseFile | undefined;
  readonly guesses: readonly Guess[];
  readonly place: CasePlace;
  /** SHA-256 of the files that the case uses as they are, and as they were when this sitting first saw them; by path. */
  readonly inputHashes: Readonly<Record<string, string>>;
  readonly seenInputs: Readonly<Record<string, string>>;
  /** Whose files the case was worked on with before, while they may not be those that are open. */
  readonly awaited: ExpectedFiles | undefined;
  /** Of drafts and saving, for a person to decide before anything is written. */
  readonly question: KeepingQuestion | undefined;
  /** It stays until the draft is kept. */
  readonly draftFailure: DraftFailure | undefined;
  /** The case as it was saved last, for telling what is not saved. */
  readonly savedText: string | undefined;
  readonly whatIf: WhatIf;
  /** Registrations that are tried and are not the case's. */
  readonly trials: readonly Trial[];
  /** The computer is matching two CTs. */
  readonly registering:
    | { readonly courses: readonly string[]; readonly stage: Progress; readonly cancel: () => void }
    | undefined;
  /** Of the case as it is, and of what is tried beside it. */
  readonly original: Assessment | undefined;
  readonly assessment: Assessment | undefined;
  /** What `assessment` is of: a slider, or a change of the case, is ahead of its figures for a while. */
  readonly assessedFor: Pick<AppState, 'caseFile' | 'whatIf'> | undefined;
  /** The prior courses are still being moved within the margin. */
  readonly isMoving: boolean;
  /** What was asked and could not be done; it stays until it is dismissed or done. */
  readonly problem: Problem | undefined;
  /** Why the case as it stands cannot be evaluated. */
  readonly unevaluated: Problem | undefined;
  /** What is being worked on, with the share done. */
  readonly work: { readonly share: number; readonly what: string } | undefined;
  readonly ct: CtVolume | undefined;
  /** Whether the CT was looked for: without one, the picture says what is the case and no more. */
  readonly ctState: 'not looked for' | 'being looked for' | 'looked for';
  readonly outlines: readonly Outline[];
  readonly hidden: readonly string[];
  readonly selected: string | undefined;
  readonly crosshairMm: Vec3 | undefined;
  readonly layer: LayerSettings;
}

/** Lightness rises with the dose, so that the order is seen without colour as well. */
const LEVELS = [
  { gy: 20, colour: '#4477ff' },
  { gy: 40, colour: '#33bbee' },
  { gy: 50, colour: '#44cc77' },
  { gy: 60, colour: '#eecc33' },
  { gy: 80, colour: '#ee8833' },
  { gy: 100, colour: '#ff4455' },
];

export const START: AppState = {
  screen: 'start',
  label: '',
  progress: undefined,
  study: undefined,
  added: undefined,
  caseFile: undefined,
  guesses: [],
  place: { folder: '' },
  inputHashes: {},
  seenInputs: {},
  awaited: undefined,
  question: undefined,
  draftFailure: undefined,
  savedText: undefined,
  whatIf: AS_IT_IS,
  trials: [],
  registering: undefined,
  original: undefined,
  assessment: undefined,
  assessedFor: undefined,
  isMoving: false,
  problem: undefined,
  unevaluated: undefined,
  work: undefined,
  ct: undefined,
  ctState: 'not looked for',
  outlines: [],
  hidden: [],
  selected: undefined,
  crosshairMm: undefined,
  layer: {
    scope: 'cumulative',
    quantity: 'eqd2',
    alphaBetaGy: 3,
    opacity: 0.45,
    window: WINDOW_PRESETS.softTissue,
    levels: LEVELS,
  },
};

/** The one state of the window. Undo and redo go over the case and what of it is still a guess. */
export const useApp = create<AppState>()(
  temporal(() => START, {
    partialize: ({ caseFile, guesses }) => ({ caseFile, guesses }),
    equality: (a, b) => a.caseFile === b.caseFile && a.guesses === b.guesses,
    limit: 200,
  }),
);

export const setApp = useApp.setState;
export const appNow = useApp.getState;
export const caseHistory = useApp.temporal;

/** Text of a case file as it is saved. */
export const caseText = (caseFile: CaseFile): string => `${JSON.stringify(caseFile, null, 2)}\n`;

/** Whether there is something that a closed window would lose. */
export const isUnsaved = ({ caseFile, guesses, savedText }: AppState): boolean =>
  caseFile !== undefined && caseText(withGuesses(caseFile, guesses)) !== savedText;

/** Whether a draft has to be kept: what is tried is in no saved case. */
export const isDraftNeeded = (state: AppState): boolean => state.trials.length > 0 || isUnsaved(state);

/** Changes the case that is open, as one step of its history. */
export function changeCase(edit: (caseFile: CaseFile) => CaseFile): void {
  const { caseFile, guesses } = appNow();
  if (!caseFile) return;
  const next = edit(caseFile);
  setApp({ caseFile: next, guesses: heldGuesses(next, guesses, caseFile) });
}
