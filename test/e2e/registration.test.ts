import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import type { Server } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { build } from 'vite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newAddress } from '../../electron/web-address';
import { listen, webServer } from '../../electron/web-server';
import { applyMatrix } from '../../src/geometry/transform';
import { elastixInPage } from '../../vite.elastix';
import { launchBrowser } from '../app/viewer/browser';
import { distanceMm, RIGID } from '../registration/automatic/truth';
import type { InPage } from './registration-page/main';

/*
 * elastix in a real browser, built and served as the app is: under the app's policy, and with nothing asked of anyone but
 * the app's own server.
 */

declare const inPage: InPage;

describe('automatic registration in a browser', () => {
  let outDir: string;
  let server: Server;
  let browser: Browser;
  let page: Page;
  let url: string;
  const elsewhere: string[] = [];
  const complaints: string[] = [];

  beforeAll(async () => {
    outDir = mkdtempSync(path.join(tmpdir(), 'isoeffect-registration-'));
    await build({
      configFile: false,
      root: path.join(import.meta.dirname, 'registration-page'),
      base: './',
      publicDir: false,
      logLevel: 'error',
      ...elastixInPage,
      worker: { format: 'es' },
      build: { outDir, emptyOutDir: true, target: 'chrome130', chunkSizeWarningLimit: 3000 },
    });
    const address = newAddress();
    server = webServer({ app: outDir, sample: outDir, address });
    ({ url } = await listen(server, address, 0));
    browser = await launchBrowser();
    page = await browser.newPage();
    page.context().on('request', (request) => {
      if (!request.url().startsWith(url)) elsewhere.push(request.url());
    });
    page.on('console', (message) => {
      if (message.type() === 'error') complaints.push(message.text());
    });
    await page.goto(url);
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    server?.close();
    rmSync(outDir, { recursive: true, force: true });
  });

  it('ships elastix and its worker among the page’s own files, and no second copy', () => {
    const files = readdirSync(path.join(outDir, 'assets'), { recursive: true }).map(String);
    expect(files).toContain(path.join('elastix', 'elastix.js'));
    expect(files.filter((file) => /\.wasm/.test(file))).toEqual([path.join('elastix', 'elastix.wasm.zst')]);
    // One worker, whose name the policy knows; none of itk-wasm's.
    expect(files.filter((file) => file.includes('worker'))).toEqual([expect.stringMatching(/^registration\.worker-[\w-]+\.js$/)]);
  });

  it('finds the known motion, in a worker that alone may compile WebAssembly', async () => {
    const found = await page.evaluate(() => inPage.register());
    if (!('matrix' in found)) throw new Error('it was cancelled');
    for (const point of [
      [0, 0, 0],
      [150, 0, 80],
      [-150, 0, -80],
      [0, 100, 0],
    ] as const) {
      // Voxels of 7 mm.
      expect(distanceMm(applyMatrix(found.matrix, point), applyMatrix(RIGID, point))).toBeLessThan(1.5);
    }
    expect(found.stages).toEqual(['preparing', 'rigid']);
    expect(found.steps).toBeGreaterThan(20);
    expect(await page.evaluate(() => inPage.mayCompile())).toBe(false);
  });

  it('is cancelled in the middle', async () => {
    expect(Object.keys(await page.evaluate(() => inPage.register(0.5)))).toEqual(['cancelledMs']);
  });

  it('asked nothing of anyone else, and broke no policy', () => {
    expect(elsewhere).toEqual([]);
    expect(complaints).toEqual([]);
  });
});
