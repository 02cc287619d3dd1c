import { type BigIntStats, fstatSync } from 'node:fs';

export type StandardStream = NodeJS.WriteStream & { readonly fd: 1 | 2 };

/** The name that `-` stands for where a command offers it. */
export const STANDARD_OUTPUT = '/dev/stdout';
const OUTPUTS = [STANDARD_OUTPUT, '/dev/fd/1', '/proc/self/fd/1'];
const ERRORS = ['/dev/stderr', '/dev/fd/2', '/proc/self/fd/2'];

/**
 * The stream of this process that a name means; undefined for any other. Opened by its name it
 * may be refused (a socket) or begin again at its first byte (a file).
 */
export function standardStream(file: string): StandardStream | undefined {
  if (OUTPUTS.includes(file)) return process.stdout;
  return ERRORS.includes(file) ? process.stderr : undefined;
}

/**
 * Whether a file is where standard output or standard error were led to: `> file` before the
 * command began.
 */
export function isWordsFile({ dev, ino }: BigIntStats): boolean {
  return [1, 2].some((fd) => {
    try {
      const stream = fstatSync(fd, { bigint: true });
      return stream.isFile() && stream.dev === dev && stream.ino === ino;
    } catch {
      return false;
    }
  });
}
