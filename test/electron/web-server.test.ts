import { createServer } from 'node:http';
import { connect } from 'node:net';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { hostOf, newAddress, pathOf } from '../../electron/web-address';
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
    server = webServer({ app: folder.at('app'), sample: folder.at('sample'), address });
    ({ url } = await listen(server, address, 0));
  });
  afterEach(() => new Promise((resolve) => server.close(resolve)));

  const address = newAddress();
  const own = pathOf(address);

  interface Asked {
    readonly host?: string;
    readonly method?: string;
    readonly headers?: readonly string[];
  }

  /** As it is written, without the tidying that a browser or `fetch` does; the name needs no look-up. */
  function raw(path: string, { host = new URL(url).host, method = 'GET', headers = [] }: Asked = {}): Promise<string> {
    return new Promise((resolve, reject) => {
      const socket = connect(Number(new URL(url).port), '127.0.0.1');
      let answer = '';
      socket.on('data', (data) => {
        answer += data;
      });
      socket.on('end', () => resolve(answer));
      socket.on('error', reject);
      const lines = [`${method} ${path} HTTP/1.1`, `Host: ${host}`, 'Connection: close', ...headers];
      socket.write(`${lines.join('\r\n')}\r\n\r\n`);
    });
  }

  /** Of the page's own path. */
  async function ask(path: string, how?: Asked) {
    const answer = await raw(`${own}${path}`, how);
    const [head, ...body] = answer.split('\r\n\r\n');
    const headers = new Headers(
      head
        .split('\r\n')
        .slice(1)
        .map((line): [string, string] => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 1).trim()]),
    );
    return { status: Number(head.split(' ')[1]), headers, text: body.join('\r\n\r\n') };
  }

  test('gives the page under its policy', async () => {
    const { text, headers } = await ask('');
    expect(text).toBe('<p>page');
    expect(headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(headers.get('content-security-policy')).toMatch(/^default-src 'none'; script-src 'self';.* connect-src 'self';/);
    expect(headers.get('cross-origin-opener-policy')).toBe('same-origin');
    expect(headers.get('cross-origin-embedder-policy')).toBe('require-corp');
    expect(headers.get('cross-origin-resource-policy')).toBe('same-origin');
    expect(headers.get('referrer-policy')).toBe('no-referrer');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect((await ask('assets/a%20b.js?x#y')).headers.get('content-type')).toBe('text/javascript; charset=utf-8');
  });

  test('tells the page where nothing is kept on this computer, before any of its scripts', async () => {
    await folder.make({
      'told/index.html': '<!doctype html><html><head><script src="a.js"></script></head>',
      'told/a.js': '<head>',
    });
    const mark = '<meta name="isoeffect-keep" content="nothing">';
    expect((await ask('')).text).not.toContain(mark);
    await new Promise((resolve) => server.close(resolve));
    server = webServer({ app: folder.at('told'), sample: folder.at('sample'), address, keepsNothing: true });
    ({ url } = await listen(server, address, 0));
    expect((await ask('')).text).toBe(`<!doctype html><html><head>${mark}<script src="a.js"></script></head>`);
    expect((await ask('a.js')).text).toBe('<head>');
  });

  test('lets one script compile WebAssembly: the worker that registers, as it is called in the built page', async () => {
    const policy = async (file: string) => (await ask(file)).headers.get('content-security-policy');
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
    expect(JSON.parse((await ask('sample/')).text)).toEqual([{ path: 'prior/RD.dcm', size: 4 }]);
    expect((await ask('sample/prior/RD.dcm')).text).toBe('dose');
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
    for (const root of [own.slice(0, -1), '']) {
      const answer = await raw(`${root}${path}`);
      expect(answer).toMatch(/^HTTP\/1\.1 404 /);
      expect(answer).not.toContain('secret');
    }
  });

  test('answers only this computer, only under its own name, and only reading', async () => {
    const { port } = new URL(url);
    expect(new URL(url).host).toBe(hostOf(address, Number(port)));
    for (const host of [
      'evil.example:80',
      `127.0.0.1:${port}`,
      `localhost:${port}`,
      hostOf(newAddress(), Number(port)),
      hostOf(address, Number(port) + 1),
      `${hostOf(address, Number(port))}.evil.example`,
      '',
    ]) {
      expect(await raw(own, { host })).toMatch(/^HTTP\/1\.1 40[03] /);
    }
    for (const method of ['POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS']) {
      expect((await ask('', { method })).status).toBe(405);
    }
    expect(await raw(own, { method: 'HEAD' })).toMatch(/^HTTP\/1\.1 200 [\s\S]*\r\n\r\n$/);
    expect((server.address() as { address: string }).address).toBe('127.0.0.1');
  });

  test.each(['/', '/index.html', '/sample/', '/assets/a%20b.js', pathOf(newAddress()), own.slice(0, -1), own.toUpperCase()])(
    'gives nothing to who does not know the path: %s',
    async (path) => {
      expect(await raw(path)).toMatch(/^HTTP\/1\.1 404 [\s\S]*not found$/);
    },
  );

  test.each([
    ['a script of another port', 'same-site', 'no-cors', 'script', 403],
    ['a request of another site', 'cross-site', 'cors', 'empty', 403],
    ['a frame in another page', 'cross-site', 'navigate', 'iframe', 403],
    ['a link that a person follows', 'cross-site', 'navigate', 'document', 200],
    ['the page itself', 'same-origin', 'cors', 'empty', 200],
    ['an address that a person types', 'none', 'navigate', 'document', 200],
  ])('goes by what a browser says of who asks: %s', async (_, site, mode, dest, status) => {
    const headers = [`Sec-Fetch-Site: ${site}`, `Sec-Fetch-Mode: ${mode}`, `Sec-Fetch-Dest: ${dest}`];
    expect((await ask('', { headers })).status).toBe(status);
  });

  test('takes a free port where the usual one is taken, and says so', async () => {
    const other = createServer();
    const taken = Number(new URL(url).port);
    const second = await listen(other, address, taken);
    expect(second.isTaken).toBe(true);
    expect(new URL(second.url).port).not.toBe(String(taken));
    other.close();
  });
});
