import type { CaseCourseInput, CaseInputs, Region } from '../../case/case-inputs';
import type { CoursePaths } from '../../case/course-paths';
import { type Finding, makeFinding } from '../../findings/finding';
import type { DoseGrid } from '../../geometry/dose-grid';
import { affinePart } from '../../geometry/point-map';
import type { SlabStack } from '../../geometry/slab-stack';
import { applyMatrix, invert, type Matrix4 } from '../../geometry/transform';
import { hottestGy } from '../plausibility/hot-region';

/** What has at least this share of the dose of the hottest 1 cc is the field. */
const FIELD = 0.5;
/** Slices, and edges that planners draw to. */
const TOLERANCE_MM = 5;

/** From where to where, mm along the slices of the anatomy; infinite where a grid cuts it off. */
type Span = readonly [fromMm: number, toMm: number];

/**
 * Serial organs whose contours end before the field of a course does: the part with the most dose may be the one that
 * is not drawn. The oesophagus has its own ends, so that of it only ends in the slices of the planned PTV, or contours
 * that do not come to the field at all, are told.
 */
export function organEndFindings({ courses, regions }: CaseInputs, paths: CoursePaths): Finding[] {
  const serial = regions.filter(({ organ }) => organ === 'SpinalCord' || organ === 'Esophagus');
  return serial.flatMap((region) =>
    courses.flatMap((course, c): Finding[] => {
      const path = paths[c];
      if (!path) return [];
      const toAnatomy = invert(affinePart(path.map));
      const field = fieldOf(course, toAnatomy, region.stack);
      if (!field) return [];
      const end = endOf(region, field, course.role === 'planned' ? ptvSpan(course, regions, region.stack) : undefined);
      if (!end) return [];
      const { name: roi } = region;
      return [makeFinding('organ-ends-before-field', 'warning', { roi, course: course.name, ...end }, { roi })];
    }),
  );
}

/** How far the contours end from the field, or inside of it: the worse of both ends. */
function endOf({ organ, stack }: Region, [from, to]: Span, ptv: Span | undefined) {
  const [bottom, top] = spanOf(stack);
  const before = Math.max(from - top, bottom - to);
  if (before > 0) return { where: 'before', mm: before } as const;
  const [low, high] = organ === 'Esophagus' ? (ptv ?? [bottom, top]) : [from, to];
  const within = Math.max(Number.isFinite(low) ? bottom - low : 0, Number.isFinite(high) ? high - top : 0);
  return within > TOLERANCE_MM ? ({ where: 'within', mm: within } as const) : undefined;
}

const spanOf = ({ slabs }: SlabStack): Span => [slabs[0].bottomMm, slabs[slabs.length - 1].topMm];

/** The slices of the PTVs of the course: those that it names, else all that are drawn. */
function ptvSpan({ targets }: CaseCourseInput, regions: readonly Region[], { basis: { w } }: SlabStack): Span | undefined {
  const drawn = regions.filter(({ organ, stack }) => {
    const v = stack.basis.w;
    return organ === 'PTV' && v[0] * w[0] + v[1] * w[1] + v[2] * w[2] > 0.999;
  });
  const named = drawn.filter(({ names }) => targets.some(({ roi }) => names.includes(roi)));
  const spans = (named.length > 0 ? named : drawn).map(({ stack }) => spanOf(stack));
  return spans.length === 0 ? undefined : joined(spans);
}

const joined = (spans: readonly Span[]): Span => [
  Math.min(...spans.map(([from]) => from)),
  Math.max(...spans.map(([, to]) => to)),
];

function fieldOf({ phases }: CaseCourseInput, toAnatomy: Matrix4, stack: SlabStack): Span | undefined {
  const spans = phases.flatMap(({ dose }) => {
    const span = dose.kind === 'grid' ? gridSpan(dose.grid, toAnatomy, stack) : undefined;
    return span ? [span] : [];
  });
  return spans.length === 0 ? undefined : joined(spans);
}

function gridSpan(grid: DoseGrid, toAnatomy: Matrix4, { basis: { w } }: SlabStack): Span | undefined {
  const { columns, rows, frames, doseGy, originMm, alongRow, alongColumn, normal, frameOffsetsMm } = grid;
  const least = FIELD * hottestGy(grid, 1);
  if (!(least > 0)) return undefined;
  const heightAt = (i: number, j: number, offsetMm: number) => {
    const [a, b] = [i * grid.columnSpacingMm, j * grid.rowSpacingMm];
    const at = (axis: 0 | 1 | 2) => originMm[axis] + a * alongRow[axis] + b * alongColumn[axis] + offsetMm * normal[axis];
    const [x, y, z] = applyMatrix(toAnatomy, [at(0), at(1), at(2)]);
    return x * w[0] + y * w[1] + z * w[2];
  };
  const perColumn = heightAt(1, 0, 0) - heightAt(0, 0, 0);
  const perRow = heightAt(0, 1, 0) - heightAt(0, 0, 0);
  let low = Infinity;
  let high = -Infinity;
  let lowFrame = 0;
  let highFrame = 0;
  for (let k = 0, n = 0; k < frames; k++) {
    const start = heightAt(0, 0, frameOffsetsMm[k]);
    for (let j = 0; j < rows; j++) {
      for (let i = 0; i < columns; i++, n++) {
        if (doseGy[n] < least) continue;
        const height = start + i * perColumn + j * perRow;
        if (height < low) [low, lowFrame] = [height, k];
        if (height > high) [high, highFrame] = [height, k];
      }
    }
  }
  if (low > high) return undefined;
  const isCut = (frame: number) => frame === 0 || frame === frames - 1;
  return [isCut(lowFrame) ? -Infinity : low, isCut(highFrame) ? Infinity : high];
}
