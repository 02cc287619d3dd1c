import { matrixOfMap, type PointMap, SAME_POINTS } from '../../geometry/point-map';
import type { PixelsOfLayer } from '../viewer/drawing';
import type { PlaneGeometry } from '../viewer/plane';
import type { CtVolume } from '../viewer/scene';
import type { TwoSlices } from './fuse';
import { blocksOf, spread } from './fusion-pixels';
import type { LookedAt } from './fusion-scene';
import { SliceThroughMap } from './slice-through-map';

/** Pixels each way that have one value while something is dragged; a deformation takes longer. */
const BLOCK = { affine: 2, deformable: 3 };

const blockOf = (map: PointMap) => (matrixOfMap(map) ? BLOCK.affine : BLOCK.deformable);

/** The slices of both CTs on a view's planes; each is sampled again only where something it rests on changed. */
export class FusedSlices implements TwoSlices {
  readonly planned: Float32Array;
  readonly prior: Float32Array;
  private readonly blocks: Float32Array;
  private readonly plannedCt: SliceThroughMap;
  private priorCt: SliceThroughMap | undefined;
  private priorOf: CtVolume | undefined;
  private map: PointMap | undefined;
  private block = 0;
  private plannedAt = Number.NaN;
  private priorAt = Number.NaN;

  constructor(
    ct: CtVolume,
    private readonly plane: PlaneGeometry,
    private readonly pixels: PixelsOfLayer,
  ) {
    this.planned = new Float32Array(pixels.columns * pixels.rows);
    this.prior = new Float32Array(pixels.columns * pixels.rows).fill(Number.NaN);
    this.blocks = new Float32Array(pixels.columns * pixels.rows);
    this.plannedCt = new SliceThroughMap(ct);
  }

  /** @returns whether any pixel may be another than before. */
  sample({ prior, plannedToPrior: map, isDragged }: LookedAt, throughMm: number): boolean {
    const { plane, pixels } = this;
    const isElsewhere = throughMm !== this.plannedAt;
    if (isElsewhere) this.plannedCt.sample(SAME_POINTS, plane, pixels, throughMm, this.planned);
    this.plannedAt = throughMm;
    const block = isDragged && map ? blockOf(map) : 1;
    if (throughMm === this.priorAt && prior === this.priorOf && map === this.map && block === this.block) return isElsewhere;
    if (prior !== this.priorOf) this.priorCt = prior && new SliceThroughMap(prior);
    this.priorAt = throughMm;
    this.priorOf = prior;
    this.map = map;
    this.block = block;
    if (this.priorCt && map) this.samplePrior(this.priorCt, map, throughMm, block);
    else this.prior.fill(Number.NaN);
    return true;
  }

  private samplePrior(ct: SliceThroughMap, map: PointMap, throughMm: number, block: number): void {
    const { plane, pixels } = this;
    if (block === 1) {
      ct.sample(map, plane, pixels, throughMm, this.prior);
      return;
    }
    const coarse = blocksOf(pixels, block);
    ct.sample(map, plane, coarse, throughMm, this.blocks);
    spread(this.blocks, coarse, block, pixels, this.prior);
  }
}
