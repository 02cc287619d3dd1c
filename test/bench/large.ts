import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { writeLargeCase } from './make-large-case';
import { peakOfCommand } from './peak-memory';

/* The large case from the command line, three times. Printed by `npm run bench`; ends with 1 beyond what is promised. */

const MOST_BYTES = 1.2e9;

const folder = mkdtempSync(path.join(tmpdir(), 'isoeffect-large-case-'));
try {
  const caseFile = writeLargeCase(folder);
  const runs = [1, 2, 3].map((n) => peakOfCommand(['assess', caseFile, '--json', path.join(folder, `${n}.json`)]));
  for (const { bytes, ms } of runs) {
    process.stdout.write(
      `three doses of 400 × 400 × 400, 60 ROIs: ${(bytes / 1e9).toFixed(2)} GB, ${(ms / 1000).toFixed(1)} s\n`,
    );
  }
  if (runs.some(({ bytes }) => bytes > MOST_BYTES)) process.exitCode = 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}
