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
  for (let from = 0; from < out.length; from += CHUNK) {
    const to = Math.min(out.length, from + CHUNK);
    for (const [p, { doseGy, response, weight }] of phases.entries())
      addResponse(response, doseGy, from, to, weight, out, p === 0);
  }
}
