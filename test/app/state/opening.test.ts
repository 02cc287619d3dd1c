import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { HostFile, Opened } from '../../../src/app/host/host';
import { evaluateLatest } from '../../../src/app/state/evaluation';
import { makeCase, openMore, openStudy } from '../../../src/app/state/opening';
import { appNow, caseHistory, changeCase, START, setApp } from '../../../src/app/state/store';
import type { CaseFile } from '../../../src/case/case-file';
import { answerWith } from './stand-in-engine';

/** What the engine was asked to read, in order. */
const reads: string[][] = [];
const evaluated: unknown[] = [];

vi.mock('../../../src/app/state/engine-client', () => import('./stand-in-engine'));

const ANSWERS = {
  open: async (files: readonly HostFile[]) => {
    if (files.some(({ path }) => path.endsWith('bad'))) throw new Error('it cannot be read');
    reads.push(files.map(({ path }) => path));
    return { inspection: { files: files.length }, proposal: { guesses: [] } };
  },
  load: async () => undefined,
  inputHashes: async () => ({}),
  expectFiles: async () => undefined,
  outlines: async () => [],
  ct: async () => undefined,
  evaluate: async (caseFile: unknown) => {
    evaluated.push(caseFile);
    return { ok: true, assessment: { organs: [] } };
  },
  robustness: async () => undefined,
};

const CASE: CaseFile = { isoeffectCase: 1, courses: [{ role: 'planned', phases: [{ dose: 'a/RD' }] }], structures: 'a/RS' };
const files = (...paths: string[]): Opened => ({ label: 'a', files: paths.map((path) => ({ path, size: 1 })) });
const host = { drafts: async () => [], readDraft: async () => undefined, saveDraft: async () => {} };
const more = (...paths: string[]) => openMore(async () => files(...paths), host);

/** A case that is made and evaluated. */
async function made(): Promise<void> {
  makeCase(CASE);
  await vi.waitFor(() => expect(appNow().original).toEqual({ organs: [] }));
}

beforeEach(async () => {
  answerWith(ANSWERS);
  reads.length = 0;
  setApp(START, true);
  await openStudy(files('a/RD', 'a/RS'));
});
afterEach(() => setApp(START, true));

describe('files that are added to a study', () => {
  it('leave a case that was made and edited open: what was changed, what can be undone, what is tried, where it is kept', async () => {
    await made();
    changeCase((caseFile) => ({ ...caseFile, title: 'edited' }));
    void evaluateLatest();
    const { caseFile, place, savedText } = appNow();
    setApp({ trials: [{ courses: ['first'] } as never] });
    await vi.waitFor(() => expect(appNow().assessedFor?.caseFile).toBe(caseFile));
    evaluated.length = 0;
    await more('a/copy of RS', 'a/copy of RD');
    const now = appNow();
    expect(now.caseFile).toBe(caseFile);
    expect(now).toMatchObject({ place, savedText, screen: 'study', added: 2, label: 'a' });
    expect(now.trials).toHaveLength(1);
    expect(now.study).toMatchObject({ inspection: { files: 4 } });
    expect(caseHistory.getState().pastStates).not.toHaveLength(0);
    // What the engine read anew is evaluated anew.
    expect(evaluated).toEqual([expect.objectContaining({ title: 'edited' })]);
    expect(now.assessedFor?.caseFile).toBe(caseFile);
  });

  it('are read all with those that were there, and change nothing where they are the same', async () => {
    await made();
    const { caseFile, study } = appNow();
    reads.length = 0;
    await more('a/RD', 'a/RS');
    expect(reads).toEqual([]);
    expect(appNow()).toMatchObject({ added: 0, screen: 'assess' });
    expect(appNow().caseFile).toBe(caseFile);
    expect(appNow().study).toBe(study);
    await more('a/RS', 'b/REG');
    expect(reads).toEqual([['a/RD', 'a/RS', 'b/REG']]);
    expect(appNow().added).toBe(1);
  });

  it('that cannot be read leave the case and the study as they were', async () => {
    await made();
    const { caseFile, study } = appNow();
    await more('b/bad');
    expect(appNow()).toMatchObject({ caseFile, study, screen: 'assess', problem: { kind: 'sentence' } });
  });

  it('are a study with a proposal where no case is open', async () => {
    await more('b/REG');
    expect(appNow()).toMatchObject({ screen: 'study', added: 1, caseFile: undefined });
    expect(reads.at(-1)).toHaveLength(3);
  });
});

it('another study closes the case, and what was added to the one before is not told of it', async () => {
  await made();
  await more('b/REG');
  await openStudy(files('c/RD'));
  expect(appNow()).toMatchObject({ caseFile: undefined, added: undefined, screen: 'study' });
});
