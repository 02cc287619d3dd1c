import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Session } from '../../src/assessment/session';
import { accessFrom } from '../../src/cli/files';
import { writeLargeCase } from '../bench/make-large-case';

/* What is held of large doses, counted after everything that nobody holds was collected. */

const FRAMES = 60;
const DOSE_MB = (400 * 400 * FRAMES * 4) / 1e6;
/** Contours and small objects, MB: the contours are 35. */
const REST_MB = 45;

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

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'isoeffect-held-'));
  writeLargeCase(folder, FRAMES);
}, 120_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('a case with large doses', () => {
  it('holds each of them once while it is read and afterwards, as Gy and nothing else', { timeout: 120_000 }, async () => {
    const before = await heldMB();
    const access = accessFrom(folder);
    const held: Record<string, number> = {};
    const session = new Session({
      ...access,
      read: async (file) => {
        held[file] = (await heldMB()) - before;
        return access.read(file);
      },
    });
    const inputs = await session.read(readFileSync(path.join(folder, 'case.json'), 'utf8'), 'case.json');
    expect(held['RD-prior.dcm']).toBeLessThan(5);
    // The grid of each dose before it, and no file and no stored pixels.
    expect(held['RD-planned.dcm']).toBeGreaterThan(DOSE_MB - 5);
    expect(held['RD-planned.dcm']).toBeLessThan(DOSE_MB + 5);
    expect(held['RD-boost.dcm']).toBeGreaterThan(2 * DOSE_MB - 5);
    expect(held['RD-boost.dcm']).toBeLessThan(2 * DOSE_MB + 5);
    expect((await heldMB()) - before).toBeLessThan(3 * DOSE_MB + REST_MB);
    expect(inputs.courses.flatMap(({ phases }) => phases).length).toBe(3);
  });
});
