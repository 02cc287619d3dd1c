import { INSIDE, insideStack, type StackTest } from '../inside-stack';
import type { Blocks } from '../sample-blocks';
import type { Fineness } from '../sampling-fineness';
import type { SlabStack } from '../slab-stack';
import { lookUp, type PeakField } from './peak-fields';
import type { PeakPool } from './peak-pool';

/** Of the lattice inside, no more points than this. */
const MOST_INSIDE = 200_000;

/** A lattice in the hot blocks, so fine that the climb from its highest point leads to the highest inside. */
export function offerInside(
  { basis, slabs }: SlabStack,
  blocks: Blocks,
  { blockMm }: Fineness,
  fields: readonly PeakField[],
  hot: readonly number[],
  solid: StackTest,
  pool: PeakPool,
): void {
  const stepMm = fields.reduce(
    (least, { field: { grid } }) => Math.min(least, grid.columnSpacingMm / 2, grid.rowSpacingMm / 2),
    Infinity,
  );
  const { u, v, w } = basis;
  const parts = Math.max(1, Math.ceil(blockMm / stepMm));
  const found: number[] = [];
  for (const n of hot) {
    const { bottomMm, topMm } = slabs[blocks.slab[n]];
    const layers = Math.max(1, Math.ceil((topMm - bottomMm) / stepMm));
    if (found.length + 3 * parts * parts * layers > 3 * MOST_INSIDE) break;
    for (let a = 0; a < parts; a++)
      for (let b = 0; b < parts; b++)
        for (let c = 0; c < layers; c++) {
          const pu = (blocks.column[n] + (a + 0.5) / parts) * blockMm;
          const pv = (blocks.row[n] + (b + 0.5) / parts) * blockMm;
          const pw = bottomMm + ((c + 0.5) / layers) * (topMm - bottomMm);
          found.push(pu * u[0] + pv * v[0] + pw * w[0], pu * u[1] + pv * v[1] + pw * w[1], pu * u[2] + pv * v[2] + pw * w[2]);
        }
  }
  const points = Float64Array.from(found);
  const count = found.length / 3;
  const mapped = new Float64Array(3 * count);
  const axes = new Float64Array(3 * count);
  const doses = fields.map((field) => {
    const out = new Float32Array(count);
    lookUp(field, points, count, mapped, axes, out);
    return out;
  });
  const inside = new Uint8Array(count);
  insideStack(solid, points, count, inside);
  for (let n = 0; n < count; n++)
    if (inside[n] === INSIDE) pool.offer(points[3 * n], points[3 * n + 1], points[3 * n + 2], doses, n);
}
