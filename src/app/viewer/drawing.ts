import * as cornerstone from 'cornerstone-core';
import type { PicturePlace } from './picture-place';
import type { PlaneGeometry } from './plane';

/** What is drawn into a picture's element: images by cornerstone, lines on a canvas above them. */
export interface Drawing<Content> {
  /**
   * Takes what is to be shown from the next frame on. Nothing is drawn yet: it may be called more often than there are
   * frames. A content of another plane comes with other layers, which are given to cornerstone here.
   */
  take(content: Content): void;
  /** The picture is elsewhere on the screen, or of another size. */
  moved(): void;
  /** Makes the images that changed anew; called once a frame. @returns the base image where any has to be drawn again. */
  images(place: PicturePlace): cornerstone.Image | undefined;
  /** Draws the lines, in mm of the picture, where they changed. @param clear empties the canvas and sets mm for its unit. */
  lines(place: PicturePlace, clear: () => CanvasRenderingContext2D | undefined): void;
}

/** A content says on which plane it lies. */
export interface OnPlane {
  readonly plane: PlaneGeometry;
}

/** Pixels of a layer: where the first one's centre is, how many there are and how large they are, mm. */
export interface PixelsOfLayer {
  readonly acrossMm: number;
  readonly downMm: number;
  readonly columns: number;
  readonly rows: number;
  readonly columnMm: number;
  readonly rowMm: number;
}

/** Pixels of the screen for each pixel of the layer, and its middle's way from the space's: each layer counts in its own. */
export function viewportOf(pixels: PixelsOfLayer, place: PicturePlace): Pick<cornerstone.Viewport, 'scale' | 'translation'> {
  const { acrossMm, downMm, columns, rows, columnMm, rowMm } = pixels;
  return {
    scale: place.pxPerMm * place.size.ratio * Math.min(columnMm, rowMm),
    translation: {
      x: (acrossMm + ((columns - 1) / 2) * columnMm - place.centre.across) / columnMm,
      y: (downMm + ((rows - 1) / 2) * rowMm - place.centre.down) / rowMm,
    },
  } as Pick<cornerstone.Viewport, 'scale' | 'translation'>;
}

/** Puts a layer in its place. @param more other parts of its viewport. */
export function placeLayer(
  element: HTMLElement,
  layerId: string,
  pixels: PixelsOfLayer,
  place: PicturePlace,
  more?: object,
): void {
  const layer = cornerstone.getLayer(element, layerId);
  layer.viewport = Object.assign(layer.viewport ?? {}, viewportOf(pixels, place), more);
}

/** The pixels of a plane's own picture. */
export const pixelsOf = ({ across, down }: PlaneGeometry): PixelsOfLayer => ({
  acrossMm: across.firstMm,
  downMm: down.firstMm,
  columns: across.count,
  rows: down.count,
  columnMm: across.stepMm,
  rowMm: down.stepMm,
});
