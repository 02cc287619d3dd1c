import { areOwnRows } from './csv-marks';
import { CSV_COLUMNS } from './csv-report';
import type { Marked } from './written-mark';

/** The first columns of every version, before which none will come. */
const FIRST_COLUMNS = Object.keys(CSV_COLUMNS).slice(0, 16);

/**
 * Whether a text is a CSV report, of this version or an older one: `none` where it is not, which is
 * so of any with columns that are none of it, else whether its rows are as they were written.
 */
export function csvReportIn(text: string): Marked {
  const [head, ...lines] = text.split('\r\n');
  if (!head.startsWith('\uFEFF') || head.includes('\n') || lines.length === 0) return 'none';
  const columns = head.slice(1).split(',');
  const isReport =
    FIRST_COLUMNS.every((column, n) => columns[n] === column) &&
    columns.includes('software_version' satisfies keyof typeof CSV_COLUMNS) &&
    columns.every((column) => Object.hasOwn(CSV_COLUMNS, column));
  if (!isReport) return 'none';
  return areOwnRows(columns, lines) ? 'as written' : 'changed';
}
