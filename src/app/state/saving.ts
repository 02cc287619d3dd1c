import { type CaseFile, parseCaseFile } from '../../case/case-file';
import { pathsOf, withPaths } from '../../case/case-paths';
import { readIn } from '../../files/case-path';
import { withGuesses } from '../../inspection/kept-guesses';
import { printableJson } from '../../printable';
import { sha256Of } from '../../sha256';
import { VERSION } from '../../version';
import type { Conflict, Host } from '../host/host';
import { caseChanges } from './case-changes';
import { newUid, uidOf } from './case-identity';
import { relativeCase, topFolder } from './case-paths';
import { engine } from './engine-client';
import { folderOf } from './folder-of';
import { flushDrafts } from './keep-draft';
import type { ConflictQuestion } from './keeping-question';
import { savedInputs } from './kept-inputs';
import { said } from './said';
import { appNow, type CasePlace, caseText, setApp } from './store';

interface Way {
  /** At a place that is asked for, as another case. */
  readonly isAs?: boolean;
  /** SHA-256 of what a person has seen there and wants replaced. */
  readonly over?: string;
}

/**
 * Saves the case with its UID, with paths relative to where it is saved, and with the hashes of its files. A file that is
 * not what it was when it was opened or saved last is not written over: a person is asked.
 */
export const saveCase = (host: Host, { isAs = false, over }: Way = {}): Promise<void> =>
  said(async () => {
    const { caseFile: edited, guesses, place, label } = appNow();
    if (!edited) return;
    const caseFile = withGuesses(edited, guesses);
    const request = {
      what: 'Isoeffect case',
      extension: 'json',
      suggestedName: nameFor(caseFile, label),
      ...(place.path !== undefined && !isAs && { path: place.path }),
    };
    // Paths in the file are relative to its folder, which is why the place is asked for first.
    const chosen = host.placeFor && (await host.placeFor(request));
    if (host.placeFor && !chosen) return;
    // A browser does not tell where a file goes: the case is written to lie in the folder that was opened.
    const isKnown = request.path !== undefined;
    const folder = chosen ? folderOf(chosen.path) : isKnown ? place.folder : topFolder(caseFile);
    const isSamePlace = chosen ? chosen.path === place.path : isKnown;
    const identity = isSamePlace || place.path === undefined ? (uidOf(place.identity) ?? newUid()) : newUid();
    const written: CaseFile = { ...caseFile, uid: identity, writtenBy: `isoeffect ${VERSION}`, inputs: await inputsOf(caseFile) };
    const content = textIn(folder, written);
    const known = isSamePlace ? { known: [place.disk, over].filter((sha256) => sha256 !== undefined) } : {};
    // Where the host does not tell when it is on the disk, what was changed last is in the draft by then.
    if (!host.placeFor) await flushDrafts();
    const kept = host.placeFor || place.draft === undefined ? {} : { draft: place.draft };
    const saved = await host.save({ ...request, ...chosen, ...known, ...kept, content });
    if (!saved) return;
    if ('onDisk' in saved) return setApp({ question: conflictOf(saved, folder, caseFile), problem: undefined });
    const { draft, continues } = place;
    // Another case was opened while this one was written.
    if (appNow().place.draft !== draft) return;
    const now: CasePlace = {
      path: saved.path,
      folder,
      identity,
      disk: await sha256Of(content),
      ...(draft !== undefined && { draft }),
      ...(continues && { continues }),
    };
    // What was changed meanwhile is not in the file, and stays a draft.
    const { question } = appNow();
    const left = question?.kind === 'draft' ? question : undefined;
    setApp({ place: now, savedText: caseText(caseFile), problem: undefined, question: left });
  });

/** Of another case that was opened meanwhile nothing is known here. */
async function inputsOf(caseFile: CaseFile): Promise<NonNullable<CaseFile['inputs']>> {
  const { seenInputs } = appNow();
  return { ...savedInputs(caseFile, { seenInputs, inputHashes: await engine().inputHashes() }) };
}

/** What is asked where the file is another one now. It may be no case at all by now. */
function conflictOf(conflict: Conflict, folder: string, mine: CaseFile): ConflictQuestion {
  const known = new Set(pathsOf(mine));
  const theirs = caseIn(conflict.onDisk.text, (path) => readIn(folder, path, (named) => known.has(named)));
  const base = caseIn(appNow().savedText, (path) => path);
  const uid = uidOf(appNow().place.identity);
  const isOtherCase = theirs?.uid !== undefined && uid !== undefined && theirs.uid !== uid;
  return {
    ...conflict,
    kind: 'conflict',
    isCase: theirs !== undefined,
    ...(isOtherCase && { isOtherCase }),
    theirs: theirs && base && caseChanges(base, theirs),
    mine: theirs ? caseChanges(theirs, mine) : [],
  };
}

function caseIn(text: string | undefined, place: (path: string) => string): CaseFile | undefined {
  try {
    return text === undefined ? undefined : withPaths(parseCaseFile(text, ''), place);
  } catch {
    return undefined;
  }
}

/** Nothing is written: what is on the disk stays, and the case stays unsaved. */
export const leaveConflict = (): void => {
  if (appNow().question?.kind === 'conflict') setApp({ question: undefined });
};

/** Saves over what a person has seen on the disk, and over nothing that came after that. */
export const saveOver = (host: Host): Promise<void> => {
  const { question } = appNow();
  return question?.kind === 'conflict' ? saveCase(host, { over: question.onDisk.sha256 }) : Promise.resolve();
};

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
