import { combineRings } from './derived/ring-booleans';
import { mergedBordersMm } from './derived/slab-borders';
import type { Reach } from './face-reach';
import type { Ring, Slab } from './slab-stack';

/** Borders this near are one. */
const SAME_MM = 1e-6;

/**
 * The solid of faces that reach along the slices, as disjoint slabs. Where pieces on different slices lie beside each
 * other, what is in any of them is in the solid.
 */
export function slabsOfFaces(reaches: readonly Reach[]): Slab[] {
  const planes = new Map<number, Reach[]>();
  for (const reach of reaches) {
    const there = planes.get(reach.face.plane);
    if (there) there.push(reach);
    else planes.set(reach.face.plane, [reach]);
  }
  const inOrder = [...planes].sort((a, b) => a[0] - b[0]).map(([, those]) => those);
  return areApart(inOrder) ? inOrder.map(slabOf) : united(reaches);
}

const slabOf = (plane: readonly Reach[]): Slab => ({
  bottomMm: plane[0].bottomMm,
  topMm: plane[0].topMm,
  rings: plane.flatMap(({ face }) => face.rings),
});

/** Whether the faces of a plane reach equally far, and none into the next plane's. */
function areApart(planes: readonly (readonly Reach[])[]): boolean {
  return planes.every((plane, n) => {
    const [{ bottomMm, topMm }] = plane;
    const isOne = plane.every(
      (reach) => Math.abs(reach.bottomMm - bottomMm) < SAME_MM && Math.abs(reach.topMm - topMm) < SAME_MM,
    );
    return isOne && (n === 0 || bottomMm >= planes[n - 1][0].topMm - SAME_MM);
  });
}

function united(reaches: readonly Reach[]): Slab[] {
  const slabs = reaches.map(({ bottomMm, topMm }): Slab => ({ bottomMm, topMm, rings: [] }));
  const bordersMm = mergedBordersMm(slabs);
  const out: Slab[] = [];
  for (let n = 0; n + 1 < bordersMm.length; n++) {
    const middle = (bordersMm[n] + bordersMm[n + 1]) / 2;
    const byPlane = new Map<number, Ring[]>();
    for (const { face, bottomMm, topMm } of reaches) {
      if (bottomMm >= middle || topMm <= middle) continue;
      const there = byPlane.get(face.plane);
      if (there) there.push(...face.rings);
      else byPlane.set(face.plane, [...face.rings]);
    }
    const rings = [...byPlane.values()].reduce<readonly Ring[]>((all, more) => combineRings('union', all, more), []);
    if (rings.length > 0) out.push({ bottomMm: bordersMm[n], topMm: bordersMm[n + 1], rings });
  }
  return out;
}
