import path from 'node:path';
import { BrowserWindow, dialog, type Session, screen } from 'electron';
import { APP_ORIGIN } from './app-protocol';
import { fitToDisplays, readWindowState, SMALLEST, writeWindowState } from './window-state';
import type { Words } from './words';

interface Opening {
  readonly stateFile: string;
  /** Whether nothing is kept, the place of the window included. */
  readonly isNothingKept: () => boolean;
  /** Where it is not the usual one. */
  readonly session: Session | undefined;
  readonly words: () => Words;
}

/** Opens the window where it was left last. */
export function openWindow({ stateFile, isNothingKept, session, words }: Opening): BrowserWindow {
  const areas = [screen.getPrimaryDisplay(), ...screen.getAllDisplays()].map(({ workArea }) => workArea);
  const { maximized, ...bounds } = fitToDisplays(readWindowState(stateFile), areas);
  const window = new BrowserWindow({
    ...bounds,
    minWidth: SMALLEST.width,
    minHeight: SMALLEST.height,
    show: false,
    title: 'Isoeffect',
    backgroundColor: '#1a1b1e',
    webPreferences: {
      ...(session && { session }),
      preload: path.join(import.meta.dirname, 'preload.cjs'),
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      webviewTag: false,
      spellcheck: false,
      navigateOnDragDrop: false,
    },
  });
  if (maximized) window.maximize();
  window.once('ready-to-show', () => window.show());
  rememberPlace(window, () => (isNothingKept() ? undefined : stateFile));
  askBeforeClosing(window, words);
  offerToReload(window, words, isNothingKept);
  void window.loadURL(`${APP_ORIGIN}/`);
  return window;
}

function rememberPlace(window: BrowserWindow, stateFile: () => string | undefined): void {
  const write = () => {
    const file = stateFile();
    if (file !== undefined) writeWindowState(file, { ...window.getNormalBounds(), maximized: window.isMaximized() });
  };
  let waiting: NodeJS.Timeout | undefined;
  const soon = () => {
    clearTimeout(waiting);
    waiting = setTimeout(write, 500);
  };
  window.on('resize', soon);
  window.on('move', soon);
  window.on('maximize', soon);
  window.on('unmaximize', soon);
  window.on('close', () => {
    clearTimeout(waiting);
    write();
  });
}

/** The page does not want to go: it has what is not saved and what no draft is kept of. */
function askBeforeClosing(window: BrowserWindow, words: () => Words): void {
  window.webContents.on('will-prevent-unload', (event) => {
    const answer = dialog.showMessageBoxSync(window, {
      type: 'warning',
      title: 'Isoeffect',
      message: words().notSaved,
      detail: words().nothingKept,
      buttons: [words().goBack, words().closeUnsaved],
      defaultId: 0,
      cancelId: 0,
      noLink: true,
    });
    // Of this event it is what lets the page go.
    if (answer === 1) event.preventDefault();
  });
}

/** A page that has died (out of memory, most likely) is not left blank without a word. */
function offerToReload(window: BrowserWindow, words: () => Words, isNothingKept: () => boolean): void {
  window.webContents.on('render-process-gone', async (_event, { reason }) => {
    if (reason === 'clean-exit' || window.isDestroyed()) return;
    const { response } = await dialog.showMessageBox(window, {
      type: 'error',
      title: 'Isoeffect',
      message: words().stopped,
      detail: `${isNothingKept() ? words().nothingLostButUnsaved : words().nothingLost} (${reason})`,
      buttons: [words().startAgain, words().close],
    });
    if (response === 0) window.webContents.reload();
    else window.close();
  });
}
