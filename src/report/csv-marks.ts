import { crc32 } from './written-mark';

/** The last column: the CRC-32 of each row before it. */
export const ROW_MARK = 'row_crc32';
const LINE_END = '\r\n';

/** A table with the mark of each row in a last column. */
export function markedTable(table: string): string {
  const [head, ...rows] = table.slice(0, -LINE_END.length).split(LINE_END);
  return [`${head},${ROW_MARK}`, ...rows.map((row) => `${row},${crc32(row)}`), ''].join(LINE_END);
}

/**
 * Whether rows are as they were written: each with the mark of what stands before it or, in a
 * table of a version without marks, a cell for each column and one of the kinds of record first.
 * @param lines after the head.
 */
export function areOwnRows(columns: readonly string[], lines: readonly string[]): boolean {
  if (lines.at(-1) !== '') return false;
  const rows = lines.slice(0, -1);
  const isMarked = columns.at(-1) === ROW_MARK;
  return rows.every((row) => {
    if (!isMarked) return /^(organ|goal|metric),/.test(row) && cellsIn(row) === columns.length;
    const end = row.lastIndexOf(',');
    return end > 0 && row.slice(end + 1) === crc32(row.slice(0, end));
  });
}

/** How many cells a row has: commas within double quotes part none. */
function cellsIn(row: string): number {
  let cells = 1;
  let isQuoted = false;
  for (const sign of row) {
    if (sign === '"') isQuoted = !isQuoted;
    else if (sign === ',' && !isQuoted) cells++;
  }
  return cells;
}
