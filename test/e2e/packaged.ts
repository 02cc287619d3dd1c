import { spawnSync } from 'node:child_process';
import { constants, cpSync, existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { findRuntime } from '../../electron/runtime.mjs';
import { setFuses } from '../../packaging/fuse-wire';
import { FUSES } from '../../packaging/fuses';
import { zipFolder } from '../../packaging/zip-folder';
import { type Driven, inElectron, ROOT } from './driven';

/*
 * What `npm run package` makes: the package that is there, if it is of the present build, or one made for the moment with
 * the runtime of the tests. It takes no debugger of Node's, so that a copy that does is driven.
 */

const PROGRAMS: Partial<Record<NodeJS.Platform, string>> = {
  linux: `Isoeffect-linux-${process.arch}/isoeffect`,
  darwin: `Isoeffect-darwin-${process.arch}/Isoeffect.app`,
  win32: `Isoeffect-win32-${process.arch}/isoeffect.exe`,
};
const PROGRAM = PROGRAMS[process.platform] ?? PROGRAMS.linux!;

interface Packaged {
  readonly program: string;
  /** Ends what was made for the moment. */
  remove(): void;
}

const removeFolder = (folder: string) => rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });

/** What `npm run package` made, if it is of the present build; a sentence where it is not. */
function builtPackage(): Packaged | string {
  const there = path.join(ROOT, 'out', PROGRAM);
  const builds = ['dist/app/index.html', 'dist/electron/main.js'].map((file) => path.join(ROOT, file));
  const isThere = existsSync(there) && builds.every((file) => statSync(file).mtimeMs < statSync(there).mtimeMs);
  return isThere
    ? { program: there, remove: () => {} }
    : `no package of this build in ${path.dirname(there)}: npm run package makes it`;
}

/** The program, or the macOS `.app`, that was made or is made for the moment; a sentence where there is none. */
export async function packagedProgram(): Promise<Packaged | string> {
  const built = builtPackage();
  if (typeof built !== 'string') return built;
  const runtime = findRuntime({ fetch: false });
  if ('problem' in runtime) return runtime.problem;
  const folder = mkdtempSync(path.join(tmpdir(), 'isoeffect-made-'));
  const remove = () => removeFolder(folder);
  try {
    const unpacked = path.dirname(runtime.executable);
    const version = readFileSync(path.join(unpacked, 'version'), 'utf8').replace(/^v/, '').trim();
    const name = `electron-v${version}-${process.platform}-${process.arch}.zip`;
    await zipFolder(unpacked, path.join(folder, name), { level: 0, within: '' });
    const tsx = createRequire(import.meta.url).resolve('tsx/cli');
    const made = spawnSync(process.execPath, [tsx, path.join(ROOT, 'packaging/make.ts'), '--folder', '--out', folder], {
      env: { ...process.env, ELECTRON_ZIP_DIR: folder, ELECTRON_ZIP_VERSION: version },
      encoding: 'utf8',
    });
    if (made.status !== 0) throw new Error(made.stderr);
    rmSync(path.join(folder, name));
    return { program: path.join(folder, PROGRAM), remove };
  } catch (error) {
    remove();
    throw error;
  }
}

/** What is run of a program. */
export const executableOf = (program: string): string =>
  program.endsWith('.app') ? path.join(program, 'Contents/MacOS/isoeffect') : program;

/** A package with one fuse changed, in a folder of its own. */
export async function openedCopy(packaged: string): Promise<Packaged> {
  const folder = mkdtempSync(path.join(tmpdir(), 'isoeffect-package-'));
  cpSync(path.dirname(packaged), folder, {
    recursive: true,
    verbatimSymlinks: true,
    mode: constants.COPYFILE_FICLONE,
  });
  const program = path.join(folder, path.basename(packaged));
  const named = FUSES.map((fuse) => (fuse.name === 'EnableNodeCliInspectArguments' ? { ...fuse, on: true } : fuse));
  await setFuses(program, { named, resetAdHocDarwinSignature: process.platform === 'darwin' && process.arch === 'arm64' });
  return { program, remove: () => removeFolder(folder) };
}

/** What `npm run package` made, driven; a sentence where there is none, or no window can be opened. */
export async function inPackage(): Promise<Driven | string> {
  const packaged = builtPackage();
  if (typeof packaged === 'string') return packaged;
  const copy = await openedCopy(packaged.program);
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
