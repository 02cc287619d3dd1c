import { describe, expect, it } from 'vitest';
import { libraryConsole } from '../../src/cli/library-words';

describe('libraryConsole', () => {
  it.each(['log', 'info', 'warn', 'error', 'debug', 'trace', 'dir'] as const)(
    'says what a library writes by %s in one printable line',
    (method) => {
      const said: string[] = [];
      libraryConsole((line) => said.push(line))[method]('cut \u001b]0;owned\u0007\nisoeffect: all goals met');
      expect(said).toHaveLength(1);
      expect(said[0]).toMatch(/^a library says: /);
      // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
      expect(said[0]).not.toMatch(/[\u0000-\u001f]/);
      expect(said[0].length).toBeLessThan(400);
    },
  );

  it('cuts what is long', () => {
    const said: string[] = [];
    libraryConsole((line) => said.push(line)).warn('x'.repeat(5000));
    expect(said[0]).toMatch(/^a library says: x+… \(\d+ characters left out\) …x+$/);
    expect(said[0].length).toBeLessThanOrEqual(300 + 'a library says: '.length);
  });
});
