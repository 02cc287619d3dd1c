import type { Bridge, Reply } from './bridge';
import type { Host, SaveRequest } from './host';

/** The host of a window of the desktop program. */
export function electronHost(bridge: Bridge): Host {
  return {
    kind: 'electron',
    languages: navigator.languages,
    openFolder: () => value(bridge.openFolder()),
    openFiles: () => value(bridge.openFiles()),
    // Read before the first await: a DataTransfer is empty once its event is over.
    openDropped: (transfer) => value(bridge.openDropped([...transfer.files])),
    openCase: () => value(bridge.openCase()),
    openRecent: (path) => value(bridge.openRecent(path)),
    openSample: () => value(bridge.openSample()),
    recent: () => value(bridge.recent()),
    placeFor: (request) => value(bridge.placeFor(request)),
    save: (request) => value(bridge.save(carried(request))),
    saveDraft: async (key, content) => {
      await value(bridge.saveDraft(key, content));
    },
    drafts: () => value(bridge.drafts()),
    readDraft: (key) => value(bridge.readDraft(key)),
    openDraft: (key) => value(bridge.openDraft(key)),
    keeping: () => value(bridge.keeping()),
    keepNothing: (isNothing) => value(bridge.keepNothing(isNothing)),
    clearKept: (kinds) => value(bridge.clearKept(kinds)),
    networkRequests: () => value(bridge.networkRequests()),
    onCommand: (listener) => bridge.onCommand(listener),
    onOpened: (listener) => bridge.onOpened(listener),
  };
}

async function value<T>(asked: Promise<Reply<T>>): Promise<T> {
  const reply = await asked;
  if (!reply.ok) throw new Error(reply.sentence);
  return reply.value;
}

/** Shared memory does not pass to the main process, and of a view only its own part should. */
function carried(request: SaveRequest): SaveRequest {
  return typeof request.content === 'string' ? request : { ...request, content: request.content.slice() };
}
