import * as cornerstone from 'cornerstone-core';
import type { Drawing, OnPlane } from './drawing';
import { PicturePlace } from './picture-place';

/** One picture on the screen: an element that cornerstone draws in, and a canvas with lines above it. */
export class ViewCanvas<Content extends OnPlane> {
  readonly place = new PicturePlace();
  private plane: OnPlane['plane'] | undefined;
  private stale = false;
  private readonly element: HTMLElement;
  private readonly lines: HTMLCanvasElement;
  private readonly drawing: Drawing<Content>;
  private readonly onFrame: () => void;
  private readonly prepare = () => this.beforeDrawing();

  /**
   * @param element empty; cornerstone puts its canvas into it.
   * @param lines above `element`, of the same size on the screen.
   * @param start makes what draws into `element`, when cornerstone knows it.
   * @param onFrame called in a frame in which anything changed.
   */
  constructor(
    element: HTMLElement,
    lines: HTMLCanvasElement,
    start: (element: HTMLElement) => Drawing<Content>,
    onFrame: () => void,
  ) {
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
    this.drawing = start(element);
  }

  dispose(): void {
    this.element.removeEventListener(cornerstone.EVENTS.PRE_RENDER, this.prepare);
    cornerstone.disable(this.element);
  }

  /** Shows other content from the next frame on. */
  show(content: Content): void {
    this.stale = true;
    this.drawing.take(content);
    if (content.plane === this.plane) return;
    this.plane = content.plane;
    this.place.showPlane(content.plane);
    this.drawing.moved();
  }

  /** Takes the size of the space on the screen, in CSS pixels. */
  resize(width: number, height: number, ratio: number): void {
    const { size } = this.place;
    if (size.width === width && size.height === height && size.ratio === ratio) return;
    this.place.size = { width, height, ratio };
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
    this.hasMoved();
  }

  zoomBy(factor: number, x?: number, y?: number): void {
    this.place.zoomBy(factor, x, y);
    this.hasMoved();
  }

  panBy(dx: number, dy: number): void {
    this.place.panBy(dx, dy);
    this.hasMoved();
  }

  fit(): void {
    this.place.fit();
    this.hasMoved();
  }

  private hasMoved(): void {
    this.stale = true;
    this.drawing.moved();
  }

  /** Cornerstone calls this in every frame before it draws: the work of a frame is done once, however often `show` was called. */
  private beforeDrawing(): void {
    const { size } = this.place;
    if (!this.stale || size.width === 0 || size.height === 0) return;
    this.stale = false;
    const base = this.drawing.images(this.place);
    if (base) cornerstone.displayImage(this.element, base);
    this.drawing.lines(this.place, () => this.clearLines());
    this.onFrame();
  }

  private clearLines(): CanvasRenderingContext2D | undefined {
    const context = this.lines.getContext('2d');
    if (!context) return undefined;
    const { pxPerMm, size } = this.place;
    const k = pxPerMm * size.ratio;
    const [x, y] = this.place.toScreen(0, 0);
    context.setTransform(1, 0, 0, 1, 0, 0);
    context.clearRect(0, 0, this.lines.width, this.lines.height);
    context.setTransform(k, 0, 0, k, x * size.ratio, y * size.ratio);
    context.lineJoin = 'round';
    context.lineCap = 'round';
    return context;
  }
}
