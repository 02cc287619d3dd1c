import { coverLattice } from '../coverage';
import { evenSpread } from '../even-spread';
import type { DoseField } from '../interpolate';
import { PointList } from '../point-list';
import { NOTHING } from '../sample-blocks';
import type { SlabStack } from '../slab-stack';
import { CellList } from './cell-list';
import { clipRing, reaches } from './clip-ring';
import { type DosedPoints, dosed } from './dosed-points';

/** For each cell, into how many parts a side and into how many layers it is cut; 0 parts where it is not. */
export interface Cuts {
  readonly parts: Uint8Array;
  readonly layers: Uint8Array;
}

/** The points and cells with those to be cut replaced by their parts. */
export function cutCells(
  stack: SlabStack,
  points: DosedPoints,
  cells: CellList,
  { parts, layers }: Cuts,
  fields: readonly DoseField[],
): { points: DosedPoints; cells: CellList } {
  const added = new PointList(stack);
  const fine = new CellList();
  const isCut = new Uint8Array(cells.count);
  for (let n = 0; n < cells.count; n++) {
    if (parts[n] > 0 && cutCell(stack, cells, n, parts[n], layers[n], added, fine)) isCut[n] = 1;
  }
  const extra = dosed(added.done(), fields);
  // What is kept moves down over what is cut; the new points stand behind.
  let keep = 0;
  for (let n = 0; n < cells.count; n++) if (!isCut[n]) keep += cells.layers[n];
  const positionsMm = new Float32Array(3 * (keep + extra.count));
  const volumeCc = new Float32Array(keep + extra.count);
  const doseGy = points.doseGy.map(() => new Float32Array(keep + extra.count));
  const kept = new CellList(cells.count + fine.count);
  let to = 0;
  for (let n = 0; n < cells.count; n++) {
    if (isCut[n]) continue;
    const [from, end] = [cells.first[n], cells.first[n] + cells.layers[n]];
    copyCell(cells, n, kept, to);
    for (let at = from; at < end; at++, to++) {
      for (let axis = 0; axis < 3; axis++) positionsMm[3 * to + axis] = points.positionsMm[3 * at + axis];
      volumeCc[to] = points.volumeCc[at];
      for (let p = 0; p < doseGy.length; p++) doseGy[p][to] = points.doseGy[p][at];
    }
  }
  positionsMm.set(extra.positionsMm, 3 * keep);
  volumeCc.set(extra.volumeCc, keep);
  doseGy.forEach((dose, p) => {
    dose.set(extra.doseGy[p], keep);
  });
  for (let n = 0; n < fine.count; n++) {
    copyCell(fine, n, kept, keep + fine.first[n]);
  }
  return { points: { count: keep + extra.count, positionsMm, volumeCc, doseGy }, cells: kept };
}

function copyCell(from: CellList, n: number, to: CellList, first: number): void {
  const own = to.more();
  to.slab[own] = from.slab[n];
  to.u[own] = from.u[n];
  to.v[own] = from.v[n];
  to.sizeMm[own] = from.sizeMm[n];
  to.areaMm2[own] = from.areaMm2[n];
  to.first[own] = first;
  to.layers[own] = from.layers[n];
}

/** Cuts one cell, exactly covered; false, with nothing added, where its parts do not make up the whole. */
function cutCell(
  stack: SlabStack,
  cells: CellList,
  n: number,
  parts: number,
  layers: number,
  points: PointList,
  fine: CellList,
): boolean {
  const { slab, u, v, sizeMm, areaMm2 } = cells;
  const { rings, bottomMm, topMm } = stack.slabs[slab[n]];
  const cellMm = sizeMm[n] / parts;
  const isWhole = areaMm2[n] > sizeMm[n] ** 2 * (1 - 1e-9);
  const near = isWhole ? [] : rings.filter((ring) => reaches(ring, u[n], v[n], sizeMm[n]));
  const clipped = near.map((ring) => clipRing(ring, u[n], v[n], sizeMm[n])).filter((ring) => ring.length >= 6);
  // One cell more on two sides, for what rounding puts beyond the border.
  const width = parts + 1;
  const lattice = { originU: u[n], originV: v[n], cellMm, countU: width, countV: width };
  const covered = isWhole ? undefined : coverLattice(clipped, lattice);
  if (covered) {
    let sum = 0;
    for (let at = 0; at < width * width; at++) sum += covered.area[at];
    if (Math.abs(sum * cellMm * cellMm - areaMm2[n]) > 1e-6 * sizeMm[n] ** 2) return false;
  }
  const thickness = topMm - bottomMm;
  for (let row = 0; row < parts; row++) {
    for (let column = 0; column < parts; column++) {
      const at = column + width * row;
      const share = covered ? covered.area[at] : 1;
      if (share < NOTHING) continue;
      const isFull = share > 1 - 1e-9;
      const cu = u[n] + (column + (covered && !isFull ? covered.momentU[at] / share : 0.5)) * cellMm;
      const cv = v[n] + (row + (covered && !isFull ? covered.momentV[at] / share : 0.5)) * cellMm;
      const area = share * cellMm * cellMm;
      const [a, b] = [Math.round(u[n] / cellMm) + column, Math.round(v[n] / cellMm) + row];
      const own = fine.more();
      fine.slab[own] = slab[n];
      fine.u[own] = u[n] + column * cellMm;
      fine.v[own] = v[n] + row * cellMm;
      fine.sizeMm[own] = cellMm;
      fine.areaMm2[own] = area;
      fine.first[own] = points.length;
      fine.layers[own] = layers;
      const rise = 0.5 + evenSpread(a, b, slab[n]);
      for (let layer = 0; layer < layers; layer++) {
        const height = layer + layers * slab[n];
        const du = isFull ? cellMm * evenSpread(a, height, b) : 0;
        const dv = isFull ? cellMm * evenSpread(height, b, a) : 0;
        points.next[0] = cu + du;
        points.next[1] = cv + dv;
        points.next[2] = bottomMm + ((layer + rise) * thickness) / layers;
        points.next[3] = (area * thickness) / layers / 1000;
        points.takeNext();
      }
    }
  }
  return true;
}
