import { INSIDE, insideStack } from '../../geometry/inside-stack';
import { mapPoints } from '../../geometry/point-map';
import type { CarriedBody } from './carried-body';
import { firstNodeMm, type LatticeWindow, nodeCount, stepsMm } from './lattice-window';

/** The surface of a body as facets of four corners, cut into two triangles by the line from the first to the third. */
export interface Surface {
  readonly count: number;
  /** Twelve numbers for each facet: x, y, z of its corners in turn, mm. */
  readonly cornersMm: Float64Array;
  readonly areaMm2: Float64Array;
}

/** Halvings of a lattice edge in search of the surface: a 128th of the lattice's spacing is left. */
const HALVINGS = 6;

/** Edges of the lattice with one end inside and the other outside: number of the lower node, and axis (0, 1, 2). */
interface Crossings {
  readonly count: number;
  readonly node: Int32Array;
  readonly axis: Uint8Array;
}

/**
 * The surface between inside and outside by surface nets (Gibson 1998, LNCS 1496:888): where the body's border crosses
 * an edge of the lattice is found by halving; each cell's corner is the mean of its crossings; and each crossed edge has
 * one facet between the corners of the four cells around it. There is no facet towards nodes where the map is unknown.
 */
export function surfaceOf(body: CarriedBody): Surface {
  const { window } = body;
  const crossings = crossedEdges(body);
  const crossingMm = crossingPoints(body, crossings);
  const corners = cellCorners(window, crossings, crossingMm);
  const { count, node, axis } = crossings;
  const around = cellsAround(window);
  const cornersMm = new Float64Array(12 * count);
  const areaMm2 = new Float64Array(count);
  for (let n = 0; n < count; n++) {
    for (let c = 0; c < 4; c++) {
      const from = 3 * corners.at[node[n] + around[4 * axis[n] + c]];
      for (let d = 0; d < 3; d++) cornersMm[12 * n + 3 * c + d] = corners.placeMm[from + d];
    }
    areaMm2[n] = triangleMm2(cornersMm, 12 * n, 1, 2) + triangleMm2(cornersMm, 12 * n, 2, 3);
  }
  return { count, cornersMm, areaMm2 };
}

function crossedEdges({ window, state }: CarriedBody): Crossings {
  const [nu, nv, nw] = window.size;
  const step = [1, nu, nu * nv];
  const visit = (found: (node: number, axis: number) => void) => {
    for (let c = 0, n = 0; c < nw; c++) {
      for (let b = 0; b < nv; b++) {
        for (let a = 0; a < nu; a++, n++) {
          if (a < nu - 1 && state[n] + state[n + 1] === 1) found(n, 0);
          if (b < nv - 1 && state[n] + state[n + step[1]] === 1) found(n, 1);
          if (c < nw - 1 && state[n] + state[n + step[2]] === 1) found(n, 2);
        }
      }
    }
  };
  let count = 0;
  visit(() => count++);
  const node = new Int32Array(count);
  const axis = new Uint8Array(count);
  let next = 0;
  visit((n, along) => {
    node[next] = n;
    axis[next++] = along;
  });
  return { count, node, axis };
}

/** Where the body's border crosses each edge, all edges being halved at once. */
function crossingPoints({ test, map, window, state }: CarriedBody, { count, node, axis }: Crossings): Float64Array {
  const [nu, nv] = window.size;
  const step = stepsMm(window.lattice);
  const [x, y, z] = firstNodeMm(window);
  const from = new Float64Array(3 * count);
  const inner = new Float64Array(count);
  const outer = new Float64Array(count);
  for (let n = 0, p = 0; n < count; n++, p += 3) {
    const row = (node[n] / nu) | 0;
    const [a, b, c] = [node[n] - row * nu, row % nv, (row / nv) | 0];
    from[p] = x + a * step[0] + b * step[3] + c * step[6];
    from[p + 1] = y + a * step[1] + b * step[4] + c * step[7];
    from[p + 2] = z + a * step[2] + b * step[5] + c * step[8];
    if (state[node[n]] === INSIDE) outer[n] = 1;
    else inner[n] = 1;
  }
  const points = new Float64Array(3 * count);
  const mapped = new Float64Array(3 * count);
  const at = new Uint8Array(count);
  const toMiddle = () => {
    for (let n = 0, p = 0; n < count; n++, p += 3) {
      const t = (inner[n] + outer[n]) / 2;
      for (let d = 0; d < 3; d++) points[p + d] = from[p + d] + t * step[3 * axis[n] + d];
    }
  };
  for (let halving = 0; halving < HALVINGS; halving++) {
    toMiddle();
    mapPoints(map, points, count, mapped);
    insideStack(test, mapped, count, at);
    for (let n = 0; n < count; n++) {
      if (at[n] === INSIDE) inner[n] = (inner[n] + outer[n]) / 2;
      else outer[n] = (inner[n] + outer[n]) / 2;
    }
  }
  toMiddle();
  return points;
}

/** For each cell (numbered as its lowest node) the number of its corner, and the place of each corner. */
function cellCorners(window: LatticeWindow, { count, node, axis }: Crossings, crossingMm: Float64Array) {
  const at = new Int32Array(nodeCount(window)).fill(-1);
  const around = cellsAround(window);
  const placeMm = new Float64Array(3 * 4 * count);
  const parts = new Uint8Array(4 * count);
  let corners = 0;
  for (let n = 0; n < count; n++) {
    for (let c = 0; c < 4; c++) {
      const cell = node[n] + around[4 * axis[n] + c];
      if (at[cell] < 0) at[cell] = corners++;
      const to = at[cell];
      parts[to]++;
      for (let d = 0; d < 3; d++) placeMm[3 * to + d] += crossingMm[3 * n + d];
    }
  }
  for (let n = 0; n < corners; n++) for (let d = 0; d < 3; d++) placeMm[3 * n + d] /= parts[n];
  return { at, placeMm };
}

/**
 * Steps in node number from the lower node of an edge to the four cells around it, in turn; four for each axis. The
 * border of a window is never inside, so that none of them leaves it.
 */
function cellsAround({ size: [nu, nv] }: LatticeWindow): Int32Array {
  const step = [1, nu, nu * nv];
  const of = (axis: number) => {
    const [second, third] = [step[(axis + 1) % 3], step[(axis + 2) % 3]];
    return [-second - third, -third, 0, -second];
  };
  return Int32Array.from([...of(0), ...of(1), ...of(2)]);
}

/** Area of the triangle of a facet's first corner and two others. */
function triangleMm2(corners: Float64Array, facet: number, second: number, third: number): number {
  const [p, q, r] = [facet, facet + 3 * second, facet + 3 * third];
  const ax = corners[q] - corners[p];
  const ay = corners[q + 1] - corners[p + 1];
  const az = corners[q + 2] - corners[p + 2];
  const bx = corners[r] - corners[p];
  const by = corners[r + 1] - corners[p + 1];
  const bz = corners[r + 2] - corners[p + 2];
  const x = ay * bz - az * by;
  const y = az * bx - ax * bz;
  const z = ax * by - ay * bx;
  return Math.sqrt(x * x + y * y + z * z) / 2;
}
