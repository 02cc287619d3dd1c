import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { writeOutputs } from '../../src/cli/write-outputs';
import { calculated } from './all-outputs';
import { filesIn, inFolder } from './run';

const MAIN = path.resolve(import.meta.dirname, '../../dist/cli/main.js');

describe('writeOutputs', () => {
  it('writes none where one cannot be written to its end, and leaves nothing beside', ({ skip }) => {
    if (!existsSync('/dev/full')) skip('no device that is always full');
    return inFolder({}, async (folder) => {
      const earlier = path.join(folder, 'earlier.json');
      await calculated(earlier, 50);
      const before = readFileSync(earlier, 'utf8');
      const outputs = [
        { file: path.join(folder, 'new.csv'), content: 'x' },
        { file: earlier, content: 'y' },
        { file: '/dev/full', content: 'z' },
      ];
      await expect(writeOutputs(outputs, [])).rejects.toMatchObject({
        file: '/dev/full',
        found: 'no space left on the disk',
        needed: 'a place that can be written to; nothing was written',
      });
      expect([filesIn(folder), readFileSync(earlier, 'utf8')]).toEqual([['earlier.json'], before]);
    });
  });

  it('never shows others what only its owner may read, and makes new files as the system would', () =>
    inFolder({}, async (folder) => {
      const closed = path.join(folder, 'closed.json');
      await calculated(closed, 50);
      chmodSync(closed, 0o600);
      const open = path.join(folder, 'open.json');
      await calculated(open, 50);
      await calculated(closed, 60);
      const modes = [closed, open].map((file) => statSync(file).mode & 0o777);
      expect(modes).toEqual([0o600, 0o666 & ~process.umask()]);
    }));

  it('names the output that has no room, of several', () =>
    inFolder({}, async (folder) => {
      const outputs = [
        { file: path.join(folder, 'a'), content: 'x' },
        { file: path.join(folder, 'no/b'), content: 'y' },
      ];
      await expect(writeOutputs(outputs, [])).rejects.toMatchObject({ file: outputs[1].file, found: 'no such folder' });
      expect(filesIn(folder)).toEqual([]);
    }));
});

describe('the command line', () => {
  const shell = (command: string, cwd: string) => {
    const line = command.replace('CALC', `"${process.execPath}" "${MAIN}" calc --dose 50 --fractions 25 --alpha-beta 3`);
    const { status, stdout, stderr } = spawnSync('sh', ['-c', line], { cwd, encoding: 'utf8' });
    return { status, stdout, stderr };
  };

  it('ends with 2, one line and nothing on standard output where an output would take the place of another file', () =>
    inFolder({ 'notes.txt': 'my notes' }, (folder) => {
      const says = 'isoeffect: notes.txt: found a file that this program did not write; needed a new name,';
      expect(shell('CALC --json notes.txt', folder)).toEqual({
        status: 2,
        stdout: '',
        stderr: `${says} or that of an earlier result of this program; nothing was written\n`,
      });
      expect(readFileSync(path.join(folder, 'notes.txt'), 'utf8')).toBe('my notes');
    }));

  it('does not write a result where its words were led to', () =>
    inFolder({}, (folder) => {
      for (const led of ['> a.json', '2> a.json']) {
        const { status } = shell(`CALC --json a.json ${led}`, folder);
        expect(status).toBe(2);
      }
    }));

  it('writes to /dev/stdout and /dev/stderr behind what a file holds already, to a pipe, and to /dev/null', () =>
    inFolder({}, (folder) => {
      writeFileSync(path.join(folder, 'log'), 'first\n');
      expect(shell('CALC --json /dev/stdout >> log', folder)).toMatchObject({ status: 0, stdout: '' });
      const [first, ...rest] = readFileSync(path.join(folder, 'log'), 'utf8').split('\n');
      expect([first, JSON.parse(rest.join('\n')).doseGy]).toEqual(['first', 50]);
      const piped = shell('CALC --json /dev/stdout | cat', folder);
      expect(JSON.parse(piped.stdout)).toHaveProperty('bedGy');
      const beside = shell('CALC --json /dev/stderr 2> b.json', folder);
      expect([beside.stdout, JSON.parse(readFileSync(path.join(folder, 'b.json'), 'utf8')).doseGy]).toEqual([
        expect.stringContaining('EQD2'),
        50,
      ]);
      expect(shell('CALC --json /dev/null', folder)).toMatchObject({ status: 0, stderr: '' });
    }));
});
