import { coverLattice, latticeAround } from './coverage';
import { type DoseField, interpolateDose } from './interpolate';
import { evenOddAreaMm2 } from './ring-nesting';
import { chooseFineness, type Fineness, LARGE_POINTS } from './sampling-fineness';
import type { Slab, SlabStack } from './slab-stack';

/**
 * An ROI as points with exact volumes: the only thing that anything later is computed from. `positionsMm` holds x, y, z
 * triplets in the ROI's frame; `volumeCc` the exact volume each point stands for; `doseGy[p]` the physical dose of phase
 * `p` there, NaN outside that phase's dose grid.
 */
export interface RoiSamples {
  readonly count: number;
  readonly totalCc: number;
  readonly fineness: Fineness;
  readonly positionsMm: Float32Array;
  readonly volumeCc: Float32Array;
  readonly doseGy: readonly Float32Array[];
}

/** Blocks over which no phase's dose varies by more than this are never worth cutting. */
const EVEN_GY = 0.25;
/** The hottest part of the ROI that is taken at the finest cells, for each phase and for their sums. */
const HOT_CC = 1;
/** Where even the hottest dose varies by less than this over a block, finer cells would tell nothing. */
const FLAT_GY = 0.05;

interface Blocks {
  readonly slab: Int32Array;
  readonly column: Int32Array;
  readonly row: Int32Array;
  readonly areaMm2: Float64Array;
  readonly u: Float64Array;
  readonly v: Float64Array;
  readonly count: number;
}

/** Volume of the solid in mm³: the polygons' own areas times the slab thicknesses. */
export function stackVolumeMm3(stack: SlabStack): number {
  return stack.slabs.reduce((sum, slab) => sum + evenOddAreaMm2(slab.rings) * (slab.topMm - slab.bottomMm), 0);
}

/**
 * Turns a solid into samples. Each slab is cut into square blocks, exactly covered by the slab's polygons, and every
 * block becomes one point or more (see `Fineness`): large organs are cut finer where the dose of some phase varies most
 * over a block, and finest in what may be the hottest part. Small organs have one fine size of cell throughout.
 * @param fields the doses of the phases, asked for in the ROI's own frame.
 */
export function sampleRoi(stack: SlabStack, fields: readonly DoseField[]): RoiSamples {
  const volumeMm3 = stackVolumeMm3(stack);
  const heightMm = stack.slabs.reduce((sum, slab) => sum + slab.topMm - slab.bottomMm, 0);
  const fineness = chooseFineness(volumeMm3, heightMm / stack.slabs.length);
  const blocks = coverBlocks(stack, fineness);
  const level = fineness.perBlock === 1 ? new Uint8Array(blocks.count) : blockLevels(stack, blocks, fields, fineness);
  const points = new PointList(stack);
  let from = 0;
  stack.slabs.forEach((slab, s) => {
    let to = from;
    let finest = 0;
    while (to < blocks.count && blocks.slab[to] === s) finest = Math.max(finest, level[to++]);
    emitSlab(slab, blocks, level, from, to, finest, fineness, points);
    from = to;
  });
  const { positionsMm, volumeCc, count } = points.done();
  let totalCc = 0;
  for (let n = 0; n < count; n++) totalCc += volumeCc[n];
  const doseGy = fields.map((field) => {
    const out = new Float32Array(count);
    interpolateDose(field, positionsMm, count, out);
    return out;
  });
  return { count, totalCc, fineness, positionsMm, volumeCc, doseGy };
}

