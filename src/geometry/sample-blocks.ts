import { coverLattice, latticeAround } from './coverage';

import type { Fineness } from './sampling-fineness';
import type { Ring, SlabStack } from './slab-stack';

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
export function coverBlocks(stack: SlabStack, { blockMm }: Fineness): Blocks {
  const blocks = new BlockList();
  for (let s = 0; s < stack.slabs.length; s++) blocks.takeSlab(s, stack.slabs[s].rings, blockMm);
  return blocks;
}

class BlockList implements Blocks {
  slab = new Int32Array(1024);
  column = new Int32Array(1024);
  row = new Int32Array(1024);
  areaMm2 = new Float64Array(1024);
  u = new Float64Array(1024);
  v = new Float64Array(1024);
  count = 0;

  takeSlab(s: number, rings: readonly Ring[], blockMm: number): void {
    const lattice = latticeAround(rings, blockMm);
    const { area, momentU, momentV } = coverLattice(rings, lattice);
    const { originU, originV, countU, countV } = lattice;
    this.makeRoomFor(countU * countV);
    const { slab, column, row, areaMm2, u, v } = this;
    const firstColumn = Math.round(originU / blockMm);
    const firstRow = Math.round(originV / blockMm);
    let count = this.count;
    for (let b = 0, at = 0; b < countV; b++) {
      for (let a = 0; a < countU; a++, at++) {
        if (area[at] < NOTHING) continue;
        slab[count] = s;
        column[count] = firstColumn + a;
        row[count] = firstRow + b;
        areaMm2[count] = area[at] * blockMm * blockMm;
        u[count] = originU + (a + momentU[at] / area[at]) * blockMm;
        v[count] = originV + (b + momentV[at] / area[at]) * blockMm;
        count++;
      }
    }
    this.count = count;
  }

  private makeRoomFor(more: number): void {
    const least = this.count + more;
    if (least <= this.slab.length) return;
    const room = Math.max(least, 2 * this.slab.length);
    this.slab = grown(this.slab, room);
    this.column = grown(this.column, room);
    this.row = grown(this.row, room);
    this.areaMm2 = grown(this.areaMm2, room);
    this.u = grown(this.u, room);
    this.v = grown(this.v, room);
  }
}

function grown<T extends Int32Array | Float64Array>(old: T, room: number): T {
  const next = new (old.constructor as new (size: number) => T)(room);
  next.set(old);
  return next;
}

/** Covered share of a cell below which it is rounding, not tissue. */
export const NOTHING = 1e-9;
