import { randomBytes, randomInt } from 'node:crypto';
import { constants } from 'node:fs';
import { link, mkdir, open, rename, rm, writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import path from 'node:path';
import { z } from 'zod';
import { partName, removeLeftovers, underWay } from '../src/files/part-files';

/*
 * Where browsers find the page. What a page keeps in a browser belongs to its origin, and every program of this computer,
 * whoever's, may listen on a port that is free: another page on a well-known port would be given this one's drafts. So
 * the origin has a name below `localhost` (RFC 6761: always this computer) that nobody can guess, and the page a path
 * that nobody can guess; both are kept for the user alone, so that drafts are found again.
 */
export interface WebAddress {
  /** The first label of the host's name, `<label>.localhost`. */
  readonly label: string;
  /** The first part of the path. */
  readonly token: string;
  readonly port: number;
}

const secret = z.string().regex(/^[0-9a-f]{32}$/);
const stored = z.strictObject({ label: secret, token: secret, port: z.int().min(1024).max(65535) });
const NAME = 'web-address.json';

/** Below the ports that systems give to outgoing connections. */
const [LEAST_PORT, END_PORT] = [20_000, 32_768];

export const newAddress = (): WebAddress => ({
  label: randomBytes(16).toString('hex'),
  token: randomBytes(16).toString('hex'),
  port: randomInt(LEAST_PORT, END_PORT),
});

export const hostOf = ({ label }: WebAddress, port: number): string => `${label}.localhost:${port}`;
export const pathOf = ({ token }: WebAddress): string => `/${token}/`;

/** Where the program keeps what is the user's own. */
export function settingsFolder(platform = process.platform, environment = process.env, home = homedir()): string {
  if (platform === 'darwin') return path.join(home, 'Library/Application Support/Isoeffect');
  if (platform === 'win32') return path.join(environment.APPDATA ?? path.join(home, 'AppData/Roaming'), 'Isoeffect');
  return path.join(environment.XDG_CONFIG_HOME ?? path.join(home, '.config'), 'Isoeffect');
}

/** An address, and what has to be said about it. */
export interface KeptAddress {
  readonly address: WebAddress;
  readonly warning?: string;
}

/** The address of the last start; a new one where there is none, or where it may be known to others. */
export async function keptAddress(folder = settingsFolder()): Promise<KeptAddress> {
  const file = path.join(folder, NAME);
  await removeLeftovers(folder);
  const found = await readOwn(file);
  if (typeof found === 'object') return { address: found };
  const address = newAddress();
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    if (found !== 'absent') await rm(file, { force: true });
    await writeNew(file, `${JSON.stringify(address)}\n`);
  } catch (error) {
    // Another start was quicker.
    const other = (error as NodeJS.ErrnoException).code === 'EEXIST' ? await readOwn(file) : undefined;
    if (typeof other === 'object') return { address: other };
    const why = (error as NodeJS.ErrnoException).code ?? String(error);
    return {
      address,
      warning: `The address cannot be kept in ${file} (${why}): drafts of today are not found after the next start.`,
    };
  }
  if (found === 'absent') return { address };
  const why = found === 'open' ? 'others could read or write it' : 'it could not be read';
  return { address, warning: `The address in ${file} was given up, since ${why}: drafts that were kept under it are not shown.` };
}

/** Whole or not at all, for the user alone, and never over what another start has just written. */
async function writeNew(file: string, content: string): Promise<void> {
  const beside = path.join(path.dirname(file), partName(path.basename(file), randomBytes(4).toString('hex')));
  underWay.add(beside);
  try {
    await writeFile(beside, content, { flag: 'wx', mode: 0o600 });
    await link(beside, file).catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'EEXIST') throw error;
      // Some file systems have no second names.
      return rename(beside, file);
    });
  } finally {
    await rm(beside, { force: true });
    underWay.delete(beside);
  }
}

/** `open` where others than the user may know or may have written what is there. */
async function readOwn(file: string): Promise<WebAddress | 'absent' | 'open' | 'unreadable'> {
  try {
    const handle = await open(file, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0));
    try {
      const { uid, mode } = await handle.stat();
      const isOwn = process.getuid === undefined || (uid === process.getuid() && (mode & 0o077) === 0);
      return isOwn ? stored.parse(JSON.parse(await handle.readFile('utf8'))) : 'open';
    } finally {
      await handle.close();
    }
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ENOTDIR') return 'absent';
    return code === 'ELOOP' ? 'open' : 'unreadable';
  }
}
