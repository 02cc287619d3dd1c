import { existsSync } from 'node:fs';
import path from 'node:path';

/**
 * Files and folders on a command line. Run from source, the runtime's own arguments come first, up to the app's folder;
 * packaged, there is only the program.
 * @param on how this system writes paths, and what there is.
 */
export function pathsFromArgv(
  argv: readonly string[],
  cwd: string,
  appPath: string | undefined,
  { platform = path, isThere = existsSync }: { platform?: path.PlatformPath; isThere?: (file: string) => boolean } = {},
): string[] {
  const given = argv.slice(1);
  const app = appPath === undefined ? -1 : given.findIndex((one) => platform.resolve(cwd, one) === platform.resolve(appPath));
  return given
    .slice(app + 1)
    .filter((one) => one !== '' && !one.startsWith('-'))
    .map((one) => platform.resolve(cwd, one))
    .filter((one) => isThere(one));
}
