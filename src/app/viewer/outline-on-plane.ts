import type { Ring, Slab, SlabStack } from '../../geometry/slab-stack';
import { dot } from '../../geometry/vec3';
import type { PlaneLine } from './lattice-lines';
import type { PlaneGeometry } from './plane';

/** Cosine above which contour planes and picture are parallel (about 0.1°). */
const PARALLEL = 1 - 1.5e-6;
/** Slabs closer than this touch. */
const TOUCHING_MM = 1e-3;

/** The picture in the stack's coordinates: `a u + b v + c w = d`, and (across, down) as rows of u, v, w. */
interface Cut {
  readonly a: number;
  readonly b: number;
  readonly c: number;
  readonly d: number;
  readonly across: readonly [number, number, number];
  readonly down: readonly [number, number, number];
}

function cutOf({ basis }: SlabStack, plane: PlaneGeometry, throughMm: number): Cut {
  const along = (direction: PlaneGeometry['through']['direction']): [number, number, number] => [
    dot(direction, basis.u),
    dot(direction, basis.v),
    dot(direction, basis.w),
  ];
  const [a, b, c] = along(plane.through.direction);
  return { a, b, c, d: throughMm, across: along(plane.across.direction), down: along(plane.down.direction) };
}

/** What a picture shows of a structure's surface: closed rings, or the single edges of a cut across the contours. */
export const outlineOnPlane = (stack: SlabStack, plane: PlaneGeometry, throughMm: number): PlaneLine[] =>
  outlinesOf(stack)(plane, throughMm);

/** The outlines of one structure; what all its pictures need is made once. */
export function outlinesOf(stack: SlabStack): (plane: PlaneGeometry, throughMm: number) => PlaneLine[] {
  let slabs: readonly BoxedSlab[] | undefined;
  return (plane, throughMm) => {
    const cut = cutOf(stack, plane, throughMm);
    if (Math.abs(cut.c) > PARALLEL) return ringsAt(stack, cut);
    slabs ??= stack.slabs.map(boxed);
    return edgesOf(slabs, cut);
  };
}

/** The rings of the slab that holds the plane; a plane between two slabs belongs to the upper one. */
function ringsAt({ slabs }: SlabStack, { a, b, c, d, across, down }: Cut): PlaneLine[] {
  // The height of the plane where it crosses the axis of the stack; nearly the same everywhere.
  const height = d / c;
  const slab = slabs.find(({ bottomMm, topMm }) => bottomMm <= height + 1e-9 && height + 1e-9 < topMm);
  if (!slab) return [];
  return slab.rings.map((ring) => {
    const line = new Float64Array(ring.length + 2);
    for (let n = 0; n < line.length; n += 2) {
      const u = ring[n % ring.length];
      const v = ring[(n % ring.length) + 1];
      const w = (d - a * u - b * v) / c;
      line[n] = across[0] * u + across[1] * v + across[2] * w;
      line[n + 1] = down[0] * u + down[1] * v + down[2] * w;
    }
    return line;
  });
}

/** Edges of the cut through the slabs: through their walls, and through the steps between one slab and the next. */
function edgesOf(slabs: readonly BoxedSlab[], cut: Cut): PlaneLine[] {
  const edges: PlaneLine[] = [];
  const emit = (u0: number, v0: number, w0: number, u1: number, v1: number, w1: number) => {
    const { across: s, down: t } = cut;
    edges.push(
      Float64Array.of(
        s[0] * u0 + s[1] * v0 + s[2] * w0,
        t[0] * u0 + t[1] * v0 + t[2] * w0,
        s[0] * u1 + s[1] * v1 + s[2] * w1,
        t[0] * u1 + t[1] * v1 + t[2] * w1,
      ),
    );
  };
  for (const slab of slabs) wallEdges(slab, cut, emit);
  for (let n = 0; n <= slabs.length; n++) {
    const under = n > 0 ? slabs[n - 1] : undefined;
    const over = n < slabs.length ? slabs[n] : undefined;
    if (under && over && over.bottomMm - under.topMm < TOUCHING_MM) {
      // Where the slabs touch, only what one of them covers and the other does not is surface.
      stepEdges([...under.rings, ...over.rings], over.bottomMm, cut, emit);
    } else {
      if (under) stepEdges(under.rings, under.topMm, cut, emit);
      if (over) stepEdges(over.rings, over.bottomMm, cut, emit);
    }
  }
  return edges;
}

/** A ring with its least and greatest u and v. */
interface BoxedRing {
  readonly ring: Ring;
  readonly box: readonly [u0: number, u1: number, v0: number, v1: number];
}
interface BoxedSlab extends Omit<Slab, 'rings'> {
  readonly rings: readonly BoxedRing[];
}

const boxed = (slab: Slab): BoxedSlab => ({ ...slab, rings: slab.rings.map((ring) => ({ ring, box: boxOf(ring) })) });

