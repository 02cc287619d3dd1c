import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import type { HostFile, OpenedCase } from '../src/app/host/host';
import { slashed } from '../src/files/case-path';
import { readWhileHeld } from '../src/files/held-open';
import { namedPaths } from '../src/files/named-paths';
import { placeNamed } from '../src/files/named-place';
import type { FileGrants } from './file-grants';
import { notReadable, walkFolder } from './folder-walk';
import { isReadOnly } from './save';

/**
 * Levels of folders below that of a named file that are granted with it: its CT often lies one below. Not below the
 * folder of the case file itself, where other patients' folders may lie.
 */
const LEVELS_BELOW = 1;

/**
 * Reads a case file and grants it, the files that it names and those beside them. A file that is not a case is not
 * judged here: its text is returned and nothing is granted with it.
 * @throws Error with a sentence for the user where the case file itself cannot be read.
 */
export async function openCaseFile(casePath: string, grants: FileGrants): Promise<OpenedCase> {
  let text: string;
  let modifiedAt: string;
  try {
    text = await readWhileHeld(() => readFile(casePath, 'utf8'));
    modifiedAt = (await stat(casePath)).mtime.toISOString();
  } catch (error) {
    throw notReadable(casePath, error);
  }
  const caseFile = grants.grant(casePath, Buffer.byteLength(text), 'case');
  const named = await Promise.all(namedPaths(text).map((name) => firstThere(placesNamed(casePath, name))));
  const files = await openNamed(
    named.filter((file) => file !== undefined),
    grants,
    casePath,
  );
  return { path: caseFile.path, text, files, modifiedAt, ...((await isReadOnly(casePath)) && { isReadOnly: true }) };
}

/** Grants the files that a case names, where they are there, and those beside them. */
export async function openNamed(named: readonly string[], grants: FileGrants, casePath?: string): Promise<HostFile[]> {
  const home = casePath === undefined ? undefined : path.dirname(casePath);
  const files = new Map<string, HostFile>();
  const folders = new Set<string>();
  /** What is known, by names in small letters: where names are one in either case, a file is listed as it lies there. */
  const known = new Map<string, string>(casePath === undefined ? [] : [[casePath.toLowerCase(), casePath]]);
  for (const file of named) {
    const size = await sizeOf(file);
    if (size === undefined) continue;
    files.set(file, grants.grant(file, size, 'named'));
    known.set(file.toLowerCase(), file);
    folders.add(path.dirname(file));
  }
  for (const folder of folders) {
    const isHome = home !== undefined && (await isSame(folder, home));
    const { files: beside } = await walkFolder(folder, isHome ? 0 : LEVELS_BELOW).catch(() => ({ files: [] }));
    for (const { path: file, size } of beside) {
      const other = known.get(file.toLowerCase());
      if (files.has(file) || (other !== undefined && (await isSame(file, other)))) continue;
      files.set(file, grants.grant(file, size, 'beside'));
    }
  }
  return [...files.values()];
}

/** Whether two names are of one file or folder: by name, and where they differ in case alone also by identity. */
async function isSame(a: string, b: string): Promise<boolean> {
  if (a === b) return true;
  if (a.toLowerCase() !== b.toLowerCase()) return false;
  const [one, other] = await Promise.all([a, b].map((at) => stat(at, { bigint: true }).catch(() => undefined)));
  return one !== undefined && other !== undefined && one.ino !== 0n && one.ino === other.ino && one.dev === other.dev;
}

/** The files that a draft names and that the page may see: no draft opens more than was open when it was written. */
export function grantedIn(content: string, grants: FileGrants): string[] {
  try {
    const { text } = JSON.parse(content) as { text: string };
    return namedPaths(text)
      .map((name) => path.normalize(name))
      .filter((file) => grants.knows(file));
  } catch {
    return [];
  }
}

/**
 * Where a name in a case file may lead, the likeliest first: as it stands, and with `\` read as it is meant on Windows.
 * Empty where it leads to a computer that is not asked for files.
 */
export function placesNamed(casePath: string, named: string, platform: path.PlatformPath = path): string[] {
  const folder = platform.dirname(casePath);
  const places = new Set([named, slashed(named)].map((name) => placeNamed(folder, name, platform)));
  return [...places].filter((place) => typeof place === 'string');
}

async function firstThere(places: readonly string[]): Promise<string | undefined> {
  for (const place of places) if ((await sizeOf(place)) !== undefined) return place;
  return undefined;
}

async function sizeOf(file: string): Promise<number | undefined> {
  try {
    const found = await stat(file);
    return found.isFile() ? found.size : undefined;
  } catch {
    return undefined;
  }
}
