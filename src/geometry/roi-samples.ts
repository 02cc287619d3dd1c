import { blockLevels } from './block-levels';
import { coverLattice, latticeAround } from './coverage';
import { evenSpread, portion, scatter } from './even-spread';
import { INSIDE, insideRings, type SlabBands, stackTest } from './inside-stack';
import type { DoseField } from './interpolate';
import { CellList } from './near-maximum/cell-list';
import { dosed } from './near-maximum/dosed-points';
import { sharpenHottest } from './near-maximum/sharpen-hottest';
import { findPeaks, NO_PEAKS, type Peaks } from './peaks/find-peaks';
import { PointList } from './point-list';
import { type Blocks, coverBlocks, NOTHING } from './sample-blocks';
import { type Fineness, finenessOf } from './sampling-fineness';
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
  /** Points without volume, at which alone the organ may be hottest: for maxima, beside the samples. */
  readonly peaks: Peaks;
}

/**
 * Turns a solid into samples. Each slab is cut into square blocks, exactly covered by the slab's polygons, and every
 * block becomes one point or more (see `Fineness`): large organs are cut finer where the dose of some phase varies most
 * over a block, and finest in what may be the hottest part. Small organs have fine cells throughout.
 * @param fields the doses of the phases, asked for in the ROI's own frame.
 * @param peaksOf finds the peaks; another where none are asked for.
 * @param fineness another than its own for what asks how a result changes and not what it is.
 */
export function sampleRoi(
  stack: SlabStack,
  fields: readonly DoseField[],
  peaksOf = findPeaks,
  fineness: Fineness = finenessOf(stack),
): RoiSamples {
  const blocks = coverBlocks(stack, fineness);
  const level = blockLevels(stack, blocks, fields, fineness);
  const points = new PointList(stack, blocks.count + SOME_MORE);
  // Without doses nothing is cut finer later, and no cell need be kept.
  const cells = fields.length > 0 ? new CellList(blocks.count + SOME_MORE) : undefined;
  const solid = stackTest(stack);
  let from = 0;
  stack.slabs.forEach((slab, s) => {
    let to = from;
    let finest = 0;
    while (to < blocks.count && blocks.slab[to] === s) finest = Math.max(finest, level[to++]);
    emitSlab(slab, solid.slabs[s], blocks, level, from, to, finest, fineness, points, cells);
    from = to;
  });
  const coarse = dosed(points.done(), fields);
  const { positionsMm, volumeCc, doseGy, count } = cells ? sharpenHottest(stack, coarse, cells, fields) : coarse;
  let totalCc = 0;
  for (let n = 0; n < count; n++) totalCc += volumeCc[n];
  const sampled = { count, positionsMm, doseGy };
  const peaks = fields.length > 0 ? peaksOf(stack, blocks, fineness, fields, sampled, solid) : NO_PEAKS;
  return { count, totalCc, fineness, positionsMm, volumeCc, doseGy, peaks };
}

/** Room for the points of what is cut finer, before the lists must grow. */
const SOME_MORE = 8192;
/** So many places of a cell are tried before one layer of its covered part is taken at its centroid. */
const MOST_TRIES = 16;

/**
 * Where in its cell a point is taken. Points at cell centres line up with a dose that falls along a lattice axis and the
 * curve becomes a staircase; so each is moved within its own cell by an even spread that depends on the cell's place in
 * all three directions (of two alone, slanted isodoses still fall in step). Of a partly covered cell it is a place of
 * its covered part, found by trying: at the centroid, the walls of a straight organ would fall in step from slice to
 * slice. The next tries are no more steps of the even spread, which leads from outside to the same places every time.
 */
function emitSlab(
  slab: Slab,
  bands: SlabBands,
  blocks: Blocks,
  level: Uint8Array,
  from: number,
  to: number,
  finest: number,
  fineness: Fineness,
  points: PointList,
  cells: CellList | undefined,
): void {
  const thickness = slab.topMm - slab.bottomMm;
  const { blockMm, perBlock } = fineness;
  const layersOf = (sizeMm: number) => Math.max(1, Math.ceil(thickness / sizeMm - 1e-6));
  const slabIndex = from < to ? blocks.slab[from] : 0;
  // The cell at hand, not as arguments: those would be numbers on the heap.
  const cell = { sizeMm: blockMm, areaMm2: 0, u: 0, v: 0 };
  const emit = (column: number, row: number, layers: number) => {
    const { sizeMm, areaMm2 } = cell;
    const whole = areaMm2 > sizeMm * sizeMm * (1 - 1e-9);
    const cc = (areaMm2 * thickness) / layers / 1000;
    const rise = 0.5 + evenSpread(column, row, slabIndex);
    if (cells) {
      const own = cells.more();
      cells.slab[own] = slabIndex;
      cells.u[own] = column * sizeMm;
      cells.v[own] = row * sizeMm;
      cells.sizeMm[own] = sizeMm;
      cells.areaMm2[own] = areaMm2;
      cells.first[own] = points.length;
      cells.layers[own] = layers;
    }
    for (let layer = 0; layer < layers; layer++) {
      const height = layer + layers * slabIndex;
      let pu = (column + 0.5 + evenSpread(row, height, column)) * sizeMm;
      let pv = (row + 0.5 + evenSpread(height, column, row)) * sizeMm;
      for (let tries = 1; !whole && insideRings(bands, pu, pv) !== INSIDE; tries++) {
        if (tries === MOST_TRIES) {
          pu = cell.u;
          pv = cell.v;
          break;
        }
        const seed = scatter(scatter(scatter(tries + 64 * height) ^ column) ^ row);
        pu = (column + portion(seed)) * sizeMm;
        pv = (row + portion(scatter(seed))) * sizeMm;
      }
      points.next[0] = pu;
      points.next[1] = pv;
      points.next[2] = slab.bottomMm + ((layer + rise) * thickness) / layers;
      points.next[3] = cc;
      points.takeNext();
    }
  };
  // Blocks that are fine cells themselves are layered as such; larger whole blocks are one layer.
  const wholeLayers = fineness.isSmall ? layersOf(blockMm) : 1;
  for (let n = from; n < to; n++) {
    if (level[n] > 0) continue;
    cell.areaMm2 = blocks.areaMm2[n];
    cell.u = blocks.u[n];
    cell.v = blocks.v[n];
    emit(blocks.column[n], blocks.row[n], wholeLayers);
  }
  for (let cut = 1; cut <= finest; cut++) {
    const parts = cut === 1 ? 2 : perBlock;
    const sizeMm = blockMm / parts;
    cell.sizeMm = sizeMm;
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
          cell.areaMm2 = area[at] * sizeMm * sizeMm;
          cell.u = (column + momentU[at] / area[at]) * sizeMm;
          cell.v = (row + momentV[at] / area[at]) * sizeMm;
          emit(column, row, layers);
        }
      }
    }
  }
}
