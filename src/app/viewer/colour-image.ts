import type { Image } from 'cornerstone-core';
import { cornerstoneImage } from './cornerstone-image';
import type { PixelsOfLayer } from './drawing';

/** With this window, and only this, cornerstone takes a colour image's own canvas. */
export const AS_IT_IS = { windowCenter: 128, windowWidth: 255 };

let serial = 0;

/** An image in colour for cornerstone: its pixels are written here and are drawn as they are, through no window. */
export class ColourImage {
  readonly image: Image;
  /** One number for each pixel: alpha, blue, green, red from the highest byte. */
  readonly pixels: Uint32Array;
  private readonly data: ImageData;
  private readonly context: CanvasRenderingContext2D;

  constructor({ columns, rows, columnMm, rowMm }: PixelsOfLayer) {
    const canvas = document.createElement('canvas');
    canvas.width = columns;
    canvas.height = rows;
    this.context = canvas.getContext('2d', { alpha: false })!;
    this.data = this.context.createImageData(columns, rows);
    this.pixels = new Uint32Array(this.data.data.buffer);
    this.image = cornerstoneImage({
      imageId: `isoeffect-colours:${serial++}`,
      minPixelValue: 0,
      maxPixelValue: 255,
      slope: 1,
      intercept: 0,
      ...AS_IT_IS,
      getPixelData: () => this.data.data,
      getCanvas: () => canvas,
      columns,
      rows,
      columnPixelSpacing: columnMm,
      rowPixelSpacing: rowMm,
      color: true,
      rgba: true,
      invert: false,
      sizeInBytes: this.data.data.byteLength,
    });
  }

  /** Shows the pixels as they are now. */
  show(): void {
    this.context.putImageData(this.data, 0, 0);
  }
}
