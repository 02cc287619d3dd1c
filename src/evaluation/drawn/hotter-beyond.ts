import type { DosedOrgan } from '../prepared-region';
import { type Beyond, carriedOnBy, type DrawnAnatomy } from './drawn-anatomy';
import { hottestEqd2Gy, NOTICEABLE_GY } from './hottest-dose';
import { unforgivenTissue } from './unforgiven-tissue';

/**
 * Whether an organ that is carried on has more than what is drawn of it, of all courses of its anatomy, the prior ones or
 * the planned one.
 */
export function isHotterBeyond({ region, samples }: DosedOrgan, beyond: Beyond, { inputs, sampled }: DrawnAnatomy): boolean {
  const stack = carriedOnBy(region.stack, beyond);
  if (!stack) return false;
  const carriedOn = sampled({ ...region, stack });
  const tissue = unforgivenTissue(region, inputs);
  return (['cumulative', 'prior', 'planned'] as const).some((scope) => {
    const [here, there] = [samples, carriedOn.samples].map((each) => hottestEqd2Gy(each, tissue, inputs.courses, scope));
    return there > here + NOTICEABLE_GY;
  });
}
