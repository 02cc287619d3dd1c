import type { Steps } from '../../case/steps';
import { type DoseField, interpolateDose } from '../../geometry/interpolate';
import type { RoiSamples } from '../../geometry/roi-samples';
import type { SlabStack } from '../../geometry/slab-stack';

/** Samples that are no finer where a dose is high or steep: enough for means and medians, and the same for every dose. */
export type EvenSamples = Omit<RoiSamples, 'peaks' | 'fineness'>;

/** @returns doses in Gy of each field at the samples, NaN outside of its grid. */
export function evenSamples(
  stack: SlabStack,
  fields: readonly DoseField[],
  { sampleRoi }: Pick<Steps, 'sampleRoi'>,
): EvenSamples {
  const { count, totalCc, positionsMm, volumeCc } = sampleRoi(stack, []);
  const doseGy = fields.map((field) => {
    const out = new Float32Array(count);
    interpolateDose(field, positionsMm, count, out);
    return out;
  });
  return { count, totalCc, positionsMm, volumeCc, doseGy };
}
