import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { found, realWindow } from './real-window';

/* What the page in the window can not do. */

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
