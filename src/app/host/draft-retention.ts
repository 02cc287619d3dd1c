import { BELIEVED_MS } from './believed-clock';
import { type DraftHead, isOfNewer, newestFirst } from './draft-head';

/** Drafts are kept for so long, and together take no more than so much. */
export const KEPT_DAYS = 30;
export const KEPT_SIZE = 200_000_000;

const DAY_MS = 24 * 60 * 60 * 1000;

type Kept = Pick<DraftHead, 'key' | 'savedAt' | 'keptAt' | 'turn' | 'size' | 'writtenBy' | 'isOfNewer'>;

/**
 * The keys of the drafts that are no longer kept: those that are too old, and the oldest of those that are too much. What
 * a newer version of the program wrote is none of them.
 * @param now what is believed of the clock, and never what it says by itself.
 * @param edited the draft that is being edited: it is kept whatever its age and size.
 */
export function outlivedDrafts(heads: readonly Kept[], now: Date, edited?: string): string[] {
  const [first, others] = [heads.filter(({ key }) => key === edited), heads.filter(({ key }) => key !== edited)];
  let size = first.reduce((sum, head) => sum + head.size, 0);
  let isFull = false;
  const gone: string[] = [];
  for (const head of newestFirst(others)) {
    size += head.size;
    // The oldest go first: one that is older than what has no room any more has none either.
    isFull ||= size > KEPT_SIZE;
    if (!isOfNewer(head) && (isFull || ageMs(head, now) > KEPT_DAYS * DAY_MS)) gone.push(head.key);
  }
  return gone;
}

/** The least that either clock says; nothing where both are ahead of now, or cannot be read. */
function ageMs({ savedAt, keptAt }: Kept, now: Date): number {
  const ages = [savedAt, keptAt].map((time) => now.getTime() - Date.parse(time ?? '')).filter((age) => age >= 0);
  return ages.length === 0 ? 0 : ages.reduce((a, b) => Math.min(a, b));
}

/** Whether a draft is of a time that is yet to come: its age is counted from when that is seen, or it would never end. */
export const isAhead = ({ savedAt, keptAt }: Pick<Kept, 'savedAt' | 'keptAt'>, now: Date): boolean =>
  Date.parse(keptAt ?? savedAt) - now.getTime() > BELIEVED_MS;
