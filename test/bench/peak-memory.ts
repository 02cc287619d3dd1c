import { spawnSync } from 'node:child_process';

const REPORT = new URL('./report-memory.mjs', import.meta.url).href;

/** Runs the built command line. @returns its highest resident memory in bytes, and how long it took. */
export function peakOfCommand(args: readonly string[]): { readonly bytes: number; readonly ms: number } {
  const start = performance.now();
  const { status, stderr } = spawnSync(process.execPath, ['dist/cli/main.js', ...args], {
    env: { ...process.env, NODE_OPTIONS: `--import ${REPORT}` },
    encoding: 'utf8',
  });
  const ms = performance.now() - start;
  if (status !== 0) throw new Error(stderr);
  return { bytes: 1024 * Number(/peak-resident-kb (\d+)/.exec(stderr)?.[1]), ms };
}
