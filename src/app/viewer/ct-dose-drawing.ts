import * as cornerstone from 'cornerstone-core';
import { type SliceReader, sliceReader } from './ct-slice';
import { DoseWash } from './dose-wash';
import { type Drawing, type OnPlane, pixelsOf, placeLayer } from './drawing';
import { hounsfieldImage, type ImageInMemory } from './image-in-memory';
import { LinePaths } from './line-paths';
import type { PicturePlace } from './picture-place';
import type { CtVolume, CtWindow, DoseLayer, Outline } from './scene';

/** What a picture of CT and dose shows. */
export interface CtDoseContent extends OnPlane {
  readonly ct: CtVolume;
  readonly picture: number;
  readonly window: CtWindow;
  readonly dose: DoseLayer | undefined;
  readonly outlines: readonly Outline[];
}

export const OUTLINE_PX = 1.5;
const ISODOSE_PX = 1.75;

/** The CT as cornerstone's base layer, the dose wash as a second layer, lines above them. Only what changed is made anew. */
export class CtDoseDrawing implements Drawing<CtDoseContent> {
  private content: CtDoseContent | undefined;
  private readCt: SliceReader = () => {};
  private ct: { layerId: string; image: ImageInMemory<Int16Array> } | undefined;
  private paths: LinePaths | undefined;
  private stale = { ct: false, wash: false, place: false, lines: false };
  private readonly wash: DoseWash;

  constructor(private readonly element: HTMLElement) {
    this.wash = new DoseWash(element);
  }

  take(content: CtDoseContent): void {
    const before = this.content;
    this.content = content;
    const { stale } = this;
    if (before?.plane !== content.plane || before.ct !== content.ct) {
      this.startVolume(content);
      return;
    }
    if (content.picture !== before.picture) stale.ct = stale.wash = stale.lines = true;
    if (content.window !== before.window) stale.place = true;
    if (content.dose !== before.dose) {
      stale.wash = stale.lines = stale.place = true;
      this.wash.take(content.dose, content.plane);
    }
    if (content.outlines !== before.outlines) stale.lines = true;
  }

  private startVolume({ plane, ct, dose }: CtDoseContent): void {
    const { across, down } = plane;
    this.readCt = sliceReader(ct, plane);
    this.paths = new LinePaths(plane);
    cornerstone.purgeLayers(this.element);
    const image = hounsfieldImage(across.count, down.count, across.stepMm, down.stepMm);
    this.ct = { image, layerId: cornerstone.addLayer(this.element, image.image, {}) };
    this.wash.forget();
    this.wash.take(dose, plane);
    this.stale = { ct: true, wash: true, place: true, lines: true };
  }

  moved(): void {
    this.stale.place = this.stale.lines = true;
  }

  images(place: PicturePlace): cornerstone.Image | undefined {
    const { content, stale, ct } = this;
    if (!content || !ct || !(stale.ct || stale.wash || stale.place)) return undefined;
    const { picture, plane, dose, window } = content;
    if (stale.ct) {
      this.readCt(picture, ct.image.pixels);
      ct.image.show(picture);
    }
    if (stale.wash) this.wash.colour(dose, plane.through.centresMm[picture], picture);
    if (stale.place) {
      placeLayer(this.element, ct.layerId, pixelsOf(plane), place, {
        voi: { windowCenter: window.centre, windowWidth: window.width },
      });
      this.wash.place(dose, place);
    }
    stale.ct = stale.wash = stale.place = false;
    return ct.image.image;
  }

  lines(place: PicturePlace, clear: () => CanvasRenderingContext2D | undefined): void {
    const { content, paths, stale } = this;
    if (!content || !paths || !stale.lines) return;
    const context = clear();
    if (!context) return;
    stale.lines = false;
    const { picture, dose, outlines } = content;
    context.lineWidth = OUTLINE_PX / place.pxPerMm;
    for (const { stack, colour } of outlines) {
      context.strokeStyle = colour;
      context.stroke(paths.outline(stack, picture));
    }
    const { doses } = this.wash;
    if (!dose || !doses) return;
    context.lineWidth = ISODOSE_PX / place.pxPerMm;
    paths.isodose(dose, doses, picture).forEach((path, level) => {
      context.strokeStyle = dose.levels[level].colour;
      context.stroke(path);
    });
  }
}
