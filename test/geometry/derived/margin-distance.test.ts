import { describe, expect, it } from 'vitest';
import { contract } from '../../../src/geometry/derived/contract';
import { expand } from '../../../src/geometry/derived/expand';
import type { SlabStack } from '../../../src/geometry/slab-stack';
import { distanceToOutline, holds, isInside, prism, randomFrom, sliced, star } from '../solids';

/** Corners may stand out by 0.01 mm (the documented tolerance); vertices are rounded to 1e-5 mm. */
const OUT_MM = 0.0101;
const ROUNDING_MM = 1e-4;

describe('margins of jagged outlines, point by point, against the distance to the outline', () => {
  const random = randomFrom(11);
  // A wall with spikes inwards and outwards, a hole as jagged, and a piece apart.
  const jagged = () => [
    star(random, [0, 0], [14, 40], 40),
    star(random, [0, 0], [2, 13], 15),
    star(random, [60, 5], [3, 15], 12),
  ];

  it.each([1, 2, 3, 4, 5, 6, 7, 8])('solid %d', () => {
    const solid = prism(jagged(), 0, 100);
    const { rings } = solid.slabs[0];
    for (const m of [0.3, 1, 2, 5, 12]) {
      const [grown, shrunk] = [expand(solid, m), contract(solid, m)];
      for (let n = 0; n < 400; n++) {
        const [u, v] = [-55 + 145 * random(), -55 + 110 * random()];
        const distance = distanceToOutline(rings, u, v);
        const inside = isInside(rings, u, v);
        if (inside || distance < m - ROUNDING_MM) expect(holds(grown, u, v, 50)).toBe(true);
        else if (distance > m + OUT_MM) expect(holds(grown, u, v, 50)).toBe(false);
        if (!inside || distance < m - ROUNDING_MM) expect(holds(shrunk, u, v, 50)).toBe(false);
        else if (distance > m + OUT_MM) expect(holds(shrunk, u, v, 50)).toBe(true);
      }
    }
  });
});

/** Distance in space from a point to the slabs (0 inside), and from a point inside to what is outside them. */
function distances(solid: SlabStack, p: readonly [number, number, number]): { toSolid: number; toOutside: number } {
  const [u, v, w] = p;
  const { slabs } = solid;
  let toSolid = Infinity;
  let toOutside = Math.max(0, Math.min(w - slabs[0].bottomMm, slabs[slabs.length - 1].topMm - w));
  for (const { bottomMm, topMm, rings } of slabs) {
    const away = Math.max(0, bottomMm - w, w - topMm);
    const outline = distanceToOutline(rings, u, v);
    const inside = isInside(rings, u, v);
    toSolid = Math.min(toSolid, Math.hypot(away, inside ? 0 : outline));
    toOutside = Math.min(toOutside, Math.hypot(away, inside ? outline : 0));
  }
  return { toSolid, toOutside };
}

describe('margins of jagged bodies in space', () => {
  it.each([2, 3, 5])('slices of %d mm: nothing is off by more than half a layer', (step) => {
    const random = randomFrom(step);
    const solid = sliced(0, 30, 30 / step, () => [
      star(random, [0, 0], [15, 30], 24),
      star(random, [0, 0], [3, 10], 9),
      star(random, [45, 0], [3, 12], 9),
    ]);
    for (const m of [1, 2.5, 8]) {
      const [grown, shrunk] = [expand(solid, m), contract(solid, m)];
      // Layers are at most a quarter of the margin and 1.5 mm thick.
      const band = Math.min(1.5, m / 4) / 2 + OUT_MM;
      let [nearOut, nearIn] = [0, 0];
      for (let n = 0; n < 1200; n++) {
        const p = [-40 + 105 * random(), -40 + 80 * random(), -10 + 50 * random()] as const;
        const { toSolid, toOutside } = distances(solid, p);
        if (toSolid < m - band) expect(holds(grown, ...p)).toBe(true);
        if (toSolid > m + band) expect(holds(grown, ...p)).toBe(false);
        if (toOutside < m - band) expect(holds(shrunk, ...p)).toBe(false);
        if (toOutside > m + band) expect(holds(shrunk, ...p)).toBe(true);
        if (toSolid > 0 && toSolid < m - band) nearOut++;
        if (toOutside > 0 && toOutside < m - band) nearIn++;
      }
      // The points do try both borders.
      expect(nearOut).toBeGreaterThan(20);
      expect(nearIn).toBeGreaterThan(10);
    }
  });
});
