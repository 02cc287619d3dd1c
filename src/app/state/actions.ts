import { type CaseFile, parseCaseFile } from '../../assessment/case-file';
import type { OpenedStudy } from '../engine/engine-api';
import { resolved } from '../engine/file-source';
import type { Host, HostCommand, Opened, OpenedCase } from '../host/host';
import { relativeCase, topFolder, withPaths } from './case-paths';
import { callback, engine } from './engine-client';
import { evaluateLatest } from './evaluation';
import { problemOf, sentenceOf } from './problem';
import { appNow, caseHistory, caseText, START, setApp } from './store';

/*
 * What a person can ask for. Each ends in a changed state or in a `problem`; none loses what is there.
 */

const folderOf = (path: string): string => path.slice(0, Math.max(0, path.lastIndexOf('/')));

/** Runs something that may fail, and says in the window why it did. */
async function said(work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (sentenceOf(error) !== 'cancelled') setApp({ problem: problemOf(error) });
  }
}

/** What the study on the screen was read from. */
let openedFiles: Opened | undefined;

/** Reads more files beside those of the study; a file that is there already is not read twice. */
export const openMore = (asked: () => Promise<Opened | OpenedCase | undefined>): Promise<void> =>
  said(async () => {
    const more = await asked();
    if (!more || 'text' in more) return openCaseFile(more);
    const known = new Set(openedFiles?.files.map(({ path }) => path));
    const files = [...(openedFiles?.files ?? []), ...more.files.filter(({ path }) => !known.has(path))];
    await openStudy({ label: openedFiles?.label ?? more.label, files });
  });

/** Reads what was opened and shows the study. */
export const openStudy = (opened: Opened | undefined): Promise<void> =>
  said(async () => {
    if (!opened) return;
    const before = appNow();
    setApp({ screen: 'reading', label: opened.label, problem: undefined, progress: undefined });
    try {
      const study = await engine().open(
        opened.files,
        callback((progress) => setApp({ progress })),
      );
      openedFiles = opened;
      setApp({ ...START, layer: before.layer, screen: 'study', label: opened.label, study });
      caseHistory.getState().clear();
    } catch (error) {
      setApp({ screen: before.screen === 'reading' ? 'start' : before.screen, progress: undefined });
      throw error;
    }
  });

export const cancelReading = (): Promise<void> => said(async () => engine().cancel());

/** Opens what was dropped or chosen: a case file, or files and folders. */
export const obeyOpened = (asked: () => Promise<Opened | OpenedCase | undefined>): Promise<void> =>
  said(async () => {
    const opened = await asked();
    await (opened && 'text' in opened ? openCaseFile(opened) : openStudy(opened));
  });

export const openRecent = (host: Host, path: string): Promise<void> =>
  said(async () => openCaseFile(await host.openRecent(path)));

/** What `keepDraft` writes. */
interface Draft {
  readonly text: string;
  readonly folder: string;
  readonly path?: string;
}

/** Goes on with a case that was never saved; its files have to be opened where they are no longer there. */
export const openDraft = (content: string | undefined): Promise<void> =>
  said(async () => {
    if (content === undefined) return;
    const { text, folder, path } = JSON.parse(content) as Draft;
    // A draft may be half-edited: what is wrong with it is said by the evaluation, and nothing of it is lost.
    const caseFile = JSON.parse(text) as CaseFile;
    const place = { folder, ...(path !== undefined && { path }) };
    setApp({ caseFile, place, savedText: undefined, guesses: [], screen: 'assess', problem: undefined });
    caseHistory.getState().clear();
    await evaluateLatest();
  });

export const forgetDraft = (host: Host, key: string): Promise<void> => said(() => host.saveDraft(key, undefined));

/** Makes the proposed case the case, and evaluates it. */
export function makeCase(caseFile: CaseFile): void {
  const { study } = appNow();
  setApp({ caseFile, guesses: study?.proposal.guesses ?? [], place: { folder: '' }, savedText: undefined, screen: 'assess' });
  caseHistory.getState().clear();
  void evaluateLatest();
}

