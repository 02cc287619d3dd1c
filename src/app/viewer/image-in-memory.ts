import type { Image } from 'cornerstone-core';
import { cornerstoneImage, type DrawnImage } from './cornerstone-image';

/*
 * Cornerstone keeps an image's grey table with the image and makes it anew when the window changes. The three views'
 * images share one, for every 16-bit number, so that nothing need be known of the volume's range.
 */
const GREY_TABLE = { lutArray: new Uint8ClampedArray(65536) };
let serial = 0;

/** What an image's values mean to its window. */
type Values = Pick<DrawnImage, 'minPixelValue' | 'maxPixelValue' | 'windowCenter' | 'windowWidth' | 'cachedLut'>;

/** An image for cornerstone whose pixels are overwritten by the next picture: `show` tells cornerstone that they were. */
export class ImageInMemory<Pixels extends Int16Array | Uint8Array> {
  readonly image: Image;
  readonly pixels: Pixels;
  private readonly name = `isoeffect:${serial++}`;

  constructor(pixels: Pixels, columns: number, columnSpacingMm: number, rowSpacingMm: number, more: Values) {
    const rows = pixels.length / columns;
    this.pixels = pixels;
    this.image = cornerstoneImage({
      imageId: this.name,
      slope: 1,
      intercept: 0,
      getPixelData: () => pixels,
      columns,
      rows,
      columnPixelSpacing: columnSpacingMm,
      rowPixelSpacing: rowSpacingMm,
      color: false,
      invert: false,
      sizeInBytes: pixels.byteLength,
      ...more,
    });
  }

  /** Cornerstone draws the pixels again only where the id is another; "invalidating" would remake the tables too. */
  show(version: string | number): void {
    this.image.imageId = `${this.name}:${version}`;
  }
}

/** An image of Hounsfield units. */
export function hounsfieldImage(
  columns: number,
  rows: number,
  columnSpacingMm: number,
  rowSpacingMm: number,
): ImageInMemory<Int16Array> {
  return new ImageInMemory(new Int16Array(columns * rows), columns, columnSpacingMm, rowSpacingMm, {
    minPixelValue: -32768,
    maxPixelValue: 32767,
    windowCenter: 40,
    windowWidth: 400,
    cachedLut: GREY_TABLE,
  });
}

/** An image of entries of a table of 256 colours. */
export const tableImage = (columns: number, rows: number, stepMm: number): ImageInMemory<Uint8Array> =>
  new ImageInMemory(new Uint8Array(columns * rows), columns, stepMm, stepMm, {
    minPixelValue: 0,
    maxPixelValue: 255,
    windowCenter: 127.5,
    windowWidth: 255,
  });
