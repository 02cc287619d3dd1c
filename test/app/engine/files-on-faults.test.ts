import { beforeEach, describe, expect, it, vi } from 'vitest';
import { Engine } from '../../../src/app/engine/engine';
import { AS_IT_IS } from '../../../src/app/engine/engine-api';
import type { HostFile } from '../../../src/app/host/host';
import { withOpenFields } from '../../../src/app/state/open-fields';
import type { CaseFile } from '../../../src/case/case-file';
import type { WhatIf } from '../../../src/case/what-if';
import { hostFiles } from './sample-files';

/* Files that are removed or replaced between one step and the next, asked for as the shell gives them. */

/** What lies on the disk by its path, with the status that the shell answers where it is not there. */
let disk: Map<string, Uint8Array<ArrayBuffer>>;
let files: readonly HostFile[];
const ROOT = 'isoeffect-file://id/';

beforeEach(async () => {
  const sample = await Promise.all(
    hostFiles('small').map(async ({ path, file }) => [path, new Uint8Array(await file!.arrayBuffer())] as const),
  );
  disk = new Map(sample);
  files = sample.map(([path, bytes]) => ({ path, size: bytes.length, url: ROOT + path }));
  vi.stubGlobal('fetch', async (url: string) => {
    const [path, first] = url.slice(ROOT.length).split('?first=');
    const bytes = disk.get(path);
    return bytes ? new Response(first ? bytes.slice(0, Number(first)) : bytes) : new Response('gone', { status: 404 });
  });
});

/** The same files of another patient: other names and UIDs, and all else as it was. */
const ofAnother = (): Map<string, Uint8Array<ArrayBuffer>> =>
  new Map(
    [...disk].map(([path, bytes]) => {
      const text = Buffer.from(bytes).toString('latin1');
      const other = text
        .replaceAll('Small^Sample', 'Other^Sample')
        .replaceAll('ISO-SAMPLE-2', 'ISO-SAMPLE-9')
        .replace(/2\.25\.(\d)(\d{20,})/g, (_, first: string, rest: string) => `2.25.${(Number(first) % 9) + 1}${rest}`);
      return [path, new Uint8Array(Buffer.from(other, 'latin1'))];
    }),
  );

/** The engine with the folder opened, and the case that is proposed of it. */
async function opened() {
  const engine = new Engine();
  const { proposal, inspection } = await engine.open(files, () => {});
  const caseFile = withOpenFields(proposal)!;
  const load = (of: CaseFile = caseFile) => engine.load(of, '');
  const ask = async (whatIf: WhatIf = AS_IT_IS, of = caseFile) => engine.evaluate(of, '', whatIf, () => {});
  const figures = async (whatIf?: WhatIf) => {
    const answer = await ask(whatIf);
    if (!answer.ok) throw new Error(JSON.stringify(answer.refusal));
    return JSON.stringify(answer.assessment.organs);
  };
  return { engine, caseFile, inspection, load, ask, figures };
}
const THREE_MORE: WhatIf = { ...AS_IT_IS, plannedFractions: 18 };

describe('a folder that is gone between opening it and making the case', () => {
  it('is told by a file and its folder, and nothing is lost: when it is back, the case is evaluated', async () => {
    const untouched = await (await opened()).figures();
    const { engine, load, ask, figures } = await opened();
    const kept = disk;
    disk = new Map();
    const refusal = { kind: 'file', file: expect.stringMatching(/^small\//), found: 'a file that is no longer there' };
    expect(await load()).toMatchObject({ ...refusal, needed: 'the file: open its folder again' });
    expect(await ask()).toMatchObject({ ok: false, refusal });
    expect(await engine.inputHashes()).toEqual({});
    disk = kept;
    expect(await load()).toBeUndefined();
    expect(await figures()).toBe(untouched);
  });

  it('one file of it too', async () => {
    const { caseFile, load } = await opened();
    const [dose] = [caseFile.courses[0].phases[0].dose].flat() as string[];
    const bytes = disk.get(dose)!;
    disk.delete(dose);
    expect(await load()).toMatchObject({ file: dose, found: 'a file that is no longer there' });
    disk.set(dose, bytes);
    expect(await load()).toBeUndefined();
  });
});

describe('files that are replaced by those of another patient', () => {
  it('before the case is made of them are refused: what was seen of the first is not computed on the second', async () => {
    const { engine, load, ask, figures, inspection } = await opened();
    expect(inspection.patients.map(({ name }) => name)).toEqual(['Small^Sample']);
    const kept = disk;
    disk = ofAnother();
    const refusal = {
      kind: 'file',
      found: 'another object than when its folder was opened: the file was replaced meanwhile',
    };
    expect(await load()).toMatchObject(refusal);
    expect(await ask()).toMatchObject({ ok: false, refusal });
    expect(await engine.inputHashes()).toEqual({});
    disk = kept;
    expect(await load()).toBeUndefined();
    await figures();
    // Opened again they are what they are.
    disk = ofAnother();
    const again = await opened();
    expect(again.inspection.patients.map(({ name }) => name)).toEqual(['Other^Sample']);
    expect(await again.load()).toBeUndefined();
  });

  it('one of them too', async () => {
    const { caseFile, load } = await opened();
    const [dose] = [caseFile.courses[0].phases[0].dose].flat() as string[];
    disk.set(dose, ofAnother().get(dose)!);
    expect(await load()).toMatchObject({ file: dose, found: expect.stringContaining('replaced meanwhile') });
  });

  it('after the case was evaluated change nothing of it: a what-if and a save are of what was read', async () => {
    const { engine, figures } = await opened();
    const [asItIs, hashes] = [await figures(), await engine.inputHashes()];
    const tried = await figures(THREE_MORE);
    disk = ofAnother();
    expect(await figures(THREE_MORE)).toBe(tried);
    expect(await figures()).toBe(asItIs);
    expect(await engine.inputHashes()).toEqual(hashes);
    disk = new Map();
    expect(await figures(THREE_MORE)).toBe(tried);
    expect(await engine.inputHashes()).toEqual(hashes);
  });
});
