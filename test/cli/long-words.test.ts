import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { summands } from '../../src/findings/summands';
import { InputError } from '../../src/input-error';
import { twoCourses } from '../case/written-case';
import { inFolder, isoeffect } from './run';

const ONE_LINE = /^isoeffect: [^\n]+\n$/;
const LONG = 'x'.repeat(5000);

describe('what is refused on the command line', () => {
  it.each([
    ['a path of one long name', LONG],
    ['a path of many folders', '../'.repeat(1700)],
    ['a long name in a folder', `none/${LONG}/RS.dcm`],
  ])('is said in words and no longer than a line: %s', (_, structures) =>
    inFolder(
      {
        'case.json': {
          ...twoCourses(
            [],
            () => 20,
            () => 30,
          ).caseFile,
          structures,
        },
      },
      (folder) => {
        const { status, stderr } = isoeffect(['assess', 'case.json'], folder);
        expect(status).toBe(2);
        expect(stderr).toMatch(ONE_LINE);
        expect(stderr.length).toBeLessThan(600);
        expect(stderr).not.toMatch(/E[A-Z]{4,}/);
      },
    ),
  );

  it.each([[['inspect', LONG]], [['propose', LONG]], [['assess', LONG]], [['dvh', '--dose', LONG, '--structures', 'a']]])(
    'is no internal fault where a name is too long: %#',
    (args) => {
      const { status, stderr } = isoeffect(args);
      expect(status).toBe(2);
      expect(stderr).toMatch(ONE_LINE);
      expect(stderr).not.toMatch(/internal fault|ENAMETOOLONG/);
      expect(stderr.length).toBeLessThan(600);
    },
  );

  it.each([
    [['isoeffect', '\u001b[31mX\nZ']],
    [['\u001b[31mX\nZ']],
    [['calc', '--do\nse', '5']],
    [['calc', '--dose', '1\n2', '--fractions', '1', '--alpha-beta', '3']],
    [['assess', 'a', '--fail-on', `\u202e\n${LONG}`]],
  ])('has no line of its own in what the parser says: %j', (args) => {
    const { status, stderr } = isoeffect(args);
    expect(status).toBe(2);
    expect(stderr).toMatch(ONE_LINE);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
    expect(stderr.trimEnd()).not.toMatch(/[\u0000-\u001f\u202e]/);
    expect(stderr.length).toBeLessThan(700);
  });

  it('is told once where it is the only file', () =>
    inFolder({ 'seen.txt': 'a' }, (folder) => {
      spawnSync('mkfifo', [path.join(folder, 'p.dcm')]);
      expect(isoeffect(['inspect', 'p.dcm'], folder).stderr).toBe(
        'isoeffect: p.dcm: found a named pipe; needed a file that can be read\n',
      );
      const both = isoeffect(['inspect', 'p.dcm', 'seen.txt'], folder).stderr;
      expect(both).toContain('found no readable DICOM among 2 files (p.dcm: a named pipe); needed DICOM files');
    }));

  it('keeps the field beside a path that is cut', () => {
    const { message } = new InputError({ file: LONG, where: 'structures', found: 'nothing', needed: 'a file' });
    expect(message).toMatch(/^x+… \(\d+ characters left out\) …x+: structures: found nothing; needed a file$/);
  });
});

describe('summands', () => {
  it('are all said up to eight, and of more the first and the last', () => {
    expect(summands([20, '?', 5])).toBe('20 + ? + 5');
    expect(summands([1, 2, 3, 4, 5, 6, 7, 8])).toBe('1 + 2 + 3 + 4 + 5 + 6 + 7 + 8');
    expect(summands(Array.from({ length: 5001 }, (_, n) => n))).toBe('0 + 1 + 2 + 3 + 4 + 5 + … + 5000');
  });
});
