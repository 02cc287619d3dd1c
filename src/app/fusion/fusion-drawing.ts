import * as cornerstone from 'cornerstone-core';
import { rememberLast } from '../../remember-last';
import { AS_IT_IS, ColourImage } from '../viewer/colour-image';
import { type Drawing, type PixelsOfLayer, placeLayer } from '../viewer/drawing';
import type { PicturePlace } from '../viewer/picture-place';
import type { CtWindow } from '../viewer/scene';
import { fuse } from './fuse';
import { FusedSlices } from './fused-slices';
import { FusionLines } from './fusion-lines';
import { fusionPixels } from './fusion-pixels';
import type { FusionContent } from './fusion-scene';
import { GREYS, greyTable } from './grey-table';
import { drawLandmarks, landmarksOn } from './landmark-marks';
import type { FusionLook } from './look';
import { plannedPlace } from './planned-place';

/** Landmarks that are sought once while they and the map stay. */
const LANDMARKS = 100;

/** What a picture is made of; another plane has others. */
interface Parts {
  readonly pixels: PixelsOfLayer;
  readonly slices: FusedSlices;
  readonly image: ColourImage;
  readonly layerId: string;
  readonly lines: FusionLines;
}

/** Two CTs as one image of cornerstone's, outlines and landmarks above it. Only what changed is made anew. */
export class FusionDrawing implements Drawing<FusionContent> {
  private content: FusionContent | undefined;
  private parts: Parts | undefined;
  private readonly greys = new Uint8ClampedArray(GREYS);
  private window: CtWindow | undefined;
  private look: FusionLook | undefined;
  private splitMm = Number.NaN;
  private unknown = 0;
  private readonly placeOf = rememberLast(LANDMARKS, plannedPlace);
  private stale = { image: true, place: true, lines: true };

  /** @param onUnknown told of the share of the picture where the prior CT is not known, when that changes. */
  constructor(
    private readonly element: HTMLElement,
    private readonly onUnknown: (share: number) => void,
  ) {}

  take(content: FusionContent): void {
    const before = this.content;
    this.content = content;
    if (before?.plane !== content.plane || before.scene.ct !== content.scene.ct) {
      this.startVolume(content);
      return;
    }
    const { scene, picture, window } = content;
    const old = before.scene;
    const isOther = picture !== before.picture || scene.plannedToPrior !== old.plannedToPrior;
    const isSharper = scene.isDragged !== old.isDragged;
    if (isOther || isSharper || window !== before.window || scene.prior !== old.prior || scene.look !== old.look)
      this.stale.image = true;
    if (
      isOther ||
      scene.outlines !== old.outlines ||
      scene.priorOutlines !== old.priorOutlines ||
      scene.landmarks !== old.landmarks ||
      isSharper
    )
      this.stale.lines = true;
  }

  private startVolume({ plane, scene }: FusionContent): void {
    const pixels = fusionPixels(plane);
    const image = new ColourImage(pixels);
    cornerstone.purgeLayers(this.element);
    this.parts = {
      pixels,
      slices: new FusedSlices(scene.ct, plane, pixels),
      image,
      layerId: cornerstone.addLayer(this.element, image.image, {}),
      lines: new FusionLines(plane),
    };
    this.stale = { image: true, place: true, lines: true };
  }

  moved(): void {
    // The line of a split stays where it is on the screen.
    this.stale.image = this.stale.place = this.stale.lines = true;
  }

  images(place: PicturePlace): cornerstone.Image | undefined {
    const { content, parts, stale } = this;
    if (!content || !parts || !(stale.image || stale.place)) return undefined;
    if (stale.image) this.fuse(content, parts, place);
    if (stale.place)
      placeLayer(this.element, parts.layerId, parts.pixels, place, { voi: AS_IT_IS, invert: false, pixelReplication: false });
    stale.image = stale.place = false;
    return parts.image.image;
  }

  private fuse({ scene, plane, picture, window }: FusionContent, { slices, pixels, image }: Parts, place: PicturePlace): void {
    const { look } = scene;
    const hasOther = slices.sample(scene, plane.through.centresMm[picture]);
    const splitMm = look.mode === 'split' ? place.fromScreen(look.splitAt * place.size.width, 0)[0] : 0;
    if (!hasOther && window === this.window && look === this.look && splitMm === this.splitMm) return;
    if (window !== this.window) greyTable(window, this.greys);
    this.window = window;
    this.look = look;
    this.splitMm = splitMm;
    const unknown = fuse(slices, look, pixels, splitMm, this.greys, image.pixels) / image.pixels.length;
    image.show();
    if (unknown !== this.unknown) this.onUnknown(unknown);
    this.unknown = unknown;
  }

  lines(place: PicturePlace, clear: () => CanvasRenderingContext2D | undefined): void {
    const { content, parts, stale } = this;
    if (!content || !parts || !stale.lines) return;
    const context = clear();
    if (!context) return;
    stale.lines = false;
    parts.lines.draw(context, place, content);
    const { scene, plane, picture } = content;
    const throughMm = plane.through.centresMm[picture];
    drawLandmarks(context, place, landmarksOn(plane, throughMm, scene.landmarks, scene.plannedToPrior, this.placeOf));
  }
}
