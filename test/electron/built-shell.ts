import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { build, createBuilder, type InlineConfig } from 'vite';

const ROOT = path.resolve(import.meta.dirname, '../..');
const quiet: InlineConfig = { logLevel: 'error' };

export interface BuiltShell {
  /** Laid out as the project is, so that Electron can be pointed at it. */
  readonly folder: string;
  remove(): Promise<void>;
}

/** The shell as it is built for use, around a page that stands in for the app. */
export async function buildShell(): Promise<BuiltShell> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'isoeffect-shell-'));
  await mkdir(path.join(folder, 'dicom-samples'), { recursive: true });
  await symlink(path.join(ROOT, 'dicom-samples/thorax'), path.join(folder, 'dicom-samples/thorax'), 'junction');
  await writeFile(
    path.join(folder, 'package.json'),
    JSON.stringify({ name: 'isoeffect', version: '0.0.0', type: 'module', main: 'dist/electron/main.js' }),
  );
  const outDir = path.join(folder, 'dist/electron');
  const builder = await createBuilder({
    ...quiet,
    root: ROOT,
    configFile: path.join(ROOT, 'vite.electron.config.ts'),
    environments: { main: { build: { outDir } }, preload: { build: { outDir } }, early: { build: { outDir } } },
  });
  await builder.buildApp();
  await build({
    ...quiet,
    configFile: path.join(ROOT, 'vite.app.config.ts'),
    root: path.join(import.meta.dirname, 'stand-in'),
    build: { outDir: path.join(folder, 'dist/app'), emptyOutDir: true },
  });
  return { folder, remove: () => rm(folder, { recursive: true, force: true }) };
}
