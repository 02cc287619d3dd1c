import { BrowserWindow, type IpcMainInvokeEvent, ipcMain } from 'electron';
import type { Reply } from '../src/app/host/bridge';
import { APP_ORIGIN } from './app-protocol';
import { ASK } from './channel-names';
import { type Answers, type Handlers, QUESTIONS } from './channels';

/**
 * Answers the page's questions: only those of the app's own page, in its main frame, and only with the arguments that
 * they may have.
 */
export function answerQuestions(handlers: Handlers<BrowserWindow>): void {
  for (const question of Object.keys(ASK) as (keyof Answers)[]) {
    ipcMain.handle(ASK[question], async (event, ...args: unknown[]): Promise<Reply<unknown>> => {
      const window = askingWindow(event);
      if (!window) throw new Error('refused');
      const checked = QUESTIONS[question].safeParse(args);
      if (!checked.success) return { ok: false, sentence: `The window asked for something that cannot be done (${question}).` };
      try {
        const answer = handlers[question] as (window: BrowserWindow, ...args: readonly unknown[]) => Promise<unknown>;
        return { ok: true, value: await answer(window, ...checked.data) };
      } catch (error) {
        return { ok: false, sentence: (error as Error).message };
      }
    });
  }
}

function askingWindow(event: IpcMainInvokeEvent): BrowserWindow | undefined {
  const frame = event.senderFrame;
  if (!frame || frame.parent !== null || !isAppUrl(frame.url)) return undefined;
  return BrowserWindow.fromWebContents(event.sender) ?? undefined;
}

export function isAppUrl(url: string): boolean {
  try {
    const { protocol, host } = new URL(url);
    return `${protocol}//${host}` === APP_ORIGIN;
  } catch {
    return false;
  }
}
