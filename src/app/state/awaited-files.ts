import type { ExpectedFiles } from '../engine/expected-files';
import type { Host } from '../host/host';
import type { Problem } from '../words/problem';
import { engine } from './engine-client';
import { evaluateLatest } from './evaluation';
import type { DraftContent } from './kept-draft';
import { said } from './said';
import { setApp } from './store';

/**
 * The files that a draft has to be gone on with. The desktop opens files by their whole paths: of a draft that tells no
 * more of them (of an earlier version, of a case that could never be read) these are the files.
 */
export function awaitedOf({ inputs, patient }: DraftContent, { kind }: Pick<Host, 'kind'>): ExpectedFiles | undefined {
  if (kind === 'electron' && Object.keys(inputs).length === 0) return undefined;
  return { inputs, ...(patient && { patient }) };
}

/**
 * Whether a person may say that the open files are the case's although they are others: of the same patient (an export
 * that was made anew), or where the case does not tell whose it is. Never those of somebody else.
 */
export function canTakeFiles(problem: Problem | undefined): boolean {
  const owners = problem?.kind === 'refusal' ? problem.refusal.owners : undefined;
  if (!owners) return false;
  const { of, here } = owners;
  return !of || (here.length > 0 && here.every(({ id, name }) => id === of.id && name === of.name));
}

/** Takes the open files by a person's word. Those that changed are told of by the findings: their old hashes stay. */
export const takeFiles = (): Promise<void> =>
  said(async () => {
    setApp({ awaited: undefined, unevaluated: undefined });
    await engine().expectFiles(undefined);
    await evaluateLatest();
  });
