import path from 'node:path';
import { BrowserWindow, dialog, screen } from 'electron';
import { APP_ORIGIN } from './app-protocol';
import { fitToDisplays, readWindowState, SMALLEST, writeWindowState } from './window-state';
import type { Words } from './words';

/** Opens the window where it was left last. */
export function openWindow(stateFile: string, words: () => Words): BrowserWindow {
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
  rememberPlace(window, stateFile);
  offerToReload(window, words);
  void window.loadURL(`${APP_ORIGIN}/`);
  return window;
}

function rememberPlace(window: BrowserWindow, stateFile: string): void {
  const write = () => writeWindowState(stateFile, { ...window.getNormalBounds(), maximized: window.isMaximized() });
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

/** A page that has died (out of memory, most likely) is not left blank without a word. */
function offerToReload(window: BrowserWindow, words: () => Words): void {
  window.webContents.on('render-process-gone', async (_event, { reason }) => {
    if (reason === 'clean-exit' || window.isDestroyed()) return;
    const { response } = await dialog.showMessageBox(window, {
      type: 'error',
      title: 'Isoeffect',
      message: words().stopped,
      detail: `${words().nothingLost} (${reason})`,
      buttons: [words().startAgain, words().close],
    });
    if (response === 0) window.webContents.reload();
    else window.close();
  });
}
