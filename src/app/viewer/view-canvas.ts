import * as cornerstone from 'cornerstone-core';
import type { DoseField } from '../../geometry/interpolate';
import { doseTable, tableEntries } from './colour-map';
import { type SliceReader, sliceReader } from './ct-slice';
import { DosePlane, latticeOf } from './dose-plane';
import { LinePaths } from './line-paths';
import { edgesMm, type PlaneGeometry } from './plane';
import type { CtVolume, CtWindow, DoseLayer, Outline } from './scene';

/** What a picture shows. */
export interface PictureContent {
  readonly ct: CtVolume;
  readonly plane: PlaneGeometry;
  readonly picture: number;
  readonly window: CtWindow;
  readonly dose: DoseLayer | undefined;
  readonly outlines: readonly Outline[];
}

const ZOOM = { least: 0.5, most: 40 };
const OUTLINE_PX = 1.5;
const ISODOSE_PX = 1.75;

/*
 * Cornerstone keeps an image's grey table with the image and makes it anew when the window changes. The three views'
 * images share one, for every 16-bit number, so that nothing need be known of the volume's range.
 */
const GREY_TABLE = { lutArray: new Uint8ClampedArray(65536) };
const COLOUR_MAP = 'isoeffect-dose';
let serial = 0;

/** An image for cornerstone whose pixels are overwritten by the next picture: `show` tells cornerstone that they were. */
class ImageInMemory<Pixels extends Int16Array | Uint8Array> {
  readonly image: cornerstone.Image;
  readonly pixels: Pixels;
  private readonly name = `isoeffect:${serial++}`;

  constructor(pixels: Pixels, columns: number, columnSpacingMm: number, rowSpacingMm: number, more: object) {
    const rows = pixels.length / columns;
    this.pixels = pixels;
    this.image = {
      imageId: this.name,
      slope: 1,
      intercept: 0,
      getPixelData: () => pixels,
      columns,
      rows,
      width: columns,
      height: rows,
      columnPixelSpacing: columnSpacingMm,
      rowPixelSpacing: rowSpacingMm,
      color: false,
      invert: false,
      sizeInBytes: pixels.byteLength,
      ...more,
    } as unknown as cornerstone.Image;
  }

  /** Cornerstone draws the pixels again only where the id is another; "invalidating" would remake the tables too. */
  show(version: string | number): void {
    this.image.imageId = `${this.name}:${version}`;
  }
}

/** One picture: the CT as cornerstone's base layer, the dose wash as a second layer, lines on a canvas above them. */
export class ViewCanvas {
  /** Coordinates in the middle of the canvas, mm, and magnification of what just fits. */
  private centre = { across: 0, down: 0 };
  private zoom = 1;
  private size = { width: 0, height: 0, ratio: 1 };
  private content: PictureContent | undefined;
  private readCt: SliceReader = () => {};
  private ct: ImageInMemory<Int16Array> | undefined;
  private wash: { layerId: string; image: ImageInMemory<Uint8Array> } | undefined;
  private doses: DosePlane | undefined;
  private dosesOf: DoseField | undefined;
  private paths: LinePaths | undefined;
  private stale = { ct: false, wash: false, place: false, lines: false, marks: false };
  private readonly element: HTMLElement;
  private readonly lines: HTMLCanvasElement;
  private readonly onFrame: () => void;
  private readonly prepare = () => this.beforeDrawing();

  /**
   * @param element empty; cornerstone puts its canvas into it.
   * @param lines above `element`, of the same size on the screen.
   * @param onFrame called in a frame in which anything changed.
   */
  constructor(element: HTMLElement, lines: HTMLCanvasElement, onFrame: () => void) {
    this.element = element;
    this.lines = lines;
    this.onFrame = onFrame;
    // Made here and not by cornerstone, whose own is "desynchronized": shown a frame apart from the lines above it.
    const canvas = document.createElement('canvas');
    canvas.className = 'cornerstone-canvas';
    canvas.style.display = 'block';
    canvas.getContext('2d', { alpha: false });
    element.append(canvas);
    cornerstone.enable(element);
    cornerstone.getEnabledElement(element).syncViewports = false;
    element.addEventListener(cornerstone.EVENTS.PRE_RENDER, this.prepare);
  }

  dispose(): void {
    this.element.removeEventListener(cornerstone.EVENTS.PRE_RENDER, this.prepare);
    cornerstone.disable(this.element);
  }

  /** Shows other content from the next frame on. Only what changed is made anew. */
  show(content: PictureContent): void {
    const before = this.content;
    this.content = content;
    const { stale } = this;
    stale.marks = true;
    if (before?.plane !== content.plane || before.ct !== content.ct) {
      this.startVolume(content, before?.plane);
      return;
    }
    if (content.picture !== before.picture) {
      stale.ct = stale.wash = stale.lines = true;
    }
    if (content.window !== before.window) stale.place = true;
    if (content.dose !== before.dose) {
      stale.wash = stale.lines = true;
      this.startDose(content);
    }
    if (content.outlines !== before.outlines) stale.lines = true;
  }

