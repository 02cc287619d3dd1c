import { isSystemName, MAX_FILES, tooManyFiles } from '../../files/system-names';
import type { HostFile, Opened, Unreadable } from './host';
import { type ByteSource, listZip } from './zip-directory';
import { entryBytes } from './zip-entry';

/** What a browser gave: a heading for it, and the files with their paths. */
export interface Given {
  readonly label: string;
  readonly files: readonly { readonly path: string; readonly file: File }[];
  /** What was listed but could not be opened. */
  readonly unreadable?: readonly Unreadable[];
}

/** Chosen files as the app takes them: no system files, zips as what is in them. @throws Error with a sentence for the user. */
export async function openedFrom({ label, files, unreadable = [] }: Given): Promise<Opened> {
  const found: HostFile[] = [];
  const isZip = (path: string) => files.length === 1 && /\.zip$/i.test(path);
  for (const { path, file } of files) {
    if (path.split('/').some(isSystemName)) continue;
    if (isZip(path)) found.push(...(await zipFiles(path, file)));
    else found.push({ path, size: file.size, file });
    if (found.length > MAX_FILES) throw tooManyFiles(label);
  }
  const sorted = found.sort((a, b) => (a.path < b.path ? -1 : 1));
  return unreadable.length > 0 ? { label, files: sorted, unreadable } : { label, files: sorted };
}

/** The entries of a zip, unpacked one after another; the browser keeps them where it keeps files. */
async function zipFiles(path: string, zip: File): Promise<HostFile[]> {
  const source: ByteSource = {
    size: zip.size,
    read: async (offset, length) => new Uint8Array(await zip.slice(offset, offset + length).arrayBuffer()),
  };
  const files: HostFile[] = [];
  for (const entry of await listZip(source, zip.name)) {
    const pieces: Uint8Array<ArrayBuffer>[] = [];
    for await (const piece of entryBytes(source, entry)) pieces.push(piece as Uint8Array<ArrayBuffer>);
    const name = entry.name.slice(entry.name.lastIndexOf('/') + 1);
    files.push({ path: `${path}/${entry.name}`, size: entry.size, file: new File(pieces, name) });
  }
  return files;
}

/** Heading of several things chosen at once. */
export const labelOf = (names: readonly string[]): string => (names.length === 1 ? names[0] : `${names.length} files`);
