import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import type { BrowserWindow } from 'electron';
import type { Conflict, OpenedCase, Saved } from '../src/app/host/host';
import { isCaseText } from '../src/files/named-paths';
import { withSlashes } from '../src/files/named-place';
import { grantedIn, openCaseFile, openNamed } from './case-files';
import type { CheckedPlaceRequest, CheckedSaveRequest, Handlers } from './channels';
import { askForCase, askForFiles, askForFolders, askWhereToSave } from './dialogs';
import type { Drafts } from './drafts';
import type { FileGrants } from './file-grants';
import type { KeptHere } from './kept-here';
import type { NetworkGuard } from './network-guard';
import { openFilesAt, openPaths } from './opening';
import type { RecentCases } from './recent-cases';
import { diskOf, plainName, saveFile, saveTarget } from './save';
import type { UnfinishedSaves } from './unfinished-saves';
import type { Words } from './words';

export interface Parts {
  readonly grants: FileGrants;
  readonly recent: RecentCases;
  readonly unfinished: UnfinishedSaves;
  readonly drafts: Drafts;
  readonly kept: KeptHere;
  readonly guard: NetworkGuard;
  readonly sampleFolder: string;
  readonly documentsFolder: string;
  /** The system's own list of recent documents. */
  addRecentDocument(file: string): void;
  listening(): void;
  /** Menu and dialogs in the page's language. */
  words(): Words;
  speak(language: string): void;
}

/** What the main process does for the page. */
export function handlersOf(parts: Parts): Handlers<BrowserWindow> & { remember(opened: object): Promise<void> } {
  const { grants, recent, unfinished, drafts, kept, guard } = parts;
  const chosenPlaces = new Set<string>();
  /** The disks that cases were opened from and saved to, by the paths of the cases. */
  const disks = new Map<string, bigint | undefined>();
  let lastFolder = parts.documentsFolder;

  async function rememberCase(file: string): Promise<void> {
    lastFolder = path.dirname(file);
    disks.set(file, await diskOf(lastFolder));
    if (kept.isNothing) return;
    parts.addRecentDocument(file);
    // A list that cannot be written is no reason not to open the case.
    await recent.add(file).catch(() => {});
  }

  async function openCase(file: string): Promise<OpenedCase> {
    const opened = await openCaseFile(file, grants);
    await rememberCase(file);
    return opened;
  }

  /** Where to save: asked, unless the user chose this place before. What it already holds is not touched. */
  async function placeFor(window: BrowserWindow, request: CheckedPlaceRequest): Promise<Saved | undefined> {
    const known = request.path === undefined ? undefined : path.normalize(request.path);
    if (known !== undefined && (chosenPlaces.has(known) || grants.isCase(known))) return { path: known };
    const place = known ?? path.join(lastFolder, plainName(request.suggestedName, request.extension));
    const chosen = await askWhereToSave(window, parts.words(), { ...request, place });
    if (chosen === undefined) return undefined;
    const file = await saveTarget(withExtension(chosen, request.extension));
    chosenPlaces.add(file);
    return { path: file };
  }

  async function save(window: BrowserWindow, request: CheckedSaveRequest): Promise<Saved | Conflict | undefined> {
    const place = await placeFor(window, request);
    if (!place) return undefined;
    const write = () =>
      saveFile(place.path, request.content, grants, {
        known: request.known,
        // Where a person chose the place just now, it is the one that is meant.
        disk: request.known && disks.get(place.path),
      });
    const file = await whileNoted(path.dirname(place.path), write);
    if (typeof file !== 'string') return file;
    if (typeof request.content === 'string' && isCaseText(request.content)) await rememberCase(file);
    return { path: withSlashes(file) };
  }

  /** What an interruption leaves where cases were saved before is found by those; elsewhere the folder is noted. */
  async function whileNoted<T>(folder: string, write: () => Promise<T>): Promise<T> {
    const isFound = (await recent.list()).some(({ path: file }) => path.dirname(file) === folder);
    return isFound || kept.isNothing ? write() : unfinished.during(folder, write);
  }

  return {
    openFolder: async (window) => {
      const folders = await askForFolders(window, parts.words());
      return folders && openFilesAt(folders, grants);
    },
    openFiles: async (window) => {
      const files = await askForFiles(window, parts.words());
      return files && openFilesAt(files, grants);
    },
    openDropped: async (_window, paths) => {
      if (paths.length === 0) return undefined;
      const opened = await openPaths(paths, grants);
      if ('text' in opened) await rememberCase(path.normalize(opened.path));
      return opened;
    },
    openCase: async (window) => {
      const files = await askForCase(window, parts.words());
      return files && openCase(files[0]);
    },
    openRecent: async (_window, file) => {
      const known = (await recent.list()).some((one) => one.path === file);
      if (!known) throw new Error(`${path.basename(file)} is not among the recent cases.`);
      if (!existsSync(file)) {
        const beside = await readdir(path.dirname(file)).catch(() => []);
        // Of a disk that is not connected the folder is missing, or empty: it may be back the next time.
        if (beside.length === 0) throw new Error(`${path.dirname(file)} is not there, or is empty: is its disk connected?`);
        await recent.remove(file).catch(() => {});
        throw new Error(`${file} is no longer there. It was moved or deleted.`);
      }
      return openCase(file);
    },
    openSample: async () => ({ ...(await openFilesAt([parts.sampleFolder], grants)), label: 'Sample patient' }),
    recent: async () => recent.list(),
    placeFor: async (window, request) => {
      const place = await placeFor(window, request);
      return place && { path: withSlashes(place.path) };
    },
    save,
    saveDraft: async (_window, key, content) => {
      if (content !== undefined && kept.isNothing) return undefined;
      await drafts.save(key, content, content === undefined ? [] : grantedIn(content, grants));
      return undefined;
    },
    readDraft: async (_window, key) => (await drafts.find(key))?.content,
    openDraft: async (_window, key) => {
      const draft = await drafts.find(key);
      return draft && { content: draft.content, files: await openNamed(draft.files, grants) };
    },
    drafts: async () => drafts.list(),
    keeping: async () => kept.state(),
    keepNothing: async (_window, isNothing) => kept.keepNothing(isNothing),
    clearKept: async (_window, kinds) => kept.clear(kinds),
    networkRequests: async () => guard.count,
    listening: async () => {
      parts.listening();
      return undefined;
    },
    language: async (_window, tag) => {
      parts.speak(tag);
      return undefined;
    },
    refused: async (_window, url) => {
      guard.refused(url);
      return undefined;
    },
    remember: async (opened) => {
      if ('text' in opened) await rememberCase(path.normalize((opened as OpenedCase).path));
    },
  };
}

/** A name typed without its extension gets it; what is there already under that name was not agreed to be replaced. */
function withExtension(file: string, extension: string): string {
  if (path.extname(file).toLowerCase() === `.${extension}`) return file;
  const full = `${file}.${extension}`;
  if (existsSync(full)) throw new Error(`${path.basename(full)} is there already. Choose another name.`);
  return full;
}
