/** A growing list of parallelograms in plane coordinates: corner, side s and side t, mm, nine numbers each. */
export class PatchList {
  count = 0;
  corners = new Float64Array(9 * 256);
  slab = new Int32Array(256);
  /** 1 where a part of the patch may lie outside the solid. */
  isPartial = new Uint8Array(256);

  add(
    u: number,
    v: number,
    w: number,
    su: number,
    sv: number,
    tu: number,
    tv: number,
    tw: number,
    slab: number,
    isPartial: number,
  ): void {
    if (this.count === this.slab.length) this.grow();
    const at = 9 * this.count;
    const { corners } = this;
    corners[at] = u;
    corners[at + 1] = v;
    corners[at + 2] = w;
    corners[at + 3] = su;
    corners[at + 4] = sv;
    corners[at + 5] = 0;
    corners[at + 6] = tu;
    corners[at + 7] = tv;
    corners[at + 8] = tw;
    this.slab[this.count] = slab;
    this.isPartial[this.count++] = isPartial;
  }

  private grow(): void {
    const corners = new Float64Array(2 * this.corners.length);
    corners.set(this.corners);
    this.corners = corners;
    const slab = new Int32Array(2 * this.slab.length);
    slab.set(this.slab);
    this.slab = slab;
    const isPartial = new Uint8Array(2 * this.isPartial.length);
    isPartial.set(this.isPartial);
    this.isPartial = isPartial;
  }
}
