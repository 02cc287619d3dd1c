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
      (await picker!.call(window, {
        suggestedName,
        excludeAcceptAllOption: true,
        types: [{ description: request.what, accept: { [mediaType]: [`.${extension}`] } }],
      }));
    const other = known && request.known && (await otherContent(handle, request.known));
    if (other) return { path: request.path!, onDisk: other };
    const stream = await handle.createWritable();
    await stream.write(body);
    await stream.close();
    places.set(handle.name, handle);
    return { path: handle.name };
  } catch (error) {
    return answerTo(error as Error, downloaded, suggestedName);
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
  if (known.includes(sha256)) return undefined;
  return { text: new TextDecoder().decode(bytes), sha256, modifiedAt: new Date(file.lastModified).toISOString() };
}

function answerTo(error: Error, download: () => Saved, name: string): Saved | undefined {
  switch (error.name) {
    case 'AbortError':
      return undefined;
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