  private startVolume(content: PictureContent, before: PlaneGeometry | undefined): void {
    const { plane, ct } = content;
    const { across, down } = plane;
    this.readCt = sliceReader(ct, plane);
    this.ct = new ImageInMemory(new Int16Array(across.count * down.count), across.count, across.stepMm, down.stepMm, {
      minPixelValue: -32768,
      maxPixelValue: 32767,
      windowCenter: content.window.centre,
      windowWidth: content.window.width,
      cachedLut: GREY_TABLE,
    });
    this.paths = new LinePaths(plane);
    this.dosesOf = undefined;
    this.wash = undefined;
    cornerstone.purgeLayers(this.element);
    cornerstone.addLayer(this.element, this.ct.image, {});
    this.startDose(content);
    const sameSpace = before !== undefined && closeRows(before.across, across) && closeRows(before.down, down);
    if (!sameSpace) this.fit();
    this.stale = { ct: true, wash: true, place: true, lines: true, marks: true };
  }

  private startDose({ dose, plane }: PictureContent): void {
    if (dose?.field !== this.dosesOf) {
      if (this.wash) cornerstone.removeLayer(this.element, this.wash.layerId);
      this.wash = undefined;
      const lattice = dose && latticeOf(plane, dose.field);
      this.doses = dose && lattice && new DosePlane(plane, dose.field, lattice);
      this.dosesOf = dose?.field;
    }
    if (!this.wash && this.doses) {
      const { columns, rows, stepMm } = this.doses.lattice;
      const image = new ImageInMemory(new Uint8Array(columns * rows), columns, stepMm, stepMm, {
        minPixelValue: 0,
        maxPixelValue: 255,
        windowCenter: 127.5,
        windowWidth: 255,
      });
      // In the viewport: as an option of the layer, cornerstone takes a colour map with a warning at every drawing.
      const colormap = cornerstone.colors.getColormap(COLOUR_MAP, { name: 'Dose', colors: doseTable() });
      this.wash = { image, layerId: cornerstone.addLayer(this.element, image.image, { viewport: { colormap } }) };
    }
    this.stale.place = true;
  }

  /** Takes the size of the space on the screen, in CSS pixels. */
  resize(width: number, height: number, ratio: number): void {
    const { size } = this;
    if (size.width === width && size.height === height && size.ratio === ratio) return;
    this.size = { width, height, ratio };
    // Hidden: nothing is drawn until there is room again.
    if (width === 0 || height === 0) return;
    // Cornerstone draws one canvas pixel for each CSS pixel of its element: on fine screens the element is made larger
    // by the device's ratio and shrunk again by a transform.
    const { style } = this.element;
    style.width = `${Math.round(width * ratio)}px`;
    style.height = `${Math.round(height * ratio)}px`;
    style.transform = ratio === 1 ? '' : `scale(${1 / ratio})`;
    this.lines.width = Math.round(width * ratio);
    this.lines.height = Math.round(height * ratio);
    cornerstone.resize(this.element);
    this.stale.place = this.stale.lines = this.stale.marks = true;
  }

  /** Pixels of the screen for each mm. */
  get pxPerMm(): number {
    const { plane } = this.content ?? {};
    if (!plane) return 1;
    const { width, height } = this.size;
    const fits = Math.min(width / (plane.across.count * plane.across.stepMm), height / (plane.down.count * plane.down.stepMm));
    return fits * this.zoom;
  }

  get magnification(): number {
    return this.zoom;
  }

  toScreen(across: number, down: number): readonly [x: number, y: number] {
    const { width, height } = this.size;
    const k = this.pxPerMm;
    return [width / 2 + (across - this.centre.across) * k, height / 2 + (down - this.centre.down) * k];
  }

  fromScreen(x: number, y: number): readonly [across: number, down: number] {
    const { width, height } = this.size;
    const k = this.pxPerMm;
    return [this.centre.across + (x - width / 2) / k, this.centre.down + (y - height / 2) / k];
  }

  /** Magnifies about a point of the screen (the middle where none is given), which stays where it is. */
  zoomBy(factor: number, x = this.size.width / 2, y = this.size.height / 2): void {
    const [across, down] = this.fromScreen(x, y);
    this.zoom = Math.min(ZOOM.most, Math.max(ZOOM.least, this.zoom * factor));
    const [nowAcross, nowDown] = this.fromScreen(x, y);
    this.panTo(this.centre.across + across - nowAcross, this.centre.down + down - nowDown);
  }

  /** Moves the picture with the pointer. */
  panBy(dx: number, dy: number): void {
    const k = this.pxPerMm;
    this.panTo(this.centre.across - dx / k, this.centre.down - dy / k);
  }

