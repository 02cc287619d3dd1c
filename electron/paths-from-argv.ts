import { existsSync } from 'node:fs';
import path from 'node:path';

/**
 * Files and folders on a command line. Run from source, the runtime's own arguments come first, up to the app's folder;
 * packaged, there is only the program.
 */
export function pathsFromArgv(argv: readonly string[], cwd: string, appPath: string | undefined): string[] {
  const given = argv.slice(1);
  const app = appPath === undefined ? -1 : given.findIndex((one) => path.resolve(cwd, one) === path.resolve(appPath));
  return given
    .slice(app + 1)
    .filter((one) => one !== '' && !one.startsWith('-'))
    .map((one) => path.resolve(cwd, one))
    .filter((one) => existsSync(one));
}
