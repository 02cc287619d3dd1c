import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { chromium } from 'playwright-core';
import { findDesktop } from '../electron/display';

/*
 * `npm run package:try`: opens what `npm run package` made, takes the sample patient to its verdict and says what was
 * seen. The package takes no debugger of Node's (its fuse is off), so that its page alone is driven.
 */

const FOLDERS = {
  linux: 'Isoeffect-linux-x64/isoeffect',
  darwin: `Isoeffect-darwin-${process.arch}/Isoeffect.app/Contents/MacOS/isoeffect`,
  win32: 'Isoeffect-win32-x64/isoeffect.exe',
} as const;

const program = path.resolve('out', FOLDERS[process.platform as keyof typeof FOLDERS] ?? FOLDERS.linux);
if (!existsSync(program)) {
  console.error(`There is no packaged program at ${program}: npm run package makes it.`);
  process.exit(2);
}
const desktop = await findDesktop();
if (typeof desktop === 'string') {
  console.error(`Not tried: ${desktop}.`);
  process.exit(2);
}
const user = mkdtempSync(path.join(tmpdir(), 'isoeffect-packaged-'));
const asRoot = process.platform === 'linux' && process.getuid?.() === 0 ? ['--no-sandbox'] : [];
const running = spawn(program, [...asRoot, '--remote-debugging-port=0', `--user-data-dir=${user}`], {
  env: desktop.environment,
  stdio: 'ignore',
});
try {
  const browser = await chromium.connectOverCDP(`http://127.0.0.1:${await debuggingPort()}`);
  const page = browser.contexts()[0].pages()[0];
  await page.getByRole('button', { name: 'Open the sample patient' }).click();
  await page.getByRole('button', { name: 'Make the case' }).click();
  const row = page.getByRole('row').filter({ hasText: 'SpinalCord' }).first();
  await row.waitFor({ timeout: 60_000 });
  console.log(`${page.url()}: ${(await row.innerText()).replaceAll(/\s+/g, ' ')}`);
  await browser.close();
} finally {
  running.kill();
  desktop.end();
  await wait(500);
  rmSync(user, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
}

/** Chromium writes the port that it was given into its folder. */
async function debuggingPort(): Promise<string> {
  const file = path.join(user, 'DevToolsActivePort');
  for (let tries = 0; tries < 150; tries++) {
    if (existsSync(file)) return readFileSync(file, 'utf8').split('\n')[0];
    await wait(200);
  }
  throw new Error('The packaged program opened no window within 30 s.');
}
