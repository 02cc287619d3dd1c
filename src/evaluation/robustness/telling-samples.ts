import { DoseDistribution } from '../../dvh/distribution';

/** Goals have other alpha/betas than the organ, and rank points a little differently. */
const SLACK = 0.95;

/** Which samples of an organ are looked at when a dose is moved, and the volume that each then stands for. */
export interface TellingSamples {
  readonly indices: Uint32Array;
  readonly volumeCc: Float32Array;
}

/** How many samples of each kind are looked at, about. */
export interface TellingCounts {
  /** Of those that may be the hottest; beyond that the dose is so even that a part of them tells the same. */
  readonly hottest: number;
  /** Of the rest, which means and volumes are taken from. */
  readonly rest: number;
}

/**
 * Every sample that can be among the hottest `hottestCc` wherever the dose is moved within its bounds, and an even choice
 * of the others. A sample whose highest is below what the hottest have at their least cannot be one of them.
 * @param lowGy, highGy bounds of each sample's dose; NaN where it is unknown: such samples are among the others.
 */
export function tellingSamples(
  lowGy: Float32Array,
  highGy: Float32Array,
  volumeCc: Float32Array,
  hottestCc: number,
  counts: TellingCounts,
): TellingSamples {
  const count = volumeCc.length;
  const known = lowGy.map((gy) => (Number.isNaN(gy) ? 0 : gy));
  const threshold = SLACK * new DoseDistribution(known, volumeCc).doseAtHottest(hottestCc);
  const wholeCc = [0, 0];
  const found = [0, 0];
  for (let n = 0; n < count; n++) {
    const kind = highGy[n] >= threshold ? 1 : 0;
    wholeCc[kind] += volumeCc[n];
    found[kind]++;
  }
  const wanted = [counts.rest, counts.hottest];
  const stepCc = [0, 1].map((kind) => (found[kind] > wanted[kind] ? wholeCc[kind] / wanted[kind] : 0));
  return evenChoice(byDose(lowGy, highGy), highGy, volumeCc, threshold, stepCc, wholeCc);
}

/**
 * Steps through the samples by volume: each chosen one stands for a step, a larger one for itself. Equal volumes tell a
 * volume best; in the order of dose each range of it keeps its share, so that an isodose is where it is wherever the
 * dose is moved.
 */
function evenChoice(
  order: Uint32Array,
  highGy: Float32Array,
  volumeCc: Float32Array,
  threshold: number,
  stepCc: readonly number[],
  wholeCc: readonly number[],
): TellingSamples {
  const indices = new Uint32Array(volumeCc.length);
  const weightCc = new Float32Array(volumeCc.length);
  const walked = stepCc.map((step) => step / 2);
  const chosenCc = [0, 0];
  let to = 0;
  for (let at = 0; at < order.length; at++) {
    const n = order[at];
    const kind = highGy[n] >= threshold ? 1 : 0;
    const step = stepCc[kind];
    let weight = volumeCc[n];
    if (weight < step) {
      walked[kind] += weight;
      if (walked[kind] < step) continue;
      walked[kind] -= step;
      weight = step;
    }
    chosenCc[kind] += weight;
    weightCc[to] = weight;
    indices[to++] = n;
  }
  const scale = [0, 1].map((kind) => (chosenCc[kind] > 0 ? wholeCc[kind] / chosenCc[kind] : 0));
  for (let t = 0; t < to; t++) weightCc[t] *= scale[highGy[indices[t]] >= threshold ? 1 : 0];
  return { indices: indices.slice(0, to), volumeCc: weightCc.slice(0, to) };
}

/** Ranges of dose that are told apart; within one the samples' own order keeps a choice even in space. */
const RANGES = 1024;

/** The samples in the order of their dose, by the middle of its bounds; unknown ones first. */
function byDose(lowGy: Float32Array, highGy: Float32Array): Uint32Array {
  const count = lowGy.length;
  let [least, most] = [Infinity, -Infinity];
  for (let n = 0; n < count; n++) {
    if (lowGy[n] < least) least = lowGy[n];
    if (lowGy[n] > most) most = lowGy[n];
  }
  const perGy = most > least ? (RANGES - 1) / (most - least) : 0;
  const rangeOf = (n: number): number => {
    // What has no bound from above is as hot as the hottest that is known.
    const middleGy = (lowGy[n] + Math.min(highGy[n], most)) / 2;
    return Number.isNaN(middleGy) ? 0 : Math.max(0, Math.floor((middleGy - least) * perGy));
  };
  const ranges = new Uint16Array(count);
  const next = new Uint32Array(RANGES + 1);
  for (let n = 0; n < count; n++) {
    ranges[n] = rangeOf(n);
    next[ranges[n] + 1]++;
  }
  for (let range = 0; range < RANGES; range++) next[range + 1] += next[range];
  const order = new Uint32Array(count);
  for (let n = 0; n < count; n++) order[next[ranges[n]]++] = n;
  return order;
}
