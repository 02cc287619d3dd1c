import { createHash } from 'node:crypto';
import { access, constants, readFile, realpath, stat } from 'node:fs/promises';
import path from 'node:path';
import type { Conflict } from '../src/app/host/host';
import { type Patience, readWhileHeld } from '../src/files/held-open';
import { isCaseText } from '../src/files/named-paths';
import { withSlashes } from '../src/files/named-place';
import { newerCaseIn } from '../src/files/newer-case';
import { removeLeftovers } from '../src/files/part-files';
import { newerProgram } from '../src/newer-version';
import { type Held, whatIsIn } from '../src/report/own-result';
import { writeAtomically } from './atomic-write';
import type { Disk } from './disk';
import type { FileGrants, GrantRole } from './file-grants';
import { ForReading, NoFile, notSaved, OfNewer, OtherDisk } from './not-saved';

/** Where a file is saved, links resolved. */
export const saveTarget = (file: string): Promise<string> => realpath(file).catch(() => path.resolve(file));

/** Something else lies where a case is to be saved. */
class OtherContent extends Error {
  constructor(readonly conflict: Conflict) {
    super('it is another file now');
  }
}

interface Saving {
  readonly on?: Disk;
  /** SHA-256 of what may be replaced; anything where it is left out. */
  readonly known?: readonly string[] | undefined;
  readonly patience?: Patience;
  readonly mayWrite?: typeof access;
  /** The disk that the case lay on, as the system numbers it; left out where nothing is known of it. */
  readonly disk?: bigint | undefined;
}

/**
 * Saves a file, whole or not at all, and never over one that was read, nor over what is not known.
 * @returns where it was saved, links resolved; or what lies there instead.
 * @throws Error with a sentence for the user.
 */
export async function saveFile(
  file: string,
  content: string | Uint8Array,
  grants: FileGrants,
  { on, known, patience, mayWrite = access, disk }: Saving = {},
): Promise<string | Conflict> {
  const target = await saveTarget(file);
  const why = await whyKept(target, grants, typeof content === 'string' && isCaseText(content));
  if (why) throw new Error(`${path.basename(target)} is ${why} and is never written over. Choose another name.`);
  // Looked at again when all is written, and the next step is to give it its name.
  const before = () => refuseOther(target, known);
  try {
    await mayBeReplaced(target, mayWrite);
    await before();
    await refuseOtherDisk(target, disk);
    await writeAtomically(target, content, { before, ...(on && { on }), ...(patience && { patience }) });
  } catch (error) {
    if (error instanceof OtherContent) return error.conflict;
    throw notSaved(target, error);
  }
  await removeLeftovers(path.dirname(target));
  return target;
}

/** A file that is for reading alone is not replaced by another of its name. */
async function mayBeReplaced(target: string, mayWrite: typeof access): Promise<void> {
  const isThere = await stat(target).then(
    (found) => found.isFile(),
    () => false,
  );
  if (!isThere) return;
  await mayWrite(target, constants.W_OK).catch(() => {
    throw new ForReading();
  });
}

/** Whether a case can be saved where it lies: as far as the system tells before it is tried. */
export async function isReadOnly(file: string, mayWrite: typeof access = access): Promise<boolean> {
  try {
    for (const at of [file, path.dirname(file)]) await mayWrite(at, constants.W_OK);
    return false;
  } catch {
    return true;
  }
}

/** Which disk a folder lies on, as the system numbers it; undefined where it is gone. */
export const diskOf = (folder: string): Promise<bigint | undefined> =>
  stat(folder, { bigint: true }).then(
    ({ dev }) => dev,
    () => undefined,
  );

/** Where a disk is not there, its folder on the disk below may be: what is saved there nobody would find again. */
async function refuseOtherDisk(target: string, disk: bigint | undefined): Promise<void> {
  if (disk === undefined || (await stat(target).catch(() => undefined))) return;
  const now = await diskOf(path.dirname(target));
  if (now !== undefined && now !== disk) throw new OtherDisk();
}

async function refuseOther(target: string, known: readonly string[] | undefined): Promise<void> {
  if (!known && path.extname(target).toLowerCase() !== '.json') return;
  let bytes: Buffer;
  try {
    const found = await stat(target);
    if (!found.isFile() && !found.isDirectory()) throw new NoFile();
    bytes = await readWhileHeld(() => readFile(target));
  } catch (error) {
    // What is not there cannot be lost.
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return;
    throw error;
  }
  const newer = newerCaseIn(bytes.toString('utf8'));
  if (newer) throw new OfNewer(newerProgram(newer.version));
  if (!known) return;
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  if (known.includes(sha256)) return;
  const modifiedAt = (await stat(target)).mtime.toISOString();
  throw new OtherContent({ path: withSlashes(target), onDisk: { text: bytes.toString('utf8'), sha256, modifiedAt } });
}

/** A name that every platform takes, from what may be the title of a case. */
export function plainName(suggested: string, extension: string): string {
  const stem = suggested.toLowerCase().endsWith(`.${extension}`) ? suggested.slice(0, -extension.length - 1) : suggested;
  const plain = stem
    .replace(/[\\/:*?"<>|\p{C}\s]+/gu, ' ')
    .replace(/^[\s.]+|[\s.]+$/g, '')
    .slice(0, 100)
    .trimEnd();
  return `${DEVICE.test(plain) ? `${plain}_` : plain || 'isoeffect'}.${extension}`;
}

/** What Windows takes for a device, whatever stands behind the first dot. */
const DEVICE = /^(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³]|conin\$|conout\$)(\.|$)/i;

/**
 * Why a file must not be written over, by what it is and not by its name: DICOM, what a case names, and what was opened
 * with it, but for the case itself and earlier results of this program.
 * @param isCase whether what is saved is a case: the dialog, or `known`, then asks about another, and it is not refused.
 */
async function whyKept(
  target: string,
  grants: FileGrants,
  isCase: boolean,
): Promise<'DICOM' | 'a file of this case' | undefined> {
  const roles = await rolesOf(target, grants);
  if (roles.has('named')) return 'a file of this case';
  const held = heldIn(target);
  if (held === 'DICOM') return 'DICOM';
  if (roles.size === 0 || roles.has('case') || held === 'nothing' || held === 'own result') return undefined;
  return held === 'case file' && isCase ? undefined : 'a file of this case';
}

/** What is not there holds nothing; what cannot be read may hold anything. */
function heldIn(target: string): Held {
  try {
    return whatIsIn(target);
  } catch (error) {
    return ['ENOENT', 'ENOTDIR'].includes((error as NodeJS.ErrnoException).code ?? '') ? 'nothing' : 'other';
  }
}

/** By name, and where a file is there already also by identity: the same file may be reached by other names. */
async function rolesOf(target: string, grants: FileGrants): Promise<Set<GrantRole>> {
  const roles = new Set(grants.rolesOf(target));
  const there = await stat(target, { bigint: true }).catch(() => undefined);
  if (!there) return roles;
  for (const granted of grants.paths) {
    if (granted === target) continue;
    const other = await stat(granted, { bigint: true }).catch(() => undefined);
    if (!other) continue;
    // Some shares number nothing: there the names alone tell files apart, in either case.
    const isNumbered = other.ino !== 0n || there.ino !== 0n;
    const isSame = isNumbered ? other.ino === there.ino && other.dev === there.dev : isSameName(granted, target);
    if (isSame) for (const role of grants.rolesOf(granted)) roles.add(role);
  }
  return roles;
}

const isSameName = (a: string, b: string): boolean => a.normalize('NFC').toLowerCase() === b.normalize('NFC').toLowerCase();
