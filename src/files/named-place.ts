import path from 'node:path';
import { notADrive, rootOf, slashed } from './case-path';

/** Why a path of a case is not looked for on this computer: what was found, and what is needed instead. */
export interface Elsewhere {
  readonly found: string;
  readonly needed: string;
}

/**
 * Where a path in a case leads on this computer. One of a share is followed only where the case
 * itself lies with that computer: asking a strange one for a file sends it the user's name and a
 * proof of the password (Windows), and on other systems `//server/share` would be read as a folder
 * of this computer.
 * @param folder the folder of the case, as this system writes it.
 * @param platform how this system writes paths.
 * @returns the place as this system writes it, or why there is none.
 */
export function placeNamed(folder: string, named: string, platform: path.PlatformPath = path): string | Elsewhere {
  const isWindows = platform.sep === '\\';
  const { drive, computer } = rootOf(slashed(named));
  if (computer !== undefined) {
    const own = isWindows ? computerOf(platform.resolve(folder)) : undefined;
    if (own?.toLowerCase() !== computer.toLowerCase()) return onShare(computer, isWindows);
  } else if (drive !== undefined && !isWindows) return onDrive(drive);
  else if (isWindows && /^[A-Za-z]:/.test(named) && drive === undefined) return withinDrive(named);
  return platform.resolve(folder, named);
}

/** `//server`, of a folder as Windows writes it. */
const computerOf = (folder: string): string | undefined => rootOf(slashed(folder)).computer;

const onShare = (computer: string, isWindows: boolean): Elsewhere => ({
  found: `a path on another computer (${computer}), which is not asked for files`,
  needed: isWindows
    ? 'a file on a drive of this computer (the share can be given a letter), or the case beside it on the share'
    : 'a file that this computer has, by the path that it has here',
});

const onDrive = (drive: string): Elsewhere => ({
  found: `a path on drive ${drive} of another computer, with Windows`,
  needed: 'a file that this computer has, by the path that it has here',
});

/** `C:RD.dcm` is taken from wherever drive C: was left last: no two readers would find the same. */
const withinDrive = (named: string): Elsewhere => ({
  found: `a path from wherever drive ${named.slice(0, 2).toUpperCase()} was left`,
  needed: `a path from the top of the drive (${named.slice(0, 2).toUpperCase()}/...), or one from the folder of the case`,
});

/**
 * What is said of a file that is not there, where its path tells more than that; undefined where it
 * does not.
 * @param isThere whether there is such a folder.
 */
export function absentNamed(
  named: string,
  isThere: (folder: string) => boolean,
  platform: path.PlatformPath = path,
): Elsewhere | undefined {
  if (platform.sep !== '\\') return undefined;
  const { text, drive } = rootOf(slashed(named));
  const needed = 'a file that this computer has, by the path that it has here';
  if (drive !== undefined && !isThere(platform.normalize(text))) {
    return { found: `a path on drive ${drive}, which this computer does not have`, needed };
  }
  return text === '/' ? { found: 'no such file: a path without a drive, as another system has it', needed } : undefined;
}

/** A place as a case in a folder names it: relative, with `/`; on another drive or share it stays whole. */
export function namedFrom(folder: string, file: string, platform: path.PlatformPath = path): string {
  const [from, to] = [folder, file].map((at) => withSlashes(platform.resolve(at), platform));
  // Between shares of one server there is no way up and down.
  if (rootOf(from).text.toLowerCase() !== rootOf(to).text.toLowerCase()) return to;
  return notADrive(withSlashes(platform.relative(folder, platform.resolve(file)), platform));
}

/** A place as cases and the window have it: with `/` between parts. */
export const withSlashes = (file: string, platform: path.PlatformPath = path): string =>
  platform.sep === '\\' ? slashed(file) : file;
