import type { CaseInputs } from '../case/case-inputs';
import type { CoursePaths } from '../case/course-paths';
import { type Finding, makeFinding } from '../findings/finding';
import { latticeAbout } from '../geometry/nearest-matrix';
import { mapPoints } from '../geometry/point-map';
import { otherWays } from '../registration/frame-path';
import { GROSS_MM } from './landmark-findings';
import { RIGID_MARGIN_MM, shiftMarginMm } from './robustness/shift-margin';

/**
 * Courses that the case's registrations carry by two ways to two places: the shortest way is used, and nothing but its
 * length speaks for it. Held against each other over the boxes of the structures, by the bounds that landmarks have.
 */
export function rivalWayFindings({ caseFile, courses, transforms, regions, files }: CaseInputs, paths: CoursePaths): Finding[] {
  const marginMm = shiftMarginMm(caseFile.robustness, paths) ?? RIGID_MARGIN_MM;
  return courses.flatMap(({ name: course }, c): Finding[] => {
    const path = paths[c];
    const ways = path && path.links.length > 0 ? otherWays(transforms, path) : [];
    if (!path || ways.length === 0) return [];
    const points = latticeAbout(regions.map(({ stack }) => stack));
    const count = points.length / 3;
    const here = new Float64Array(points.length);
    mapPoints(path.map, points, count, here);
    const there = new Float64Array(points.length);
    let apartMm = 0;
    let other: readonly string[] = [];
    for (const way of ways) {
      mapPoints(way.map, points, count, there);
      const mm = mostApart(here, there);
      if (mm > apartMm) [apartMm, other] = [mm, way.via];
    }
    if (apartMm <= marginMm) return [];
    const isGross = apartMm > GROSS_MM;
    const facts = { course, used: path.via, other, apartMm, boundMm: isGross ? GROSS_MM : marginMm };
    const file = path.via.find((source) => files.some((each) => each.path === source));
    const place = { course, ...(file !== undefined && { file }) };
    return isGross
      ? [makeFinding('registrations-disagree', 'error', facts, { ...place, answerable: true })]
      : [makeFinding('registrations-disagree', 'warning', facts, place)];
  });
}

/** The longest distance between two lists of points (x, y, z triplets, mm), over those that both have. */
function mostApart(a: Float64Array, b: Float64Array): number {
  let most = 0;
  for (let p = 0; p < a.length; p += 3) {
    const mm = Math.hypot(a[p] - b[p], a[p + 1] - b[p + 1], a[p + 2] - b[p + 2]);
    if (mm > most) most = mm;
  }
  return most;
}
