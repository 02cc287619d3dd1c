import type { Host } from '../host/host';
import { appNow, isUnsaved } from './store';

/**
 * A page of a browser is left by a key or a click; where something is not saved, the browser asks first. A window of its
 * own keeps its draft and is not stopped from closing. @returns a function that ends it.
 */
export function askBeforeLeaving({ kind }: Pick<Host, 'kind'>): () => void {
  if (kind !== 'web') return () => {};
  const ask = (event: Event) => {
    if (isUnsaved(appNow())) event.preventDefault();
  };
  window.addEventListener('beforeunload', ask);
  return () => window.removeEventListener('beforeunload', ask);
}
