import type { DrawnLimit } from './dvh-limits';
import { CHARACTER } from './label-placement';
import { STANDING_SIGNS } from './standing';

/** Height of one row of text above the plot. */
export const LIMIT_ROW = 14;
const GAP = 4;

/** A limit's line and its text, one row of text per limit. */
export interface LimitRow {
  readonly text: string;
  readonly style: string;
  readonly x: number;
  /** Where the text stands, seen from its line. */
  readonly side: 'left' | 'right';
}

/**
 * Orders the limits in rows, from the top, so that no line, which runs from its own row downwards, crosses the text of
 * another: texts that have room stand right of their line, with the lowest dose on top; the others stand left, above
 * them, with the highest dose on top.
 * @param x pixels of a dose; `width` of the picture.
 */
export function limitRows(limits: readonly DrawnLimit[], x: (doseGy: number) => number, width: number): readonly LimitRow[] {
  const left: LimitRow[] = [];
  const right: LimitRow[] = [];
  let room = width;
  for (const { doseGy, label, verdict } of limits.toSorted((a, b) => b.doseGy - a.doseGy)) {
    const { glyph, style } = STANDING_SIGNS[verdict];
    const text = `${glyph} ${label} Gy`;
    const row = { text, style, x: x(doseGy) };
    const length = 2 * GAP + text.length * CHARACTER;
    if (row.x + length <= room || row.x - length < 0) {
      right.unshift({ ...row, side: 'right' });
    } else {
      left.push({ ...row, side: 'left' });
      room = row.x;
    }
  }
  return [...left, ...right];
}
