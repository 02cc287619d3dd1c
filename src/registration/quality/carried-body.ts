import { INSIDE, insideStack, type StackTest } from '../../geometry/inside-stack';
import { mapPoints, type PointMap } from '../../geometry/point-map';
import { firstNodeMm, type LatticeWindow, layerPoints, nodeCount } from './lattice-window';

/** The points that a map brings into a solid, asked for node by node and, between nodes, point by point. */
export interface CarriedBody {
  readonly test: StackTest;
  readonly map: PointMap;
  readonly window: LatticeWindow;
  /** OUTSIDE, INSIDE or UNKNOWN at each node of the window. */
  readonly state: Uint8Array;
}

export function carriedBody(test: StackTest, map: PointMap, window: LatticeWindow): CarriedBody {
  const [nu, nv, nw] = window.size;
  const perLayer = nu * nv;
  const state = new Uint8Array(nodeCount(window));
  const points = new Float64Array(3 * perLayer);
  const mapped = new Float64Array(3 * perLayer);
  for (let c = 0; c < nw; c++) {
    layerPoints(window, c, points);
    mapPoints(map, points, perLayer, mapped);
    insideStack(test, mapped, perLayer, state.subarray(c * perLayer, (c + 1) * perLayer));
  }
  return { test, map, window, state };
}

/** Whether the body comes to the border of its window, and so may go on beyond it. */
export function reachesBorder({ window, state }: CarriedBody): boolean {
  const [nu, nv, nw] = window.size;
  for (let c = 0, n = 0; c < nw; c++) {
    for (let b = 0; b < nv; b++) {
      const isEdge = c === 0 || c === nw - 1 || b === 0 || b === nv - 1;
      for (let a = 0; a < nu; a += isEdge ? 1 : nu - 1) if (state[n + a] === INSIDE) return true;
      n += nu;
    }
  }
  return false;
}

export interface Extent {
  readonly nodes: number;
  /** x, y, z in mm; NaN where no node is inside. */
  readonly centroidMm: readonly [number, number, number];
}

/** How many nodes a body holds, and their centroid. */
export function extentOf({ window, state }: CarriedBody): Extent {
  const [nu, nv] = window.size;
  const { basis, spacingMm } = window.lattice;
  let [nodes, sumA, sumB, sumC] = [0, 0, 0, 0];
  for (let n = 0; n < state.length; n++) {
    if (state[n] !== INSIDE) continue;
    const row = (n / nu) | 0;
    nodes++;
    sumA += n - row * nu;
    sumB += row % nv;
    sumC += (row / nv) | 0;
  }
  const first = firstNodeMm(window);
  const [a, b, c] = [sumA, sumB, sumC].map((sum) => (sum / nodes) * spacingMm);
  const place = (axis: number) => first[axis] + a * basis.u[axis] + b * basis.v[axis] + c * basis.w[axis];
  return { nodes, centroidMm: [place(0), place(1), place(2)] };
}

/** How many nodes lie in both of two bodies on one lattice. */
export function nodesInBoth(one: CarriedBody, other: CarriedBody): number {
  const [p, q] = [one.window, other.window];
  const low = [0, 1, 2].map((axis) => Math.max(p.first[axis], q.first[axis]));
  const high = [0, 1, 2].map((axis) => Math.min(p.first[axis] + p.size[axis], q.first[axis] + q.size[axis]));
  const nodeOf = ({ first, size }: LatticeWindow, b: number, c: number) =>
    low[0] - first[0] + size[0] * (b - first[1] + size[1] * (c - first[2]));
  let nodes = 0;
  for (let c = low[2]; c < high[2]; c++) {
    for (let b = low[1]; b < high[1]; b++) {
      const s = nodeOf(p, b, c);
      const t = nodeOf(q, b, c);
      for (let a = 0; a < high[0] - low[0]; a++) {
        if (one.state[s + a] === INSIDE && other.state[t + a] === INSIDE) nodes++;
      }
    }
  }
  return nodes;
}
