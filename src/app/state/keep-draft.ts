import type { Host } from '../host/host';
import { draftKey } from './actions';
import { caseText, isUnsaved, useApp } from './store';

/** How long the case must rest before its draft is written, ms. */
const REST_MS = 800;

/** Keeps a draft of what is not saved, so that a closed window loses nothing. @returns a function that ends it. */
export function keepDraft(host: Host): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const end = useApp.subscribe((state, before) => {
    if (state.caseFile === before.caseFile || !state.caseFile || !isUnsaved(state)) return;
    clearTimeout(timer);
    const content = JSON.stringify({ text: caseText(state.caseFile), folder: state.place.folder, path: state.place.path });
    // A draft that cannot be written is no reason to stop working; saving will say what is wrong.
    timer = setTimeout(() => void host.saveDraft(draftKey(), content).catch(() => {}), REST_MS);
  });
  return () => {
    clearTimeout(timer);
    end();
  };
}