function boxOf(ring: Ring): BoxedRing['box'] {
  let [u0, u1, v0, v1] = [ring[0], ring[0], ring[1], ring[1]];
  for (let n = 2; n < ring.length; n += 2) {
    u0 = Math.min(u0, ring[n]);
    u1 = Math.max(u1, ring[n]);
    v0 = Math.min(v0, ring[n + 1]);
    v1 = Math.max(v1, ring[n + 1]);
  }
  return [u0, u1, v0, v1];
}

/** Whether `a u + b v` takes a value between `low` and `high` in the ring's box; most rings are far from the plane. */
function mayMeet([u0, u1, v0, v1]: BoxedRing['box'], a: number, b: number, low: number, high: number): boolean {
  const least = Math.min(a * u0, a * u1) + Math.min(b * v0, b * v1);
  const most = Math.max(a * u0, a * u1) + Math.max(b * v0, b * v1);
  return least <= high && most >= low;
}

type Emit = (u0: number, v0: number, w0: number, u1: number, v1: number, w1: number) => void;

/** Each ring's edge is a wall from the slab's bottom to its top; the plane crosses it in a segment or not at all. */
function wallEdges({ rings, bottomMm, topMm }: BoxedSlab, { a, b, c, d }: Cut, emit: Emit): void {
  const least = Math.min(c * bottomMm, c * topMm);
  const most = Math.max(c * bottomMm, c * topMm);
  for (const { ring, box } of rings) {
    if (!mayMeet(box, a, b, d - most, d - least)) continue;
    let u0 = ring[ring.length - 2];
    let v0 = ring[ring.length - 1];
    let e0 = a * u0 + b * v0 - d;
    for (let n = 0; n < ring.length; n += 2) {
      const u1 = ring[n];
      const v1 = ring[n + 1];
      const e1 = a * u1 + b * v1 - d;
      if (Math.min(e0, e1) + least < 0 && Math.max(e0, e1) + most >= 0)
        wallSegment(u0, v0, e0, u1, v1, e1, c, bottomMm, topMm, emit);
      u0 = u1;
      v0 = v1;
      e0 = e1;
    }
  }
}

function wallSegment(
  u0: number,
  v0: number,
  e0: number,
  u1: number,
  v1: number,
  e1: number,
  c: number,
  bottomMm: number,
  topMm: number,
  emit: Emit,
): void {
  if (Math.abs(c) < 1e-9) {
    const t = e0 / (e0 - e1);
    const [u, v] = [u0 + t * (u1 - u0), v0 + t * (v1 - v0)];
    emit(u, v, bottomMm, u, v, topMm);
    return;
  }
  // Height of the plane above either end of the edge, cut to the slab.
  const h0 = -e0 / c;
  const h1 = -e1 / c;
  const at = (height: number) => (h1 === h0 ? 0 : (height - h0) / (h1 - h0));
  const ends = h1 === h0 ? [0, 1] : [at(bottomMm), at(topMm)].sort((p, q) => p - q);
  const from = Math.max(0, ends[0]);
  const to = Math.min(1, ends[1]);
  if (!(to > from)) return;
  const h = (t: number) => h0 + t * (h1 - h0);
  emit(u0 + from * (u1 - u0), v0 + from * (v1 - v0), h(from), u0 + to * (u1 - u0), v0 + to * (v1 - v0), h(to));
}

/** Where the plane runs inside the rings at one height, by the even-odd rule. */
function stepEdges(rings: readonly BoxedRing[], heightMm: number, { a, b, c, d }: Cut, emit: Emit): void {
  const offset = d - c * heightMm;
  // Along the line a u + b v = offset.
  const length = Math.hypot(a, b);
  const du = -b / length;
  const dv = a / length;
  const u = (a * offset) / (length * length);
  const v = (b * offset) / (length * length);
  const crossings: number[] = [];
  for (const { ring, box } of rings) {
    if (!mayMeet(box, a, b, offset, offset)) continue;
    let u0 = ring[ring.length - 2];
    let v0 = ring[ring.length - 1];
    let e0 = a * u0 + b * v0 - offset;
    for (let n = 0; n < ring.length; n += 2) {
      const u1 = ring[n];
      const v1 = ring[n + 1];
      const e1 = a * u1 + b * v1 - offset;
      if (e0 < 0 !== e1 < 0) {
        const t = e0 / (e0 - e1);
        crossings.push((u0 + t * (u1 - u0)) * du + (v0 + t * (v1 - v0)) * dv);
      }
      u0 = u1;
      v0 = v1;
      e0 = e1;
    }
  }
  crossings.sort((p, q) => p - q);
  for (let n = 0; n + 1 < crossings.length; n += 2) {
    const [p, q] = [crossings[n], crossings[n + 1]];
    if (q - p > 1e-6) emit(u + p * du, v + p * dv, heightMm, u + q * du, v + q * dv, heightMm);
  }
}
