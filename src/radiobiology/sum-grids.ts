import { addResponse, type PhaseResponse } from './phase-response';

/** One phase's contribution to a sum on a grid: its dose on that grid, and the weight of its BED. */
export interface WeightedPhase {
  readonly doseGy: Float32Array;
  readonly response: PhaseResponse;
  readonly weight: number;
}

/** Voxels worked on at a time, so that the partial sums stay in the processor's cache. */
const CHUNK = 8192;

/**
 * The voxel-wise sum of weighted BEDs; with weights of (1 - r) / (1 + 2/(α/β)) that is EQD2. All doses are on one grid.
 * NaN where any phase's dose is unknown.
 */
export function sumResponses(phases: readonly WeightedPhase[], out: Float32Array): void {
  const isPair = phases.length === 2 && phases.every(({ response }) => response.transitionGy === Infinity);
  if (isPair) {
    sumPair(phases[0], phases[1], out);
    return;
  }
  for (let from = 0; from < out.length; from += CHUNK) {
    const to = Math.min(out.length, from + CHUNK);
    for (const [p, { doseGy, response, weight }] of phases.entries())
      addResponse(response, doseGy, from, to, weight, out, p === 0);
  }
}

/** The usual case, a prior and a planned phase in LQ, in one pass: the partial sum never leaves the processor. */
function sumPair(a: WeightedPhase, b: WeightedPhase, out: Float32Array): void {
  const linearA = a.response.linear * a.weight;
  const quadraticA = a.response.quadratic * a.weight;
  const linearB = b.response.linear * b.weight;
  const quadraticB = b.response.quadratic * b.weight;
  const doseA = a.doseGy;
  const doseB = b.doseGy;
  const count = out.length;
  // Four voxels a turn: the loop's own checks then weigh less than the arithmetic.
  const fours = count & ~3;
  for (let n = 0; n < fours; n += 4) {
    const p0 = doseA[n];
    const q0 = doseB[n];
    const p1 = doseA[n + 1];
    const q1 = doseB[n + 1];
    const p2 = doseA[n + 2];
    const q2 = doseB[n + 2];
    const p3 = doseA[n + 3];
    const q3 = doseB[n + 3];
    out[n] = p0 * (linearA + quadraticA * p0) + q0 * (linearB + quadraticB * q0);
    out[n + 1] = p1 * (linearA + quadraticA * p1) + q1 * (linearB + quadraticB * q1);
    out[n + 2] = p2 * (linearA + quadraticA * p2) + q2 * (linearB + quadraticB * q2);
    out[n + 3] = p3 * (linearA + quadraticA * p3) + q3 * (linearB + quadraticB * q3);
  }
  for (let n = fours; n < count; n++) {
    const p = doseA[n];
    const q = doseB[n];
    out[n] = p * (linearA + quadraticA * p) + q * (linearB + quadraticB * q);
  }
}
