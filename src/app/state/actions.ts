import { parseCaseFile } from '../../assessment/case-file';
import type { Host, HostCommand, Opened, OpenedCase } from '../host/host';
import { relativeCase } from './case-paths';
import { callback, engine } from './engine-client';
import { evaluateLatest } from './evaluation';
import { appNow, caseHistory, caseText, START, setApp } from './store';

/*
 * What a person can ask for. Each ends in a changed state or in a sentence in `problem`; none loses what is there.
 */

const folderOf = (path: string): string => path.slice(0, Math.max(0, path.lastIndexOf('/')));
const sentenceOf = (error: unknown): string => (error as Error)?.message || String(error);

/** Runs something that may fail, and says in the window why it did. */
async function said(work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (sentenceOf(error) !== 'cancelled') setApp({ problem: sentenceOf(error) });
  }
}

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
      setApp({ ...START, layer: before.layer, window: before.window, screen: 'study', label: opened.label, study });
      caseHistory.getState().clear();
    } catch (error) {
      setApp({ screen: before.screen === 'reading' ? 'start' : before.screen, progress: undefined });
      throw error;
    }
  });

export const cancelReading = (): Promise<void> => said(async () => engine().cancel());

/** Makes the proposed case the case, and evaluates it. */
export function makeCase(): void {
  const { study } = appNow();
  const caseFile = study?.proposal.caseFile;
  if (!caseFile) return;
  setApp({ caseFile, guesses: study.proposal.guesses, place: { folder: '' }, savedText: undefined, screen: 'assess' });
  caseHistory.getState().clear();
  void evaluateLatest();
}

/** Opens a case file with the files it names. */
export const openCaseFile = (opened: OpenedCase | undefined): Promise<void> =>
  said(async () => {
    if (!opened) return;
    const caseFile = parseCaseFile(opened.text, opened.path);
    await engine().addFiles(opened.files);
    const { layer, window } = appNow();
    setApp({
      ...START,
      layer,
      window,
      label: opened.path.split('/').at(-1) ?? opened.path,
      caseFile,
      place: { path: opened.path, folder: folderOf(opened.path) },
      savedText: caseText(caseFile),
      screen: 'assess',
    });
    caseHistory.getState().clear();
    await evaluateLatest();
  });

export const openSample = (host: Host): Promise<void> => said(async () => openStudy(await host.openSample()));

/** Saves the case; its paths become relative to where it is saved. */
export const saveCase = (host: Host, isAs = false): Promise<void> =>
  said(async () => {
    const { caseFile, place, label } = appNow();
    if (!caseFile) return;
    const write = (at: { path?: string; folder: string }) => caseText(relativeCase(caseFile, place.folder, at.folder));
    // Where to is asked first: the text depends on the folder.
    const known = isAs ? undefined : place.path;
    const saved = await host.save({
      suggestedName: `${(caseFile.title ?? label) || 'case'}.json`.replace(/\.json\.json$/, '.json'),
      ...(known !== undefined && { path: known }),
      content: write({ folder: known !== undefined ? folderOf(known) : place.folder }),
      what: 'Isoeffect case',
      extension: 'json',
    });
    if (!saved) return;
    const folder = host.kind === 'electron' ? folderOf(saved.path) : place.folder;
    const moved = relativeCase(caseFile, place.folder, folder);
    if (host.kind === 'electron' && known === undefined && folder !== place.folder) {
      await host.save({
        suggestedName: '',
        path: saved.path,
        content: caseText(moved),
        what: 'Isoeffect case',
        extension: 'json',
      });
    }
    setApp({ caseFile: moved, place: { path: saved.path, folder }, savedText: caseText(moved), problem: undefined });
    await host.saveDraft(draftKey(), undefined);
  });

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
