import { Console } from 'node:console';
import { Writable } from 'node:stream';
import { printable } from '../printable';

const LONGEST = 300;

/**
 * A console for libraries, which write what files hold to it as it is. Each thing that is written
 * is one line of this program's, printable and short.
 */
export function libraryConsole(say: (line: string) => void): Console {
  const lines = new Writable({
    decodeStrings: false,
    write: (text, _, done) => {
      say(`a library says: ${printable(String(text).trimEnd(), LONGEST)}`);
      done();
    },
  });
  return new Console({ stdout: lines, stderr: lines, colorMode: false });
}
