/*
 * Paths as case files and the window have them: with `/` between parts on every system, `C:/...`
 * on a drive of Windows, `//server/share/...` on a share. The same text tells the same place
 * wherever it is read, which is why nothing here asks what system this is.
 */

const DRIVE = /^([A-Za-z]):(?:\/|$)/;
const SHARE = /^\/\/([^/]+)(?:\/+([^/]+))?(?:\/|$)/;

/** Where a path begins: what no `..` leads out of. `text` is '' where it is relative. */
interface Root {
  readonly text: string;
  /** The text of the path behind it. */
  readonly rest: string;
  /** `C:`, where it is on a drive. */
  readonly drive?: string;
  /** `//server`, where it is on another computer's share. */
  readonly computer?: string;
}

/** @param path with `/` between parts. */
export function rootOf(path: string): Root {
  const drive = DRIVE.exec(path);
  if (drive) return { text: `${drive[1]}:/`, rest: path.slice(3), drive: `${drive[1].toUpperCase()}:` };
  const share = SHARE.exec(path);
  if (share) {
    const [all, server, name] = share;
    const text = name === undefined ? `//${server}/` : `//${server}/${name}/`;
    return { text, rest: path.slice(all.length), computer: `//${server}` };
  }
  return path.startsWith('/') ? { text: '/', rest: path.slice(1) } : { text: '', rest: path };
}

/** Drives, servers and shares are one in either case. */
const isSameRoot = (a: Root, b: Root): boolean => a.text.toLowerCase() === b.text.toLowerCase();

/** A path as cases have it, from one that was written with `\` on Windows. */
export const slashed = (path: string): string => path.replaceAll('\\', '/');

/** A path without `.` and `..`, relative ones taken from a folder. */
export function resolved(folder: string, path: string): string {
  const isRelative = folder !== '' && rootOf(path).text === '';
  const { text, rest } = rootOf(isRelative ? `${folder.replace(/\/$/, '')}/${path}` : path);
  const parts: string[] = [];
  for (const part of rest.split('/')) {
    if (part === '..' && parts.length > 0 && parts.at(-1) !== '..') parts.pop();
    // Nothing lies above a root.
    else if (part !== '' && part !== '.' && !(part === '..' && text !== '')) parts.push(part);
  }
  return text + parts.join('/');
}

/**
 * A path of a case as it is meant: on some systems `\` is a sign like others in a name, so that
 * one that is there by that very name counts.
 */
export function readIn(folder: string, path: string, isThere: (path: string) => boolean): string {
  const literal = resolved(folder, path);
  return !path.includes('\\') || isThere(literal) ? literal : resolved(folder, slashed(path));
}

/** A path as seen from a folder; on another drive or share it stays whole. */
export function relativeTo(folder: string, path: string): string {
  const [here, there] = [rootOf(folder), rootOf(path)];
  if (!isSameRoot(here, there)) return path;
  const [from, to] = [here.rest.split('/').filter((part) => part !== ''), there.rest.split('/')];
  let shared = 0;
  while (shared < from.length && shared < to.length - 1 && from[shared] === to[shared]) shared++;
  // Nothing in common but the root of the one tree: another world.
  const isOneTree = there.drive === undefined && there.computer === undefined;
  if (isOneTree && shared === 0 && from.length > 0) return path;
  return notADrive([...from.slice(shared).map(() => '..'), ...to.slice(shared)].join('/'));
}

/** A folder may be called as a drive is: `./C:/RD.dcm` is within it. */
export const notADrive = (relative: string): string => (DRIVE.test(relative) ? `./${relative}` : relative);
