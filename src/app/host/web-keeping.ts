import type { Keeping, KeptKind } from './keeping';
import { clearWebDrafts, saveWebDraft } from './web-drafts';
import { forgetOnceDownloaded, keepOn } from './while-downloading';

/** That a person wants nothing kept: it is there, or it is not. */
const MARK = 'isoeffect.keep-nothing';

/** What the server puts into the page where whoever looks after the computer has said so. */
export const TOLD = 'meta[name="isoeffect-keep"][content="nothing"]';

const isForced = (): boolean => document.querySelector(TOLD) !== null;

/** A browser that gives no room to pages keeps nothing anyway. */
function isChosen(): boolean {
  try {
    return localStorage.getItem(MARK) !== null;
  } catch {
    return false;
  }
}

/** Whether nothing is kept; asked anew each time, for another page of this program may have been told so. */
export function webKeeping(): Keeping {
  const nothingBy = isForced() ? 'administrator' : isChosen() ? 'person' : undefined;
  // A page keeps no list of recent cases and no log; what the browser keeps by itself no page can see.
  return { traces: { count: 0, size: 0 }, ...(nothingBy && { nothingBy }) };
}

/** @throws Error with a sentence for the user. */
export function keepNothingInBrowser(isNothing: boolean): Keeping {
  if (isForced() && !isNothing) throw new Error('That nothing is kept is set by whoever looks after this computer.');
  if (isNothing) localStorage.setItem(MARK, '');
  else localStorage.removeItem(MARK);
  return webKeeping();
}

/**
 * Keeps a draft, unless nothing is kept; undefined content forgets it all the same, once what it holds can be on the disk
 * where that is being downloaded.
 */
export async function saveKeptDraft(key: string, content: string | undefined): Promise<void> {
  if (content === undefined) return forgetOnceDownloaded(key, () => saveWebDraft(key, undefined));
  keepOn(key);
  if (webKeeping().nothingBy === undefined) await saveWebDraft(key, content);
}

export async function clearWebKept(kinds: readonly KeptKind[]): Promise<Keeping> {
  if (kinds.includes('drafts')) await clearWebDrafts();
  return webKeeping();
}
