import { apply, inverse, type Rigid, STAYS, type Vec3 } from './math';
import { depth, type Solid } from './solid';

/** The outline of an ROI on one slice, x and y of its points in the frame of the slices. */
export interface Outline {
  readonly z: number;
  readonly points: readonly (readonly [number, number])[];
}

/** Slivers smaller than this, where a tilted slice just cuts a flat end, are not drawn. */
const SMALLEST_MM2 = 20;

/**
 * The true outlines of a solid on axial slices of a frame of reference that `toSolid` maps into the solid's own space,
 * in `count` points at even angles. On tilted slices each point is found by halving along its ray.
 */
export function outlinesOf(solid: Solid, slices: readonly number[], count: number, toSolid: Rigid): Outline[] {
  return slices.flatMap((z) => {
    const middle = toSolid === STAYS ? ([...solid.centre(z), z] as const) : centreOn(solid, z, toSolid);
    if (depth(solid, apply(toSolid, middle)) <= 0) return [];
    const points = Array.from({ length: count }, (_, n) => {
      const angle = (2 * Math.PI * n) / count;
      const [c, s] = [Math.cos(angle), Math.sin(angle)];
      const r =
        toSolid === STAYS
          ? solid.radius(angle, z)
          : reach((r) => depth(solid, apply(toSolid, [middle[0] + r * c, middle[1] + r * s, z])));
      return [middle[0] + r * c, middle[1] + r * s] as const;
    });
    return areaOf(points) < SMALLEST_MM2 ? [] : [{ z, points }];
  });
}

/** A point on a slice that lies at the solid's centre line. */
function centreOn(solid: Solid, z: number, toSolid: Rigid): Vec3 {
  const back = inverse(toSolid);
  let point: Vec3 = [back.shift[0], back.shift[1], z];
  for (let step = 0; step < 8; step++) {
    const inSolid = apply(toSolid, point);
    const [x, y] = solid.centre(inSolid[2]);
    const moved = apply(back, [x, y, inSolid[2]]);
    point = [moved[0], moved[1], z];
  }
  return point;
}

/** Where a function that is above 0 near 0 falls to 0. */
function reach(inside: (r: number) => number): number {
  let [low, high] = [0, 300];
  for (let step = 0; step < 40; step++) {
    const middle = (low + high) / 2;
    if (inside(middle) > 0) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

function areaOf(points: Outline['points']): number {
  let sum = 0;
  for (let n = 0; n < points.length; n++) {
    const [x, y] = points[n];
    const [nextX, nextY] = points[(n + 1) % points.length];
    sum += x * nextY - y * nextX;
  }
  return Math.abs(sum) / 2;
}
