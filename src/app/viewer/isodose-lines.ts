import { contours } from 'd3-contour';
import type { Lattice } from './dose-plane';

/** A line on a picture, mm: `[across0, down0, across1, down1, ...]`. A closed one ends where it began. */
export type PlaneLine = Float64Array;

/** Places in the lattice of the least box that holds every node at or above a level. */
interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

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
 * Turns a ring of d3-contour, whose points lie half-way between two nodes, into lines through the places where the dose
 * is the level itself. Where a ring only closes along the edge of the lattice or of the dose grid there is no line: the
 * dose beyond is not known.
 */
function linesOfRing(ring: readonly number[][], values: Float32Array, lattice: Lattice, level: number, box: Box): PlaneLine[] {
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
    const v0 = inside ? values[above * columns + before] : Number.NaN;
    const v1 = inside ? values[j * columns + i] : Number.NaN;
    const t = (level - v0) / (v1 - v0);
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

/** Lines of equal dose on a lattice, for each level. */
export function isodoseLines(values: Float32Array, lattice: Lattice, levelsGy: readonly number[]): PlaneLine[][] {
  return levelsGy.map((level) => {
    const found = boxAbove(values, lattice, level);
    if (!found) return [];
    // One node more on each side, where there is one, so that rings close where the dose falls below the level.
    const box: Box = {
      left: Math.max(0, found.left - 1),
      right: Math.min(lattice.columns - 1, found.right + 1),
      top: Math.max(0, found.top - 1),
      bottom: Math.min(lattice.rows - 1, found.bottom + 1),
    };
    const width = box.right - box.left + 1;
    const height = box.bottom - box.top + 1;
    const part: number[] = new Array(width * height);
    for (let j = 0, n = 0; j < height; j++) {
      const row = (box.top + j) * lattice.columns + box.left;
      for (let i = 0; i < width; i++, n++) part[n] = values[row + i];
    }
    const { coordinates } = contours().size([width, height]).smooth(false).contour(part, level);
    return coordinates.flatMap((polygon) => polygon.flatMap((ring) => linesOfRing(ring, values, lattice, level, box)));
  });
}
