import { type BelievedClock, clockOf, isOtherClock, lookedAt, readClock } from './believed-clock';
import type { DraftHead } from './draft-head';

/** It tells times, and nothing of cases. */
const NAME = 'isoeffect.draft-clock';

/** What is believed of the clock now. @param kept the drafts that there are: without any there is nothing to be believed for. */
export function lookAtClock(kept: readonly Pick<DraftHead, 'savedAt' | 'keptAt'>[]): Date {
  const before = read();
  const now = lookedAt(before ?? clockOf(kept), new Date());
  if (kept.length > 0 && isOtherClock(now, before)) {
    try {
      localStorage.setItem(NAME, JSON.stringify(now));
    } catch {
      // Drafts stay a little longer by that.
    }
  }
  return new Date(now.at);
}

function read(): BelievedClock | undefined {
  try {
    return readClock(localStorage.getItem(NAME));
  } catch {
    return undefined;
  }
}

export const forgetClock = (): void => localStorage.removeItem(NAME);