  /** The whole picture, in the middle. */
  fit(): void {
    const { plane } = this.content ?? {};
    if (!plane) return;
    const middle = (row: PlaneGeometry['across']) => row.firstMm + ((row.count - 1) / 2) * row.stepMm;
    this.zoom = 1;
    this.panTo(middle(plane.across), middle(plane.down));
  }

  /** The middle of the canvas stays on the picture. */
  private panTo(across: number, down: number): void {
    const { plane } = this.content ?? {};
    if (!plane) return;
    const within = (mm: number, [from, to]: readonly [number, number]) => Math.min(to, Math.max(from, mm));
    this.centre = { across: within(across, edgesMm(plane.across)), down: within(down, edgesMm(plane.down)) };
    this.stale.place = this.stale.lines = this.stale.marks = true;
  }

  /** Cornerstone calls this in every frame before it draws: the work of a frame is done once, however often `show` was called. */
  private beforeDrawing(): void {
    const { content, stale, size, ct } = this;
    if (!content || !ct || size.width === 0 || size.height === 0) return;
    if (!(stale.ct || stale.wash || stale.place || stale.lines || stale.marks)) return;
    this.stale = { ct: false, wash: false, place: false, lines: false, marks: false };
    if (stale.ct) {
      this.readCt(content.picture, ct.pixels);
      ct.show(content.picture);
    }
    if (stale.wash) this.drawWash(content);
    if (stale.place) this.place(content);
    if (stale.ct || stale.wash || stale.place) cornerstone.displayImage(this.element, ct.image);
    if (stale.lines) this.drawLines(content);
    this.onFrame();
  }

  private drawWash({ dose, picture, plane }: PictureContent): void {
    if (!dose || !this.doses || !this.wash || dose.opacity === 0) return;
    tableEntries(this.doses.sample(plane.through.centresMm[picture]), dose.fromGy, dose.maxGy, this.wash.image.pixels);
    this.wash.image.show(`${picture}:${dose.fromGy}:${dose.maxGy}`);
  }

  /** Puts window, magnification and place into cornerstone's viewports; each layer has its own pixels to count in. */
  private place({ plane, window, dose }: PictureContent): void {
    const { across, down } = plane;
    const k = this.pxPerMm * this.size.ratio;
    const [base] = cornerstone.getLayers(this.element);
    const middle = (first: number, count: number, step: number) => first + ((count - 1) / 2) * step;
    base.viewport = Object.assign(base.viewport ?? {}, {
      scale: k * Math.min(across.stepMm, down.stepMm),
      translation: {
        x: (middle(across.firstMm, across.count, across.stepMm) - this.centre.across) / across.stepMm,
        y: (middle(down.firstMm, down.count, down.stepMm) - this.centre.down) / down.stepMm,
      },
      voi: { windowCenter: window.centre, windowWidth: window.width },
    });
    if (!this.wash || !this.doses) return;
    const layer = cornerstone.getLayer(this.element, this.wash.layerId);
    const { acrossMm, downMm, columns, rows, stepMm } = this.doses.lattice;
    Object.assign(layer.viewport ?? {}, {
      scale: k * stepMm,
      translation: {
        x: (middle(acrossMm, columns, stepMm) - this.centre.across) / stepMm,
        y: (middle(downMm, rows, stepMm) - this.centre.down) / stepMm,
      },
    });
    if (layer.options) layer.options.opacity = dose?.opacity ?? 0;
  }

  private drawLines({ picture, dose, outlines }: PictureContent): void {
    const context = this.lines.getContext('2d');
    const { paths, doses, size } = this;
    if (!context || !paths) return;
    const k = this.pxPerMm;
    const [x, y] = this.toScreen(0, 0);
    context.setTransform(1, 0, 0, 1, 0, 0);
    context.clearRect(0, 0, this.lines.width, this.lines.height);
    context.setTransform(k * size.ratio, 0, 0, k * size.ratio, x * size.ratio, y * size.ratio);
    context.lineJoin = 'round';
    context.lineCap = 'round';
    context.lineWidth = OUTLINE_PX / k;
    for (const { stack, colour } of outlines) {
      context.strokeStyle = colour;
      context.stroke(paths.outline(stack, picture));
    }
    if (!dose || !doses) return;
    context.lineWidth = ISODOSE_PX / k;
    paths.isodose(dose, doses, picture).forEach((path, level) => {
      context.strokeStyle = dose.levels[level].colour;
      context.stroke(path);
    });
  }
}

const closeRows = (a: PlaneGeometry['across'], b: PlaneGeometry['across']) =>
  Math.abs(edgesMm(a)[0] - edgesMm(b)[0]) < 1 && Math.abs(edgesMm(a)[1] - edgesMm(b)[1]) < 1;
