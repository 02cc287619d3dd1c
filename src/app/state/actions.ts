import type { Host, HostCommand } from '../host/host';
import { openCaseFile, openSample, openStudy } from './opening';
import { said } from './said';
import { saveCase, saveReport } from './saving';
import { caseHistory, setApp } from './store';

/* What menus, shortcuts and the system can ask for. */

export const undo = (): void => caseHistory.getState().undo();
export const redo = (): void => caseHistory.getState().redo();

/** Does what a menu or the system asks. */
export function obey(host: Host, command: HostCommand): void {
  const open = async () => {
    switch (command) {
      case 'open-folder':
        return openStudy(await host.openFolder());
      case 'open-files':
        return openStudy(await host.openFiles());
      case 'open-case':
        return openCaseFile(await host.openCase(), host);
      case 'open-sample':
        return openSample(host);
      case 'save':
      case 'save-as':
        return saveCase(host, { isAs: command === 'save-as' });
      case 'report-html':
        return saveReport(host, 'html');
      case 'report-csv':
        return saveReport(host, 'csv');
      case 'undo':
        return undo();
      case 'redo':
        return redo();
      case 'about':
        return setApp({ screen: 'start' });
    }
  };
  void said(async () => open());
}
