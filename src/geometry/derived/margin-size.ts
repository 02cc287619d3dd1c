import { InputError } from '../../input-error';

/** Beyond this a margin is a slip of the pen (cm for mm), and its thousands of layers would take minutes. */
export const LARGEST_MARGIN_MM = 200;

/** InputError unless the margin is a number of mm from 0 to 200. */
export function requireMargin(operation: 'expand' | 'contract', marginMm: number): void {
  if (marginMm >= 0 && marginMm <= LARGEST_MARGIN_MM) return;
  const other = operation === 'expand' ? 'contract' : 'expand';
  throw new InputError({
    found: `a margin of ${marginMm} mm for ${operation}`,
    needed: marginMm < 0 ? `a positive margin (${other} goes the other way)` : `a margin of at most ${LARGEST_MARGIN_MM} mm`,
  });
}
