import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Engine } from '../../../src/app/engine/engine';
import type { HostFile } from '../../../src/app/host/host';
import { withOpenFields } from '../../../src/app/state/open-fields';
import type { CtVolume } from '../../../src/app/viewer/scene';
import { writeLargeCase, writeLargeCt } from '../../bench/make-large-case';

/* What the engine holds of large doses, counted after everything that nobody holds was collected. */

const FRAMES = 40;
const DOSE_MB = (400 * 400 * FRAMES * 4) / 1e6;

/** Contours twice, as read and as stacks, and small objects: 35 MB. */
const CONTOURS_MB = 45;

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

/** MB in buffers. What was collected is given back beside the program's own work, and counted the next time. */
async function heldMB(): Promise<number> {
  for (let turn = 0; turn < 2; turn++) {
    await new Promise((resolve) => setTimeout(resolve, 20));
    collect();
  }
  return process.memoryUsage().arrayBuffers / 1e6;
}

/** A file of the disk as a browser's picker gives it: its bytes are nowhere until they are asked for. */
function onDisk(folder: string, name: string): HostFile {
  const at = path.join(folder, name);
  const bytes = async (from = 0, to?: number) => {
    const read = new Uint8Array(readFileSync(at).subarray(from, to)).slice();
    return read.buffer as ArrayBuffer;
  };
  const slice = (from: number, to: number) => ({ arrayBuffer: () => bytes(from, to) });
  return { path: name, size: statSync(at).size, file: { arrayBuffer: () => bytes(), slice } as unknown as File };
}

let folder: string;
let files: HostFile[];
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'isoeffect-held-'));
  writeLargeCase(folder, FRAMES);
  writeLargeCt(path.join(folder, 'ct'), FRAMES);
  files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.dcm'))
    .map((name) => onDisk(folder, name));
}, 120_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('the engine, of a study with large doses', () => {
  it('holds no pixels of theirs once it is read, of its case each dose once, and no CT that it handed over', {
    timeout: 120_000,
  }, async () => {
    const engine = new Engine();
    const before = await heldMB();
    let opened = await engine.open(files, () => {});
    expect(opened.inspection.doses).toHaveLength(3);
    const caseFile = withOpenFields(opened.proposal)!;
    opened = undefined as never;
    // Contours and small objects: less than one of the doses.
    expect((await heldMB()) - before).toBeLessThan(DOSE_MB);
    expect(await engine.load(caseFile, '')).toBeUndefined();
    const phases = caseFile.courses.flatMap((course) => course.phases).length;
    const ofCase = await heldMB();
    expect(ofCase - before).toBeLessThan(phases * DOSE_MB + CONTOURS_MB);
    // The window's own from then on.
    let ct = (await engine.ct()) as CtVolume | undefined;
    expect(ct!.hounsfield.length).toBe(512 * 512 * FRAMES);
    ct = undefined;
    expect((await heldMB()) - ofCase).toBeLessThan(1);
  });
});
