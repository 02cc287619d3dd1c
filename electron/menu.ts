import { Menu, type MenuItemConstructorOptions } from 'electron';
import type { HostCommand } from '../src/app/host/host';
import type { Words } from './words';

export interface Platform {
  readonly mac: boolean;
  readonly windows: boolean;
  readonly developer: boolean;
}

const LINE: MenuItemConstructorOptions = { type: 'separator' };

/** The platform's menu; what the app does itself is sent to it as a command. */
export function menuTemplate(
  tell: (command: HostCommand) => void,
  words: Words,
  { mac, windows, developer }: Platform,
): MenuItemConstructorOptions[] {
  const item = (label: string, command: HostCommand, accelerator?: string): MenuItemConstructorOptions => ({
    id: command,
    label,
    click: () => tell(command),
    ...(accelerator === undefined ? {} : { accelerator }),
  });
  const about = item(words.about, 'about');
  const sample = item(words.openSample, 'open-sample');
  const appMenu: MenuItemConstructorOptions = {
    role: 'appMenu',
    submenu: [about, LINE, { role: 'hide' }, { role: 'hideOthers' }, { role: 'unhide' }, LINE, { role: 'quit' }],
  };
  const recent: MenuItemConstructorOptions = {
    label: words.openRecent,
    role: 'recentDocuments',
    submenu: [{ role: 'clearRecentDocuments', label: words.clearRecent }],
  };
  const file: MenuItemConstructorOptions = {
    label: words.file,
    submenu: [
      item(words.openFolder, 'open-folder', 'CmdOrCtrl+O'),
      item(words.openFiles, 'open-files', 'CmdOrCtrl+Alt+O'),
      item(words.openCase, 'open-case', 'CmdOrCtrl+Shift+O'),
      ...(mac ? [recent] : []),
      sample,
      LINE,
      item(words.save, 'save', 'CmdOrCtrl+S'),
      item(words.saveAs, 'save-as', 'CmdOrCtrl+Shift+S'),
      LINE,
      item(words.reportHtml, 'report-html', 'CmdOrCtrl+E'),
      item(words.reportCsv, 'report-csv', 'CmdOrCtrl+Shift+E'),
      LINE,
      mac ? { role: 'close', label: words.closeWindow } : { role: 'quit', label: words.quit },
    ],
  };
  const edit: MenuItemConstructorOptions = {
    label: words.edit,
    submenu: [
      item(words.undo, 'undo', 'CmdOrCtrl+Z'),
      item(words.redo, 'redo', windows ? 'Ctrl+Y' : 'CmdOrCtrl+Shift+Z'),
      LINE,
      { role: 'cut', label: words.cut },
      { role: 'copy', label: words.copy },
      { role: 'paste', label: words.paste },
      { role: 'selectAll', label: words.selectAll },
    ],
  };
  const view: MenuItemConstructorOptions = {
    label: words.view,
    submenu: [
      { role: 'zoomIn', label: words.zoomIn },
      { role: 'zoomOut', label: words.zoomOut },
      { role: 'resetZoom', label: words.actualSize },
      LINE,
      { role: 'togglefullscreen', label: words.fullScreen },
      ...(developer ? [LINE, { role: 'toggleDevTools', label: words.developerTools } as const] : []),
    ],
  };
  const help: MenuItemConstructorOptions = { role: 'help', label: words.help, submenu: mac ? [] : [about] };
  return [...(mac ? [appMenu] : []), file, edit, view, ...(mac ? [{ role: 'windowMenu' } as const] : []), help];
}

export function setMenu(tell: (command: HostCommand) => void, words: Words, developer: boolean): void {
  const platform = { mac: process.platform === 'darwin', windows: process.platform === 'win32', developer };
  Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate(tell, words, platform)));
}
