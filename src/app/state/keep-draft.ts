import type { Host } from '../host/host';
import { draftContent } from './draft-content';
import { draftKey } from './draft-key';
import { type AppState, isDraftNeeded, useApp } from './store';

/** How long the case must rest before its draft is written, ms. */
const REST_MS = 800;

/**
 * Keeps a draft of what was changed or is tried and is not saved, so that a closed window loses nothing: what has not rested yet is
 * written when the page goes. @returns a function that ends it.
 */
export function keepDraft(host: Host): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let waiting: AppState | undefined;
  // A draft that cannot be written is no reason to stop working; saving will say what is wrong.
  const write = (key: string, content: string | undefined) => void host.saveDraft(key, content).catch(() => {});
  const drop = () => {
    clearTimeout(timer);
    waiting = undefined;
  };
  const flush = () => {
    const state = waiting;
    drop();
    if (state) write(draftKey(state), draftContent(state));
  };
  const end = useApp.subscribe((state, before) => {
    if (state.savedText !== before.savedText && state.caseFile === before.caseFile) drop();
    const isSame = state.caseFile === before.caseFile && state.guesses === before.guesses;
    if (isSame && state.trials === before.trials) return;
    // Another case: what was changed of the one before is written, and the new one is not changed yet.
    if (state.place !== before.place || !state.caseFile) return flush();
    if (isDraftNeeded(state)) {
      drop();
      waiting = state;
      timer = setTimeout(flush, REST_MS);
    } else {
      // Changed back to what is saved.
      drop();
      write(draftKey(state), undefined);
    }
  });
  window.addEventListener('pagehide', flush);
  return () => {
    window.removeEventListener('pagehide', flush);
    flush();
    end();
  };
}
