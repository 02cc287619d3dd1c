import { INSIDE, insideStack, stackTest } from '../../geometry/inside-stack';
import type { PointMap } from '../../geometry/point-map';
import type { SlabStack } from '../../geometry/slab-stack';
import type { Vec3 } from '../../geometry/vec3';
import { gridFolding } from './field-folding';
import { preimages } from './preimages';

/** Over the whole grid of one displacement field of a map, with the matrix of its step. */
export interface FieldFolding {
  readonly cells: number;
  /** Cells that lack a vector at a corner: the map is unknown there. */
  readonly unknownCells: number;
  readonly foldedCells: number;
  /** Least Jacobian determinant over the corners of all cells. */
  readonly minDeterminant?: number;
  /** Where it is in the planned frame; absent where no planned point is found that comes there. */
  readonly minAtMm?: Vec3;
}

export interface MapFolding {
  /** One for each step of the map that has a field, in the order of the steps. */
  readonly fields: readonly FieldFolding[];
  /** Middles of folded cells in the planned frame (x, y, z triplets, mm), as far as they are found. */
  readonly foldedMm: Float64Array;
}

/** Looks for folds over the whole grid of every field of a map. */
export function mapFolding(map: PointMap): MapFolding {
  const foldedMm: number[] = [];
  const fields = map.flatMap(({ matrix, field }, s): FieldFolding[] => {
    if (!field) return [];
    // A field behind other steps is asked where these bring a point.
    const plannedMm = (pointsMm: Float64Array) => preimages(map.slice(0, s), pointsMm, pointsMm.length / 3);
    const { cells, unknownCells, foldedCells, least, foldedMm: own } = gridFolding(matrix, field);
    for (const mm of plannedMm(own)) if (!Number.isNaN(mm)) foldedMm.push(mm);
    const counts = { cells, unknownCells, foldedCells };
    if (!least) return [counts];
    const [x, y, z] = plannedMm(least.atMm);
    return [{ ...counts, minDeterminant: least.determinant, ...(!Number.isNaN(x) && { minAtMm: [x, y, z] as const }) }];
  });
  return { fields, foldedMm: Float64Array.from(foldedMm) };
}

/** How many of the folded cells have their middle in a solid. */
export function foldedCellsIn(stack: SlabStack, { foldedMm }: MapFolding): number {
  const count = foldedMm.length / 3;
  const inside = new Uint8Array(count);
  insideStack(stackTest(stack), foldedMm, count, inside);
  return inside.reduce((sum, state) => (state === INSIDE ? sum + 1 : sum), 0);
}
