/*
 * A browser takes what it is given to download and says nothing more: not that it is on the disk, nor that a person was
 * asked for a place and thought better of it. For a while the draft of it stays, unless the page goes in order.
 */

/** Longer than a case takes to the disk. */
const LONGEST_MS = 10_000;

const downloading = new Map<string, number>();
const waiting = new Map<string, { readonly timer: ReturnType<typeof setTimeout>; readonly forget: () => Promise<void> }>();

/** What the draft of a key holds is being downloaded from now on. */
export function beginDownload(key: string): void {
  downloading.set(key, performance.now());
}

/** Forgets a draft now, or as soon as what it holds can be on the disk. */
export async function forgetOnceDownloaded(key: string, forget: () => Promise<void>): Promise<void> {
  const left = (downloading.get(key) ?? Number.NEGATIVE_INFINITY) + LONGEST_MS - performance.now();
  keepOn(key);
  if (!(left > 0)) return forget();
  // What fails is a draft too many.
  const timer = setTimeout(() => {
    waiting.delete(key);
    void forget().catch(() => {});
  }, left);
  waiting.set(key, { timer, forget });
}

/** A draft has something new: it is not forgotten. */
export function keepOn(key: string): void {
  clearTimeout(waiting.get(key)?.timer);
  waiting.delete(key);
}

/** The page goes in order, and with it the downloads that it began go on. */
export function forgetAllDownloaded(): void {
  for (const [key, { forget }] of waiting) {
    keepOn(key);
    void forget().catch(() => {});
  }
}
