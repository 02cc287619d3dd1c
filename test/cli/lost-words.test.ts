import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { inFolder } from './run';

const MAIN = path.resolve(import.meta.dirname, '../../dist/cli/main.js');
const CALC = 'calc --dose 50 --fractions 25 --alpha-beta 2';

/** A command by a shell, which leads its words elsewhere. */
const byShell = (line: string, cwd?: string) =>
  spawnSync('bash', ['-c', line.replaceAll('ISO', `"${process.execPath}" "${MAIN}"`)], { encoding: 'utf8', cwd });

describe.skipIf(!existsSync('/dev/full'))('standard output or standard error that is full', () => {
  it.each([
    [`ISO ${CALC} >/dev/full`],
    [`ISO ${CALC} --json - >/dev/full`],
    [`ISO ${CALC} --json /dev/stdout >/dev/full`],
    ['ISO --help >/dev/full'],
    ['ISO --version >/dev/full'],
  ])('ends with 2 and one sentence: %s', (line) => {
    const { status, stderr } = byShell(line);
    expect(status).toBe(2);
    expect(stderr).toBe(
      'isoeffect: standard output: found no space left on the disk; needed a place that can be ' +
        'written to: what stands there is not whole\n',
    );
  });

  it.each([[`ISO ${CALC} --json - 2>/dev/full`], [`ISO calc --dose x 2>/dev/full`], [`ISO ${CALC} >/dev/full 2>/dev/full`]])(
    'ends with 2 where nobody can be told: %s',
    (line) => expect(byShell(line).status).toBe(2),
  );

  it('leaves the result on standard output whole where standard error alone is full', () => {
    const { stdout } = byShell(`ISO ${CALC} --json - 2>/dev/full`);
    expect(JSON.parse(stdout)).toMatchObject({ eqd2Gy: 50 });
  });
});

describe('a reader that has seen enough', () => {
  it.each([
    [`ISO ${CALC} | true; exit \${PIPESTATUS[0]}`, 0],
    [`ISO ${CALC} --json - 2>/dev/null | true; exit \${PIPESTATUS[0]}`, 0],
    [`ISO ${CALC} --json - 2>&1 >/dev/null | true; exit \${PIPESTATUS[0]}`, 0],
    [`ISO calc --dose x 2>&1 | true; exit \${PIPESTATUS[0]}`, 2],
  ])('is no fault: %s', (line, status) => {
    const { status: found, stderr } = byShell(line);
    expect(stderr).toBe('');
    expect(found).toBe(status);
  });

  it('does not keep a command from its files', () =>
    inFolder({}, (folder) => {
      const { status } = byShell(`ISO ${CALC} --json a.json | true; exit \${PIPESTATUS[0]}`, folder);
      expect(status).toBe(0);
      expect(existsSync(path.join(folder, 'a.json'))).toBe(true);
    }));
});
