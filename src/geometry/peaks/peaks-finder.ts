import { stackTest } from '../inside-stack';
import type { DoseField } from '../interpolate';
import { coverBlocks } from '../sample-blocks';
import { finenessOf } from '../sampling-fineness';
import type { SlabStack } from '../slab-stack';
import { findPeaks, NO_PEAKS, type Peaks } from './find-peaks';
import type { Sampled } from './offer-samples';

/** Finds the peaks of one solid under doses that lie here and there: what is the same for all is made once. */
export function peaksFinder(stack: SlabStack): (fields: readonly DoseField[], sampled: Sampled) => Peaks {
  const fineness = finenessOf(stack);
  const blocks = coverBlocks(stack, fineness);
  const solid = stackTest(stack);
  return (fields, sampled) => (fields.length > 0 ? findPeaks(stack, blocks, fineness, fields, sampled, solid) : NO_PEAKS);
}
