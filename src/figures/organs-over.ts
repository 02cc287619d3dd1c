import type { Assessment } from '../evaluation/assessment';

/**
 * How many organs exceed a mandatory goal: two ROIs that are taken for one organ are one. What is no known organ, and a
 * target, of which there may be several, is counted by its ROI.
 */
export function organsOver({ organs }: Pick<Assessment, 'organs'>): number {
  const over = organs.filter(({ goals }) => goals.some(({ mandatory, verdict }) => mandatory && verdict === 'exceeded'));
  return new Set(over.map(({ organ, roi }) => (organ === null || TARGET.test(organ) ? `ROI ${roi}` : organ))).size;
}

const TARGET = /^(I?GTV|I?CTV|ITV|PTV)$/;
