import { newerCaseIn } from '../../files/newer-case';
import { newerProgram } from '../../newer-version';
import { sha256Of } from '../../sha256';
import type { Conflict, Saved, SaveRequest } from './host';
import { beginDownload } from './while-downloading';

interface SavePicker {
  showSaveFilePicker?(options: {
    suggestedName: string;
    excludeAcceptAllOption: boolean;
    types: { description: string; accept: Record<string, string[]> }[];
  }): Promise<FileSystemFileHandle>;
}

const MEDIA_TYPES: Readonly<Record<string, string>> = { json: 'application/json', html: 'text/html', csv: 'text/csv' };

/** Places that the user chose on this page, by name. */
const places = new Map<string, FileSystemFileHandle>();

/**
 * Saves by the browser's dialog, which empties a file as soon as it is chosen: it is used for what this program alone
 * writes. Anything else, DICOM above all, is downloaded, which never replaces a file.
 * @throws Error with a sentence for the user.
 */
export async function saveInBrowser(request: SaveRequest): Promise<Saved | Conflict | undefined> {
  const { extension, suggestedName, content } = request;
  const mediaType = MEDIA_TYPES[extension];
  const known = request.path === undefined ? undefined : places.get(request.path);
  const body = typeof content === 'string' ? content : new Uint8Array(content);
  const picker = (window as SavePicker).showSaveFilePicker;
  const downloaded = () => {
    if (request.draft !== undefined) beginDownload(request.draft);
    return download(body, suggestedName, mediaType);
  };
  if (!known && (!picker || mediaType === undefined)) return downloaded();
  try {
    const handle =
      known ??
      (await chosen(
        picker!.call(window, {
          suggestedName,
          excludeAcceptAllOption: true,
          types: [{ description: request.what, accept: { [mediaType]: [`.${extension}`] } }],
        }),
      ));
    if (!handle) return undefined;
    const other = await inTurn(() => write(handle, body, known && request.known));
    if (other) return { path: request.path!, onDisk: other };
    places.set(handle.name, handle);
    return { path: handle.name };
  } catch (error) {
    return answerTo(error as Error, downloaded, known?.name ?? suggestedName);
  }
}

/** Undefined where the person thought better of it. */
const chosen = (picked: Promise<FileSystemFileHandle>): Promise<FileSystemFileHandle | undefined> =>
  picked.catch((error: Error) => {
    if (error.name !== 'AbortError') throw error;
    return undefined;
  });

/** No save takes so long, ms: a page that was put to sleep in one does not keep the others from saving. */
const LONGEST_MS = 20_000;

/** Of several pages of this program one at a time looks at a place and writes there. */
function inTurn<T>(work: () => Promise<T>): Promise<T> {
  const { locks } = globalThis.navigator ?? {};
  return locks ? locks.request('isoeffect-save', { signal: AbortSignal.timeout(LONGEST_MS) }, work) : work();
}

/**
 * Writes beside the file, looks at it once more, and lets the browser put the new one in its place. What is broken off
 * leaves the file as it was. @returns what lies there, where that is not known: then nothing was written.
 */
async function write(
  handle: FileSystemFileHandle,
  body: string | Uint8Array<ArrayBuffer>,
  known: readonly string[] | undefined,
): Promise<Conflict['onDisk'] | undefined> {
  const first = known && (await otherContent(handle, known));
  if (first) return first;
  const stream = await handle.createWritable();
  try {
    await stream.write(body);
    const other = known && (await otherContent(handle, known));
    if (other) await stream.abort();
    else await stream.close();
    return other;
  } catch (error) {
    await stream.abort().catch(() => {});
    throw error;
  }
}

/** What lies at a place that was chosen before, where it is not what is known. */
async function otherContent(handle: FileSystemFileHandle, known: readonly string[]): Promise<Conflict['onDisk'] | undefined> {
  let file: File;
  try {
    file = await handle.getFile();
  } catch (error) {
    // What is not there cannot be lost.
    if ((error as Error).name === 'NotFoundError') return undefined;
    throw error;
  }
  const bytes = new Uint8Array(await file.arrayBuffer());
  const sha256 = await sha256Of(bytes);
  const text = new TextDecoder().decode(bytes);
  const newer = newerCaseIn(text);
  if (newer)
    throw new Error(
      `${handle.name} was written by ${newerProgram(newer.version)} and is not written over: nothing was saved. Choose another name.`,
    );
  if (known.includes(sha256)) return undefined;
  return { text, sha256, modifiedAt: new Date(file.lastModified).toISOString() };
}

function answerTo(error: Error, download: () => Saved, name: string): Saved | undefined {
  switch (error.name) {
    case 'AbortError':
      throw new Error(`The browser broke the saving off: ${name} was not saved, and what was there is as it was. Save again.`);
    case 'TimeoutError':
      throw new Error(`Another page of this program is saving: ${name} was not saved. Save again.`);
    case 'NotFoundError':
      throw new Error(`The folder of ${name} is no longer there: it was not saved. Choose another place.`);
    case 'TypeMismatchError':
      throw new Error(`${name} is the name of a folder now: nothing was saved. Choose another name.`);
    // The click that allowed a dialog is too long ago, or the browser does not allow one here.
    case 'SecurityError':
      return download();
    case 'QuotaExceededError':
      throw new Error(`The disk is full: ${name} was not saved. Make room, or choose another place.`);
    case 'NotAllowedError':
    case 'NoModificationAllowedError':
      throw new Error(`The browser may not write there: ${name} was not saved. Choose another place.`);
    default:
      throw new Error(`${name} could not be saved (${error.message}).`);
  }
}

function download(body: string | Uint8Array<ArrayBuffer>, name: string, mediaType = 'application/octet-stream'): Saved {
  const url = URL.createObjectURL(new Blob([body], { type: mediaType }));
  const link = Object.assign(document.createElement('a'), { href: url, download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
  return { path: name };
}
