import type { Host } from '../host/host';
import { isNothingKept } from './keeping';
import { appNow, isDraftNeeded, isUnsaved } from './store';

/**
 * A page of a browser is left by a key or a click; where something is not saved, the browser asks first. A window of its
 * own keeps its draft and is not stopped from closing, unless nothing is kept on this computer. @returns a function that ends it.
 */
export function askBeforeLeaving({ kind }: Pick<Host, 'kind'>): () => void {
  const ask = (event: Event) => {
    const isLost = isNothingKept() ? isDraftNeeded(appNow()) : kind === 'web' && isUnsaved(appNow());
    if (isLost) event.preventDefault();
  };
  window.addEventListener('beforeunload', ask);
  return () => window.removeEventListener('beforeunload', ask);
}
