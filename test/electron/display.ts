import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { findRuntime } from '../../electron/runtime.mjs';

const XVFB = '/usr/bin/Xvfb';

/** A runtime that is there already, and something to show a window on. */
export interface Desktop {
  readonly executable: string;
  readonly environment: Record<string, string>;
  end(): void;
}

/** @returns why there is none, where a real window cannot be opened here. */
export async function findDesktop(): Promise<Desktop | string> {
  const runtime = findRuntime({ fetch: false });
  if ('problem' in runtime) return 'no Electron runtime is installed (ELECTRON_OVERRIDE_DIST_PATH names one)';
  const environment = Object.fromEntries(Object.entries(process.env).filter((pair): pair is [string, string] => !!pair[1]));
  const { executable } = runtime;
  if (process.platform !== 'linux' || process.env.DISPLAY) return { executable, environment, end: () => {} };
  if (!existsSync(XVFB)) return 'there is no display, and no Xvfb';
  const { server, number } = await startXvfb();
  return { executable, environment: { ...environment, DISPLAY: `:${number}` }, end: () => server.kill() };
}

/** The server chooses a free number itself and says which. */
function startXvfb(): Promise<{ server: ChildProcess; number: string }> {
  const server = spawn(XVFB, ['-displayfd', '3', '-screen', '0', '1600x1000x24', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.once('exit', (code) => reject(new Error(`Xvfb ended with ${code}`)));
    server.stdio[3]!.once('data', (data: Buffer) => resolve({ server, number: data.toString().trim() }));
  });
}
