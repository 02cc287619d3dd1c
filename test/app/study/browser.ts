import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import sparticuz from '@sparticuz/chromium';
import react from '@vitejs/plugin-react';
import type { AxeResults } from 'axe-core';
import { type Browser, chromium, type Page } from 'playwright-core';
import { build } from 'vite';
import { shownText } from '../../../vite.shown-text';
import type { Recorded, Shown } from './pages';

const AT = 'http://isoeffect.test/';
const HTML = `<!doctype html><html lang="en"><head><title>Isoeffect</title><meta name="viewport" content="width=device-width">
<link rel="icon" href="data:,"><link rel="stylesheet" href="/style.css"></head><body><script type="module" src="/page.js"></script></body></html>`;

/** The pages in a browser, as a window of 1366 × 768 has them. */
export class Pages {
  private constructor(
    private readonly browser: Browser,
    private readonly files: ReadonlyMap<string, { type: string; body: string }>,
  ) {}

  static async start(): Promise<Pages> {
    const files = new Map([['/', { type: 'text/html', body: HTML }], ...(await built())]);
    return new Pages(await launched(), files);
  }

  /** A new window that shows a page. What goes wrong in it is thrown. */
  async show(shown: Shown, language = 'en', scheme: 'light' | 'dark' = 'light'): Promise<Page> {
    const page = await this.browser.newPage({ viewport: { width: 1366, height: 768 }, colorScheme: scheme, locale: language });
    page.on('pageerror', (error) => {
      throw error;
    });
    await page.route('**/*', (route) => {
      const file = this.files.get(new URL(route.request().url()).pathname);
      return file ? route.fulfill({ contentType: file.type, body: file.body }) : route.fulfill({ status: 404, body: '' });
    });
    await page.goto(AT);
    await page.waitForFunction(() => 'show' in window);
    await page.evaluate(([what, tag, colours]) => window.show(what, tag, colours), [shown, language, scheme] as const);
    await page.waitForSelector('h1');
    return page;
  }

  close(): Promise<void> {
    return this.browser.close();
  }
}

/** What the page has called, by name. */
export async function recorded(page: Page, name: string): Promise<Recorded['values'][]> {
  const all = await page.evaluate(() => window.recorded);
  return all.filter((each) => each.name === name).map(({ values }) => values);
}

/** What axe finds wrong, in words. */
export async function axeFaults(page: Page): Promise<string[]> {
  const source = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
  await page.evaluate(source);
  const { violations } = await page.evaluate(() => (window as unknown as { axe: { run(): Promise<AxeResults> } }).axe.run());
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')} ${failureSummary?.replaceAll('\n', ' ')}`),
  );
}

/** How much wider than the window the page is. */
export const overflow = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

async function built(): Promise<[string, { type: string; body: string }][]> {
  const folder = path.dirname(fileURLToPath(import.meta.url));
  const result = await build({
    configFile: false,
    logLevel: 'error',
    root: folder,
    publicDir: false,
    plugins: [shownText, react()],
    build: {
      write: false,
      minify: false,
      cssCodeSplit: false,
      target: 'chrome130',
      rollupOptions: { input: path.join(folder, 'pages.tsx'), output: { codeSplitting: false } },
    },
  });
  const output = [result].flat().flatMap((bundle) => ('output' in bundle ? bundle.output : []));
  const code = output.flatMap((file) => (file.type === 'chunk' ? [file.code] : []));
  const css = output.flatMap((file) => (file.type === 'asset' ? [String(file.source)] : []));
  return [
    ['/page.js', { type: 'text/javascript', body: code[0] }],
    ['/style.css', { type: 'text/css', body: css.join('\n') }],
  ];
}

/** The system's Chromium, else the one that comes as a package. */
async function launched(): Promise<Browser> {
  const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
  const places = (process.env.PATH ?? '').split(path.delimiter).flatMap((folder) => names.map((name) => path.join(folder, name)));
  const own = places.find((place) => existsSync(place));
  return chromium.launch({
    executablePath: own ?? (await sparticuz.executablePath()),
    args: own ? ['--no-sandbox'] : [...sparticuz.args, '--no-sandbox'],
  });
}
