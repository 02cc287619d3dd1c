import { spawn, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { findRuntime } from './runtime.mjs';

/* `npm start`: builds the page and the shell and opens the window. Arguments are files and folders to open, or switches. */

const root = path.resolve(import.meta.dirname, '..');
const runtime = findRuntime();
if ('problem' in runtime) {
  console.error(runtime.problem);
  process.exit(1);
}

const vite = path.join(root, 'node_modules/vite/bin/vite.js');
for (const config of ['vite.app.config.ts', 'vite.electron.config.ts']) {
  const built = spawnSync(process.execPath, [vite, 'build', '--config', config, '--logLevel', 'warn'], {
    cwd: root,
    stdio: 'inherit',
  });
  if (built.status !== 0) process.exit(built.status ?? 1);
}

// npm runs this in the project's folder; paths are meant from where the user is.
const from = process.env.INIT_CWD ?? process.cwd();
const given = process.argv.slice(2).map((one) => (existsSync(path.resolve(from, one)) ? path.resolve(from, one) : one));
// Chromium refuses to start its own sandbox as root.
const asRoot = process.platform === 'linux' && process.getuid?.() === 0 && !given.includes('--no-sandbox');
const early = ['-r', path.join(root, 'dist/electron/before-ready.cjs')];
const child = spawn(runtime.executable, [...early, root, ...(asRoot ? ['--no-sandbox'] : []), ...given], { stdio: 'inherit' });
child.on('error', (error) => {
  console.error(`Electron could not be started: ${error.message}`);
  process.exit(1);
});
child.on('exit', (code, signal) => process.exit(signal ? 1 : (code ?? 1)));
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
