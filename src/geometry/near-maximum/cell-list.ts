/**
 * The square cells that samples stand for: where each is in its slab, how much of it is covered, and which samples are
 * its layers. A growing list.
 */
export class CellList {
  count = 0;
  slab: Int32Array;
  u: Float64Array;
  v: Float64Array;
  sizeMm: Float64Array;
  areaMm2: Float64Array;
  first: Int32Array;
  layers: Int32Array;

  /** @param room for so many cells from the start. */
  constructor(room = 4096) {
    this.slab = new Int32Array(room);
    this.u = new Float64Array(room);
    this.v = new Float64Array(room);
    this.sizeMm = new Float64Array(room);
    this.areaMm2 = new Float64Array(room);
    this.first = new Int32Array(room);
    this.layers = new Int32Array(room);
  }

  /** Makes room for one more. @returns where it stands, to be filled in by the caller. */
  more(): number {
    if (this.count === this.slab.length) this.grow();
    return this.count++;
  }

  private grow(): void {
    const grown = <T extends Int32Array | Float64Array>(old: T): T => {
      const next = new (old.constructor as new (size: number) => T)(2 * old.length + 64);
      next.set(old);
      return next;
    };
    this.slab = grown(this.slab);
    this.u = grown(this.u);
    this.v = grown(this.v);
    this.sizeMm = grown(this.sizeMm);
    this.areaMm2 = grown(this.areaMm2);
    this.first = grown(this.first);
    this.layers = grown(this.layers);
  }
}
