import type { Blocks } from '../sample-blocks';
import type { Fineness } from '../sampling-fineness';
import type { SlabStack } from '../slab-stack';
import type { Vec3 } from '../vec3';
import type { PatchList } from './patch-list';
import { axesOf, type PeakField, planesBetween } from './peak-fields';

/** Where a grid is oblique to the contours, heights this far apart are looked at. */
const HEIGHT_MM = 1;

/** The hot blocks at the heights where they can be highest: the faces of their slab and planes of voxel centres. */
export function addLevels(
  { slabs }: SlabStack,
  blocks: Blocks,
  { blockMm }: Fineness,
  fields: readonly PeakField[],
  hot: readonly number[],
  patches: PatchList,
): void {
  const zero = axesOf(fields, new Float64Array(3), 1).map((axes): Vec3 => [axes[0], axes[1], axes[2]]);
  const isOblique = fields.some(({ along }) => !along);
  const heightsOf = slabs.map(({ bottomMm, topMm }) => {
    const planes = fields.flatMap((field, p) => planesBetween(field, zero[p], bottomMm, topMm));
    const parts = isOblique ? Math.ceil((topMm - bottomMm) / HEIGHT_MM) : 1;
    const between = Array.from({ length: parts - 1 }, (_, n) => bottomMm + ((n + 1) * (topMm - bottomMm)) / parts);
    return [...new Set([...planes, ...between])];
  });
  const isWholeAt = wholeBlocks(blocks, blockMm);
  const touches = (s: number, t: number) =>
    slabs[t] !== undefined && slabs[Math.min(s, t)].topMm >= slabs[Math.max(s, t)].bottomMm - 1e-6;
  const wholeMm2 = blockMm ** 2 * (1 - 1e-9);
  for (const n of hot) {
    const isPartial = blocks.areaMm2[n] < wholeMm2 ? 1 : 0;
    const s = blocks.slab[n];
    const [column, row] = [blocks.column[n], blocks.row[n]];
    const add = (w: number) => patches.add(column * blockMm, row * blockMm, w, blockMm, 0, 0, blockMm, 0, s, isPartial);
    heightsOf[s].forEach(add);
    // A face with the solid on its other side is inside, where nothing ends but at a plane of voxel centres.
    const isFace = (w: number, other: number) =>
      !heightsOf[s].includes(w) && !(touches(s, other) && isWholeAt(other, column, row));
    if (isFace(slabs[s].bottomMm, s - 1)) add(slabs[s].bottomMm);
    if (isFace(slabs[s].topMm, s + 1)) add(slabs[s].topMm);
  }
}

/** Whether slab `s` covers its block at a column and row wholly; blocks are in order of slab, row and column. */
function wholeBlocks({ slab, column, row, areaMm2, count }: Blocks, blockMm: number) {
  const wholeMm2 = blockMm ** 2 * (1 - 1e-9);
  return (s: number, c: number, r: number): boolean => {
    let low = 0;
    let high = count;
    while (low < high) {
      const n = (low + high) >> 1;
      const isBefore = slab[n] !== s ? slab[n] < s : row[n] !== r ? row[n] < r : column[n] < c;
      if (isBefore) low = n + 1;
      else high = n;
    }
    return low < count && slab[low] === s && row[low] === r && column[low] === c && areaMm2[low] >= wholeMm2;
  };
}
