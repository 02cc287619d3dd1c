import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import process from 'node:process';

const BINARY = { darwin: 'Electron.app/Contents/MacOS/Electron', win32: 'electron.exe' };
const binary = BINARY[process.platform] ?? 'electron';
/** How long the runtime may take to come. */
const FETCH_MS = 10 * 60_000;

const MEND =
  'Set ELECTRON_MIRROR to a mirror that can be reached, electron_config_cache to a folder that holds the download, or ' +
  'ELECTRON_OVERRIDE_DIST_PATH to an unpacked runtime; or use a browser instead: npm run web';

/**
 * The Electron runtime: the one that ELECTRON_OVERRIDE_DIST_PATH names, the one that was fetched before, or one fetched now.
 * @returns {{ executable: string } | { problem: string }} `problem` is one line for the user.
 */
export function findRuntime({ fetch = true, environment = process.env } = {}) {
  const override = environment.ELECTRON_OVERRIDE_DIST_PATH;
  if (override) {
    const executable = path.join(override, binary);
    if (existsSync(executable)) return { executable };
    return { problem: `There is no Electron runtime in ELECTRON_OVERRIDE_DIST_PATH (${override}). ${MEND}` };
  }
  const folder = electronFolder();
  if (!folder) return { problem: `The package "electron" is not installed: run npm ci. ${MEND}` };
  const installed = () => {
    const { version } = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'));
    const executable = path.join(folder, 'dist', binary);
    const there = path.join(folder, 'dist/version');
    return existsSync(executable) && existsSync(there) && readFileSync(there, 'utf8').replace(/^v/, '').trim() === version
      ? { executable }
      : undefined;
  };
  const found = installed();
  if (found) return found;
  if (fetch) {
    spawnSync(process.execPath, [path.join(folder, 'install.js')], { stdio: 'ignore', timeout: FETCH_MS, env: environment });
  }
  return installed() ?? { problem: `The Electron runtime is missing and could not be fetched. ${MEND}` };
}

function electronFolder() {
  try {
    return path.dirname(createRequire(import.meta.url).resolve('electron/package.json'));
  } catch {
    return undefined;
  }
}
