import type { SlabStack } from '../../geometry/slab-stack';
import { rememberLast } from '../../remember-last';
import type { DosePlane } from './dose-plane';
import { isodoseLines } from './isodose-lines';
import type { PlaneLine } from './lattice-lines';
import { outlinesOf } from './outline-on-plane';
import type { PlaneGeometry } from './plane';
import type { DoseLayer } from './scene';

/** Structures drawn at a time. */
export const STRUCTURES = 200;
/** Pictures whose lines are kept. */
const KEPT = 400;

export function pathOf(lines: readonly PlaneLine[]): Path2D {
  const path = new Path2D();
  for (const line of lines) {
    path.moveTo(line[0], line[1]);
    for (let n = 2; n < line.length; n += 2) path.lineTo(line[n], line[n + 1]);
  }
  return path;
}

/** The lines of a view's pictures as paths in mm, made when first asked for. */
export class LinePaths {
  private readonly plane: PlaneGeometry;
  private readonly structure = rememberLast(STRUCTURES, (stack: SlabStack) => ({
    outline: outlinesOf(stack),
    paths: new Map<number, Path2D>(),
  }));
  private isodoses = new Map<number, Path2D[]>();
  private madeFor: DosePlane | undefined;
  private levels = '';

  constructor(plane: PlaneGeometry) {
    this.plane = plane;
  }

  outline(stack: SlabStack, picture: number): Path2D {
    const { outline, paths } = this.structure(stack);
    return kept(paths, picture, () => pathOf(outline(this.plane, this.plane.through.centresMm[picture])));
  }

  /** One path for each of the layer's levels. */
  isodose(layer: DoseLayer, doses: DosePlane, picture: number): readonly Path2D[] {
    const gy = layer.levels.map((level) => level.gy);
    const levels = gy.join();
    if (doses !== this.madeFor || levels !== this.levels) {
      this.isodoses.clear();
      this.madeFor = doses;
      this.levels = levels;
    }
    return kept(this.isodoses, picture, () =>
      isodoseLines(doses.sample(this.plane.through.centresMm[picture]), doses.lattice, gy).map(pathOf),
    );
  }
}

export function kept<T>(store: Map<number, T>, key: number, make: () => T): T {
  const old = store.get(key);
  if (old !== undefined) return old;
  if (store.size >= KEPT) {
    const oldest = store.keys().next();
    if (!oldest.done) store.delete(oldest.value);
  }
  const made = make();
  store.set(key, made);
  return made;
}
