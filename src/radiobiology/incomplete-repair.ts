/** Several fractions a day, evenly spaced, with mono-exponential repair between them. */
export interface IncompleteRepair {
  readonly fractionsPerDay: number;
  readonly hoursBetween: number;
  readonly repairHalfTimeHours: number;
}

/**
 * Thames' factor Hm for m fractions a day: BED = D [1 + (1 + Hm) d / (α/β)], with φ = exp(-ln2 ΔT / T½) and
 * Hm = (2/m) (φ / (1 - φ)) [m - (1 - φ^m) / (1 - φ)] (Thames 1985). Repair overnight is taken as complete.
 * @returns 0 for one fraction a day.
 */
export function incompleteRepairFactor({ fractionsPerDay: m, hoursBetween, repairHalfTimeHours }: IncompleteRepair): number {
  if (m <= 1) return 0;
  const phi = Math.exp((-Math.LN2 * hoursBetween) / repairHalfTimeHours);
  return (2 / m) * (phi / (1 - phi)) * (m - (1 - phi ** m) / (1 - phi));
}

/** The most hours between so many fractions a day: with more, the next day's first would come sooner than that. */
export const longestHoursBetween = (fractionsPerDay: number): number => 24 / fractionsPerDay;

/** Whether so many fractions a day can be as far apart. */
export const fitsInADay = ({ fractionsPerDay, hoursBetween }: Omit<IncompleteRepair, 'repairHalfTimeHours'>): boolean =>
  fractionsPerDay <= 1 || hoursBetween <= longestHoursBetween(fractionsPerDay);
