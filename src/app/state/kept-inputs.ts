import type { CaseFile } from '../../case/case-file';
import { pathsOf } from '../../case/case-paths';
import type { AppState } from './store';

/*
 * The hashes of a case's files: those that the case was saved with, and those that were seen when the sitting began. A
 * file that is another one now keeps its old hash, in the case too, until a person has said that it was seen to change.
 */

type Hashes = Readonly<Record<string, string>>;

/** What each file was when the sitting first saw it. */
export const firstSeen = (seen: Hashes, now: Hashes): Hashes => ({ ...now, ...seen });

/** The case with the hashes of files that have become others in this sitting, so that the evaluation tells of them. */
export function withChangedInputs<Case extends Pick<CaseFile, 'inputs'>>(
  caseFile: Case,
  { seenInputs, inputHashes }: Pick<AppState, 'seenInputs' | 'inputHashes'>,
): Case {
  const changed = Object.entries(seenInputs).filter(
    ([path, sha256]) => inputHashes[path] !== undefined && inputHashes[path] !== sha256 && caseFile.inputs?.[path] === undefined,
  );
  return changed.length === 0 ? caseFile : { ...caseFile, inputs: { ...caseFile.inputs, ...Object.fromEntries(changed) } };
}

/**
 * The hashes that are saved: of each file as the case has it, or as it was seen first. Where the files could not be read
 * nothing that the case has of them is lost.
 */
export function savedInputs(
  caseFile: CaseFile,
  { seenInputs, inputHashes }: Pick<AppState, 'seenInputs' | 'inputHashes'>,
): Hashes {
  const { inputs = {} } = caseFile;
  const read = Object.keys(inputHashes);
  const named = new Set(pathsOf({ ...caseFile, inputs: {} }));
  const others = Object.keys(inputs).filter((path) => read.length === 0 || named.has(path));
  return Object.fromEntries(
    [...new Set([...read, ...others])].map((path) => [path, inputs[path] ?? seenInputs[path] ?? inputHashes[path]]),
  );
}

/** The case with a file as it is now: a person has seen that it changed. */
export const withSeenInput = (caseFile: CaseFile, path: string, sha256: string): CaseFile => ({
  ...caseFile,
  inputs: { ...caseFile.inputs, [path]: sha256 },
});
