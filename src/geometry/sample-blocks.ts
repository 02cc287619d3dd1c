import { coverLattice, latticeAround } from './coverage';
import type { Fineness } from './sampling-fineness';
import type { SlabStack } from './slab-stack';

/** Square blocks that cover the slabs of a solid: where each is, how much of it is covered, and the centroid of that. */
export interface Blocks {
  readonly slab: Int32Array;
  readonly column: Int32Array;
  readonly row: Int32Array;
  readonly areaMm2: Float64Array;
  readonly u: Float64Array;
  readonly v: Float64Array;
  readonly count: number;
}

/** Cuts each slab into square blocks, exactly covered by the slab's polygons; slab by slab, empty ones left out. */
export function coverBlocks(stack: SlabStack, fineness: Fineness): Blocks {
  const { blockMm } = fineness;
  let capacity = 1024;
  let slab = new Int32Array(capacity);
  let column = new Int32Array(capacity);
  let row = new Int32Array(capacity);
  let areaMm2 = new Float64Array(capacity);
  let u = new Float64Array(capacity);
  let v = new Float64Array(capacity);
  let count = 0;
  const grown = <T extends Int32Array | Float64Array>(old: T): T => {
    const next = new (old.constructor as new (size: number) => T)(capacity);
    next.set(old);
    return next;
  };
  stack.slabs.forEach(({ rings }, s) => {
    const lattice = latticeAround(rings, blockMm);
    const { area, momentU, momentV } = coverLattice(rings, lattice);
    const firstColumn = Math.round(lattice.originU / blockMm);
    const firstRow = Math.round(lattice.originV / blockMm);
    for (let b = 0, at = 0; b < lattice.countV; b++) {
      for (let a = 0; a < lattice.countU; a++, at++) {
        if (area[at] < NOTHING) continue;
        if (count === capacity) {
          capacity *= 2;
          [slab, column, row] = [grown(slab), grown(column), grown(row)];
          [areaMm2, u, v] = [grown(areaMm2), grown(u), grown(v)];
        }
        slab[count] = s;
        column[count] = firstColumn + a;
        row[count] = firstRow + b;
        areaMm2[count] = area[at] * blockMm * blockMm;
        u[count] = lattice.originU + (a + momentU[at] / area[at]) * blockMm;
        v[count] = lattice.originV + (b + momentV[at] / area[at]) * blockMm;
        count++;
      }
    }
  });
  return { slab, column, row, areaMm2, u, v, count };
}

/** Covered share of a cell below which it is rounding, not tissue. */
export const NOTHING = 1e-9;
