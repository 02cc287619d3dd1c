import { execFileSync } from 'node:child_process';
import { renameSync, symlinkSync } from 'node:fs';
import { createServer } from 'node:net';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { contentsOf, filesUnder } from '../../src/cli/files-under';
import { type Cylinder, doseFile, planFile, twoCourses } from '../case/written-case';
import { inFolder, isoeffect } from './run';

/* What lies in a folder beside the patient's files costs what it is and no more: it is named and passed over. */

const CORD: Cylinder = { name: 'SpinalCord', x: 0, y: 0, radiusMm: 5, fromMm: -9, toMm: 9 };
const made = () => {
  const { files, caseFile } = twoCourses(
    [CORD],
    () => 20,
    () => 30,
  );
  return { ...files, 'case.json': caseFile };
};
const socketAt = (place: string) =>
  new Promise<() => Promise<void>>((resolve) => {
    const server = createServer().listen(place, () => resolve(() => new Promise((closed) => server.close(() => closed()))));
  });

describe('a folder with things in it that are no files', () => {
  it('says of a file whose name is not in UTF-8 that it is there and has to be renamed', () =>
    inFolder(made(), (folder) => {
      const prior = Buffer.from(path.join(folder, 'prior/'));
      const odd = Buffer.concat([prior, Buffer.from([0x52, 0x44, 0xe9]), Buffer.from('.dcm')]);
      renameSync(path.join(folder, 'prior/RD.dcm'), odd);
      const { status, stdout } = isoeffect(['inspect', '.', '--json', '-'], folder);
      expect(status).toBe(0);
      expect(JSON.parse(stdout).unreadable).toMatchObject([
        {
          file: 'prior/RD\uFFFD.dcm',
          reason:
            'prior/RD\uFFFD.dcm: found a name that is not in UTF-8, by which it cannot be opened; needed the file under a name in UTF-8: rename it',
        },
      ]);
    }));

  it('inspect names a dangling link, a named pipe and a socket, and reads the rest', () =>
    inFolder(made(), async (folder) => {
      symlinkSync('nowhere.dcm', path.join(folder, 'plan/gone.dcm'));
      symlinkSync('itself.dcm', path.join(folder, 'plan/itself.dcm'));
      execFileSync('mkfifo', [path.join(folder, 'plan/pipe.dcm')]);
      const close = await socketAt(path.join(folder, 'plan/door'));
      const { status, stdout } = isoeffect(['inspect', '.', '--json', '-'], folder);
      await close();
      expect(status).toBe(0);
      const { doses, unreadable, findings } = JSON.parse(stdout);
      expect(doses).toHaveLength(2);
      expect(unreadable.map(({ reason }: { reason: string }) => reason)).toEqual([
        'plan/door: found a socket; needed a file that can be read',
        'plan/gone.dcm: found a link to something that is not there; needed a file that can be read',
        'plan/itself.dcm: found links that lead back to themselves; needed a file that can be read',
        'plan/pipe.dcm: found a named pipe; needed a file that can be read',
      ]);
      const said = findings.filter(({ code }: { code: string }) => code === 'file-unreadable');
      expect(said).toHaveLength(4);
    }));

  it('inspect enters a folder once, however many links lead back to it', () =>
    inFolder(made(), (folder) => {
      symlinkSync('..', path.join(folder, 'plan/up'));
      symlinkSync(path.join(folder, 'prior'), path.join(folder, 'plan/same'));
      const { status, stdout } = isoeffect(['inspect', '.', '--json', '-'], folder);
      expect(status).toBe(0);
      const { doses, patients, unreadable } = JSON.parse(stdout);
      expect([doses.length, patients[0].files, unreadable]).toEqual([2, 5, []]);
    }));

  it('inspect takes a link to a file for the file', () =>
    inFolder({ 'kept/RD.dcm': doseFile(() => 20) }, (folder) => {
      symlinkSync('kept/RD.dcm', path.join(folder, 'link.dcm'));
      const { stdout } = isoeffect(['inspect', 'link.dcm', '--json', '-'], folder);
      expect(JSON.parse(stdout).doses).toHaveLength(1);
    }));

  it('contentsOf names a file that is gone between listing and reading', () =>
    inFolder({ 'a.dcm': doseFile(() => 20) }, async (folder) => {
      const listed = await filesUnder([folder]);
      const all = [];
      for await (const content of contentsOf([...listed, path.join(folder, 'b.dcm')])) all.push(content);
      expect(all).toEqual([
        expect.objectContaining({ path: path.join(folder, 'a.dcm') }),
        expect.objectContaining({ reason: expect.stringMatching(/b\.dcm: found no such file/) }),
      ]);
    }));

  it('a named pipe that is given as an input is refused and never opened', () =>
    inFolder(made(), (folder) => {
      execFileSync('mkfifo', [path.join(folder, 'pipe')]);
      const { status, stderr } = isoeffect(['dvh', '--dose', 'pipe', '--structures', 'plan/RS.dcm'], folder);
      expect([status, stderr]).toEqual([2, 'isoeffect: pipe: found a named pipe; needed a file that can be read\n']);
    }));
});

describe('assess beside neighbours that cannot be read', () => {
  it('finds the plan beside the dose past a link to nowhere, a pipe, a folder and a broken plan, which is named', () =>
    inFolder(made(), (folder) => {
      symlinkSync('nowhere', path.join(folder, 'plan/A.dcm'));
      symlinkSync('.', path.join(folder, 'plan/AA.dcm'));
      execFileSync('mkfifo', [path.join(folder, 'plan/B.dcm')]);
      const broken = planFile(28).slice(0, -40);
      return inFolder({ 'RP.dcm': broken }, (other) => {
        symlinkSync(path.join(other, 'RP.dcm'), path.join(folder, 'plan/C.dcm'));
        const { status, stdout } = isoeffect(['assess', 'case.json', '--json', '-'], folder);
        expect(status).toBe(0);
        const { courses, findings } = JSON.parse(stdout);
        expect(courses[1].phases[0].fractions).toBe(28);
        const said = findings.filter(({ code }: { code: string }) => code === 'file-unreadable');
        expect(said).toEqual([expect.objectContaining({ severity: 'warning', file: 'plan/C.dcm' })]);
      });
    }));
});
