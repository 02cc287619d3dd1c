import type { InputError } from '../input-error';
import { NewerVersion, neededProgram, newerProgram, newerVersion } from '../newer-version';

/** The version of case files that this program writes, and the last that it reads. */
export const CASE_VERSION = 1;

type Fields = Readonly<Record<string, unknown>>;

/** That a text, read as JSON, is a case file of a later version than this program knows; undefined of anything else. */
export function newerCase(json: unknown, file?: string): NewerVersion | undefined {
  const { isoeffectCase, writtenBy } = (json ?? {}) as Fields;
  if (typeof isoeffectCase !== 'number' || !Number.isInteger(isoeffectCase) || isoeffectCase <= CASE_VERSION) return undefined;
  const version = newerVersion(writtenBy);
  const found = `a case of version ${isoeffectCase}, written by ${newerProgram(version)}`;
  const needed = `${neededProgram(version)}, which reads cases of version ${CASE_VERSION}`;
  return new NewerVersion({ file, where: 'isoeffectCase', found, needed }, version);
}

/** The same of the text of a file that may be anything. */
export function newerCaseIn(text: string): NewerVersion | undefined {
  if (!text.includes('isoeffectCase')) return undefined;
  try {
    return newerCase(JSON.parse(text.replace(/^\uFEFF/, '')));
  } catch {
    return undefined;
  }
}

/** What is wrong with a case, told as what a newer version wrote, where it says that one did: then it may be right there. */
export function wrongOrNewer(wrong: InputError, json: unknown): InputError {
  const version = newerVersion((json as Fields | null)?.writtenBy);
  if (version === undefined) return wrong;
  const { file, where, found, needed } = wrong;
  const either = `${neededProgram(version)}, which needs ${needed}`;
  return new NewerVersion({ file, where, found: `${found}, written by ${newerProgram(version)}`, needed: either }, version);
}
