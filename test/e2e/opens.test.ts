import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect } from 'vitest';
import { inBothHosts } from './both-hosts';
import { Counting, type Things } from './counts';
import type { Driven } from './driven';
import { openAndClose } from './open-and-close';
import { twoFrames } from './two-frames';

/*
 * A case that is opened again and again leaves nothing behind. Things are counted, not bytes; how memory does over 300
 * opens is measured by `npm run bench:opens`.
 */

/** Where others compute everything takes as long as it takes. */
const LONG_MS = 120_000;
const OPENS = 6;
/** Everything that is made once is there by then; what comes and goes by itself is counted twice. */
const EARLY = [2, 3];
const LATE = [5, 6];
/** Listeners that are there at one time and not at another, whatever was opened: 369 and 376, 371 and 378. */
const TO_AND_FRO: Partial<Things> = { listeners: 7 };

let data: string;
let caseFile: string;
beforeAll(() => {
  data = mkdtempSync(path.join(tmpdir(), 'isoeffect-opens-'));
  caseFile = twoFrames(path.join(data, 'patient'));
});
afterAll(() => rmSync(data, { recursive: true, force: true }));

inBothHosts('a case opened six times', (step, where) => {
  let counting: Counting;
  const counts = new Map<number, Things>();
  const open = async (app: Driven, from: number, to: number) => {
    app.page.setDefaultTimeout(LONG_MS);
    for (let n = from; n <= to; n++) {
      await openAndClose(app, caseFile);
      if ([...EARLY, ...LATE].includes(n)) counts.set(n, await counting.things());
    }
  };

  step('is there with its verdict and its pictures', async (app) => {
    counting = await Counting.in(app);
    await open(app, 1, EARLY[1]);
  });

  step('is there again and again', (app) => open(app, EARLY[1] + 1, LATE[0] - 1));

  step('leaves nothing behind that each opening adds to', async (app) => {
    await open(app, LATE[0], OPENS);
    const of = (opens: readonly number[], what: keyof Things) => opens.map((n) => counts.get(n)![what]);
    expect(of(LATE, 'workers')).toEqual([1, 1]);
    expect(of(LATE, 'contextsWebGL')).toEqual([0, 0]);
    for (const what of Object.keys(counts.get(OPENS)!) as (keyof Things)[]) {
      const [early, late] = [of(EARLY, what), of(LATE, what)];
      // One left by each opening would be as many more as there were openings between.
      const grown = Math.min(...late) - Math.max(...early);
      expect(grown, `${what} in ${where}: ${early}, then ${late}`).toBeLessThan(LATE[0] - EARLY[1] + (TO_AND_FRO[what] ?? 0));
    }
  });
});
