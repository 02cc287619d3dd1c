import { ringBounds } from './ring-nesting';
import type { Ring } from './slab-stack';

/** `clear`: no edge meets another but at shared ends; `touching`: some meet without crossing; `crossing`: some cross. */
export type RingContact = 'clear' | 'touching' | 'crossing';

const MAX_CELLS_PER_SIDE = 64;
/** Of outlines with so many points that the cells along them would hold hundreds. */
const MAX_CELLS_OF_MANY = 512;
const MANY = 20_000;
/** Cells that the box of an edge covers on average, beyond which each edge is sooner held against every other. */
const MOST_CELLS_OF_EDGE = 16;

/** Whether a ring turns about the middle of its box in one direction and once: then no two of its edges meet. */
export function goesRoundOnce(ring: Ring): boolean {
  const [minU, minV, maxU, maxV] = ringBounds(ring);
  const u = (minU + maxU) / 2;
  const v = (minV + maxV) / 2;
  let turns = 0;
  let direction = 0;
  let u0 = ring[ring.length - 2] - u;
  let v0 = ring[ring.length - 1] - v;
  for (let p = 0; p < ring.length; p += 2) {
    const u1 = ring[p] - u;
    const v1 = ring[p + 1] - v;
    const turn = u0 * v1 - u1 * v0;
    if (turn === 0 || turn * direction < 0) return false;
    direction = turn;
    // Once around passes from below to above, or from above to below, the half line to the right exactly once.
    if (v0 < 0 !== v1 < 0 && (v1 < 0 ? turn < 0 : turn > 0)) turns++;
    u0 = u1;
    v0 = v1;
  }
  return turns === 1;
}

function areApart(rings: readonly Ring[]): boolean {
  if (rings.length === 1) return true;
  if (rings.length > 20) return false;
  const boxes = rings.map(ringBounds);
  return boxes.every((a, n) => boxes.slice(n + 1).every((b) => a[2] < b[0] || b[2] < a[0] || a[3] < b[1] || b[3] < a[1]));
}

/** The edges of rings in a uniform grid of cells by their bounding boxes, so that each meets its neighbours only. */
interface EdgeGrid {
  /** Of edge `e`, its ends are at `2 * e` and `2 * e + 1`. */
  readonly u: Float64Array;
  readonly v: Float64Array;
  /** The edge after each. */
  readonly following: Int32Array;
  readonly side: number;
  /** The edges of a cell are `members` from `starts[cell]` to `starts[cell + 1]`. */
  readonly starts: Int32Array;
  readonly members: Int32Array;
  readonly cellOf: (u: number, v: number) => number;
}

function edgeGrid(rings: readonly Ring[]): EdgeGrid {
  let edges = 0;
  for (const ring of rings) edges += ring.length / 2;
  const u = new Float64Array(2 * edges);
  const v = new Float64Array(2 * edges);
  const following = new Int32Array(edges);
  let minU = Infinity;
  let maxU = -Infinity;
  let minV = Infinity;
  let maxV = -Infinity;
  let e = 0;
  for (const ring of rings) {
    const start = e;
    const points = ring.length / 2;
    for (let p = 0; p < points; p++, e++) {
      const q = p + 1 === points ? 0 : p + 1;
      u[2 * e] = ring[2 * p];
      v[2 * e] = ring[2 * p + 1];
      u[2 * e + 1] = ring[2 * q];
      v[2 * e + 1] = ring[2 * q + 1];
      following[e] = start + q;
      if (u[2 * e] < minU) minU = u[2 * e];
      if (u[2 * e] > maxU) maxU = u[2 * e];
      if (v[2 * e] < minV) minV = v[2 * e];
      if (v[2 * e] > maxV) maxV = v[2 * e];
    }
  }
  const cells = edges > MANY ? MAX_CELLS_OF_MANY : MAX_CELLS_PER_SIDE;
  let side = Math.max(4, Math.min(cells, edges >> 3));
  if (cellsCovered(u, v, side, minU, maxU, minV, maxV) > MOST_CELLS_OF_EDGE * edges) side = 1;
  const scaleU = side / Math.max(maxU - minU, 1e-9);
  const scaleV = side / Math.max(maxV - minV, 1e-9);
  const column = (x: number) => Math.min(side - 1, ((x - minU) * scaleU) | 0);
  const row = (y: number) => Math.min(side - 1, ((y - minV) * scaleV) | 0);

  const starts = new Int32Array(side * side + 1);
  const box = new Uint16Array(4 * edges);
  for (let n = 0; n < edges; n++) {
    const ua = column(u[2 * n]);
    const ub = column(u[2 * n + 1]);
    const va = row(v[2 * n]);
    const vb = row(v[2 * n + 1]);
    box[4 * n] = ua < ub ? ua : ub;
    box[4 * n + 1] = ua < ub ? ub : ua;
    box[4 * n + 2] = va < vb ? va : vb;
    box[4 * n + 3] = va < vb ? vb : va;
    for (let r = box[4 * n + 2]; r <= box[4 * n + 3]; r++) {
      for (let c = box[4 * n]; c <= box[4 * n + 1]; c++) starts[r * side + c + 1]++;
    }
  }
  for (let n = 0; n < side * side; n++) starts[n + 1] += starts[n];
  const members = new Int32Array(starts[side * side]);
  const fill = starts.slice(0, side * side);
  for (let n = 0; n < edges; n++) {
    for (let r = box[4 * n + 2]; r <= box[4 * n + 3]; r++) {
      for (let c = box[4 * n]; c <= box[4 * n + 1]; c++) members[fill[r * side + c]++] = n;
    }
  }
  return { u, v, following, side, starts, members, cellOf: (x, y) => row(y) * side + column(x) };
}

