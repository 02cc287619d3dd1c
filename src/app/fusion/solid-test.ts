import type { Slab, SlabStack } from '../../geometry/slab-stack';

/** Edges of a slab's rings by the strips of v that they pass through: the edges of strip s are `edges[starts[s] .. starts[s + 1]]`. */
interface Strips {
  readonly lowV: number;
  readonly count: number;
  readonly starts: Int32Array;
  /** u and v of either end of each edge. */
  readonly edges: Float64Array;
}

const STRIP_MM = 2;

function stripsOf({ rings }: Slab): Strips {
  let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const ring of rings) {
    for (let n = 1; n < ring.length; n += 2) {
      low = Math.min(low, ring[n]);
      high = Math.max(high, ring[n]);
    }
  }
  const count = rings.length === 0 ? 0 : Math.floor((high - low) / STRIP_MM) + 1;
  const strip = (v: number) => Math.floor((v - low) / STRIP_MM);
  const starts = new Int32Array(count + 1);
  const each = (visit: (u0: number, v0: number, u1: number, v1: number, strip: number) => void) => {
    for (const ring of rings) {
      for (let n = 0, m = ring.length - 2; n < ring.length; m = n, n += 2) {
        const [u0, v0, u1, v1] = [ring[m], ring[m + 1], ring[n], ring[n + 1]];
        // A level edge is crossed by no line along u.
        if (v0 === v1) continue;
        for (let s = strip(Math.min(v0, v1)); s <= strip(Math.max(v0, v1)); s++) visit(u0, v0, u1, v1, s);
      }
    }
  };
  each((_u0, _v0, _u1, _v1, s) => starts[s + 1]++);
  for (let s = 0; s < count; s++) starts[s + 1] += starts[s];
  const edges = new Float64Array(4 * starts[count]);
  const fill = starts.slice();
  each((u0, v0, u1, v1, s) => edges.set([u0, v0, u1, v1], 4 * fill[s]++));
  return { lowV: low, count, starts, edges };
}

/** Whether points lie in a solid, by the even-odd rule in the slab that holds them. What it needs is made when first asked for. */
export class SolidTest {
  private readonly strips: (Strips | undefined)[];
  /** Least and greatest u, v, w of the solid; undefined where it is nothing. */
  readonly bounds: readonly [low: readonly number[], high: readonly number[]] | undefined;
  private slab = 0;

  constructor(private readonly stack: SlabStack) {
    this.strips = new Array(stack.slabs.length).fill(undefined);
    this.bounds = boundsOf(stack);
  }

  contains(x: number, y: number, z: number): boolean {
    const { slabs, basis } = this.stack;
    const w = basis.w[0] * x + basis.w[1] * y + basis.w[2] * z;
    // Neighbouring points are mostly in the same slab. A point between two belongs to the upper one.
    let s = this.slab;
    while (s > 0 && slabs[s].bottomMm > w) s--;
    while (s < slabs.length - 1 && slabs[s].topMm <= w) s++;
    this.slab = s;
    const slab = slabs[s];
    if (!slab || !(w >= slab.bottomMm && w < slab.topMm)) return false;
    const strips = this.strips[s] ?? stripsOf(slab);
    this.strips[s] = strips;
    const v = basis.v[0] * x + basis.v[1] * y + basis.v[2] * z;
    const strip = Math.floor((v - strips.lowV) / STRIP_MM);
    if (!(strip >= 0 && strip < strips.count)) return false;
    const u = basis.u[0] * x + basis.u[1] * y + basis.u[2] * z;
    const { edges } = strips;
    const end = 4 * strips.starts[strip + 1];
    let inside = false;
    for (let e = 4 * strips.starts[strip]; e < end; e += 4) {
      const v0 = edges[e + 1];
      const v1 = edges[e + 3];
      if (v0 > v !== v1 > v && u < edges[e] + ((v - v0) / (v1 - v0)) * (edges[e + 2] - edges[e])) inside = !inside;
    }
    return inside;
  }
}

function boundsOf({ slabs }: SlabStack): SolidTest['bounds'] {
  const filled = slabs.filter(({ rings }) => rings.length > 0);
  if (filled.length === 0) return undefined;
  const low = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY, filled[0].bottomMm];
  const high = [Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY, filled[filled.length - 1].topMm];
  for (const { rings } of filled) {
    for (const ring of rings) {
      for (let n = 0; n < ring.length; n++) {
        low[n & 1] = Math.min(low[n & 1], ring[n]);
        high[n & 1] = Math.max(high[n & 1], ring[n]);
      }
    }
  }
  return [low, high];
}
