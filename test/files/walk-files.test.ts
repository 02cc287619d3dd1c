import { symlinkSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { FileWalk } from '../../src/files/walk-files';
import { inFolder } from '../cli/run';

const below = (folder: string, files: readonly string[]): string[] =>
  files.map((file) => path.relative(folder, file).replaceAll('\\', '/'));

describe('FileWalk', () => {
  it('a folder that lies too deep is still found by a link that is near', () =>
    inFolder({ 'p/a/b/RD.dcm': '1', 'p/2': '' }, async (folder) => {
      symlinkSync('a/b', path.join(folder, 'p/near'));
      const { files } = await new FileWalk().from(path.join(folder, 'p'), 1);
      expect(
        below(
          folder,
          files.map((file) => file.path),
        ),
      ).toEqual(['p/2', 'p/near/RD.dcm']);
    }));
});
