import { createSocket } from 'node:dgram';
import { createServer } from 'node:net';
import { networkInterfaces } from 'node:os';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { found, realWindow } from './real-window';

/* What the page in the window can not do. */

/** Candidates of a connection with a channel. Told to pages as its own text: it needs nothing from here. */
async function gather({ servers, inFrame }: { servers: RTCIceServer[]; inFrame: boolean }): Promise<string[]> {
  const frame = document.createElement('iframe');
  document.body.append(frame);
  const { RTCPeerConnection: Connection } = inFrame ? (frame.contentWindow as typeof globalThis & Window) : window;
  const candidates: string[] = [];
  const connection = new Connection({ iceServers: servers });
  connection.createDataChannel('any');
  connection.onicecandidate = ({ candidate }) => {
    if (candidate?.candidate) candidates.push(candidate.candidate);
  };
  await connection.setLocalDescription(await connection.createOffer());
  await new Promise<void>((resolve) => {
    setTimeout(resolve, 4000);
    connection.onicegatheringstatechange = () => connection.iceGatheringState === 'complete' && resolve();
  });
  const described = connection.localDescription?.sdp.match(/^a=candidate:.*$/gm) ?? [];
  connection.close();
  frame.remove();
  return [...candidates, ...described];
}

describe.skipIf(typeof found === 'string')('the page in the window', () => {
  const shell = realWindow();

  test('the page is isolated, sandboxed and under its policy', async () => {
    expect(await shell.page.evaluate(() => [location.origin, window.host.kind, crossOriginIsolated])).toEqual([
      'isoeffect://app',
      'electron',
      true,
    ]);
    expect(await shell.page.evaluate(() => ['require', 'process', 'module', 'Buffer'].filter((name) => name in window))).toEqual(
      [],
    );
    const preferences = await shell.app.evaluate(({ webContents }) => {
      const [contents] = webContents.getAllWebContents();
      return (contents as unknown as { getLastWebPreferences(): Record<string, unknown> }).getLastWebPreferences();
    });
    expect(preferences).toMatchObject({ contextIsolation: true, sandbox: true, nodeIntegration: false, webviewTag: false });
    const headers = await shell.page.evaluate(async () => Object.fromEntries((await fetch('/index.html')).headers));
    expect(headers['content-security-policy']).toContain("default-src 'none'; script-src 'self';");
    expect(headers['content-security-policy']).toContain("connect-src 'self' isoeffect-file:;");
    expect(headers['cross-origin-opener-policy']).toBe('same-origin');
    expect(await shell.page.evaluate(() => new SharedArrayBuffer(8).byteLength)).toBe(8);
    const evaluated = await shell.page.evaluate(() => {
      const script = document.createElement('script');
      script.textContent = 'window.ranInline = true';
      document.body.append(script);
      return 'ranInline' in window;
    });
    expect(evaluated).toBe(false);
  });

  test('a file that was not opened has no address', async () => {
    for (const url of [
      'isoeffect-file://0123456789abcdef/passwd',
      'isoeffect-file://etc/passwd',
      'isoeffect://other/index.html',
    ]) {
      expect(await shell.page.evaluate((at) => window.hashInWorker(at), url)).toMatch(/^(status 404|failed)/);
    }
    expect(await shell.page.evaluate(() => window.hashInWorker('isoeffect://app/..%2f..%2fpackage.json'))).toBe('status 404');
    expect(await shell.page.evaluate(() => window.hashInWorker('file:///etc/passwd'))).toMatch(/^failed/);
  });

  test('pages, windows and permissions are refused', async () => {
    await shell.page.evaluate(() => {
      location.href = 'https://example.com/';
    });
    await shell.page.evaluate(() => {
      location.href = 'isoeffect://app/other.html';
    });
    expect(await shell.page.evaluate(() => window.open('isoeffect://app/'))).toBeNull();
    expect(shell.app.windows().length).toBe(1);
    expect(shell.page.url()).toBe('isoeffect://app/');
    const permission = await shell.page.evaluate(() => Notification.requestPermission());
    expect(permission).toBe('denied');
    const state = await shell.page.evaluate(async () => (await navigator.permissions.query({ name: 'geolocation' })).state);
    expect(state).toBe('denied');
    const preload = path.join(shell.folder, 'dist/electron/preload.cjs');
    const asked = await shell.app.evaluate(async ({ BrowserWindow }, file) => {
      const stranger = new BrowserWindow({ show: false, webPreferences: { preload: file, sandbox: true } });
      await stranger.loadURL('data:text/html,<p>');
      const answer = await stranger.webContents.executeJavaScript(
        'isoeffectBridge.drafts().then(() => "answered", (error) => error.message)',
      );
      stranger.destroy();
      return answer as string;
    }, preload);
    expect(asked).toMatch(/refused/);
  });

  test('a connection to another page has no candidate, and asks no server: by UDP, by TCP, in a frame', async () => {
    const [udp, tcp] = [createSocket('udp4'), createServer((socket) => socket.destroy())];
    const asked = { udp: 0, tcp: 0 };
    udp.on('message', () => asked.udp++);
    tcp.on('connection', () => asked.tcp++);
    await new Promise<void>((resolve) => udp.bind(0, '0.0.0.0', resolve));
    await new Promise<void>((resolve) => tcp.listen(0, '0.0.0.0', resolve));
    try {
      const own = Object.values(networkInterfaces())
        .flatMap((of) => of ?? [])
        .find(({ family, internal }) => family === 'IPv4' && !internal);
      const address = own?.address ?? '127.0.0.1';
      const tcpPort = (tcp.address() as { port: number }).port;
      const servers = [
        { urls: `stun:${address}:${udp.address().port}` },
        { urls: `turn:${address}:${tcpPort}?transport=tcp`, username: 'a', credential: 'b' },
      ];
      expect(await shell.page.evaluate(gather, { servers, inFrame: false })).toEqual([]);
      expect(await shell.page.evaluate(gather, { servers, inFrame: true })).toEqual([]);
      expect(asked).toEqual({ udp: 0, tcp: 0 });
      // Where it is let, the same has candidates and asks: there is something to keep in.
      if (!own) return;
      const whereLet = await shell.app.evaluate(
        async ({ BrowserWindow }, { how, given }) => {
          const open = new BrowserWindow({ show: false });
          open.webContents.setWebRTCIPHandlingPolicy('default');
          await open.loadURL('data:text/html,<p>');
          const found = await open.webContents.executeJavaScript(`(${how})(${JSON.stringify(given)})`);
          open.destroy();
          return found as string[];
        },
        { how: gather.toString(), given: { servers, inFrame: false } },
      );
      expect(whereLet.some((candidate) => / udp .* typ host/.test(candidate))).toBe(true);
      expect(asked.udp).toBeGreaterThanOrEqual(1);
      // Names and addresses of all other ways are refused by the resolver, whatever the page is let.
      expect(asked.tcp).toBe(0);
    } finally {
      udp.close();
      tcp.close();
    }
  });

  test('nothing went to the network so far; what tries is refused and counted', async () => {
    expect(await shell.page.evaluate(() => window.host.networkRequests())).toBe(0);
    expect(
      await shell.page.evaluate(() =>
        fetch('https://example.com/').then(
          () => 'answered',
          () => 'refused',
        ),
      ),
    ).toBe('refused');
    await expect.poll(() => shell.page.evaluate(() => window.host.networkRequests())).toBe(1);
    expect(await shell.page.evaluate(() => window.hashInWorker('https://example.com/'))).toMatch(/^failed/);
    const counted = await shell.page.evaluate(() => window.host.networkRequests());
    const fromMain = await shell.app.evaluate(({ session }) =>
      session.defaultSession.fetch('https://example.com/').then(
        () => 'answered',
        (error: Error) => error.message,
      ),
    );
    expect(fromMain).toContain('ERR_BLOCKED_BY_CLIENT');
    expect(await shell.page.evaluate(() => window.host.networkRequests())).toBe(counted + 1);
  });
});