function coverBlocks(stack: SlabStack, fineness: Fineness): Blocks {
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
const NOTHING = 1e-9;

/** For each block: 0 whole, 1 halved in each direction, 2 down to the finest cells (the hottest part only). */
function blockLevels(stack: SlabStack, blocks: Blocks, fields: readonly DoseField[], fineness: Fineness): Uint8Array {
  const { count } = blocks;
  const level = new Uint8Array(count);
  if (fields.length === 0) return level;
  const probes = probeBlocks(stack, blocks, fineness);
  const range = new Float32Array(count);
  const wholeMm2 = fineness.blockMm ** 2 * (1 - 1e-9);
  const dose = fields.map(() => new Float32Array(PROBES * count));
  fields.forEach((field, f) => {
    interpolateDose(field, probes, PROBES * count, dose[f]);
    for (let n = 0; n < count; n++) {
      let low = Infinity;
      let high = -Infinity;
      let outside = 0;
      for (let p = PROBES * n; p < PROBES * (n + 1); p++) {
        const d = dose[f][p];
        if (d < low) low = d;
        if (d > high) high = d;
        if (Number.isNaN(d)) outside++;
      }
      // A block that straddles the grid's edge is cut, so that the covered share is exact.
      const spread = outside === PROBES ? 0 : outside > 0 ? Infinity : high - low;
      if (spread > range[n]) range[n] = spread;
    }
  });
  // A partly covered block is one point at its centroid, without the spread that evens out whole ones: always cut.
  const limitGy = rangeToCut(range);
  for (let n = 0; n < count; n++) level[n] = range[n] > (blocks.areaMm2[n] < wholeMm2 ? EVEN_GY : limitGy) ? 1 : 0;
  const sum = new Float32Array(PROBES * count);
  const squares = new Float32Array(PROBES * count);
  for (const d of dose) {
    markHottest(stack, blocks, d, range, level);
    for (let p = 0; p < sum.length; p++) {
      sum[p] += d[p];
      squares[p] += d[p] * d[p];
    }
  }
  if (fields.length > 1) {
    // Between them the sums of D and of D² bracket where any EQD2 sum is highest.
    markHottest(stack, blocks, sum, range, level);
    markHottest(stack, blocks, squares, range, level);
  }
  return level;
}

/** The range of dose above which whole blocks are cut in two a side, so that no more than `LARGE_POINTS` come of it. */
function rangeToCut(range: Float32Array): number {
  const bins = new Uint32Array(256);
  const perGy = 8;
  const bin = (gy: number) => Math.min(bins.length - 1, Math.floor(gy * perGy));
  for (let n = 0; n < range.length; n++) bins[bin(range[n])]++;
  let b = bins.length - 1;
  for (let points = range.length + 7 * bins[b]; points <= LARGE_POINTS && b > 0; points += 7 * bins[b]) b--;
  return Math.max(EVEN_GY, (b + 1) / perGy);
}

/** Centroid, and four of the block's corners (a tetrahedron, so that a change along any axis is seen). */
const PROBES = 5;
const CORNERS = [0b000, 0b011, 0b101, 0b110];

function probeBlocks(stack: SlabStack, blocks: Blocks, fineness: Fineness): Float32Array {
  const { blockMm } = fineness;
  const { u, v, w } = stack.basis;
  const out = new Float32Array(3 * PROBES * blocks.count);
  let at = 0;
  for (let n = 0; n < blocks.count; n++) {
    const slab = stack.slabs[blocks.slab[n]];
    for (let p = 0; p < PROBES; p++) {
      const corner = CORNERS[p];
      const centre = corner === undefined;
      const pu = centre ? blocks.u[n] : (blocks.column[n] + (corner & 1)) * blockMm;
      const pv = centre ? blocks.v[n] : (blocks.row[n] + ((corner >> 1) & 1)) * blockMm;
      const pw = centre ? (slab.bottomMm + slab.topMm) / 2 : corner & 4 ? slab.topMm : slab.bottomMm;
      out[at++] = pu * u[0] + pv * v[0] + pw * w[0];
      out[at++] = pu * u[1] + pv * v[1] + pw * w[1];
      out[at++] = pu * u[2] + pv * v[2] + pw * w[2];
    }
  }
  return out;
}

/** Sets to the finest level every block that reaches into the hottest `HOT_CC` of `dose`, as its probes see it. */
function markHottest(stack: SlabStack, blocks: Blocks, dose: Float32Array, range: Float32Array, level: Uint8Array): void {
  const { count } = blocks;
  let top = 0;
  for (let p = 0; p < dose.length; p++) if (dose[p] > top) top = dose[p];
  if (top === 0) return;
  const bins = new Float64Array(1024);
  const perDose = (bins.length - 1) / top;
  for (let n = 0; n < count; n++) {
    const slab = stack.slabs[blocks.slab[n]];
    const probeCc = (blocks.areaMm2[n] * (slab.topMm - slab.bottomMm)) / 1000 / PROBES;
    for (let p = PROBES * n; p < PROBES * (n + 1); p++) if (dose[p] >= 0) bins[(dose[p] * perDose) | 0] += probeCc;
  }
  let b = bins.length - 1;
  for (let cc = bins[b]; cc < HOT_CC && b > 0; cc += bins[b]) b--;
  const threshold = b / perDose;
  for (let n = 0; n < count; n++) {
    if (range[n] <= FLAT_GY) continue;
    for (let p = PROBES * n; p < PROBES * (n + 1); p++) if (dose[p] >= threshold) level[n] = 2;
  }
}

/** Growing list of points given in plane coordinates. */
class PointList {
  private positions = new Float32Array(3 * 4096);
  private volumes = new Float32Array(4096);
  private count = 0;

  constructor(private readonly stack: SlabStack) {}

  push(u: number, v: number, w: number, volumeCc: number): void {
    if (this.count === this.volumes.length) {
      const positions = new Float32Array(2 * this.positions.length);
      positions.set(this.positions);
      this.positions = positions;
      const volumes = new Float32Array(2 * this.volumes.length);
      volumes.set(this.volumes);
      this.volumes = volumes;
    }
    const { basis } = this.stack;
    const p = 3 * this.count;
    this.positions[p] = u * basis.u[0] + v * basis.v[0] + w * basis.w[0];
    this.positions[p + 1] = u * basis.u[1] + v * basis.v[1] + w * basis.w[1];
    this.positions[p + 2] = u * basis.u[2] + v * basis.v[2] + w * basis.w[2];
    this.volumes[this.count++] = volumeCc;
  }

  done(): { positionsMm: Float32Array; volumeCc: Float32Array; count: number } {
    return {
      positionsMm: this.positions.slice(0, 3 * this.count),
      volumeCc: this.volumes.slice(0, this.count),
      count: this.count,
    };
  }
}

/** 1/p and 1/p² of the plastic number p: multiples of them fill an interval, and a square, evenly. */
const EVEN_1 = 0.7548776662466927;
const EVEN_2 = 0.5698402909980532;
const spread = (p: number, q: number) => {
  const value = p * EVEN_1 + q * EVEN_2;
  return value - Math.floor(value) - 0.5;
};

/**
 * Where in its cell a point is taken. Points at cell centres line up with a dose that falls along a lattice axis and the
 * curve becomes a staircase; so each is moved within its own cell by an even spread that depends on the cell's place
 * across. In the plane only wholly covered cells do this; a partly covered one stays at the centroid of its covered part.
 */
function emitSlab(
  slab: Slab,
  blocks: Blocks,
  level: Uint8Array,
  from: number,
  to: number,
  finest: number,
  fineness: Fineness,
  points: PointList,
): void {
  const thickness = slab.topMm - slab.bottomMm;
  const { blockMm, perBlock } = fineness;
  const layersOf = (sizeMm: number) => Math.max(1, Math.ceil(thickness / sizeMm - 1e-6));
  const slabIndex = from < to ? blocks.slab[from] : 0;
  const emit = (column: number, row: number, sizeMm: number, u: number, v: number, areaMm2: number, layers: number) => {
    const whole = areaMm2 > sizeMm * sizeMm * (1 - 1e-9);
    const cc = (areaMm2 * thickness) / layers / 1000;
    const rise = 0.5 + spread(column, row);
    for (let layer = 0; layer < layers; layer++) {
      const height = layer + layers * slabIndex;
      const du = whole ? sizeMm * spread(row, height) : 0;
      const dv = whole ? sizeMm * spread(column, height) : 0;
      points.push(u + du, v + dv, slab.bottomMm + ((layer + rise) * thickness) / layers, cc);
    }
  };
  // Blocks that are the finest cells themselves are layered as such; larger whole blocks are one layer.
  const wholeLayers = perBlock === 1 ? layersOf(blockMm) : 1;
  for (let n = from; n < to; n++) {
    if (level[n] === 0) emit(blocks.column[n], blocks.row[n], blockMm, blocks.u[n], blocks.v[n], blocks.areaMm2[n], wholeLayers);
  }
  for (let cut = 1; cut <= finest; cut++) {
    const parts = cut === 1 ? 2 : perBlock;
    const sizeMm = blockMm / parts;
    const layers = layersOf(sizeMm);
    const lattice = latticeAround(slab.rings, sizeMm, blockMm);
    const { area, momentU, momentV } = coverLattice(slab.rings, lattice);
    const firstColumn = Math.round(lattice.originU / sizeMm);
    const firstRow = Math.round(lattice.originV / sizeMm);
    for (let n = from; n < to; n++) {
      if (level[n] !== cut) continue;
      for (let row = blocks.row[n] * parts; row < (blocks.row[n] + 1) * parts; row++) {
        for (let column = blocks.column[n] * parts; column < (blocks.column[n] + 1) * parts; column++) {
          const at = column - firstColumn + lattice.countU * (row - firstRow);
          if (area[at] < NOTHING) continue;
          const u = (column + momentU[at] / area[at]) * sizeMm;
          const v = (row + momentV[at] / area[at]) * sizeMm;
          emit(column, row, sizeMm, u, v, area[at] * sizeMm * sizeMm, layers);
        }
      }
    }
  }
}
