import { spawn } from 'node:child_process';
import { chmod, readdir, readFile, stat, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { keptAddress, newAddress, settingsFolder } from '../../electron/web-address';
import { temporaryFolder } from './temporary-folder';

const folder = temporaryFolder();
const NAME = 'web-address.json';

describe('the address of the page for browsers', () => {
  test('is kept for the user alone, and is the same at the next start', async () => {
    await folder.make({});
    const first = await keptAddress(folder.at('config/Isoeffect'));
    expect(first).toEqual({
      address: {
        label: expect.stringMatching(/^[0-9a-f]{32}$/),
        token: expect.stringMatching(/^[0-9a-f]{32}$/),
        port: expect.any(Number),
      },
    });
    expect(await keptAddress(folder.at('config/Isoeffect'))).toEqual(first);
    if (process.platform === 'win32') return;
    expect((await stat(folder.at(`config/Isoeffect/${NAME}`))).mode & 0o777).toBe(0o600);
    expect((await stat(folder.at('config/Isoeffect'))).mode & 0o777).toBe(0o700);
  });

  test('is another for each user, on ports that no system gives away', async () => {
    const all = Array.from({ length: 200 }, newAddress);
    expect(new Set(all.flatMap(({ label, token }) => [label, token])).size).toBe(400);
    for (const { port } of all) expect(port >= 20_000 && port < 32_768).toBe(true);
  });

  test('is one where two starts make it at once', async () => {
    await folder.make({});
    const all = await Promise.all(Array.from({ length: 8 }, () => keptAddress(folder.at('both'))));
    const kept = await keptAddress(folder.at('both'));
    for (const each of all) expect(each).toEqual(kept);
    expect(await readdir(folder.at('both'))).toEqual([NAME]);
  });

  test.skipIf(process.platform === 'win32').each([0o640, 0o604, 0o622])(
    'is given up where others could have read or written it, and that is said: mode %o',
    async (mode) => {
      await folder.make({});
      const { address } = await keptAddress(folder.at('loose'));
      await chmod(folder.at(`loose/${NAME}`), mode);
      const renewed = await keptAddress(folder.at('loose'));
      expect(renewed.warning).toMatch(/was given up, since others could read or write it: drafts .* are not shown\.$/);
      expect([renewed.address.label, renewed.address.token]).not.toContain(address.label);
      expect(renewed.address.token).not.toBe(address.token);
      expect((await stat(folder.at(`loose/${NAME}`))).mode & 0o777).toBe(0o600);
      expect(await keptAddress(folder.at('loose'))).toEqual({ address: renewed.address });
    },
  );

  test.skipIf(process.platform === 'win32')('is not read through a link that leads elsewhere', async () => {
    const [given] = await folder.make({ 'elsewhere.json': JSON.stringify(newAddress()), 'linked/x': '' });
    await chmod(given, 0o600);
    await symlink(given, folder.at(`linked/${NAME}`));
    const { address, warning } = await keptAddress(folder.at('linked'));
    expect(JSON.parse(await readFile(given, 'utf8'))).not.toEqual(address);
    expect(warning).toMatch(/given up/);
  });

  test.each(['', '{}', '{"label": "../..", "token": "x", "port": 80}', 'no JSON'])(
    'is made anew where it is none: %s',
    async (text) => {
      await folder.make({ [`odd/${NAME}`]: '' });
      await writeFile(folder.at(`odd/${NAME}`), text);
      await chmod(folder.at(`odd/${NAME}`), 0o600);
      const { address, warning } = await keptAddress(folder.at('odd'));
      expect(warning).toMatch(/could not be read/);
      expect(await keptAddress(folder.at('odd'))).toEqual({ address });
    },
  );

  test('is used without being kept where it cannot be, and that is said', async () => {
    await folder.make({ file: '' });
    const { address, warning } = await keptAddress(folder.at('file/Isoeffect'));
    expect(address.port).toBeGreaterThanOrEqual(20_000);
    expect(warning).toMatch(/cannot be kept in .*: drafts of today are not found after the next start\.$/);
  });

  test('is told by the program as it is started, and the same again', { timeout: 60_000 }, async () => {
    await folder.make({});
    const environment = {
      ...process.env,
      XDG_CONFIG_HOME: folder.at('home'),
      APPDATA: folder.at('home'),
      HOME: folder.at('home'),
    };
    const start = async () => {
      const program = spawn(process.execPath, ['--import', 'tsx', 'electron/web.ts'], { env: environment });
      let told = '';
      let complaints = '';
      program.stderr.on('data', (data) => {
        complaints += data;
      });
      await new Promise<void>((resolve, reject) => {
        program.stdout.on('data', (data) => {
          told += data;
          if (told.includes('Ctrl+C')) resolve();
        });
        program.once('exit', () => reject(new Error(complaints)));
      });
      return {
        url: /http:\S+/.exec(told)![0],
        complaints,
        end: () => new Promise((resolve) => program.once('exit', resolve).kill()),
      };
    };
    const first = await start();
    const beside = await start();
    expect(first.url).toMatch(/^http:\/\/[0-9a-f]{32}\.localhost:\d{5}\/[0-9a-f]{32}\/$/);
    expect(first.complaints).toBe('');
    expect(new URL(beside.url).pathname).toBe(new URL(first.url).pathname);
    expect(new URL(beside.url).port).not.toBe(new URL(first.url).port);
    expect(beside.complaints).toMatch(/^The usual port \d{5} is taken, .*not shown here\.$/m);
    await Promise.all([first.end(), beside.end()]);
    const again = await start();
    expect(again.url).toBe(first.url);
    await again.end();
  });

  test('lies where each system has what is a user\u2019s own', () => {
    expect(settingsFolder('linux', {}, '/home/a')).toBe(path.join('/home/a', '.config/Isoeffect'));
    expect(settingsFolder('linux', { XDG_CONFIG_HOME: '/x' }, '/home/a')).toBe(path.join('/x', 'Isoeffect'));
    expect(settingsFolder('darwin', {}, '/Users/a')).toBe(path.join('/Users/a', 'Library/Application Support/Isoeffect'));
    expect(settingsFolder('win32', { APPDATA: 'C:/Users/a/Roaming' }, 'C:/Users/a')).toBe(
      path.join('C:/Users/a/Roaming', 'Isoeffect'),
    );
  });
});
