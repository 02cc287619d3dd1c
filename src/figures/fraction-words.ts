import { counted } from './wording';

/** How many fractions a dose counts, in English: `28 fractions`, `14 of 28 fractions` where fewer were delivered. */
export const fractionWords = ({ fractions, plannedFractions }: { fractions: number; plannedFractions?: number }): string =>
  plannedFractions === undefined ? counted(fractions, 'fraction') : `${fractions} of ${counted(plannedFractions, 'fraction')}`;
