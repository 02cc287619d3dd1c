/** Signs that a terminal writes over the one before, and those it gives two columns (East Asian Width W and F, UAX 11). */
const OVER = /^[\p{Mn}\p{Me}]$/u;
const WIDE =
  /^[\u1100-\u115f\u2e80-\u303e\u3041-\u33ff\u3400-\u4dbf\u4e00-\u9fff\ua000-\ua4cf\ua960-\ua97f\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6\u{1f300}-\u{1faff}\u{20000}-\u{3fffd}]$/u;

const columns = (sign: string): number => (OVER.test(sign) ? 0 : WIDE.test(sign) ? 2 : 1);

/** How many columns of a terminal a line of printable text takes. */
export function widthOf(text: string): number {
  let width = 0;
  for (const sign of text) width += columns(sign);
  return width;
}

/** A line with blanks behind it up to a width. */
export const padToWidth = (text: string, width: number): string => text + ' '.repeat(Math.max(0, width - widthOf(text)));

/** As much of the beginning of a line as fits into a width. */
export function cutToWidth(text: string, width: number): string {
  let kept = '';
  let left = width;
  for (const sign of text) {
    left -= columns(sign);
    if (left < 0) break;
    kept += sign;
  }
  return kept;
}
