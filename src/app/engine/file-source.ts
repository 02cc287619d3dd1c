import type { FileAccess } from '../../case/case-reader';
import { resolved, rootOf } from '../../files/case-path';
import type { InputErrorParts } from '../../input-error';
import type { HostFile } from '../host/host';
import { gone, heldOpen, mayNotBeRead, notReadToItsEnd, refusedByBrowser } from '../host/not-readable';
import { NotOpened } from './not-opened';

/** By the status that the shell answers with. */
const REFUSED: Readonly<Record<number, (path: string) => Error>> = { 404: gone, 403: mayNotBeRead, 423: heldOpen };

async function responseOf(path: string, url: string): Promise<Response> {
  const response = await fetch(url).catch(() => undefined);
  if (response?.ok) return response;
  throw (REFUSED[response?.status ?? 0] ?? notReadToItsEnd)(path);
}

async function fetched(path: string, url: string): Promise<Uint8Array> {
  const response = await responseOf(path, url);
  try {
    return new Uint8Array(await response.arrayBuffer());
  } catch {
    throw notReadToItsEnd(path);
  }
}

/** The first bytes; the rest of a large file is never sent. */
async function fetchedHead(path: string, url: string, bytes: number): Promise<Uint8Array> {
  const reader = (await responseOf(path, `${url}?first=${bytes}`)).body!.getReader();
  const head = new Uint8Array(bytes);
  let filled = 0;
  while (filled < bytes) {
    const { done, value } = await reader.read().catch(() => {
      throw notReadToItsEnd(path);
    });
    if (done) break;
    head.set(value.subarray(0, bytes - filled), filled);
    filled += Math.min(value.length, bytes - filled);
  }
  await reader.cancel().catch(() => {});
  return head.subarray(0, filled);
}

async function sliced(path: string, file: File, end?: number): Promise<Uint8Array> {
  try {
    return new Uint8Array(await (end === undefined ? file : file.slice(0, end)).arrayBuffer());
  } catch (error) {
    throw refusedByBrowser(path, error as Error);
  }
}

/** The whole of a file. @throws InputError where it is gone. */
export const bytesOf = ({ path, url, file }: HostFile): Promise<Uint8Array> => (file ? sliced(path, file) : fetched(path, url!));

/** The first bytes of a file. */
export const headOf = ({ path, url, file }: HostFile, bytes: number): Promise<Uint8Array> =>
  file ? sliced(path, file, bytes) : fetchedHead(path, url!, bytes);

/** What is said of a file that was not opened: one where nothing that was opened lies may be another computer's. */
function absent(path: string, opened: Iterable<string>): Pick<InputErrorParts, 'found' | 'needed'> {
  const needed = 'the file by a path that this computer has: in the case file, or by saving the case beside its files';
  const { text, drive, computer } = rootOf(path);
  const isForeign = [...opened].every((other) => rootOf(other).text.toLowerCase() !== text.toLowerCase());
  if (computer !== undefined && isForeign) {
    return { found: `a path on another computer (${computer}), which is not asked for files`, needed };
  }
  if (drive !== undefined && isForeign) {
    return { found: `a path on drive ${drive}, where no opened file lies: perhaps another computer's`, needed };
  }
  return { found: 'no such file among those that were opened', needed: 'the file: open the folder that holds it' };
}

/**
 * How a case reaches the files that the user has let the app see.
 * @param seen SOP Instance UIDs of what was shown of them, by path.
 */
export function accessTo(
  files: ReadonlyMap<string, HostFile>,
  folder: string,
  seen: ReadonlyMap<string, string> = new Map(),
): FileAccess {
  const fileAt = (path: string): HostFile => {
    const found = files.get(resolved(folder, path));
    if (found) return found;
    throw new NotOpened({ file: path, ...absent(resolved(folder, path), files.keys()) });
  };
  return {
    read: (path) => bytesOf(fileAt(path)),
    head: (path, bytes) => headOf(fileAt(path), bytes),
    seenAs: (path) => seen.get(resolved(folder, path)),
    isThere: async (path) => files.has(resolved(folder, path)),
    beside: async (path) => {
      const at = resolved(folder, path);
      const parent = at.slice(0, at.lastIndexOf('/') + 1);
      const before = path.slice(0, path.lastIndexOf('/') + 1);
      const names = [...files.keys()].filter((other) => other.startsWith(parent) && !other.slice(parent.length).includes('/'));
      return names.map((other) => before + other.slice(parent.length)).sort();
    },
  };
}
