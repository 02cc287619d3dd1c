import { type DraftHead, newestFirst } from './draft-head';

/** Drafts are kept for so long, and together take no more than so much. */
export const KEPT_DAYS = 30;
export const KEPT_SIZE = 200_000_000;

const DAY_MS = 24 * 60 * 60 * 1000;

type Kept = Pick<DraftHead, 'key' | 'savedAt' | 'turn' | 'size'>;

/**
 * The keys of the drafts that are no longer kept: those that are too old, and the oldest of those that are too much.
 * @param edited the draft that is being edited: it is kept whatever its age and size.
 */
export function outlivedDrafts(heads: readonly Kept[], now: Date, edited?: string): string[] {
  const isTooOld = ({ savedAt }: Kept) => now.getTime() - Date.parse(savedAt) > KEPT_DAYS * DAY_MS;
  const [first, others] = [heads.filter(({ key }) => key === edited), heads.filter(({ key }) => key !== edited)];
  let size = first.reduce((sum, head) => sum + head.size, 0);
  let isFull = false;
  const gone: string[] = [];
  for (const head of newestFirst(others)) {
    size += head.size;
    // The oldest go first: one that is older than what has no room any more has none either.
    isFull ||= size > KEPT_SIZE;
    if (isFull || isTooOld(head)) gone.push(head.key);
  }
  return gone;
}
