/** Several fractions a day, evenly spaced, with mono-exponential repair between them. */
export interface IncompleteRepair {
  readonly fractionsPerDay: number;
  readonly hoursBetween: number;
  readonly repairHalfTimeHours: number;
}

/**
 * Thames' factor Hm for m fractions a day: BED = D [1 + (1 + Hm) d / (α/β)], with φ = exp(-ln2 ΔT / T½) and
 * Hm = (2/m) (φ / (1 - φ)) [m - (1 - φ^m) / (1 - φ)] (Thames 1985), which is (2/m) Σ (m - k) φ^k over k = 1 … m - 1: each
 * pair of fractions k apart. Summed so, it has no difference of near numbers, and nothing divided by nothing, where next
 * to no repair is left (φ near 1). Repair overnight is taken as complete.
 * @returns 0 for one fraction a day, m - 1 where nothing is repaired between them.
 */
export function incompleteRepairFactor({ fractionsPerDay: m, hoursBetween, repairHalfTimeHours }: IncompleteRepair): number {
  const phi = Math.exp((-Math.LN2 * hoursBetween) / repairHalfTimeHours);
  let pairs = 0;
  for (let apart = 1; apart < m; apart++) pairs += (m - apart) * phi ** apart;
  return (2 / m) * pairs;
}

/** The most hours between so many fractions a day: with more, the next day's first would come sooner than that. */
export const longestHoursBetween = (fractionsPerDay: number): number => 24 / fractionsPerDay;

/** Whether so many fractions a day can be as far apart. */
export const fitsInADay = ({ fractionsPerDay, hoursBetween }: Omit<IncompleteRepair, 'repairHalfTimeHours'>): boolean =>
  fractionsPerDay <= 1 || hoursBetween <= longestHoursBetween(fractionsPerDay);
