/* What was lost, counted after each kill. Every figure must be 0 but the first two and the last. */

export interface Tally {
  readonly kills: number;
  /** Of them, so many while what is written lay beside its place, not under its name yet. */
  readonly inWriting: number;
  /** A case that was said to be saved, or that was there before, is not there or is an earlier one. */
  readonly casesLost: number;
  readonly casesHalf: number;
  /** What was said to be kept, or was changed more than 3 s before the kill, is in no draft and no saved case. */
  readonly draftsLost: number;
  readonly draftsHalf: number;
  readonly inputsChanged: number;
  /** What the next start has not removed of an interrupted write. */
  readonly leftovers: number;
  /** What a browser has left of its own beside a file, where no page gets to. */
  readonly ofBrowser: number;
}

export const NONE: Tally = {
  kills: 0,
  inWriting: 0,
  casesLost: 0,
  casesHalf: 0,
  draftsLost: 0,
  draftsHalf: 0,
  inputsChanged: 0,
  leftovers: 0,
  ofBrowser: 0,
};

const FIGURES = Object.keys(NONE) as (keyof Tally)[];

export const together = (a: Tally, b: Partial<Tally>): Tally =>
  Object.fromEntries(FIGURES.map((figure) => [figure, a[figure] + (b[figure] ?? 0)])) as unknown as Tally;

/** How much was lost or left, of whatever kind. */
export const harm = ({ kills: _, inWriting: __, ofBrowser: ___, ...bad }: Tally): number =>
  Object.values(bad).reduce((sum, n) => sum + n, 0);

/** A row of a table, as docs/reliability.md has it. */
export const row = (what: string, tally: Tally): string => `| ${what} | ${FIGURES.map((figure) => tally[figure]).join(' | ')} |`;

export const HEAD = [
  '| fault | kills | of them in the write | cases lost | half written | drafts lost | half written | inputs changed | leftovers | of the browser |',
  '|---|---:|---:|---:|---:|---:|---:|---:|---:|---:|',
].join('\n');
