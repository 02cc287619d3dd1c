import { create } from 'zustand';
import type { Host } from '../host/host';
import type { Keeping, KeptKind } from '../host/keeping';
import { said } from './said';

/** Whether anything is kept on this computer; undefined until the host has said so. */
export const useKeeping = create<{ readonly keeping: Keeping | undefined }>()(() => ({ keeping: undefined }));

export const isNothingKept = (): boolean => useKeeping.getState().keeping?.nothingBy !== undefined;

const take = (keeping: Keeping): void => useKeeping.setState({ keeping });

/**
 * Asks the host, and again whenever the window comes to the front: a later start or another page may have been told that
 * nothing is kept. @returns a function that ends it.
 */
export function watchKeeping(host: Pick<Host, 'keeping'>): () => void {
  const ask = () => void host.keeping().then(take, () => {});
  ask();
  window.addEventListener('focus', ask);
  return () => window.removeEventListener('focus', ask);
}

export const keepNothing = (host: Pick<Host, 'keepNothing'>, isNothing: boolean): Promise<void> =>
  said(async () => take(await host.keepNothing(isNothing)));

/** By a person's word all of these kinds are no more. */
export const clearKept = (host: Pick<Host, 'clearKept' | 'keeping'>, kinds: readonly KeptKind[]): Promise<void> =>
  said(async () => {
    try {
      take(await host.clearKept(kinds));
    } catch (error) {
      await host.keeping().then(take, () => {});
      throw error;
    }
  });
