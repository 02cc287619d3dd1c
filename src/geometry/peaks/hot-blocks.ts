import type { Blocks } from '../sample-blocks';
import type { Fineness } from '../sampling-fineness';
import type { SlabStack } from '../slab-stack';
import { axesOf, highestInBox, type PeakField } from './peak-fields';
import type { PeakPool } from './peak-pool';

/** Blocks are looked at in groups of this size first. */
const GROUP_MM = 5;

/**
 * The blocks that may hold a higher point than the samples, by the voxels that have a part in them: groups of
 * neighbours first, and then each block of the groups that may.
 */
export function hotBlocks(stack: SlabStack, blocks: Blocks, { blockMm }: Fineness, fields: readonly PeakField[], pool: PeakPool) {
  const { count, slab, column, row } = blocks;
  const side = Math.max(1, Math.floor(GROUP_MM / blockMm));
  const groups = { slab: new Int32Array(count), column: new Int32Array(count), row: new Int32Array(count), count: 0 };
  const groupOf = new Int32Array(count);
  const seen = new Map<number, number>();
  for (let n = 0, s = -1; n < count; n++) {
    if (slab[n] !== s) {
      seen.clear();
      s = slab[n];
    }
    const [c, r] = [Math.floor(column[n] / side), Math.floor(row[n] / side)];
    const key = c + 65_536 * r;
    const known = seen.get(key);
    if (known === undefined) {
      const to = groups.count++;
      seen.set(key, to);
      groups.slab[to] = s;
      groups.column[to] = c;
      groups.row[to] = r;
      groupOf[n] = to;
    } else groupOf[n] = known;
  }
  const isHotGroup = hotBoxes(stack, groups, side * blockMm, fields, pool);
  const some: number[] = [];
  for (let n = 0; n < count; n++) if (isHotGroup[groupOf[n]]) some.push(n);
  const each = {
    slab: Int32Array.from(some, (n) => slab[n]),
    column: Int32Array.from(some, (n) => column[n]),
    row: Int32Array.from(some, (n) => row[n]),
    count: some.length,
  };
  const isHot = side === 1 ? new Uint8Array(some.length).fill(1) : hotBoxes(stack, each, blockMm, fields, pool);
  const hot = some.filter((_, n) => isHot[n]);
  const hotSlabs = new Uint8Array(stack.slabs.length);
  for (const n of hot) hotSlabs[slab[n]] = 1;
  return { hot, hotSlabs };
}

/** Which of some boxes of the slabs' heights may exceed what is found. */
function hotBoxes(
  { basis: { u, v, w }, slabs }: SlabStack,
  { slab, column, row, count }: Pick<Blocks, 'slab' | 'column' | 'row' | 'count'>,
  sideMm: number,
  fields: readonly PeakField[],
  pool: PeakPool,
): Uint8Array {
  const centres = new Float64Array(3 * count);
  for (let n = 0; n < count; n++) {
    const pu = (column[n] + 0.5) * sideMm;
    const pv = (row[n] + 0.5) * sideMm;
    const pw = (slabs[slab[n]].bottomMm + slabs[slab[n]].topMm) / 2;
    for (let axis = 0; axis < 3; axis++) centres[3 * n + axis] = pu * u[axis] + pv * v[axis] + pw * w[axis];
  }
  const axes = axesOf(fields, centres, count);
  const highest = new Float64Array(fields.length);
  const out = new Uint8Array(count);
  for (let n = 0; n < count; n++) {
    const hw = (slabs[slab[n]].topMm - slabs[slab[n]].bottomMm) / 2;
    // The survey's cells first: most boxes are far from the hottest.
    let mayExceed = true;
    for (let look = 0; look < 2 && mayExceed; look++) {
      for (let p = 0; p < fields.length; p++) {
        highest[p] = highestInBox(fields[p], axes[p], 3 * n, sideMm / 2, sideMm / 2, hw, look === 0);
      }
      mayExceed = pool.mayBeExceededBy(highest);
    }
    if (mayExceed) out[n] = 1;
  }
  return out;
}
