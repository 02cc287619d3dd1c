import { makeFinding } from '../findings/finding';
import type { DataSet } from './data-set';
import { type Keyword, TAG, tagLabel } from './tag';

/**
 * A DA value as `YYYYMMDD`, or `YYYY` where that is all that is written; '' for what is no date. Read are the form of
 * today and `YYYY.MM.DD` of ACR-NEMA 300 (PS3.5 table 6.2-1); other forms could be meant in more than one way.
 */
export function dateIn(text: string): string {
  const written = text.trim();
  if (/^(19|20|21)\d{2}$/.test(written)) return written;
  const [, y, , m, d] = /^(\d{4})(\.?)(\d{2})\2(\d{2})$/.exec(written) ?? [];
  return y !== undefined && isInCalendar(Number(y), Number(m), Number(d)) ? y + m + d : '';
}

function isInCalendar(year: number, month: number, day: number): boolean {
  if (year < 1900) return false;
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

/** `20220101` as `2022-01-01`; a year as it is. */
export const isoDate = (date: string): string => date.replace(/^(\d{4})(\d{2})(\d{2})$/, '$1-$2-$3');

/** The days that a date as `dateIn` gives it can mean, as YYYY-MM-DD: one, or all of a year. */
export function daysOf(date: string): { readonly from: string; readonly to: string } {
  if (date.length === 4) return { from: `${date}-01-01`, to: `${date}-12-31` };
  return { from: isoDate(date), to: isoDate(date) };
}

/** Reads a date; what is written there and is no whole date is a finding, unless `quiet`. */
export function readDate(data: DataSet, keyword: Keyword, quiet = false): string {
  const written = data.ascii(keyword);
  const date = dateIn(written);
  if (written !== '' && date.length !== 8 && !quiet) {
    const facts = { tag: tagLabel(TAG[keyword]), written, ...(date !== '' && { year: date }) };
    data.findings.push(makeFinding('date-unreadable', 'warning', facts, { file: data.file }));
  }
  return date;
}
