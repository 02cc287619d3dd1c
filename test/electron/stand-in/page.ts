import { currentHost } from '../../../src/app/host/current-host';
import type { Host, Opened, OpenedCase } from '../../../src/app/host/host';

/* What the tests reach for: the host, what it said, and a worker that fetches files as the app's own does. */

declare global {
  interface Window {
    host: Host;
    commands: string[];
    opened: (Opened | OpenedCase)[];
    hashInWorker(url: string): Promise<string>;
    dropTarget: HTMLElement;
    dropped: Promise<unknown> | undefined;
  }
}

window.host = currentHost();
window.commands = [];
window.opened = [];
window.host.onCommand((command) => window.commands.push(command));
window.host.onOpened((opened) => window.opened.push(opened));
window.hashInWorker = (url) => {
  const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
  return new Promise((resolve, reject) => {
    worker.onmessage = ({ data }: MessageEvent<string>) => resolve(data);
    worker.onerror = ({ message }) => reject(new Error(message));
    worker.postMessage(url);
  });
};
document.addEventListener('drop', (event) => {
  event.preventDefault();
  window.dropped = window.host.openDropped(event.dataTransfer!);
});
