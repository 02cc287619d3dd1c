import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach } from 'vitest';

/** A folder of its own for each test, gone afterwards. */
export function temporaryFolder() {
  let folder = '';
  beforeEach(async () => {
    folder = await mkdtemp(path.join(os.tmpdir(), 'isoeffect-test-'));
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));
  return {
    get path() {
      return folder;
    },
    at: (...parts: string[]) => path.join(folder, ...parts),
    /** @returns the paths of the files that were made. */
    async make(files: Readonly<Record<string, string | Uint8Array>>): Promise<string[]> {
      return Promise.all(
        Object.entries(files).map(async ([name, content]) => {
          const file = path.join(folder, name);
          await mkdir(path.dirname(file), { recursive: true });
          await writeFile(file, content);
          return file;
        }),
      );
    },
  };
}
