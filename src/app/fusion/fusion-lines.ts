import type { PointMap } from '../../geometry/point-map';
import type { SlabStack } from '../../geometry/slab-stack';
import { kept, LinePaths, pathOf } from '../viewer/line-paths';
import type { PicturePlace } from '../viewer/picture-place';
import type { PlaneGeometry } from '../viewer/plane';
import { CarriedPlane, latticeOver } from './carried-plane';
import type { FusionContent } from './fusion-scene';
import { SolidTest } from './solid-test';

export const OUTLINE_PX = 1.75;
const DASH_PX = [6, 4];
const STEP_MM = { still: 1.5, dragged: 3 };

const solids = new WeakMap<SlabStack, SolidTest>();

function solidOf(stack: SlabStack): SolidTest {
  const known = solids.get(stack) ?? new SolidTest(stack);
  solids.set(stack, known);
  return known;
}

/** Outlines of both courses on a view's pictures: those of the planned course in full, those of the prior course dashed. */
export class FusionLines {
  private readonly planned: LinePaths;
  private readonly carried = new Map<number, Map<SlabStack, Path2D>>();
  private map: PointMap | undefined;
  private stepMm = 0;

  constructor(private readonly plane: PlaneGeometry) {
    this.planned = new LinePaths(plane);
  }

  draw(context: CanvasRenderingContext2D, place: PicturePlace, { scene, picture }: FusionContent): void {
    const k = place.pxPerMm;
    context.lineWidth = OUTLINE_PX / k;
    for (const { stack, colour } of scene.outlines) {
      context.strokeStyle = colour;
      context.stroke(this.planned.outline(stack, picture));
    }
    const { priorOutlines, plannedToPrior, isDragged } = scene;
    if (!plannedToPrior || priorOutlines.length === 0) return;
    const paths = this.carriedPaths(plannedToPrior, picture, isDragged ? STEP_MM.dragged : STEP_MM.still);
    context.setLineDash(DASH_PX.map((px) => px / k));
    for (const { stack, colour } of priorOutlines) {
      context.strokeStyle = colour;
      context.stroke(paths(stack));
    }
    context.setLineDash([]);
  }

  private carriedPaths(map: PointMap, picture: number, stepMm: number): (stack: SlabStack) => Path2D {
    if (map !== this.map || stepMm !== this.stepMm) this.carried.clear();
    this.map = map;
    this.stepMm = stepMm;
    const paths = kept(this.carried, picture, () => new Map<SlabStack, Path2D>());
    let nodes: CarriedPlane | undefined;
    return (stack) => {
      const known = paths.get(stack);
      if (known) return known;
      nodes ??= new CarriedPlane(map, this.plane, this.plane.through.centresMm[picture], latticeOver(this.plane, stepMm));
      const path = pathOf(nodes.outline(stack, solidOf(stack)));
      paths.set(stack, path);
      return path;
    };
  }
}
