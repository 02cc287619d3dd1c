import { app } from 'electron';
import { registerSchemes } from './app-protocol';
import { cutChromiumOff } from './network-guard';

/*
 * What Electron only takes before it is ready. A packaged program is loaded in time; a runtime that loads the program
 * with `import()` and does not wait for it is not, so this is also built as a module of its own for `electron -r`.
 */

const DONE = Symbol.for('isoeffect.before-ready');

/** Once in a process, however often it is asked. */
export function beforeReady(): void {
  const marks = globalThis as { [DONE]?: boolean };
  if (marks[DONE]) return;
  marks[DONE] = true;
  // As root Chromium has no sandbox of its own, and refuses to start where both are asked for.
  if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox();
  cutChromiumOff();
  registerSchemes();
}

beforeReady();
