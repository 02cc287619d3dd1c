import { type CaseFile, parseCaseFile } from '../../case/case-file';
import { pathsOf, withPaths } from '../../case/case-paths';
import { readIn } from '../../files/case-path';
import { guessesApart, withGuesses } from '../../inspection/kept-guesses';
import type { OpenedStudy } from '../engine/engine-api';
import type { ExpectedFiles } from '../engine/expected-files';
import type { Host, Opened, OpenedCase } from '../host/host';
import { type Problem, problemOf } from '../words/problem';
import { newDraftKey, newUid, openedIdentity } from './case-identity';
import { personOf } from './draft-content';
import { draftQuestion } from './draft-question';
import { callback, engine } from './engine-client';
import { evaluateLatest, forgetAnswers } from './evaluation';
import { folderOf } from './folder-of';
import { flushDrafts } from './keep-draft';
import { said } from './said';
import { type AppState, appNow, type CasePlace, caseHistory, caseText, START, setApp } from './store';

/* Opening files, cases and drafts. Each ends in a changed state or in a sentence; none loses what is there. */

/** What opening needs of the host: the drafts of what is opened. */
type Opener = Pick<Host, 'drafts' | 'readDraft' | 'saveDraft'>;

/** What the study on the screen was read from. */
let openedFiles: Opened | undefined;

/**
 * Reads more files beside those of the study; a file that is there already is not read twice. A case that is open stays
 * open, as it is: its own files are still there.
 */
export const openMore = (asked: () => Promise<Opened | OpenedCase | undefined>, host: Opener): Promise<void> =>
  said(async () => {
    const more = await asked();
    if (!more || 'text' in more) return openCaseFile(more, host);
    const known = new Set(openedFiles?.files.map(({ path }) => path));
    const others = more.files.filter(({ path }) => !known.has(path));
    if (others.length === 0 && !more.unreadable?.length) return setApp({ added: 0, problem: undefined });
    const files = [...(openedFiles?.files ?? []), ...others];
    const unreadable = [...(openedFiles?.unreadable ?? []), ...(more.unreadable ?? [])];
    await read({ label: openedFiles?.label ?? more.label, files, unreadable }, others.length);
  });

/** Reads what was opened and shows the study. */
export const openStudy = (opened: Opened | undefined): Promise<void> => said(async () => opened && read(opened));

/** @param added how many of the files are new beside those of the study; left out where they are another study. */
async function read(opened: Opened, added?: number): Promise<void> {
  const before = appNow();
  setApp({ screen: 'reading', label: opened.label, problem: undefined, progress: undefined });
  try {
    const isWaiting = isWaitingFor(before, opened);
    // The names of the files tell nobody's from another's: they have to be those that the case was worked on with.
    if (isWaiting) await engine().expectFiles(expectedOf(before));
    const study = await engine().open(
      opened.files,
      callback((progress) => setApp({ progress })),
      opened.unreadable,
    );
    openedFiles = opened;
    if (!isWaiting && added === undefined) await engine().expectFiles(undefined);
    if (isWaiting) {
      setApp({ study, added: undefined, screen: 'assess', progress: undefined });
      await evaluateLatest();
      return;
    }
    if (added !== undefined && before.caseFile) {
      forgetAnswers();
      const { label } = before;
      setApp({ study, added, label, screen: 'study', progress: undefined, assessedFor: undefined });
      await evaluateLatest();
      return;
    }
    setApp({ ...START, layer: before.layer, screen: 'study', label: opened.label, study, added });
    caseHistory.getState().clear();
  } catch (error) {
    const { label, screen } = before;
    setApp({ screen: screen === 'reading' ? 'start' : screen, label, progress: undefined });
    throw error;
  }
}

/** A case that could not be evaluated yet, a draft above all, is not dropped for the very files that it needs. */
function isWaitingFor({ caseFile, original }: AppState, { files }: Opened): boolean {
  if (!caseFile || original) return false;
  const there = new Set(files.map(({ path }) => path));
  return pathsOf(caseFile).every((path) => there.has(path) || /\.json$/i.test(path));
}

