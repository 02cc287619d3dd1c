/** What the fraction pattern of a plan says of a day (PS3.3 C.8.8.13). */
export interface FractionPattern {
  /** The most fractions of any day. */
  readonly perDay: number;
  /** The pattern as written, without spaces; '' where there are only digits a day. */
  readonly written: string;
  /** Whether it is as long as its digits a day and its weeks say, and of treatments and pauses alone. */
  readonly isClear: boolean;
}

interface Written {
  /** Number of Fraction Pattern Digits Per Day. */
  readonly digitsPerDay: number | undefined;
  /** Repeat Fraction Cycle Length, in weeks. */
  readonly weeks: number | undefined;
  readonly written: string;
}

const DAYS = 7;
/** More a day than this is a pattern whose length means something else: a case takes no more either. */
const MOST_A_DAY = 4;

/**
 * Reads a fraction pattern: a string of 1 (treatment) and 0 (none), 7 × digits a day × weeks long. One that is not as
 * long may mean several a day by what it has or by what it should be: it is then not clear, and the most of both counts.
 * @returns undefined where it says nothing of a day.
 */
export function fractionPattern({ digitsPerDay, weeks, written }: Written): FractionPattern | undefined {
  const text = written.replace(/\s/g, '');
  const stated = isCount(digitsPerDay) ? digitsPerDay : undefined;
  const cycle = isCount(weeks) ? weeks : undefined;
  if (!/^[01]*1[01]*$/.test(text)) {
    const perDay = stated !== undefined && stated <= MOST_A_DAY ? stated : 1;
    return perDay > 1 ? { perDay, written: text, isClear: false } : undefined;
  }
  const byLength = cycle === undefined ? undefined : text.length / (DAYS * cycle);
  const implied = isCount(byLength) && byLength <= MOST_A_DAY ? byLength : undefined;
  const digits = stated ?? implied ?? 1;
  const isClear = text.length % digits === 0 && (byLength === undefined || byLength === digits);
  const readings = isClear ? [digits] : [digits, implied ?? 1];
  return { perDay: Math.max(...readings.map((each) => mostOfADay(text, each))), written: text, isClear };
}

const isCount = (value: number | undefined): value is number => value !== undefined && Number.isInteger(value) && value >= 1;

function mostOfADay(text: string, digits: number): number {
  let most = 0;
  for (let start = 0; start < text.length; start += digits) {
    most = Math.max(most, text.slice(start, start + digits).replaceAll('0', '').length);
  }
  return most;
}
