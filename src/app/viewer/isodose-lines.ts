import type { Lattice } from './dose-plane';
import { type Box, linesAround, type PlaneLine, wider } from './lattice-lines';

/** The least box that holds every node at or above a level. */
function boxAbove(values: Float32Array, { columns, rows }: Lattice, level: number): Box | undefined {
  let [left, right, top, bottom] = [columns, -1, rows, -1];
  for (let j = 0, n = 0; j < rows; j++) {
    for (let i = 0; i < columns; i++, n++) {
      if (!(values[n] >= level)) continue;
      if (i < left) left = i;
      if (i > right) right = i;
      if (j < top) top = j;
      bottom = j;
    }
  }
  return right < 0 ? undefined : { left, right, top, bottom };
}

/**
 * Lines of equal dose on a lattice, for each level, through the places where the dose is the level itself. Where the dose
 * beyond is not known there is no line.
 */
export function isodoseLines(values: Float32Array, lattice: Lattice, levelsGy: readonly number[]): PlaneLine[][] {
  return levelsGy.map((level) => {
    const found = boxAbove(values, lattice, level);
    if (!found) return [];
    const crossing = (first: number, second: number) => (level - values[first]) / (values[second] - values[first]);
    return linesAround(values, lattice, level, wider(found, lattice), crossing);
  });
}
