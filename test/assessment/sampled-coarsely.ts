import { sampleRoi } from '../../src/geometry/roi-samples';
import { finenessOf } from '../../src/geometry/sampling-fineness';

const COARSER = 2.5;

/** Samples with an eighth of the points and less, for tests that ask how results differ and not what they are. */
export const sampledCoarsely: typeof sampleRoi = (stack, fields, peaksOf) => {
  const own = finenessOf(stack);
  return sampleRoi(stack, fields, peaksOf, { ...own, blockMm: COARSER * own.blockMm });
};
