import { signedAreaMm2 } from './ring-nesting';
import type { PlaneBasis, Ring } from './slab-stack';
import { cross, dot, length, scale, unit, type Vec3 } from './vec3';

/** The rings drawn on one plane at `wMm` along the basis normal. */
export interface DrawnRing {
  readonly wMm: number;
  readonly rings: Ring[];
}

interface Contour {
  readonly pointsMm: Float64Array;
}

/** Planes closer than this are one slice (exporters round z differently from contour to contour). */
const SAME_PLANE_MM = 0.1;
/** How far a point may lie off its contour's plane. */
const OFF_PLANE_MM = 0.5;
/** A ring within this of a line through its first point encloses nothing. */
const LINE_MM = 1e-6;
const AXIAL: PlaneBasis = { u: [1, 0, 0], v: [0, 1, 0], w: [0, 0, 1] };

/** Newell's normal: area vector of a closed polygon in space, mm². */
function areaVector(p: Float64Array): Vec3 {
  let [x, y, z] = [0, 0, 0];
  for (let a = p.length - 3, b = 0; b < p.length; a = b, b += 3) {
    x += (p[a + 1] - p[b + 1]) * (p[a + 2] + p[b + 2]);
    y += (p[a + 2] - p[b + 2]) * (p[a] + p[b]);
    z += (p[a] - p[b]) * (p[a + 1] + p[b + 1]);
  }
  return [x / 2, y / 2, z / 2];
}

function isAxial(contours: readonly Contour[]): boolean {
  return contours.every(({ pointsMm: p }) => {
    for (let n = 5; n < p.length; n += 3) if (Math.abs(p[n] - p[2]) > 0.05) return false;
    return true;
  });
}

/**
 * The common plane of the contours: axial where every contour keeps its z, otherwise from the sum of the contours' area
 * vectors. Undefined where some contour does not lie on a parallel plane (more than 0.5 mm off it).
 */
export function planeBasisOf(contours: readonly Contour[]): PlaneBasis | undefined {
  if (isAxial(contours)) return AXIAL;
  let sum: Vec3 = [0, 0, 0];
  for (const { pointsMm } of contours) {
    const vector = areaVector(pointsMm);
    const sign = dot(vector, sum) < 0 ? -1 : 1;
    sum = [sum[0] + sign * vector[0], sum[1] + sign * vector[1], sum[2] + sign * vector[2]];
  }
  if (!(length(sum) > 0)) return undefined;
  const largest = sum.reduce((a, b) => (Math.abs(b) > Math.abs(a) ? b : a), 0);
  const w = unit(scale(sum, Math.sign(largest)));
  for (const { pointsMm: p } of contours) {
    const first = dot([p[0], p[1], p[2]], w);
    for (let n = 3; n < p.length; n += 3) {
      if (Math.abs(p[n] * w[0] + p[n + 1] * w[1] + p[n + 2] * w[2] - first) > OFF_PLANE_MM) return undefined;
    }
  }
  const reference: Vec3 = Math.abs(w[0]) < 0.9 ? [1, 0, 0] : [0, 1, 0];
  const v = unit(cross(w, reference));
  return { u: cross(v, w), v, w };
}

/** Whether all points lie on one line; loops that cancel, as in a figure of eight, are no line. */
function isLine(ring: Ring): boolean {
  if (Math.abs(signedAreaMm2(ring)) > 1e-3) return false;
  let [du, dv, farthest] = [0, 0, 0];
  for (let p = 2; p < ring.length; p += 2) {
    const distance = Math.hypot(ring[p] - ring[0], ring[p + 1] - ring[1]);
    if (distance > farthest) [du, dv, farthest] = [ring[p] - ring[0], ring[p + 1] - ring[1], distance];
  }
  for (let p = 2; p < ring.length; p += 2) {
    if (Math.abs((ring[p] - ring[0]) * dv - (ring[p + 1] - ring[1]) * du) > LINE_MM * farthest) return false;
  }
  return true;
}

/** The contours as rings on their planes, ascending, and where along the normal contours lie that enclose no area. */
export function ringsOnPlanes(contours: readonly Contour[], basis: PlaneBasis): { rings: DrawnRing[]; withoutAreaMm: number[] } {
  const [u0, u1, u2] = basis.u;
  const [v0, v1, v2] = basis.v;
  const [w0, w1, w2] = basis.w;
  const withoutAreaMm: number[] = [];
  const placed: { wMm: number; ring: Ring }[] = [];
  for (const { pointsMm: p } of contours) {
    const ring = new Float64Array((p.length / 3) * 2);
    let size = 0;
    let wSum = 0;
    let lastU = Number.NaN;
    let lastV = Number.NaN;
    for (let n = 0; n < p.length; n += 3) {
      const x = p[n];
      const y = p[n + 1];
      const z = p[n + 2];
      const pu = x * u0 + y * u1 + z * u2;
      const pv = x * v0 + y * v1 + z * v2;
      wSum += x * w0 + y * w1 + z * w2;
      if (pu === lastU && pv === lastV) continue;
      ring[size] = pu;
      ring[size + 1] = pv;
      size += 2;
      lastU = pu;
      lastV = pv;
    }
    if (size > 2 && ring[0] === ring[size - 2] && ring[1] === ring[size - 1]) size -= 2;
    const kept = ring.subarray(0, size);
    if (size < 6 || isLine(kept)) withoutAreaMm.push(wSum / (p.length / 3));
    else placed.push({ wMm: wSum / (p.length / 3), ring: kept });
  }
  placed.sort((a, b) => a.wMm - b.wMm);
  const rings: DrawnRing[] = [];
  for (const { wMm, ring } of placed) {
    const last = rings[rings.length - 1];
    if (last && wMm - last.wMm < SAME_PLANE_MM) last.rings.push(ring);
    else rings.push({ wMm, rings: [ring] });
  }
  return { rings, withoutAreaMm };
}
