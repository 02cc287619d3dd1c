import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { writeSmall } from './writer/small';
import { writeThorax } from './writer/thorax';

/** Writes the synthetic patients into `folder`. The same call writes the same bytes, always. */
export function writeSamples(folder: string): void {
  writeThorax(path.join(folder, 'thorax'));
  writeSmall(path.join(folder, 'small'));
}

const here = fileURLToPath(import.meta.url);
if (process.argv[1] && path.resolve(process.argv[1]) === here) writeSamples(path.dirname(here));
