import type { PlaneBasis } from '../../geometry/slab-stack';
import type { Box } from './body-box';

/** The lattice that two bodies share: cubes of `spacingMm` along the basis, from `anchorMm` (u, v, w). */
export interface Lattice {
  readonly basis: PlaneBasis;
  readonly anchorMm: readonly [number, number, number];
  readonly spacingMm: number;
}

/** A box of nodes of a lattice. Node (a, b, c) of it is number `a + size[0] * (b + size[1] * c)`. */
export interface LatticeWindow {
  readonly lattice: Lattice;
  /** Place of the first node on the lattice. */
  readonly first: readonly [number, number, number];
  readonly size: readonly [number, number, number];
}

/** Nodes beyond the box on each side, so that a body in the box never reaches the border of its window. */
const ROOM = 2;

export function windowAround(lattice: Lattice, box: Box): LatticeWindow {
  const ends = [0, 1, 2].map((axis) => {
    const place = (mm: number) => (mm - lattice.anchorMm[axis]) / lattice.spacingMm;
    return [Math.floor(place(box.low[axis])) - ROOM, Math.ceil(place(box.high[axis])) + ROOM];
  });
  const [[u0, u1], [v0, v1], [w0, w1]] = ends;
  return { lattice, first: [u0, v0, w0], size: [u1 - u0 + 1, v1 - v0 + 1, w1 - w0 + 1] };
}

export const nodeCount = ({ size }: LatticeWindow): number => size[0] * size[1] * size[2];

/** Steps from a node to the next along u, v and w, in mm along x, y, z: nine numbers. */
export function stepsMm({ basis: { u, v, w }, spacingMm }: Lattice): Float64Array {
  return Float64Array.from([...u, ...v, ...w], (part) => part * spacingMm);
}

/** Patient point of a window's first node. */
export function firstNodeMm({ lattice: { basis, anchorMm, spacingMm }, first }: LatticeWindow): readonly number[] {
  const along = first.map((place, axis) => anchorMm[axis] + place * spacingMm);
  return [0, 1, 2].map((n) => along[0] * basis.u[n] + along[1] * basis.v[n] + along[2] * basis.w[n]);
}

/** Writes the patient points of layer `c` of a window into `out` (x, y, z triplets). */
export function layerPoints(window: LatticeWindow, c: number, out: Float64Array): void {
  const [nu, nv] = window.size;
  const [ux, uy, uz, vx, vy, vz, wx, wy, wz] = stepsMm(window.lattice);
  const [x, y, z] = firstNodeMm(window);
  for (let b = 0, p = 0; b < nv; b++) {
    for (let a = 0; a < nu; a++, p += 3) {
      out[p] = x + a * ux + b * vx + c * wx;
      out[p + 1] = y + a * uy + b * vy + c * wy;
      out[p + 2] = z + a * uz + b * vz + c * wz;
    }
  }
}
