import { SAME_POINTS } from '../../geometry/point-map';
import type { PixelsOfLayer } from '../viewer/drawing';
import type { PlaneGeometry } from '../viewer/plane';
import type { CtVolume } from '../viewer/scene';
import type { TwoSlices } from './fuse';
import type { FusionScene } from './fusion-scene';
import { SliceThroughMap } from './slice-through-map';

/** The slices of both CTs on a view's planes; each is sampled again only where something it rests on changed. */
export class FusedSlices implements TwoSlices {
  readonly planned: Float32Array;
  readonly prior: Float32Array;
  private readonly plannedCt: SliceThroughMap;
  private priorCt: SliceThroughMap | undefined;
  private priorOf: CtVolume | undefined;
  private map: FusionScene['plannedToPrior'];
  private plannedAt = Number.NaN;
  private priorAt = Number.NaN;

  constructor(
    ct: CtVolume,
    private readonly plane: PlaneGeometry,
    private readonly pixels: PixelsOfLayer,
  ) {
    this.planned = new Float32Array(pixels.columns * pixels.rows);
    this.prior = new Float32Array(pixels.columns * pixels.rows).fill(Number.NaN);
    this.plannedCt = new SliceThroughMap(ct);
  }

  /** @returns whether any pixel may be another than before. */
  sample({ prior, plannedToPrior }: FusionScene, throughMm: number): boolean {
    const { plane, pixels } = this;
    const isElsewhere = throughMm !== this.plannedAt;
    if (isElsewhere) this.plannedCt.sample(SAME_POINTS, plane, pixels, throughMm, this.planned);
    this.plannedAt = throughMm;
    if (throughMm === this.priorAt && prior === this.priorOf && plannedToPrior === this.map) return isElsewhere;
    if (prior !== this.priorOf) this.priorCt = prior && new SliceThroughMap(prior);
    this.priorAt = throughMm;
    this.priorOf = prior;
    this.map = plannedToPrior;
    if (this.priorCt && plannedToPrior) this.priorCt.sample(plannedToPrior, plane, pixels, throughMm, this.prior);
    else this.prior.fill(Number.NaN);
    return true;
  }
}
