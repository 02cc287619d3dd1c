/** Finds the slices on either side of a place. One that is near the last one asked for is found in a step. */
export class SliceWalk {
  /** How much of the next slice there is at the place asked for last, 0 to 1. */
  share = 0;
  private k = 0;
  private readonly last: number;

  /** @param offsetsMm ascending, not always even. */
  constructor(private readonly offsetsMm: Float64Array) {
    this.last = offsetsMm.length - 1;
  }

  /** @returns the slice at or before `mm`; beyond the ends the outermost slice is taken. */
  to(mm: number): number {
    const { offsetsMm, last } = this;
    if (last === 0) return 0;
    let { k } = this;
    while (k < last - 1 && offsetsMm[k + 1] <= mm) k++;
    while (k > 0 && offsetsMm[k] > mm) k--;
    this.k = k;
    const share = (mm - offsetsMm[k]) / (offsetsMm[k + 1] - offsetsMm[k]);
    this.share = share < 0 ? 0 : share > 1 ? 1 : share;
    return k;
  }
}
