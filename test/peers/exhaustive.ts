import { objectsOf, type PATIENTS } from './figures';

/* The plainest way there is: cells of 0.2 mm, point in polygon, trilinear dose. Nothing of the program but its reader. */

const CELL_MM = 0.2;
const LAYERS = 4;

type Grid = ReturnType<typeof objectsOf>['dose'];

/** Trilinear dose of an axial grid with even frames, by the textbook. */
function doseAt({
  imagePositionMm: [x0, y0, z0],
  columnSpacingMm,
  rowSpacingMm,
  gridFrameOffsetsMm,
  columns,
  rows,
  pixels,
  doseGridScaling,
}: Grid) {
  const stepMm = gridFrameOffsetsMm![1] - gridFrameOffsetsMm![0];
  return (x: number, y: number, z: number): number => {
    const place = [(x - x0) / columnSpacingMm, (y - y0) / rowSpacingMm, (z - z0) / stepMm];
    const first = place.map(Math.floor);
    let sum = 0;
    for (let corner = 0; corner < 8; corner++) {
      const at = first.map((n, axis) => n + ((corner >> axis) & 1));
      const weight = place.reduce((product, p, axis) => product * (1 - Math.abs(p - at[axis])), 1);
      sum += weight * pixels[at[0] + columns * (at[1] + rows * at[2])];
    }
    return sum * doseGridScaling;
  };
}

const isInside = (points: Float64Array, x: number, y: number): boolean => {
  let inside = false;
  for (let p = 0, q = points.length - 3; p < points.length; q = p, p += 3) {
    const [xp, yp, xq, yq] = [points[p], points[p + 1], points[q], points[q + 1]];
    if (yp > y !== yq > y && x < ((xq - xp) * (y - yp)) / (yq - yp) + xp) inside = !inside;
  }
  return inside;
};

/** D0.03cc of an ROI on evenly spaced axial slices without nested contours. */
export function exhaustiveNearMaximumGy(patient: (typeof PATIENTS)[number], name: string): number {
  const { dose, structures } = objectsOf(patient);
  const { contours } = structures.rois.find((roi) => roi.name === name)!;
  const planes = [...new Set(contours.map(({ pointsMm }) => pointsMm[2]))].sort((a, b) => a - b);
  const sliceMm = planes[1] - planes[0];
  const gyAt = doseAt(dose);
  const found: number[] = [];
  for (const { pointsMm } of contours) {
    const xs = pointsMm.filter((_, n) => n % 3 === 0);
    const ys = pointsMm.filter((_, n) => n % 3 === 1);
    for (let x = Math.min(...xs) + CELL_MM / 2; x < Math.max(...xs); x += CELL_MM) {
      for (let y = Math.min(...ys) + CELL_MM / 2; y < Math.max(...ys); y += CELL_MM) {
        if (!isInside(pointsMm, x, y)) continue;
        for (let layer = 0; layer < LAYERS; layer++)
          found.push(gyAt(x, y, pointsMm[2] + sliceMm * ((layer + 0.5) / LAYERS - 0.5)));
      }
    }
  }
  const cellCc = (CELL_MM * CELL_MM * sliceMm) / LAYERS / 1000;
  return Float64Array.from(found)
    .sort()
    .at(-Math.round(0.03 / cellCc))!;
}
