import type { Host, HostFile, Opened } from './host';
import { caseIn } from './web-case';
import { readWebDraft, webDrafts } from './web-drafts';
import { openedFrom } from './web-files';
import { clearWebKept, keepNothingInBrowser, saveKeptDraft, webKeeping } from './web-keeping';
import { droppedFiles, pickFiles, pickFolder } from './web-pickers';
import { countForeignRequests } from './web-requests';
import { saveInBrowser } from './web-save';
import { forgetAllDownloaded } from './while-downloading';

/** The host of a page in a browser: its own pickers, its own database, and the sample from the server that sent the page. */
export function webHost(): Host {
  const foreignRequests = countForeignRequests();
  window.addEventListener('pagehide', forgetAllDownloaded);
  return {
    kind: 'web',
    languages: navigator.languages,
    openFolder: async () => {
      const given = await pickFolder();
      return given && openedFrom(given);
    },
    openFiles: async () => {
      const given = await pickFiles();
      return given && openedFrom(given);
    },
    openDropped: async (transfer) => {
      const given = await droppedFiles(transfer);
      return given && openedFrom(given);
    },
    openCase: async () => {
      const given = await pickFolder();
      return given && caseIn(await openedFrom(given));
    },
    // A page cannot open a file again by its name.
    openRecent: async () => undefined,
    recent: async () => [],
    openSample,
    save: saveInBrowser,
    saveDraft: saveKeptDraft,
    drafts: webDrafts,
    readDraft: readWebDraft,
    openDraft: async (key) => {
      const content = await readWebDraft(key);
      return content === undefined ? undefined : { content, files: [] };
    },
    keeping: async () => webKeeping(),
    keepNothing: async (isNothing) => keepNothingInBrowser(isNothing),
    clearKept: clearWebKept,
    networkRequests: async () => foreignRequests(),
    onCommand: () => () => {},
    onOpened: () => () => {},
  };
}

async function openSample(): Promise<Opened> {
  const folder = new URL('sample/', document.baseURI);
  const missing = new Error('The sample patient is not there. Start the program with "npm run web".');
  const listing = await fetch(folder).catch(() => undefined);
  if (!listing?.ok) throw missing;
  const names: readonly { readonly path: string; readonly size: number }[] = await listing.json();
  const files: HostFile[] = [];
  for (let at = 0; at < names.length; at += 16) {
    const batch = names.slice(at, at + 16).map(async ({ path, size }) => {
      const answer = await fetch(new URL(path.split('/').map(encodeURIComponent).join('/'), folder));
      if (!answer.ok) throw missing;
      return { path: `thorax/${path}`, size, file: new File([await answer.blob()], path.split('/').at(-1)!) };
    });
    files.push(...(await Promise.all(batch)));
  }
  return { label: 'Sample patient', files };
}
