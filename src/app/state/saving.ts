import type { CaseFile } from '../../case/case-file';
import { withGuesses } from '../../inspection/kept-guesses';
import { printableJson } from '../../printable';
import type { Host } from '../host/host';
import { relativeCase, topFolder } from './case-paths';
import { draftContent } from './draft-content';
import { draftKey } from './draft-key';
import { engine } from './engine-client';
import { folderOf } from './folder-of';
import { said } from './said';
import { appNow, caseText, setApp } from './store';

/** Saves the case with paths relative to where it is saved, and with the hashes of its files. */
export const saveCase = (host: Host, isAs = false): Promise<void> =>
  said(async () => {
    const { caseFile: edited, guesses, place, label } = appNow();
    if (!edited) return;
    const caseFile = withGuesses(edited, guesses);
    const draft = draftKey(appNow());
    const withHashes = { ...caseFile, inputs: { ...(await engine().inputHashes()) } };
    const known = isAs ? undefined : place.path;
    const request = {
      what: 'Isoeffect case',
      extension: 'json',
      suggestedName: nameFor(caseFile, label),
      ...(known !== undefined && { path: known }),
    };
    // Paths in the file are relative to its folder, which is why the place is asked for first.
    const chosen = host.placeFor && (await host.placeFor(request));
    if (host.placeFor && !chosen) return;
    // A browser does not tell where a file goes: the case is written to lie in the folder that was opened.
    const folder = chosen ? folderOf(chosen.path) : known === undefined ? topFolder(caseFile) : place.folder;
    const saved = await host.save({ ...request, ...chosen, content: textIn(folder, withHashes) });
    if (!saved) return;
    setApp({ place: { path: saved.path, folder }, savedText: caseText(caseFile), problem: undefined });
    await host.saveDraft(draft, undefined);
    // What is tried is not in the saved file.
    const now = appNow();
    if (now.trials.length > 0) await host.saveDraft(draftKey(now), draftContent(now));
  });

/** A name that a dialog and a download folder can show: without what cannot be seen, and no longer than it has to be. */
function nameFor({ title }: CaseFile, label: string): string {
  const stem = (title || label.replace(/\.json$/, '')).replace(/\p{C}+/gu, ' ').trim();
  return `${stem.slice(0, 100) || 'case'}.json`;
}
const textIn = (folder: string, caseFile: CaseFile): string => printableJson(caseText(relativeCase(caseFile, '', folder)));

export const saveReport = (host: Host, kind: 'html' | 'csv'): Promise<void> =>
  said(async () => {
    const content = await engine().report(kind);
    await host.save({ suggestedName: `isoeffect-report.${kind}`, content, what: kind.toUpperCase(), extension: kind });
  });
