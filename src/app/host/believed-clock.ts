import { z } from 'zod';

/*
 * Drafts go after 30 days, and a clock that is once set wrong must not make them so old: what it says is believed while it
 * goes on from what was believed before. A leap, either way, is believed once the clock has stayed with it for a week:
 * somebody was away, or the clock is right at last. One that is put right meanwhile has changed nothing.
 */

const DAY_MS = 24 * 60 * 60 * 1000;
/** As far as a clock goes on by itself from one look to the next, and as long as a leap must be stayed with. */
export const BELIEVED_MS = 7 * DAY_MS;

const time = z.string().refine((text) => !Number.isNaN(Date.parse(text)));
const clock = z.object({
  /** The latest time that is believed, ISO 8601. */
  at: time,
  /** What the clock said first and last since it leapt. */
  leapt: z.object({ from: time, to: time }).optional(),
});

/** The time that is believed, and a leap of the clock that is not yet. */
export type BelievedClock = Readonly<z.infer<typeof clock>>;

/** What was kept of a clock; undefined where that is damaged. */
export function readClock(text: string | null): BelievedClock | undefined {
  try {
    return clock.parse(JSON.parse(text ?? ''));
  } catch {
    return undefined;
  }
}

/** What is believed once the clock was looked at again. */
export function lookedAt(before: BelievedClock | undefined, now: Date): BelievedClock {
  const said = now.toISOString();
  if (!before) return { at: said };
  const { at, leapt } = before;
  const since = (earlier: string) => now.getTime() - Date.parse(earlier);
  if (Math.abs(since(at)) <= BELIEVED_MS) return { at: since(at) > 0 ? said : at };
  if (!leapt || since(leapt.to) < 0) return { at, leapt: { from: said, to: said } };
  return since(leapt.from) >= BELIEVED_MS ? { at: said } : { at, leapt: { from: leapt.from, to: said } };
}

/** What is believed before a clock was looked at first: that it goes on from when something was kept last. */
export function clockOf(kept: readonly { readonly savedAt: string; readonly keptAt?: string }[]): BelievedClock | undefined {
  const times = kept.map(({ savedAt, keptAt }) => Date.parse(keptAt ?? savedAt)).filter((each) => !Number.isNaN(each));
  return times.length === 0 ? undefined : { at: new Date(times.reduce((a, b) => Math.max(a, b))).toISOString() };
}

const HOUR_MS = 60 * 60 * 1000;

/** Whether what is believed now has to be kept: not for every minute that passes. */
export const isOtherClock = (now: BelievedClock, kept: BelievedClock | undefined): boolean =>
  !kept ||
  Math.abs(Date.parse(now.at) - Date.parse(kept.at)) > HOUR_MS ||
  JSON.stringify(now.leapt) !== JSON.stringify(kept.leapt);
