import type { CaseCourseInput } from '../../case/case-inputs';
import type { CoursePaths } from '../../case/course-paths';
import { cellBox, type DoseBounds, doseBounds } from '../../geometry/dose-bounds';
import type { DoseGrid } from '../../geometry/dose-grid';
import { affinePart } from '../../geometry/point-map';
import type { Vec3 } from '../../geometry/vec3';
import { type MovedGroup, movedGroups } from './moved-groups';

/** A phase of a course that is carried onto the anatomy, and so may be carried wrongly. */
interface MovedPhase {
  /** Its place among the phases of all courses. */
  readonly index: number;
  readonly course: number;
  /** Its group, which moves as one. */
  readonly group: number;
  readonly grid: DoseGrid;
}

/** What is the same for every organ of a case. */
export interface Moving {
  readonly phases: readonly MovedPhase[];
  readonly groups: readonly MovedGroup[];
  readonly paths: CoursePaths;
  /**
   * Bounds of each phase's dose within reach, made once for each reach; of a large grid only for the points that are
   * asked about, and made anew each time.
   */
  readonly boundsWithin: (reachMm: Reach, pointsOf: (course: number) => Float32Array) => readonly DoseBounds[];
}

/** How far the dose is moved: by a box along the anatomy's axes, or by a length anywhere. */
export interface Reach {
  readonly boxMm: number;
  readonly lengthMm: number;
}

/** Lengths are taken up to this, twice this and so on, so that organs share their bounds. */
const LEAST_REACH_MM = 5;

/** Bounds of a grid of more are not kept: they are a quarter of the dose itself for each reach. */
const MANY_VOXELS = 2 ** 24;

/** Prepares the courses that can be moved. */
export function movingOf(courses: readonly CaseCourseInput[], paths: CoursePaths): Moving {
  const groups = movedGroups(courses, paths);
  const phases: MovedPhase[] = [];
  let index = 0;
  courses.forEach(({ phases: its }, course) => {
    const group = groups.findIndex((each) => each.courses.includes(course));
    for (const { dose } of its) {
      const at = index++;
      if (group < 0 || dose.kind !== 'grid') continue;
      phases.push({ index: at, course, group, grid: dose.grid });
    }
  });
  const made = new Map<string, DoseBounds>();
  const boundsWithin: Moving['boundsWithin'] = ({ boxMm, lengthMm }, pointsOf) => {
    const length = lengthMm > 0 ? LEAST_REACH_MM * 2 ** Math.max(0, Math.ceil(Math.log2(lengthMm / LEAST_REACH_MM))) : 0;
    return phases.map(({ course, index, grid }) => {
      const key = `${index} ${boxMm} ${length}`;
      const known = made.get(key);
      if (known) return known;
      const m = affinePart(paths[course]!.map);
      // Along a grid's axis the corner of a box reaches the sum of its sides' parts; a length is itself, as stretched.
      const reach = (axis: Vec3) => {
        const parts = [0, 1, 2].map((column) => axis[0] * m[column] + axis[1] * m[4 + column] + axis[2] * m[8 + column]);
        const ofBox = boxMm * parts.reduce((sum, part) => sum + Math.abs(part), 0);
        return Math.max(ofBox, length * Math.hypot(parts[0], parts[1], parts[2]));
      };
      const reaches: Vec3 = [reach(grid.alongRow), reach(grid.alongColumn), reach(grid.normal)];
      if (grid.doseGy.length > MANY_VOXELS) {
        const points = pointsOf(course);
        return doseBounds(grid, reaches, cellBox(grid, points, points.length / 3));
      }
      const bounds = doseBounds(grid, reaches);
      made.set(key, bounds);
      return bounds;
    });
  };
  return { phases, groups, paths, boundsWithin };
}
