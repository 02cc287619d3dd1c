import { contours } from 'd3-contour';
import type { Lattice } from './dose-plane';

/** A line on a picture, mm: `[across0, down0, across1, down1, ...]`. A closed one ends where it began. */
export type PlaneLine = Float64Array;

/** Places in a lattice, the last ones included. */
export interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/**
 * Where the line passes between two neighbouring nodes, given by their indices: 0 at the first, 1 at the second; NaN
 * where that is not known.
 */
export type Crossing = (first: number, second: number) => number;

/**
 * Turns a ring of d3-contour, whose points lie half-way between two nodes, into lines through the places of the
 * crossings. Where a ring only closes along the edge of the lattice or of what is known there is no line.
 */
function linesOfRing(ring: readonly number[][], lattice: Lattice, box: Box, crossing: Crossing): PlaneLine[] {
  const { columns, rows, stepMm, acrossMm, downMm } = lattice;
  const lines: number[][] = [];
  let line: number[] = [];
  let unbroken = true;
  for (const [x, y] of ring) {
    // Nodes are at half-integers: on one axis the point is at a node, on the other between two.
    const between = Number.isInteger(x);
    const j = Math.floor(y) + box.top;
    const i = Math.floor(x) + box.left;
    const before = between ? i - 1 : i;
    const above = between ? j : j - 1;
    const inside = before >= 0 && i < columns && above >= 0 && j < rows;
    const t = inside ? crossing(above * columns + before, j * columns + i) : Number.NaN;
    if (Number.isNaN(t)) {
      unbroken = false;
      if (line.length > 2) lines.push(line);
      line = [];
    } else {
      line.push(acrossMm + (between ? before + t : i) * stepMm, downMm + (between ? j : above + t) * stepMm);
    }
  }
  if (line.length > 2) lines.push(line);
  // A ring that was broken elsewhere than at its first point: its end goes on in its beginning.
  if (!unbroken && lines.length > 1) {
    const first = lines[0];
    const last = lines[lines.length - 1];
    if (first[0] === last[last.length - 2] && first[1] === last[last.length - 1]) {
      lines[0] = last.concat(first.slice(2));
      lines.pop();
    }
  }
  return lines.map((points) => Float64Array.from(points));
}

/**
 * Lines around the nodes at or above a level.
 * @param box holds all of them, and one node more on each side where there is one, so that rings close.
 */
export function linesAround(
  values: Float32Array | Uint8Array,
  lattice: Lattice,
  level: number,
  box: Box,
  crossing: Crossing,
): PlaneLine[] {
  const width = box.right - box.left + 1;
  const height = box.bottom - box.top + 1;
  const part: number[] = new Array(width * height);
  for (let j = 0, n = 0; j < height; j++) {
    const row = (box.top + j) * lattice.columns + box.left;
    for (let i = 0; i < width; i++, n++) part[n] = values[row + i];
  }
  const { coordinates } = contours().size([width, height]).smooth(false).contour(part, level);
  return coordinates.flatMap((polygon) => polygon.flatMap((ring) => linesOfRing(ring, lattice, box, crossing)));
}

/** One node more on each side, where there is one. */
export const wider = ({ left, right, top, bottom }: Box, { columns, rows }: Lattice): Box => ({
  left: Math.max(0, left - 1),
  right: Math.min(columns - 1, right + 1),
  top: Math.max(0, top - 1),
  bottom: Math.min(rows - 1, bottom + 1),
});
