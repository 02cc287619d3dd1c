import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

const INSTALLED = [process.env.CHROMIUM_PATH, '/usr/bin/chromium', '/usr/bin/google-chrome'];
const QUIET = [
  '--disable-gpu',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** A browser of this computer, or the one that comes as a package. @returns why there is none. */
export async function openBrowser(): Promise<Browser | string> {
  const installed = INSTALLED.find((file) => file && existsSync(file));
  const asRoot = process.platform === 'linux' && process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  try {
    const executablePath = installed ?? (await (await import('@sparticuz/chromium')).default.executablePath());
    return await chromium.launch({ executablePath, args: [...QUIET, ...asRoot] });
  } catch (error) {
    return `no browser could be started (${(error as Error).message.split('\n')[0]})`;
  }
}
