import type { Image } from 'cornerstone-core';

type Pixels = Int16Array | Uint8Array | Uint8ClampedArray;
/** Cornerstone's types give these otherwise than its code reads them, or ask for them where its code does not. */
type Otherwise = 'getPixelData' | 'getImageData' | 'getCanvas' | 'getImage' | 'lut' | 'cachedLut' | 'rgba' | 'width' | 'height';

/** An image as cornerstone's code reads it. */
export interface DrawnImage extends Omit<Image, Otherwise> {
  readonly getPixelData: () => Pixels;
  /** Of an image in colour. */
  readonly getCanvas?: () => HTMLCanvasElement;
  readonly rgba?: true;
  /** The grey of every value, kept with the image. */
  readonly cachedLut?: { readonly lutArray: Uint8ClampedArray };
}

/** The image for cornerstone: its types know pixels as plain arrays of numbers alone. */
export function cornerstoneImage({ getPixelData, cachedLut, ...image }: DrawnImage): Image {
  const asTyped = { getPixelData: getPixelData as () => never, ...(cachedLut && { cachedLut: cachedLut as never }) };
  const read: Partial<Image> = { ...image, width: image.columns, height: image.rows, ...asTyped };
  return read as Image;
}
