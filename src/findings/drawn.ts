import type { WordTable } from './words';

/** An ROI whose name speaks of an organ and that is no part of what is evaluated; doses in Gy EQD2. */
export type LeftOut = { readonly roi: string; readonly maxGy: number };

const list = (parts: readonly LeftOut[]) => parts.map(({ roi, maxGy }) => `${roi} (Dmax ${maxGy.toFixed(1)} Gy EQD2)`).join(', ');

/** What speaks against an organ being drawn as a whole. */
export const DRAWN = {
  'organ-part-left-out': {
    title: 'ROI named like a required organ is left out',
    message: (facts: { organ: string; roi: string; maxGy: number; parts: readonly LeftOut[]; isHotter: boolean }) => {
      const { organ, roi, maxGy, parts, isHotter } = facts;
      const ask = isHotter
        ? ' That is more than the organ has. Say in the case which ROI is which organ or derive their union, or that these are no part of it.'
        : ' If one of them is a part of it, say so in the case.';
      return `${organ} is evaluated as ${roi} (Dmax ${maxGy.toFixed(1)} Gy EQD2). By their names these may belong to it, and they are not evaluated: ${list(parts)}.${ask}`;
    },
  },
} satisfies WordTable;