/** How many cells the boxes of all edges cover, about; a grid of them would hold each edge so often. */
function cellsCovered(
  u: Float64Array,
  v: Float64Array,
  side: number,
  minU: number,
  maxU: number,
  minV: number,
  maxV: number,
): number {
  const scaleU = side / Math.max(maxU - minU, 1e-9);
  const scaleV = side / Math.max(maxV - minV, 1e-9);
  let covered = 0;
  for (let n = 0; n < u.length; n += 2) {
    covered += (1 + Math.abs(u[n + 1] - u[n]) * scaleU) * (1 + Math.abs(v[n + 1] - v[n]) * scaleV);
  }
  return covered;
}

/** Whether rings have so many long edges that holding each against every other would have no end. */
export function hasEndlessEdges(rings: readonly Ring[]): boolean {
  const edges = rings.reduce((sum, ring) => sum + ring.length / 2, 0);
  return edges > MANY && edgeGrid(rings).side === 1;
}

/**
 * Whether the edges of the rings of one slab meet. Rings that go once around their middle, each in a box of its own, as
 * most organs' do, cannot; for the others each edge is compared with its neighbours only: linear in the number of points
 * for drawn contours.
 */
export function ringContact(rings: readonly Ring[]): RingContact {
  if (rings.every(goesRoundOnce) && areApart(rings)) return 'clear';
  const { u, v, following, side, starts, members } = edgeGrid(rings);
  let touching = false;
  for (let cell = 0; cell < side * side; cell++) {
    for (let m = starts[cell]; m < starts[cell + 1]; m++) {
      const a = members[m];
      for (let n = m + 1; n < starts[cell + 1]; n++) {
        const b = members[n];
        if (following[a] === b || following[b] === a) continue;
        const meeting = meetingOf(u, v, a, b);
        if (meeting === CROSSING) return 'crossing';
        if (meeting === TOUCHING) touching = true;
      }
    }
  }
  return touching ? 'touching' : 'clear';
}

/** Whether edges of a ring cross one another more than `most` times. */
export function crossesItselfMoreThan(ring: Ring, most: number): boolean {
  return !goesRoundOnce(ring) && crossMoreThan([ring], most);
}

/** Whether edges of rings cross, one another's or their own, more than `most` times. */
export function crossMoreThan(rings: readonly Ring[], most: number): boolean {
  const { u, v, following, side, starts, members, cellOf } = edgeGrid(rings);
  let count = 0;
  for (let cell = 0; cell < side * side; cell++) {
    for (let m = starts[cell]; m < starts[cell + 1]; m++) {
      const a = members[m];
      for (let n = m + 1; n < starts[cell + 1]; n++) {
        const b = members[n];
        if (following[a] === b || following[b] === a || meetingOf(u, v, a, b) !== CROSSING) continue;
        // Two long edges are together in several cells, and cross in one of them.
        const [au, av, du, dv] = [u[2 * a], v[2 * a], u[2 * a + 1] - u[2 * a], v[2 * a + 1] - v[2 * a]];
        const [bu, bv] = [u[2 * b + 1] - u[2 * b], v[2 * b + 1] - v[2 * b]];
        const t = ((u[2 * b] - au) * bv - (v[2 * b] - av) * bu) / (du * bv - dv * bu);
        if (cellOf(au + t * du, av + t * dv) === cell && ++count > most) return true;
      }
    }
  }
  return false;
}

const APART = 0;
const TOUCHING = 1;
const CROSSING = 2;

function meetingOf(u: Float64Array, v: Float64Array, a: number, b: number): number {
  const au0 = u[2 * a];
  const au1 = u[2 * a + 1];
  const bu0 = u[2 * b];
  const bu1 = u[2 * b + 1];
  if ((bu0 < au0 && bu0 < au1 && bu1 < au0 && bu1 < au1) || (bu0 > au0 && bu0 > au1 && bu1 > au0 && bu1 > au1)) return APART;
  const av0 = v[2 * a];
  const av1 = v[2 * a + 1];
  const bv0 = v[2 * b];
  const bv1 = v[2 * b + 1];
  if ((bv0 < av0 && bv0 < av1 && bv1 < av0 && bv1 < av1) || (bv0 > av0 && bv0 > av1 && bv1 > av0 && bv1 > av1)) return APART;
  const o1 = (au1 - au0) * (bv0 - av0) - (av1 - av0) * (bu0 - au0);
  const o2 = (au1 - au0) * (bv1 - av0) - (av1 - av0) * (bu1 - au0);
  const o3 = (bu1 - bu0) * (av0 - bv0) - (bv1 - bv0) * (au0 - bu0);
  const o4 = (bu1 - bu0) * (av1 - bv0) - (bv1 - bv0) * (au1 - bu0);
  if (o1 * o2 < 0 && o3 * o4 < 0) return CROSSING;
  return o1 * o2 <= 0 && o3 * o4 <= 0 ? TOUCHING : APART;
}