/** Opens a case file with the files it names. */
export const openCaseFile = (opened: OpenedCase | undefined): Promise<void> =>
  said(async () => {
    if (!opened) return;
    const folder = folderOf(opened.path);
    // In the window all paths are those of the opened files; they are relative only in the saved file.
    const caseFile = withPaths(parseCaseFile(opened.text, opened.path), (path) => resolved(folder, path));
    const study = await studyOf(opened);
    const { layer } = appNow();
    setApp({
      ...START,
      layer,
      label: opened.path.split('/').at(-1) ?? opened.path,
      study,
      caseFile,
      place: { path: opened.path, folder },
      savedText: caseText(caseFile),
      screen: 'assess',
    });
    caseHistory.getState().clear();
    await evaluateLatest();
  });

/** What is in the files of a case; nothing where none of them is there, which the evaluation then says. */
async function studyOf({ files }: OpenedCase): Promise<OpenedStudy | undefined> {
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

/** Saves the case with paths relative to where it is saved, and with the hashes of its files. */
export const saveCase = (host: Host, isAs = false): Promise<void> =>
  said(async () => {
    const { caseFile, place, label } = appNow();
    if (!caseFile) return;
    const draft = draftKey();
    const withHashes = { ...caseFile, inputs: { ...(await engine().inputHashes()) } };
    const known = isAs ? undefined : place.path;
    const request = { what: 'Isoeffect case', extension: 'json', suggestedName: nameFor(caseFile, label) };
    // A browser does not tell where a file goes: the case is written to lie in the folder that was opened.
    const guess = known === undefined ? topFolder(caseFile) : place.folder;
    const saved = await host.save({
      ...request,
      ...(known !== undefined && { path: known }),
      content: textIn(guess, withHashes),
    });
    if (!saved) return;
    const folder = host.kind === 'electron' ? folderOf(saved.path) : guess;
    // The dialog says only afterwards in which folder the case lies, and its paths are relative to that.
    if (folder !== guess) await host.save({ ...request, path: saved.path, content: textIn(folder, withHashes) });
    setApp({ place: { path: saved.path, folder }, savedText: caseText(caseFile), problem: undefined });
    await host.saveDraft(draft, undefined);
  });

const nameFor = ({ title }: CaseFile, label: string): string => `${title || label.replace(/\.json$/, '') || 'case'}.json`;
const textIn = (folder: string, caseFile: CaseFile): string => caseText(relativeCase(caseFile, '', folder));

export const saveReport = (host: Host, kind: 'html' | 'csv'): Promise<void> =>
  said(async () => {
    const content = await engine().report(kind);
    await host.save({ suggestedName: `isoeffect-report.${kind}`, content, what: kind.toUpperCase(), extension: kind });
  });

/** What a draft is kept under: the case's own place, or what was opened. */
export const draftKey = (): string => appNow().place.path ?? `unsaved:${appNow().label}`;

export const undo = (): void => caseHistory.getState().undo();
export const redo = (): void => caseHistory.getState().redo();

/** Does what a menu or the system asks. */
export function obey(host: Host, command: HostCommand): void {
  const open = async () => {
    switch (command) {
      case 'open-folder':
        return openStudy(await host.openFolder());
      case 'open-files':
        return openStudy(await host.openFiles());
      case 'open-case':
        return openCaseFile(await host.openCase());
      case 'open-sample':
        return openSample(host);
      case 'save':
      case 'save-as':
        return saveCase(host, command === 'save-as');
      case 'report-html':
        return saveReport(host, 'html');
      case 'report-csv':
        return saveReport(host, 'csv');
      case 'undo':
        return undo();
      case 'redo':
        return redo();
      case 'about':
        return setApp({ screen: 'start' });
    }
  };
  void said(async () => open());
}
