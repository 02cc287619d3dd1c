import { constants, cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setFuses } from '../../packaging/fuse-wire';
import { FUSES } from '../../packaging/fuses';
import { type Driven, inElectron, ROOT } from './driven';

/* What `npm run package` made. It takes no debugger of Node's, so that a copy that does is driven. */

const PROGRAMS: Partial<Record<NodeJS.Platform, string>> = {
  linux: `Isoeffect-linux-${process.arch}/isoeffect`,
  darwin: `Isoeffect-darwin-${process.arch}/Isoeffect.app`,
  win32: `Isoeffect-win32-${process.arch}/isoeffect.exe`,
};

/** The program, or the macOS `.app`; a sentence where there is none. */
export function packagedProgram(): { readonly program: string } | string {
  const program = path.join(ROOT, 'out', PROGRAMS[process.platform] ?? PROGRAMS.linux!);
  return existsSync(program) ? { program } : `there is no packaged program at ${program}: npm run package makes it`;
}

/** What is run of a program. */
export const executableOf = (program: string): string =>
  program.endsWith('.app') ? path.join(program, 'Contents/MacOS/isoeffect') : program;

/** The packaged program with one fuse changed, in a folder of its own. */
export async function openedCopy(): Promise<{ readonly program: string; remove(): void } | string> {
  const found = packagedProgram();
  if (typeof found === 'string') return found;
  const folder = mkdtempSync(path.join(tmpdir(), 'isoeffect-package-'));
  cpSync(path.dirname(found.program), folder, {
    recursive: true,
    verbatimSymlinks: true,
    mode: constants.COPYFILE_FICLONE,
  });
  const program = path.join(folder, path.basename(found.program));
  const named = FUSES.map((fuse) => (fuse.name === 'EnableNodeCliInspectArguments' ? { ...fuse, on: true } : fuse));
  await setFuses(program, { named, resetAdHocDarwinSignature: process.platform === 'darwin' && process.arch === 'arm64' });
  return { program, remove: () => rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 }) };
}

/** The packaged program, driven; a sentence where there is none, or no window can be opened. */
export async function inPackage(): Promise<Driven | string> {
  const copy = await openedCopy();
  if (typeof copy === 'string') return copy;
  const driven = await inElectron({ executable: executableOf(copy.program), args: [] }).catch((error: unknown) => {
    copy.remove();
    throw error;
  });
  if (typeof driven === 'string') {
    copy.remove();
    return driven;
  }
  // As it is, and not spread: its page and its program are others after a start.
  const { close } = driven;
  driven.close = async () => {
    await close();
    copy.remove();
  };
  return driven;
}
