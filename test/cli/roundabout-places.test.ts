import { createHash } from 'node:crypto';
import { copyFileSync, linkSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { runInspect } from '../../src/cli/inspect-command';
import { doseFile } from '../case/written-case';
import { ALL, study } from './all-outputs';
import { filesIn, inFolder } from './run';

/* Names that lead to a file of the patient by way of others: whatever the way, the file stays what it was. */

const OTHER = doseFile(() => 7);
const hashes = (folder: string) =>
  Object.fromEntries(
    filesIn(folder).map((name) => [
      name,
      createHash('sha256')
        .update(readFileSync(path.join(folder, name)))
        .digest('hex'),
    ]),
  );

/** Makes the way to a file in the folder, `target`, and tells the name by which a command is to write there. */
type Way = (folder: string, target: string) => string;
const WAYS: Readonly<Record<string, Way>> = {
  itself: (_, target) => target,
  'a chain of three links': (folder, target) => {
    const at = (n: number) => path.join(folder, `ways/${n}${path.extname(target)}`);
    symlinkSync(target, at(1));
    symlinkSync(at(1), at(2));
    symlinkSync(`2${path.extname(target)}`, at(3));
    return at(3);
  },
  'a hard link': (folder, target) => {
    const at = path.join(folder, `ways/hard${path.extname(target)}`);
    linkSync(target, at);
    return at;
  },
  'a linked folder': (folder, target) => {
    symlinkSync(path.dirname(target), path.join(folder, 'ways/folder'), 'junction');
    return path.join(folder, 'ways/folder', path.basename(target));
  },
  'a folder and back': (folder, target) => `${folder}/./ways/../${path.relative(folder, target)}`,
  'a folder that is not there, and back': (folder, target) => `${folder}/none/../${path.relative(folder, target)}`,
  'doubled slashes': (folder, target) => `${folder}//${path.relative(folder, target)}`,
  'a linked folder that lies elsewhere, and back': (folder, target) => {
    // The system goes on from where the link leads, where no such file is; by the letters it is the patient's.
    mkdirSync(path.join(folder, 'far/away'), { recursive: true });
    symlinkSync(path.join(folder, 'far/away'), path.join(folder, 'plan/link'), 'junction');
    const at = `${folder}/plan/link/../${path.basename(target)}`;
    if (process.platform !== 'win32') symlinkSync(target, path.join(folder, 'far', path.basename(target)));
    return at;
  },
  'a slash behind it': (_, target) => `${target}/`,
  'a slash and a dot behind it': (_, target) => `${target}/.`,
  'a link to a link of its folder, and back': (folder, target) => {
    symlinkSync('ways', path.join(folder, 'w'), 'junction');
    return `${folder}/w/../${path.relative(folder, target)}`;
  },
};

describe.each(ALL.filter(({ makesItsFolder }) => !makesItsFolder))('$name', (output) => {
  it.each(Object.entries(WAYS))('writes over no file of the patient by %s', (_, wayTo) =>
    inFolder(study(), async (folder) => {
      const extension = path.extname(output.at(folder));
      mkdirSync(path.join(folder, 'ways'));
      mkdirSync(path.join(folder, 'to'));
      // DICOM that no case names, under a name that the command may be asked to write; composed letters in it.
      const target = path.join(folder, `plan/r\u00e9sum\u00e9${extension}`);
      writeFileSync(target, OTHER);
      const place = wayTo(folder, target);
      const before = hashes(folder);
      await expect(output.run(folder, place)).rejects.toMatchObject({ name: 'InputError' });
      expect(hashes(folder)).toEqual(before);
    }),
  );
});

describe('a name in another normalisation', () => {
  it('takes nothing from a file that is read, whether the disk tells the two apart or not', () =>
    inFolder(study(), async (folder) => {
      const composed = path.join(folder, 'plan/RD.dcm');
      const named = path.join(folder, 'plan/\u00e9.json');
      copyFileSync(composed, named);
      const before = hashes(folder);
      const said = vi.spyOn(process.stdout, 'write').mockReturnValue(true);
      await runInspect([named], { json: named.normalize('NFD') }).catch(({ found }) => expect(found).toBe('a file that is read'));
      said.mockRestore();
      expect(hashes(folder)).toMatchObject(before);
    }));
});

describe('a linked folder and back', () => {
  it('is where the system goes, not where the letters lead', async ({ skip }) => {
    if (process.platform === 'win32') skip('there the letters count');
    await inFolder(study(), async (folder) => {
      mkdirSync(path.join(folder, 'far/away'), { recursive: true });
      symlinkSync(path.join(folder, 'far/away'), path.join(folder, 'plan/link'));
      const before = hashes(folder);
      for (const _ of ['new', 'again']) {
        // By the letters this is `plan/RD.dcm`.
        await ALL[0].run(folder, `${folder}/plan/link/../RD.dcm`);
        const { 'far/RD.dcm': written, ...others } = hashes(folder);
        expect(others).toEqual(before);
        expect(written).toMatch(/^[0-9a-f]{64}$/);
      }
    });
  });
});
