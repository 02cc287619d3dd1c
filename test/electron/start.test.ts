import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { expect, test } from 'vitest';

test('where the runtime is missing, `npm start` says so in one line with what would mend it', () => {
  const start = path.resolve(import.meta.dirname, '../../electron/start.mjs');
  const { status, stdout, stderr } = spawnSync(process.execPath, [start], {
    encoding: 'utf8',
    env: { ...process.env, ELECTRON_OVERRIDE_DIST_PATH: path.join(import.meta.dirname, 'nowhere') },
  });
  expect(status).toBe(1);
  expect(stdout).toBe('');
  expect(stderr.trimEnd().split('\n').length).toBe(1);
  for (const way of ['ELECTRON_MIRROR', 'electron_config_cache', 'ELECTRON_OVERRIDE_DIST_PATH', 'npm run web'])
    expect(stderr).toContain(way);
});
