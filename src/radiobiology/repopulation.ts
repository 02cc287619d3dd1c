/** Overall-time correction for tumour: dose lost each day to proliferation after the kick-off time. Never for late effects. */
export interface Repopulation {
  /** EQD2 lost per day, Gy. */
  readonly dProlifGyPerDay: number;
  readonly kickOffDays: number;
}

/** EQD2 in Gy lost in `overallDays` from first to last fraction: Dprolif · max(0, T - Tk). */
export function eqd2LostGy({ dProlifGyPerDay, kickOffDays }: Repopulation, overallDays: number): number {
  return dProlifGyPerDay * Math.max(0, overallDays - kickOffDays);
}
