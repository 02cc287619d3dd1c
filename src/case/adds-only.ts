import type { Finding } from '../findings/finding';

/** What asks about tissue that is not drawn: whatever the answer, what is drawn of the organ remains. */
const NOT_DRAWN: ReadonlySet<Finding['code']> = new Set([
  'nested-contours',
  'contour-bounds-no-volume',
  'contour-without-area',
  'organ-ends-before-field',
  'organ-shorter-than-on-prior',
]);
/** A part beside a gap that is a smaller share of its ROI may be a stray contour, which an answer takes away. */
const STRAY = 0.1;

/** Whether an answer to a finding can only add to what is drawn of its ROI: a maximum that exceeds a limit stays above it. */
export const addsOnly = (finding: Finding): boolean =>
  NOT_DRAWN.has(finding.code) || (finding.code === 'slice-gap' && (finding.facts.leastPart ?? 0) >= STRAY);
