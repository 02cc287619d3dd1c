import { gaussRule, type Vec3 } from './math';
import type { Solid } from './solid';

/** How finely a solid is integrated: Gauss points across and along, even steps around. */
export interface Fineness {
  readonly across: number;
  readonly around: number;
  /** Panels along z, of `perPanel` Gauss points each. */
  readonly panels: number;
  readonly perPanel: number;
}

/**
 * Volume in mm³ and means of functions over a solid, in its own polar coordinates: Gauss's rule across and along, even
 * steps around, where they are as exact as Gauss's for a smooth closed outline.
 */
export function integrate(solid: Solid, functions: (p: Vec3, out: Float64Array) => void, count: number, fine: Fineness) {
  const rings = gaussRule(fine.across);
  const along = gaussRule(fine.perPanel);
  const sums = new Float64Array(count);
  const values = new Float64Array(count);
  let volume = 0;
  const panel = (solid.zTo - solid.zFrom) / fine.panels;
  for (let p = 0; p < fine.panels; p++) {
    for (let s = 0; s < fine.perPanel; s++) {
      const z = solid.zFrom + panel * (p + along.at[s]);
      const [cx, cy] = solid.centre(z);
      for (let n = 0; n < fine.around; n++) {
        const angle = (2 * Math.PI * (n + 0.5)) / fine.around;
        const radius = solid.radius(angle, z);
        const [c, d] = [Math.cos(angle), Math.sin(angle)];
        const slice = ((2 * Math.PI) / fine.around) * panel * along.weight[s] * radius * radius;
        for (let r = 0; r < fine.across; r++) {
          const share = rings.at[r];
          const weight = slice * rings.weight[r] * share;
          functions([cx + share * radius * c, cy + share * radius * d, z], values);
          volume += weight;
          for (let f = 0; f < count; f++) sums[f] += weight * values[f];
        }
      }
    }
  }
  return { volumeMm3: volume, means: Array.from(sums, (sum) => sum / volume) };
}

interface Cell {
  readonly share: readonly [number, number];
  readonly angle: readonly [number, number];
  readonly z: readonly [number, number];
}

function cellsOf({ share, angle, z }: Cell, [across, around, along]: readonly [number, number, number]): Cell[] {
  const cut = ([low, high]: readonly [number, number], parts: number, n: number) =>
    [low + ((high - low) * n) / parts, low + ((high - low) * (n + 1)) / parts] as const;
  const cells: Cell[] = [];
  for (let a = 0; a < across; a++) {
    for (let b = 0; b < around; b++) {
      for (let c = 0; c < along; c++)
        cells.push({ share: cut(share, across, a), angle: cut(angle, around, b), z: cut(z, along, c) });
    }
  }
  return cells;
}

interface Spread {
  readonly mm3: number;
  readonly centre: number;
  readonly half: number;
}

/** The dose that just `mm3` reach, the dose of each cell taken as spread evenly about that of its centre. */
function doseOfHottest(cells: readonly Spread[], mm3: number, [low, high]: readonly number[]): number {
  let [from, to] = [low, high];
  for (let step = 0; step < 40; step++) {
    const dose = (from + to) / 2;
    let above = 0;
    for (const cell of cells) above += cell.mm3 * Math.max(0, Math.min(1, 0.5 + (cell.centre - dose) / (2 * cell.half)));
    if (above > mm3) from = dose;
    else to = dose;
  }
  return (from + to) / 2;
}

/**
 * Lowest dose of the hottest `cc` of a solid, for each of the volumes asked for. The solid is cut into cells; those that
 * may hold that dose are halved in each direction until they are small and the dose varies by less than `evenGy` over them.
 */
export function hottest(solid: Solid, dose: (p: Vec3) => number, ccs: readonly number[], evenGy: number): number[] {
  const point = (share: number, angle: number, z: number): Vec3 => {
    const [cx, cy] = solid.centre(z);
    const r = share * solid.radius(angle, z);
    return [cx + r * Math.cos(angle), cy + r * Math.sin(angle), z];
  };
  const middle = ([low, high]: readonly [number, number]) => (low + high) / 2;
  const measure = (cell: Cell) => {
    const [angle, z] = [middle(cell.angle), middle(cell.z)];
    const centre = dose(point(middle(cell.share), angle, z));
    let [low, high] = [centre, centre];
    for (let corner = 0; corner < 8; corner++) {
      const d = dose(point(cell.share[corner & 1], cell.angle[(corner >> 1) & 1], cell.z[corner >> 2]));
      if (d > high) high = d;
      if (d < low) low = d;
    }
    const ring = (cell.share[1] ** 2 - cell.share[0] ** 2) / 2;
    const mm3 = ring * (cell.angle[1] - cell.angle[0]) * (cell.z[1] - cell.z[0]) * solid.radius(angle, z) ** 2;
    // A little is added, since the highest dose of a cell need not be at a corner.
    const slack = 0.1 * (high - low) + 1e-4;
    return { cell, mm3, centre, half: (high - low) / 2 + 1e-9, low: low - slack, high: high + slack };
  };
  type Measured = ReturnType<typeof measure>;
  const reached = (cells: readonly Measured[], by: 'low' | 'high', cc: number) => {
    let sum = 0;
    for (const cell of [...cells].sort((a, b) => b[by] - a[by])) {
      sum += cell.mm3;
      if (sum >= cc * 1000) return cell[by];
    }
    throw new Error(`${solid.name} has no ${cc} cc`);
  };

  const smallest = Math.min(...ccs) * 1000;
  const layers = Math.max(8, Math.round((solid.zTo - solid.zFrom) / 3));
  let cells = cellsOf({ share: [0, 1], angle: [0, 2 * Math.PI], z: [solid.zFrom, solid.zTo] }, [6, 24, layers]).map(measure);
  for (;;) {
    const between = ccs.map((cc) => [reached(cells, 'low', cc), reached(cells, 'high', cc)]);
    const lowest = Math.min(...between.map(([low]) => low));
    const kept = cells.filter(({ high }) => high >= lowest);
    const unsure = (cell: Measured) =>
      (cell.high - cell.low > evenGy || cell.mm3 > (smallest * evenGy) / 80) &&
      between.some(([low, high]) => cell.high >= low && cell.low <= high);
    if (!kept.some(unsure)) return ccs.map((cc, n) => doseOfHottest(kept, cc * 1000, between[n]));
    cells = kept.flatMap((cell) => (unsure(cell) ? cellsOf(cell.cell, [2, 2, 2]).map(measure) : [cell]));
  }
}
