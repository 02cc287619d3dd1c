import { MAX_FILES, tooManyFiles } from '../../files/system-names';
import type { Unreadable } from './host';
import { refusedByBrowser } from './not-readable';
import { type Given, labelOf } from './web-files';

/* The File System Access API, where a browser has it (Chromium); lib.dom does not know all of it. */
interface PickerWindow {
  showDirectoryPicker?(options: { id: string; mode: 'read' }): Promise<FileSystemDirectoryHandle>;
}
type Directory = FileSystemDirectoryHandle & { values(): AsyncIterable<FileSystemFileHandle | FileSystemDirectoryHandle> };

const BATCH = 64;

/** Asks for a folder. @returns undefined where the user cancelled. */
export async function pickFolder(): Promise<Given | undefined> {
  const { showDirectoryPicker } = window as PickerWindow;
  if (showDirectoryPicker) {
    try {
      const folder = await showDirectoryPicker.call(window, { id: 'isoeffect', mode: 'read' });
      return { label: folder.name, ...(await filesOfHandle(folder)) };
    } catch (error) {
      if ((error as Error).name === 'AbortError') return undefined;
      throw error;
    }
  }
  const files = await pickByInput({ webkitdirectory: true });
  if (!files) return undefined;
  return {
    label: files[0].webkitRelativePath.split('/')[0] || labelOf(files.map(({ name }) => name)),
    files: files.map((file) => ({ path: file.webkitRelativePath || file.name, file })),
  };
}

/** Asks for files. @returns undefined where the user cancelled. */
export async function pickFiles(): Promise<Given | undefined> {
  const files = await pickByInput({ multiple: true });
  return files && { label: labelOf(files.map(({ name }) => name)), files: files.map((file) => ({ path: file.name, file })) };
}

function pickByInput(kind: { webkitdirectory?: boolean; multiple?: boolean }): Promise<File[] | undefined> {
  const input = Object.assign(document.createElement('input'), { type: 'file', ...kind });
  return new Promise((resolve) => {
    const done = () => resolve(input.files?.length ? [...input.files] : undefined);
    input.addEventListener('change', done, { once: true });
    input.addEventListener('cancel', () => resolve(undefined), { once: true });
    input.click();
  });
}

async function filesOfHandle(folder: FileSystemDirectoryHandle): Promise<OpenedOf> {
  const handles: { path: string; handle: FileSystemFileHandle }[] = [];
  const folders: { path: string; handle: FileSystemDirectoryHandle }[] = [{ path: folder.name, handle: folder }];
  for (let next = folders.shift(); next; next = folders.shift()) {
    for await (const handle of (next.handle as Directory).values()) {
      const path = `${next.path}/${handle.name}`;
      if (handle.kind === 'directory') folders.push({ path, handle: handle as FileSystemDirectoryHandle });
      else handles.push({ path, handle: handle as FileSystemFileHandle });
      if (handles.length > MAX_FILES) throw tooManyFiles(folder.name);
    }
  }
  return openEach(handles.map(({ path, handle }) => ({ path, open: () => handle.getFile() })));
}

/** What was dropped. Its entries are taken before the first await: a DataTransfer is empty once its event is over. */
export async function droppedFiles(transfer: DataTransfer): Promise<Given | undefined> {
  const plain = [...transfer.files];
  const entries = [...transfer.items].map((item) => item.webkitGetAsEntry()).filter((entry) => entry !== null);
  if (entries.length === 0) {
    if (plain.length === 0) return undefined;
    return { label: labelOf(plain.map(({ name }) => name)), files: plain.map((file) => ({ path: file.name, file })) };
  }
  const found: FileSystemFileEntry[] = [];
  const folders = [...entries];
  for (let next = folders.shift(); next; next = folders.shift()) {
    if (next.isDirectory) folders.push(...(await entriesOf(next as FileSystemDirectoryEntry)));
    else found.push(next as FileSystemFileEntry);
    if (found.length > MAX_FILES) throw tooManyFiles(entries[0].name);
  }
  const opened = await openEach(found.map((entry) => ({ path: entry.fullPath.replace(/^\//, ''), open: () => fileOf(entry) })));
  return { label: entries.length === 1 ? entries[0].name : `${opened.files.length} files`, ...opened };
}

const fileOf = (entry: FileSystemFileEntry) => new Promise<File>((resolve, reject) => entry.file(resolve, reject));

/** A reader gives at most 100 entries at a time, and none when it is through. */
async function entriesOf(folder: FileSystemDirectoryEntry): Promise<FileSystemEntry[]> {
  const reader = folder.createReader();
  const all: FileSystemEntry[] = [];
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject));
    if (some.length === 0) return all;
    all.push(...some);
  }
}

type OpenedOf = Pick<Given, 'files'> & { readonly unreadable: readonly Unreadable[] };

/** What was listed, as files; one that has gone since or may not be read is told of, and the others are there. */
async function openEach(listed: readonly { readonly path: string; open(): Promise<File> }[]): Promise<OpenedOf> {
  const files: { path: string; file: File }[] = [];
  const unreadable: Unreadable[] = [];
  for (let at = 0; at < listed.length; at += BATCH) {
    const batch = listed.slice(at, at + BATCH).map(async ({ path, open }) => {
      try {
        files.push({ path, file: await open() });
      } catch (error) {
        const why = refusedByBrowser(path, error as Error);
        unreadable.push({ file: path, reason: why.message, refusal: why.refusal });
      }
    });
    await Promise.all(batch);
  }
  return { files, unreadable };
}
