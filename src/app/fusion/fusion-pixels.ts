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
