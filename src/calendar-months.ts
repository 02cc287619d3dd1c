/** A day as its parts; days are YYYY-MM-DD and in UTC, so that none is longer than another. */
const partsOf = (day: string): readonly [number, number, number] => {
  const date = new Date(`${day}T00:00:00Z`);
  return [date.getUTCFullYear(), date.getUTCMonth(), date.getUTCDate()];
};

/** The same day some months later; where that month is shorter, its last. */
function monthsLater(day: string, months: number): number {
  const [year, month, date] = partsOf(day);
  const last = new Date(Date.UTC(year, month + months + 1, 0)).getUTCDate();
  return Date.UTC(year, month + months, Math.min(date, last));
}

/**
 * Months from one day (YYYY-MM-DD) to another as a calendar counts them, and of the month that is begun the share of its
 * days: from 1 January to 1 July there are 6, whatever their days. Below 0 where the second comes first.
 */
export function calendarMonths(from: string, to: string): number {
  if (to < from) return -calendarMonths(to, from);
  const end = Date.parse(to);
  const [fromYear, fromMonth] = partsOf(from);
  const [toYear, toMonth] = partsOf(to);
  const between = 12 * (toYear - fromYear) + toMonth - fromMonth;
  const whole = monthsLater(from, between) > end ? between - 1 : between;
  const start = monthsLater(from, whole);
  return whole + (end - start) / (monthsLater(from, whole + 1) - start);
}

/** Whether a text is a day of the calendar, YYYY-MM-DD, from 1900 on: 2022-02-29 is none. */
export function isDay(text: string): boolean {
  if (!/^(19|2\d)\d{2}-\d{2}-\d{2}$/.test(text)) return false;
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}
