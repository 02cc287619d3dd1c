import { DoseDistribution } from '../../dvh/distribution';

/** Points of the rest, which means and volumes are taken from. */
const REST = 1500;
/** Points that may be the hottest; beyond that the dose is so even that a part of them tells the same. */
const HOTTEST = 4000;
/** Goals have other alpha/betas than the organ, and rank points a little differently. */
const SLACK = 0.95;

/** Which samples of an organ are looked at when a dose is moved, and the volume that each then stands for. */
export interface TellingSamples {
  readonly indices: Uint32Array;
  readonly volumeCc: Float32Array;
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
): TellingSamples {
  const count = volumeCc.length;
  const known = lowGy.map((gy) => (Number.isNaN(gy) ? 0 : gy));
  const threshold = SLACK * new DoseDistribution(known, volumeCc).doseAtHottest(hottestCc);
  const isHot = (n: number) => highGy[n] >= threshold;
  let hot = 0;
  for (let n = 0; n < count; n++) if (isHot(n)) hot++;
  const steps = [Math.max(1, Math.ceil((count - hot) / REST)), Math.max(1, Math.ceil(hot / HOTTEST))];
  const chosen = new Uint32Array(count);
  const wholeCc = [0, 0];
  const chosenCc = [0, 0];
  const seen = [0, 0];
  let to = 0;
  for (let n = 0; n < count; n++) {
    const kind = Number(isHot(n));
    wholeCc[kind] += volumeCc[n];
    if (seen[kind]++ % steps[kind] !== 0) continue;
    chosenCc[kind] += volumeCc[n];
    chosen[to++] = n;
  }
  const indices = chosen.slice(0, to);
  const share = [0, 1].map((kind) => (chosenCc[kind] > 0 ? wholeCc[kind] / chosenCc[kind] : 0));
  return { indices, volumeCc: Float32Array.from(indices, (n) => volumeCc[n] * share[Number(isHot(n))]) };
}