/** Whose files a case is waiting for, as far as it is known. */
function expectedOf(state: AppState): ExpectedFiles {
  const { awaited, seenInputs } = state;
  if (awaited) return awaited;
  const patient = personOf(state);
  return { inputs: seenInputs, ...(patient && { patient }) };
}

export const cancelReading = (): Promise<void> => said(async () => engine().cancel());

/** Opens what was dropped or chosen: a case file, or files and folders. */
export const obeyOpened = (asked: () => Promise<Opened | OpenedCase | undefined>, host: Opener): Promise<void> =>
  said(async () => {
    const opened = await asked();
    await (opened && 'text' in opened ? openCaseFile(opened, host) : openStudy(opened));
  });

export const openRecent = (host: Host, path: string): Promise<void> =>
  said(async () => openCaseFile(await host.openRecent(path), host));

/**
 * Makes the proposed case the case, and evaluates it.
 * @param said what a person had to say before, put into the case as a change of its own, so that it can be undone.
 */
export function makeCase(caseFile: CaseFile, said?: (caseFile: CaseFile) => CaseFile): void {
  const { study } = appNow();
  const identity = newUid();
  setApp({
    caseFile,
    guesses: study?.proposal.guesses ?? [],
    place: { folder: '', identity, draft: newDraftKey(identity) },
    inputHashes: {},
    seenInputs: {},
    awaited: undefined,
    savedText: undefined,
    trials: [],
    registering: undefined,
    added: undefined,
    screen: 'assess',
  });
  caseHistory.getState().clear();
  if (said) setApp({ caseFile: said(caseFile) });
  // It is made of the files that are open.
  void engine().expectFiles(undefined);
  void evaluateLatest();
}

/** Opens a case file with the files it names. */
export const openCaseFile = (opened: OpenedCase | undefined, host: Opener): Promise<void> =>
  said(async () => {
    if (!opened) return;
    const folder = folderOf(opened.path);
    // In the window all paths are those of the opened files; they are relative only in the saved file.
    const there = new Set(opened.files.map(({ path }) => path));
    const isThere = (path: string) => there.has(path);
    const read = withPaths(parseCaseFile(opened.text, opened.path), (path) => readIn(folder, path, isThere));
    const { uid, ...named } = read;
    const { caseFile, guesses } = guessesApart(named);
    const known = await openedIdentity(opened.text, uid);
    const place: CasePlace = { path: opened.path, folder, ...known, ...(opened.isReadOnly && { isReadOnly: true }) };
    await flushDrafts();
    const study = await studyOf(opened);
    await engine().expectFiles(undefined);
    let problem: Problem | undefined;
    const question = await draftQuestion(host, { caseFile, guesses, place }, opened.modifiedAt).catch((error: unknown) => {
      problem = problemOf(error);
      return undefined;
    });
    const { layer } = appNow();
    setApp({
      ...START,
      layer,
      label: opened.path.split('/').at(-1) ?? opened.path,
      study,
      caseFile,
      guesses,
      place,
      question,
      problem,
      savedText: caseText(withGuesses(caseFile, guesses)),
      screen: 'assess',
    });
    caseHistory.getState().clear();
    await evaluateLatest();
  });

/** What is in the files of a case; nothing where none of them is there, which the evaluation then says. */
export async function studyOf({ files }: Pick<OpenedCase, 'files'>): Promise<OpenedStudy | undefined> {
  openedFiles = { label: appNow().label, files };
  setApp({ screen: 'reading', problem: undefined, progress: undefined });
  try {
    return await engine().open(
      files,
      callback((progress) => setApp({ progress })),
    );
  } catch {
    await engine().addFiles(files);
    return undefined;
  }
}

export const openSample = (host: Host): Promise<void> => said(async () => openStudy(await host.openSample()));
