import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { chromium } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { refuseWrongFuses } from '../../packaging/fuse-wire';
import { findDesktop } from '../electron/display';
import { executableOf, openedCopy, packagedProgram } from './packaged';

/* The packaged program as it is given away, tried by its page alone: what it runs, and what it does not. */

const found = await packagedProgram();
const desktop = typeof found === 'string' ? found : await findDesktop();
if (typeof desktop === 'string') console.warn(`The packaged program was NOT tried: ${desktop}.`);

const asRoot = process.platform === 'linux' && process.getuid?.() === 0 ? ['--no-sandbox'] : [];

describe.skipIf(typeof desktop === 'string')('the packaged program', () => {
  if (typeof found === 'string' || typeof desktop === 'string') return;
  const { environment } = desktop;
  const { program } = found;
  let work: string;
  beforeAll(() => {
    work = mkdtempSync(path.join(tmpdir(), 'isoeffect-packaged-'));
  });
  afterAll(() => {
    desktop.end();
    found.remove();
    rmSync(work, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  });

  /** Starts it; ends it when `during` has. */
  async function running<T>(
    which: string,
    { args = [], env = {} }: { readonly args?: readonly string[]; readonly env?: NodeJS.ProcessEnv },
    during: (debuggingPort: string) => Promise<T>,
  ): Promise<T> {
    const user = mkdtempSync(path.join(work, 'user-'));
    const child = spawn(executableOf(which), [...asRoot, '--remote-debugging-port=0', `--user-data-dir=${user}`, ...args], {
      env: { ...environment, ...env },
      stdio: 'ignore',
    });
    const ended = new Promise((resolve) => child.once('exit', resolve));
    try {
      // Chromium writes the port that it was given into its folder.
      const file = path.join(user, 'DevToolsActivePort');
      for (let tries = 0; tries < 300 && !existsSync(file); tries++) await wait(200);
      return await during(readFileSync(file, 'utf8').split('\n')[0]);
    } finally {
      child.kill();
      await ended;
    }
  }

  it('has every fuse as the project says, read from its file', async () => {
    await refuseWrongFuses(program);
  });

  it('takes the sample patient to its verdict', { timeout: 180_000 }, async () => {
    await running(program, {}, async (port) => {
      const browser = await chromium.connectOverCDP(`http://127.0.0.1:${port}`);
      const [page] = browser.contexts()[0].pages();
      await page.getByRole('button', { name: 'Open the sample patient' }).click();
      await page.getByRole('button', { name: 'Make the case' }).click({ timeout: 60_000 });
      await page.getByText('3 organs exceed a mandatory goal').waitFor({ timeout: 90_000 });
      expect(page.url()).toBe('isoeffect://app/');
      await browser.close();
    });
  });

  it('is no Node, loads no code that its surroundings name, and opens no debugger', { timeout: 180_000 }, async () => {
    const [asNode, byOptions] = ['as-node', 'by-options'].map((name) => path.join(work, name));
    const preload = path.join(work, 'preload.cjs');
    writeFileSync(preload, `require('node:fs').writeFileSync(${JSON.stringify(byOptions)}, '')`);
    const port = await freePort();
    const env = { ELECTRON_RUN_AS_NODE: '1', NODE_OPTIONS: `--require=${preload}` };
    const args = [`--inspect=127.0.0.1:${port}`, '-e', `require('node:fs').writeFileSync(${JSON.stringify(asNode)}, '')`];
    await running(program, { args, env }, async () => {
      expect([existsSync(asNode), existsSync(byOptions), await isOpen(port)]).toEqual([false, false, false]);
    });
  });

  it('runs its archive, and no folder that was laid beside it', { timeout: 180_000 }, async () => {
    const copy = await openedCopy(program);
    try {
      const resources = copy.program.endsWith('.app')
        ? path.join(copy.program, 'Contents/Resources')
        : path.join(path.dirname(copy.program), 'resources');
      const mark = path.join(work, 'beside');
      mkdirSync(path.join(resources, 'app'));
      writeFileSync(path.join(resources, 'app/package.json'), '{"name": "x", "main": "x.js"}');
      writeFileSync(path.join(resources, 'app/x.js'), `require('node:fs').writeFileSync(${JSON.stringify(mark)}, '')`);
      const port = await freePort();
      await running(copy.program, { args: [`--inspect=127.0.0.1:${port}`] }, async () => {
        expect(existsSync(mark)).toBe(false);
        // The one fuse by which the copy differs, so that a closed port says something of the others.
        expect(await isOpen(port)).toBe(true);
      });
    } finally {
      copy.remove();
    }
  });
});

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number };
      server.close(() => resolve(port));
    });
  });
}

function isOpen(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.once('connect', () => resolve(true)).once('error', () => resolve(false));
    socket.once('connect', () => socket.destroy());
  });
}
