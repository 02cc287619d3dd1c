import { useHotkeys } from '@mantine/hooks';
import type { Host } from '../host/host';
import { obey } from '../state/actions';

/** Shortcuts of the page; in Electron the platform's menu has them, and they never reach the page. */
export function useShortcuts(host: Host): void {
  useHotkeys(
    [
      ['mod+O', () => obey(host, 'open-folder')],
      ['mod+shift+O', () => obey(host, 'open-case')],
      ['mod+S', () => obey(host, 'save')],
      ['mod+shift+S', () => obey(host, 'save-as')],
      ['mod+Z', () => obey(host, 'undo')],
      ['mod+shift+Z', () => obey(host, 'redo')],
      ['mod+Y', () => obey(host, 'redo')],
    ],
    ['INPUT', 'TEXTAREA'],
  );
}
