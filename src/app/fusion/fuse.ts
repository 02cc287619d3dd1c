import type { PixelsOfLayer } from '../viewer/drawing';
import { GREYS } from './grey-table';
import type { FusionLook } from './look';

/** Two CTs on one plane, HU, row by row; NaN in `prior` where the prior CT is not known. */
export interface TwoSlices {
  readonly planned: Float32Array;
  readonly prior: Float32Array;
}

const OPAQUE = 0xff000000 | 0;
const GREY = 0x010101;

/** Stripes of the hatch, mm from one to the next along a row or a column, and the share of it that is coloured. */
export const HATCH = { everyMm: 8, share: 0.22, colour: [176, 112, 255], strength: 0.38 } as const;

/** Greys on the hatch as pixels. */
const HATCHED = Int32Array.from({ length: 256 }, (_, grey) => {
  const [r, g, b] = HATCH.colour.map((c) => Math.round(grey + HATCH.strength * (c - grey)));
  return OPAQUE | (b << 16) | (g << 8) | r;
});

const PHASES = 4096;

/**
 * Puts two slices into one picture, as 32-bit pixels (alpha, blue, green, red from the highest byte).
 *
 * - blend: `1 - priorShare` of the planned grey and `priorShare` of the prior one;
 * - checkerboard: tiles of `tileMm`, the uppermost left one planned;
 * - split: planned to the left of `splitMm`, prior from there on;
 * - difference: red is the planned grey, blue the prior one, green their mean, so that what both show alike is grey, what
 *   is brighter in the planned CT orange, and what is brighter in the prior CT blue.
 *
 * Where the prior CT is not known the planned one is shown alone, in every mode, hatched.
 * @param greys of all Hounsfield units, see `greyTable`.
 * @param splitMm across the picture.
 * @returns how many pixels are hatched or would be: those without a prior CT.
 */
export function fuse(
  { planned, prior }: TwoSlices,
  look: FusionLook,
  pixels: PixelsOfLayer,
  splitMm: number,
  greys: Uint8ClampedArray,
  out: Uint32Array,
): number {
  const { columns, rows, columnMm, rowMm } = pixels;
  const middle = GREYS / 2 + 0.5;
  const { mode } = look;
  const share = Math.round(256 * look.priorShare);
  const hatchAcross = Math.round((PHASES * columnMm) / HATCH.everyMm);
  const hatchDown = Math.round((PHASES * rowMm) / HATCH.everyMm);
  const hatchWide = PHASES * HATCH.share;
  // The first column that is on the right of the line.
  const splitColumn = Math.ceil((splitMm - pixels.acrossMm) / columnMm);
  let unknown = 0;
  for (let r = 0, n = 0; r < rows; r++) {
    const tileRow = Math.floor(((r + 0.5) * rowMm) / look.tileMm);
    for (let c = 0; c < columns; c++, n++) {
      const p = greys[(planned[n] + middle) | 0];
      const value = prior[n];
      if (Number.isNaN(value)) {
        unknown++;
        out[n] = ((c * hatchAcross + r * hatchDown) & (PHASES - 1)) < hatchWide ? HATCHED[p] : OPAQUE | (p * GREY);
        continue;
      }
      const q = greys[(value + middle) | 0];
      if (mode === 'blend') out[n] = OPAQUE | (((p * (256 - share) + q * share + 128) >> 8) * GREY);
      else if (mode === 'split') out[n] = OPAQUE | ((c < splitColumn ? p : q) * GREY);
      else if (mode === 'checkerboard')
        out[n] = OPAQUE | (((Math.floor(((c + 0.5) * columnMm) / look.tileMm) + tileRow) & 1 ? q : p) * GREY);
      else out[n] = OPAQUE | (q << 16) | (((p + q + 1) >> 1) << 8) | p;
    }
  }
  return unknown;
}

/** Which CT a checkerboard or a split shows at a place of the picture; undefined where a mode shows both. */
export function shownAt(
  look: FusionLook,
  pixels: PixelsOfLayer,
  splitMm: number,
  across: number,
  down: number,
): 'planned' | 'prior' | undefined {
  if (look.mode === 'split') return across < splitMm ? 'planned' : 'prior';
  if (look.mode !== 'checkerboard') return undefined;
  const tile = (mm: number, firstMm: number, stepMm: number) => Math.floor((mm - firstMm + stepMm / 2) / look.tileMm);
  const sum = tile(across, pixels.acrossMm, pixels.columnMm) + tile(down, pixels.downMm, pixels.rowMm);
  return sum & 1 ? 'prior' : 'planned';
}
