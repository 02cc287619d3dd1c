import type { Surface } from './body-surface';
import { triangleDistance2 } from './triangle-distance';

/**
 * The facets of a surface in a tree of boxes, so that the nearest one to a point is found without looking at most.
 * Branch n has the box `boxes[6n]` to `boxes[6n + 5]` (low x, y, z, high x, y, z) around the facets `order[from[n]]` to
 * `order[to[n] - 1]`; its first half is branch n + 1, its second `second[n]`, 0 for a leaf.
 */
export interface FacetTree {
  readonly cornersMm: Float64Array;
  readonly order: Int32Array;
  readonly boxes: Float64Array;
  readonly from: Int32Array;
  readonly to: Int32Array;
  readonly second: Int32Array;
}

const LEAF = 4;

/** @param surface at least one facet. */
export function facetTree({ count, cornersMm }: Surface): FacetTree {
  const branches = 2 * Math.ceil((2 * count) / LEAF) + 1;
  const order = Int32Array.from({ length: count }, (_, n) => n);
  const boxes = new Float64Array(6 * branches);
  const from = new Int32Array(branches);
  const to = new Int32Array(branches);
  const second = new Int32Array(branches);
  const middle = new Float64Array(3 * count);
  for (let n = 0; n < count; n++) {
    for (let d = 0; d < 3; d++) middle[3 * n + d] = (cornersMm[12 * n + d] + cornersMm[12 * n + 6 + d]) / 2;
  }
  let made = 0;
  const grow = (low: number, high: number): number => {
    const branch = made++;
    from[branch] = low;
    to[branch] = high;
    if (high - low <= LEAF) {
      boundFacets(cornersMm, order, low, high, boxes, 6 * branch);
      return branch;
    }
    const half = (low + high) >> 1;
    halve(order, middle, longestAxis(middle, order, low, high), low, high - 1, half);
    const first = grow(low, half);
    second[branch] = grow(half, high);
    for (let d = 0; d < 6; d++) {
      const [one, other] = [boxes[6 * first + d], boxes[6 * second[branch] + d]];
      boxes[6 * branch + d] = d < 3 === one < other ? one : other;
    }
    return branch;
  };
  grow(0, count);
  return { cornersMm, order, boxes, from, to, second };
}

function longestAxis(middle: Float64Array, order: Int32Array, low: number, high: number): number {
  let [axis, longest] = [0, -1];
  for (let d = 0; d < 3; d++) {
    let [least, most] = [Infinity, -Infinity];
    for (let n = low; n < high; n++) {
      const place = middle[3 * order[n] + d];
      if (place < least) least = place;
      if (place > most) most = place;
    }
    if (most - least > longest) [axis, longest] = [d, most - least];
  }
  return axis;
}

function boundFacets(corners: Float64Array, order: Int32Array, low: number, high: number, boxes: Float64Array, at: number): void {
  for (let d = 0; d < 3; d++) {
    let [least, most] = [Infinity, -Infinity];
    for (let n = low; n < high; n++) {
      for (let c = 12 * order[n] + d; c < 12 * order[n] + 12; c += 3) {
        if (corners[c] < least) least = corners[c];
        if (corners[c] > most) most = corners[c];
      }
    }
    boxes[at + d] = least;
    boxes[at + 3 + d] = most;
  }
}

/** Brings the facets with the smaller middles along an axis before place `k` (Hoare's quickselect). */
function halve(order: Int32Array, middle: Float64Array, axis: number, first: number, last: number, k: number): void {
  let [low, high] = [first, last];
  while (low < high) {
    const pivot = middle[3 * order[(low + high) >> 1] + axis];
    let [a, b] = [low, high];
    while (a <= b) {
      while (middle[3 * order[a] + axis] < pivot) a++;
      while (middle[3 * order[b] + axis] > pivot) b--;
      if (a > b) break;
      const other = order[a];
      order[a++] = order[b];
      order[b--] = other;
    }
    if (k <= b) high = b;
    else if (k >= a) low = a;
    else return;
  }
}

/** Deep enough for any tree that halves. */
const waiting = new Int32Array(128);

/**
 * Distance in mm from a point to the nearest facet.
 * @param near a facet that is likely to be near, such as the one found for the point before; the answer does not depend on it.
 * @param found its first element becomes the nearest facet.
 */
export function nearestMm(tree: FacetTree, x: number, y: number, z: number, near: number, found: Int32Array): number {
  const { cornersMm, order, boxes, from, to, second } = tree;
  let best = facetDistance2(cornersMm, near, x, y, z);
  found[0] = near;
  let depth = 0;
  waiting[depth++] = 0;
  while (depth > 0) {
    const branch = waiting[--depth];
    if (boxDistance2(boxes, branch, x, y, z) >= best) continue;
    if (second[branch] === 0) {
      for (let n = from[branch]; n < to[branch]; n++) {
        const distance2 = facetDistance2(cornersMm, order[n], x, y, z);
        if (distance2 >= best) continue;
        best = distance2;
        found[0] = order[n];
      }
      continue;
    }
    const [one, other] = [branch + 1, second[branch]];
    const isOneNearer = boxDistance2(boxes, one, x, y, z) <= boxDistance2(boxes, other, x, y, z);
    waiting[depth++] = isOneNearer ? other : one;
    waiting[depth++] = isOneNearer ? one : other;
  }
  return Math.sqrt(best);
}

function boxDistance2(boxes: Float64Array, branch: number, x: number, y: number, z: number): number {
  const n = 6 * branch;
  const dx = x < boxes[n] ? boxes[n] - x : x > boxes[n + 3] ? x - boxes[n + 3] : 0;
  const dy = y < boxes[n + 1] ? boxes[n + 1] - y : y > boxes[n + 4] ? y - boxes[n + 4] : 0;
  const dz = z < boxes[n + 2] ? boxes[n + 2] - z : z > boxes[n + 5] ? z - boxes[n + 5] : 0;
  return dx * dx + dy * dy + dz * dz;
}

function facetDistance2(corners: Float64Array, facet: number, x: number, y: number, z: number): number {
  const a = 12 * facet;
  const one = triangleDistance2(corners, a, a + 3, a + 6, x, y, z);
  const other = triangleDistance2(corners, a, a + 6, a + 9, x, y, z);
  return one < other ? one : other;
}
