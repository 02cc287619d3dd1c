import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { type NumericOption, numberOf, withinTreatment } from '../../src/cli/numeric-options';
import { isoeffect } from './run';

describe('a number of the command line', () => {
  it.each<[NumericOption, string, RegExp]>([
    ['--dose', '1e300', /^--dose: found 1e\+300 Gy; needed a number that a treatment may have: at most 10000 Gy$/],
    ['--dose', '-1e300', /^--dose: found -1e\+300 Gy; needed .*: at most 10000 Gy$/],
    ['--alpha-beta', '1e-308', /^--alpha-beta: found 1e-308 Gy; needed .*: at least 0.01 Gy$/],
    ['--fractions', '1e15', /^--fractions: found 1000000000000000; needed .*: at most 1000$/],
    ['--repair-half-time', '5e-324', /^--repair-half-time: found 5e-324 h; needed .*: at least 0.001 h$/],
    ['--limit', '1e308', /at most 100000 Gy$/],
    ['--lql-gamma-over-alpha', '1e200', /at most 10000$/],
    ['--dose-alpha-beta', '1e-300', /at least 0.01 Gy$/],
  ])('is refused where no treatment has it: %s %s', (option, text, words) => expect(() => numberOf(option)(text)).toThrow(words));

  it.each<[NumericOption, number]>([
    ['--dose', 0],
    ['--dose', 10_000],
    ['--alpha-beta', 0.01],
    ['--fractions', 1000],
    ['--fractions', -3],
  ])('is left to the command up to there: %s %d', (option, value) => expect(withinTreatment(option, value)).toBe(value));

  it('is read so for every option that is one', () => {
    const main = readFileSync(path.resolve(import.meta.dirname, '../../src/cli/main.ts'), 'utf8');
    expect(main).not.toMatch(/\bNumber\(|parseFloat|parseInt/);
    const numeric = main.split(/\.(?:requiredO|o)ption\(/).flatMap((option) => {
      const name = /^\s*'(--[a-z-]+) <(?:gy|n|h|x)>'/.exec(option)?.[1];
      return name ? [[name, option]] : [];
    });
    expect(numeric).toHaveLength(2 + 2 + 10);
    for (const [name, option] of numeric) expect(option).toContain(`numberOf('${name}')`);
  });

  it.each([
    [['calc', '--dose', '1e300', '--fractions', '1', '--alpha-beta', '1e-308']],
    [['calc', '--dose', '50', '--fractions', '25', '--alpha-beta', '1e-308']],
    [['dvh', '--dose', 'a', '--structures', 'b', '--dose-is', `percent:${'9'.repeat(300)}`]],
    [['dvh', '--dose', 'a', '--structures', 'b', '--alpha-beta', '1e300']],
    [['assess', 'case.json', '--dose-alpha-beta', '1e300']],
  ])('ends with 2 in one line: %j', (args) => {
    const { status, stdout, stderr } = isoeffect(args);
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(/^isoeffect: [^\n]+\n$/);
  });
});
