import type { CaseInputs } from '../../case/case-inputs';
import type { Outline } from '../viewer/scene';

/** For structures without a colour of their own; told apart by people who see red and green alike. */
const PALETTE = ['#56b4e9', '#e69f00', '#009e73', '#f0e442', '#cc79a7', '#d55e00', '#8fd0ff', '#b3a2ff'];

const hex = (colour: readonly number[]): string => `#${colour.map((part) => part.toString(16).padStart(2, '0')).join('')}`;
const isDark = ([r, g, b]: readonly number[]): boolean => 0.3 * r + 0.6 * g + 0.1 * b < 60;

/** The regions of a case with the colours they were drawn in, unless these would not be seen on black. */
export function outlinesOf({ regions }: CaseInputs): Outline[] {
  return regions.map(({ name, stack, roi }, n) => {
    const own = roi?.colour && !isDark(roi.colour) ? hex(roi.colour) : undefined;
    return { name, stack, colour: own ?? PALETTE[n % PALETTE.length] };
  });
}
