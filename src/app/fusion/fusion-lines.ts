import type { PointMap } from '../../geometry/point-map';
import type { SlabStack } from '../../geometry/slab-stack';
import { rememberLast } from '../../remember-last';
import { kept, LinePaths, pathOf, STRUCTURES } from '../viewer/line-paths';
import type { PicturePlace } from '../viewer/picture-place';
import type { PlaneGeometry } from '../viewer/plane';
import { CarriedPlane, latticeOver } from './carried-plane';
import type { FusionContent } from './fusion-scene';
import { SolidTest } from './solid-test';
import { StillLines } from './still-lines';

export const OUTLINE_PX = 1.75;
const DASH_PX = [6, 4];
/** Of the lattice that outlines are carried on, and how exact they are on it. */
const FINENESS = { still: { stepMm: 1.5, closeMm: 0.1 }, dragged: { stepMm: 3, closeMm: 0.4 } };
type Fineness = (typeof FINENESS)['still'];

/** Outlines of both courses on a view's pictures: those of the planned course in full, those of the prior course dashed. */
export class FusionLines {
  private readonly planned: LinePaths;
  private readonly still = new StillLines();
  private readonly solidOf = rememberLast(STRUCTURES, (stack: SlabStack) => new SolidTest(stack));
  private readonly carried = new Map<number, Map<SlabStack, Path2D>>();
  private map: PointMap | undefined;
  private fineness: Fineness | undefined;

  constructor(private readonly plane: PlaneGeometry) {
    this.planned = new LinePaths(plane);
  }

  draw(context: CanvasRenderingContext2D, place: PicturePlace, { scene, picture }: FusionContent): void {
    const k = place.pxPerMm;
    context.lineWidth = OUTLINE_PX / k;
    this.still.draw(context, place, scene.outlines, picture, (on) => {
      for (const { stack, colour } of scene.outlines) {
        on.strokeStyle = colour;
        on.stroke(this.planned.outline(stack, picture));
      }
    });
    const { priorOutlines, plannedToPrior, isDragged } = scene;
    if (!plannedToPrior || priorOutlines.length === 0) return;
    const paths = this.carriedPaths(plannedToPrior, picture, isDragged ? FINENESS.dragged : FINENESS.still);
    context.setLineDash(DASH_PX.map((px) => px / k));
    // Round ends would make the gaps shorter, and thousands of them take time.
    context.lineCap = 'butt';
    context.lineJoin = 'bevel';
    for (const { stack, colour } of priorOutlines) {
      context.strokeStyle = colour;
      context.stroke(paths(stack));
    }
    context.setLineDash([]);
  }

  private carriedPaths(map: PointMap, picture: number, fineness: Fineness): (stack: SlabStack) => Path2D {
    if (map !== this.map || fineness !== this.fineness) this.carried.clear();
    this.map = map;
    this.fineness = fineness;
    const { stepMm, closeMm } = fineness;
    const throughMm = this.plane.through.centresMm[picture];
    const paths = kept(this.carried, picture, () => new Map<SlabStack, Path2D>());
    let nodes: CarriedPlane | undefined;
    return (stack) => {
      const known = paths.get(stack);
      if (known) return known;
      nodes ??= new CarriedPlane(map, this.plane, throughMm, latticeOver(this.plane, stepMm), closeMm);
      const path = pathOf(nodes.outline(stack, this.solidOf(stack)));
      paths.set(stack, path);
      return path;
    };
  }
}
