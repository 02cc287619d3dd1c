import { CASE_SCHEMA } from '../../case/case-file';
import { newerCase } from '../../files/newer-case';
import { NewerVersion, newerProgram, newerVersion } from '../../newer-version';

/** What this version keeps with a draft. */
const KNOWN = new Set([
  'identity',
  'label',
  'patient',
  'writtenBy',
  'inputs',
  'seen',
  'base',
  'folder',
  'path',
  'continues',
  'guesses',
  'trials',
  'text',
]);

interface Issue {
  readonly code?: string | undefined;
  readonly keys?: readonly string[];
  readonly errors?: readonly (readonly Issue[])[];
}

/**
 * That a newer version of the program put something into a draft that this one does not know, and would lose by keeping
 * it again. What is half-edited is not what is meant: fields that nobody knows are.
 */
export function newerDraft(root: { readonly text: string; readonly writtenBy?: unknown }): NewerVersion | undefined {
  const caseFile: unknown = JSON.parse(root.text);
  const version = newerVersion(root.writtenBy);
  const newer = newerCase({ writtenBy: root.writtenBy, ...(caseFile as object) });
  if (newer || version === undefined) return newer;
  const issues: readonly Issue[] = CASE_SCHEMA.safeParse(caseFile).error?.issues ?? [];
  const [unknown] = [...Object.keys(root).filter((key) => !KNOWN.has(key)), ...issues.flatMap(unknownIn)];
  if (unknown === undefined) return undefined;
  return new NewerVersion({ found: `a draft with "${unknown}", written by ${newerProgram(version)}` }, version);
}

const unknownIn = ({ code, keys = [], errors = [] }: Issue): readonly string[] =>
  code === 'unrecognized_keys' ? keys : errors.flat().flatMap(unknownIn);
