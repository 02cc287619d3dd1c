import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import chromium from '@sparticuz/chromium';
import react from '@vitejs/plugin-react';
import { type Browser, chromium as driver } from 'playwright-core';
import { build, preview } from 'vite';
import { shownText } from '../../../vite.shown-text';

export const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

const SYSTEM = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** The program file of a browser of this computer, or of the one that comes as a package. */
export const browserOfThisComputer = async (): Promise<string> =>
  SYSTEM.find((path) => existsSync(path)) ?? (await chromium.executablePath());

export async function launchBrowser(flags: readonly string[] = []): Promise<Browser> {
  return driver.launch({ executablePath: await browserOfThisComputer(), args: [...FLAGS, ...flags] });
}

/** Builds the page in a folder beside this file and serves it. */
export async function servePage(folder: string): Promise<{ url: string; close: () => Promise<void> }> {
  const outDir = await mkdtemp(join(tmpdir(), 'views-page-'));
  const root = fileURLToPath(new URL(`./${folder}`, import.meta.url));
  const shared = { root, configFile: false, logLevel: 'warn', build: { outDir } } as const;
  await build({
    ...shared,
    base: './',
    plugins: [shownText, react()],
    build: { outDir, emptyOutDir: true, minify: false, target: 'chrome130', chunkSizeWarningLimit: 3000 },
  });
  const server = await preview({ ...shared, preview: { port: 0, host: '127.0.0.1' } });
  const address = server.httpServer.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  return {
    url: `http://127.0.0.1:${port}/`,
    close: async () => {
      await server.close();
      await rm(outDir, { recursive: true, force: true });
    },
  };
}
