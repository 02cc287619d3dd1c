/**
 * Squared distance, mm², from a point to a triangle whose corners are the x, y, z at `a`, `b` and `c` of `corners`: by
 * the regions around a triangle (Ericson 2005, Real-Time Collision Detection, 5.1.5).
 */
export function triangleDistance2(
  corners: Float64Array,
  a: number,
  b: number,
  c: number,
  x: number,
  y: number,
  z: number,
): number {
  const ux = corners[b] - corners[a];
  const uy = corners[b + 1] - corners[a + 1];
  const uz = corners[b + 2] - corners[a + 2];
  const vx = corners[c] - corners[a];
  const vy = corners[c + 1] - corners[a + 1];
  const vz = corners[c + 2] - corners[a + 2];
  const px = x - corners[a];
  const py = y - corners[a + 1];
  const pz = z - corners[a + 2];
  // The nearest point is a + s * u + t * v. The names d1 to d6 are the book's.
  const d1 = ux * px + uy * py + uz * pz;
  const d2 = vx * px + vy * py + vz * pz;
  const uv = ux * vx + uy * vy + uz * vz;
  const d3 = d1 - (ux * ux + uy * uy + uz * uz);
  const d4 = d2 - uv;
  const d5 = d1 - uv;
  const d6 = d2 - (vx * vx + vy * vy + vz * vz);
  let s = 0;
  let t = 0;
  if (d1 > 0 || d2 > 0) {
    const va = d3 * d6 - d5 * d4;
    const vb = d5 * d2 - d1 * d6;
    const vc = d1 * d4 - d3 * d2;
    if (d3 >= 0 && d4 <= d3) s = 1;
    else if (vc <= 0 && d1 >= 0 && d3 <= 0) s = d1 > d3 ? d1 / (d1 - d3) : 0;
    else if (d6 >= 0 && d5 <= d6) t = 1;
    else if (vb <= 0 && d2 >= 0 && d6 <= 0) t = d2 > d6 ? d2 / (d2 - d6) : 0;
    else if (va <= 0 && d4 >= d3 && d5 >= d6) {
      t = (d4 - d3) / (d4 - d3 + d5 - d6);
      s = 1 - t;
    } else {
      s = vb / (va + vb + vc);
      t = vc / (va + vb + vc);
    }
  }
  const dx = px - s * ux - t * vx;
  const dy = py - s * uy - t * vy;
  const dz = pz - s * uz - t * vz;
  return dx * dx + dy * dy + dz * dz;
}
