import { createServer } from 'node:http';
import { connect } from 'node:net';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { listen, webServer } from '../../electron/web-server';
import { temporaryFolder } from './temporary-folder';

const folder = temporaryFolder();

describe('the server for browsers', () => {
  let server: ReturnType<typeof webServer>;
  let url: string;

  beforeEach(async () => {
    await folder.make({
      'app/index.html': '<p>page',
      'app/assets/a b.js': 'export {}',
      'app/assets/registration.worker-Dm_P-8Sg.js': 'export {}',
      'app/.env': 'secret',
      'sample/prior/RD.dcm': 'dose',
      'secret.txt': 'secret',
    });
    server = webServer({ app: folder.at('app'), sample: folder.at('sample') });
    url = await listen(server, 0);
  });
  afterEach(() => new Promise((resolve) => server.close(resolve)));

  /** As it is written, without the tidying that a browser or `fetch` does. */
  function raw(path: string, host = new URL(url).host, method = 'GET'): Promise<string> {
    return new Promise((resolve, reject) => {
      const socket = connect(Number(new URL(url).port), '127.0.0.1');
      let answer = '';
      socket.on('data', (data) => {
        answer += data;
      });
      socket.on('end', () => resolve(answer));
      socket.on('error', reject);
      socket.write(`${method} ${path} HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n\r\n`);
    });
  }

  test('gives the page under its policy', async () => {
    const answer = await fetch(url);
    expect(await answer.text()).toBe('<p>page');
    expect(answer.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(answer.headers.get('content-security-policy')).toMatch(
      /^default-src 'none'; script-src 'self';.* connect-src 'self';/,
    );
    expect(answer.headers.get('cross-origin-opener-policy')).toBe('same-origin');
    expect(answer.headers.get('cross-origin-embedder-policy')).toBe('require-corp');
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
    expect((await fetch(`${url}assets/a%20b.js?x#y`)).headers.get('content-type')).toBe('text/javascript; charset=utf-8');
  });

  test('tells the page where nothing is kept on this computer, before any of its scripts', async () => {
    await folder.make({
      'told/index.html': '<!doctype html><html><head><script src="a.js"></script></head>',
      'told/a.js': '<head>',
    });
    const other = webServer({ app: folder.at('told'), sample: folder.at('sample'), keepsNothing: true });
    const at = await listen(other, 0);
    const mark = '<meta name="isoeffect-keep" content="nothing">';
    expect(await (await fetch(at)).text()).toBe(`<!doctype html><html><head>${mark}<script src="a.js"></script></head>`);
    expect(await (await fetch(`${at}a.js`)).text()).toBe('<head>');
    expect(await (await fetch(url)).text()).not.toContain(mark);
    await new Promise((resolve) => other.close(resolve));
  });

  test('lets one script compile WebAssembly: the worker that registers, as it is called in the built page', async () => {
    const policy = async (file: string) => (await fetch(`${url}${file}`)).headers.get('content-security-policy');
    expect(await policy('assets/registration.worker-Dm_P-8Sg.js')).toMatch(/; script-src 'self' 'wasm-unsafe-eval'; /);
    for (const file of [
      '',
      'assets/a%20b.js',
      'assets/engine.worker-1.js',
      'assets/registration.worker-1.js.map',
      'missing.js',
    ]) {
      expect(await policy(file)).toMatch(/; script-src 'self'; /);
    }
    expect(await policy('sample/assets/registration.worker-1.js')).toMatch(/; script-src 'self'; /);
  });

  test('gives the sample by a list and by its files', async () => {
    expect(await (await fetch(`${url}sample/`)).json()).toEqual([{ path: 'prior/RD.dcm', size: 4 }]);
    expect(await (await fetch(`${url}sample/prior/RD.dcm`)).text()).toBe('dose');
  });

  test.each([
    '/../secret.txt',
    '/%2e%2e/secret.txt',
    '/..%2fsecret.txt',
    '/assets/..%2f..%2fsecret.txt',
    '/..%5csecret.txt',
    '/sample/../../secret.txt',
    '/sample/%2e%2e/%2e%2e/secret.txt',
    '/.env',
    '/%00',
    '/%',
    '/assets',
    '/C:/secret.txt',
    '//secret.txt',
  ])('gives nothing for %s', async (path) => {
    const answer = await raw(path);
    expect(answer).toMatch(/^HTTP\/1\.1 404 /);
    expect(answer).not.toContain('secret');
  });

  test('answers only this computer, and only reading', async () => {
    expect(await raw('/', 'evil.example:80')).toMatch(/^HTTP\/1\.1 403 /);
    expect(await raw('/', undefined, 'POST')).toMatch(/^HTTP\/1\.1 405 /);
    expect(await raw('/', undefined, 'HEAD')).toMatch(/^HTTP\/1\.1 200 [\s\S]*\r\n\r\n$/);
    expect((server.address() as { address: string }).address).toBe('127.0.0.1');
  });

  test('takes a free port where the usual one is taken', async () => {
    const other = createServer();
    const second = new URL(await listen(other, Number(new URL(url).port)));
    expect(second.port).not.toBe(new URL(url).port);
    other.close();
  });
});
