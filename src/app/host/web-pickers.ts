import { MAX_FILES, tooManyFiles } from './system-names';
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
      return { label: folder.name, files: await filesOfHandle(folder) };
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

async function filesOfHandle(folder: FileSystemDirectoryHandle): Promise<Given['files']> {
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
  return inBatches(handles, async ({ path, handle }) => ({ path, file: await handle.getFile() }));
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
  const files = await inBatches(found, async (entry) => ({ path: entry.fullPath.replace(/^\//, ''), file: await fileOf(entry) }));
  return { label: entries.length === 1 ? entries[0].name : `${files.length} files`, files };
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

async function inBatches<A, B>(all: readonly A[], work: (one: A) => Promise<B>): Promise<B[]> {
  const results: B[] = [];
  for (let at = 0; at < all.length; at += BATCH) results.push(...(await Promise.all(all.slice(at, at + BATCH).map(work))));
  return results;
}
