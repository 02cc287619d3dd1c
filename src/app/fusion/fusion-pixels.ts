import type { PixelsOfLayer } from '../viewer/drawing';
import { edgesMm, type PixelRow, type PlaneGeometry } from '../viewer/plane';

const MOST = 512;
/** Finer pixels than this are made only where the CT has them. */
const FINEST_MM = 1;

/** Whole parts of the CT's own pixels, from edge to edge. */
function dividedRow(row: PixelRow, wantedMm: number): readonly [firstMm: number, count: number, stepMm: number] {
  const [from, to] = edgesMm(row);
  const count = Math.min(MOST, row.count * Math.max(1, Math.round(row.stepMm / wantedMm)));
  const stepMm = (to - from) / count;
  return [from + stepMm / 2, count, stepMm];
}

/**
 * Pixels of the pictures of two CTs: those of the planned CT; where slices are further apart than pixels, divided, so
 * that tiles and lines have edges. At most 512 each way.
 */
export function fusionPixels({ across, down }: PlaneGeometry): PixelsOfLayer {
  const wantedMm = Math.max(FINEST_MM, Math.min(across.stepMm, down.stepMm));
  const [acrossMm, columns, columnMm] = dividedRow(across, wantedMm);
  const [downMm, rows, rowMm] = dividedRow(down, wantedMm);
  return { acrossMm, downMm, columns, rows, columnMm, rowMm };
}

/** One pixel for each block of `side` pixels each way, in its middle; the last ones may reach beyond the picture. */
export function blocksOf({ acrossMm, downMm, columns, rows, columnMm, rowMm }: PixelsOfLayer, side: number): PixelsOfLayer {
  return {
    acrossMm: acrossMm + ((side - 1) / 2) * columnMm,
    downMm: downMm + ((side - 1) / 2) * rowMm,
    columns: Math.ceil(columns / side),
    rows: Math.ceil(rows / side),
    columnMm: side * columnMm,
    rowMm: side * rowMm,
  };
}

/** Gives every pixel the value of its block. */
export function spread(
  values: Float32Array,
  { columns: blockColumns }: PixelsOfLayer,
  side: number,
  { columns, rows }: PixelsOfLayer,
  out: Float32Array,
): void {
  for (let r = 0, n = 0; r < rows; r++) {
    const row = blockColumns * Math.floor(r / side);
    for (let block = 0, c = 0; c < columns; block++) {
      const value = values[row + block];
      const end = Math.min(columns, c + side);
      for (; c < end; c++, n++) out[n] = value;
    }
  }
}
