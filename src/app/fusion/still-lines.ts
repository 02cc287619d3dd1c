import type { PicturePlace } from '../viewer/picture-place';
import type { Outline } from '../viewer/scene';

/** Lines that stay while others above them are dragged: drawn once, and then copied. */
export class StillLines {
  private readonly copy = document.createElement('canvas');
  private drawn = '';
  private outlines: readonly Outline[] | undefined;

  /** @param draw draws the lines on a canvas that is set up as `context` is. */
  draw(
    context: CanvasRenderingContext2D,
    { size, centre, pxPerMm }: PicturePlace,
    outlines: readonly Outline[],
    picture: number,
    draw: (on: CanvasRenderingContext2D) => void,
  ): void {
    const { width, height } = context.canvas;
    const on = this.copy.getContext('2d');
    if (!on || outlines.length === 0) return;
    const key = [picture, width, height, size.width, size.height, centre.across, centre.down, pxPerMm].join();
    if (key !== this.drawn || outlines !== this.outlines) {
      this.drawn = key;
      this.outlines = outlines;
      // This empties it as well.
      this.copy.width = width;
      this.copy.height = height;
      on.setTransform(context.getTransform());
      on.lineWidth = context.lineWidth;
      on.lineJoin = context.lineJoin;
      on.lineCap = context.lineCap;
      draw(on);
    }
    context.save();
    context.setTransform(1, 0, 0, 1, 0, 0);
    context.drawImage(this.copy, 0, 0);
    context.restore();
  }
}
