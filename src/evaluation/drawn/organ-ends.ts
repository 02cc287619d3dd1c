import type { CaseCourseInput, CaseInputs, Region } from '../../case/case-inputs';
import type { CoursePaths } from '../../case/course-paths';
import type { Steps } from '../../case/steps';
import { type Finding, makeFinding } from '../../findings/finding';
import { continuationOf } from '../../geometry/continuation';
import { type DoseSurvey, eachVoxelFrom } from '../../geometry/dose-survey';
import { nearestMatrix } from '../../geometry/nearest-matrix';
import type { Slab, SlabStack } from '../../geometry/slab-stack';
import { applyMatrix, invert, type Matrix4 } from '../../geometry/transform';
import { wholePart } from '../../geometry/whole-part';
import { hottestGy } from '../plausibility/hot-region';
import type { DrawnAnatomy } from './drawn-anatomy';
import { drawnSolid } from './drawn-solid';
import { isHotterBeyond } from './hotter-beyond';
import { slabsBeside, slabsInLine } from './in-line';
import { limitCrossed } from './limit-crossed';

/** What has at least this share of the dose of the hottest 1 cc is the field. */
const FIELD = 0.5;
/** Slices, and edges that planners draw to. */
const TOLERANCE_MM = 5;

/** An outline that is this many times as large as an organ's end is drawn for something around it. */
const AROUND = 5;

/** From where to where, mm along the slices of the anatomy; infinite where a grid cuts it off. */
type Span = readonly [fromMm: number, toMm: number];

/** Where the contours of an organ end beside a course, and how far it would be carried on for that. */
interface CourseEnd {
  readonly course: string;
  /** What is said of it by itself. */
  readonly end: End | undefined;
  readonly until: Span;
}

/** `isCut`: the grid ends in the field, which goes on for at least so far. */
interface End {
  readonly where: 'before' | 'within';
  readonly mm: number;
  readonly isCut?: true;
}

/** Organs that an organ goes over into: where one is drawn in its line it is not missing. */
const GOES_OVER_INTO: Readonly<Record<string, readonly string[]>> = {
  SpinalCord: ['Brainstem', 'CaudaEquina'],
  Esophagus: ['Stomach'],
};

/**
 * Serial organs whose contours end before the field of a course does: the part with the most dose may be the one that
 * is not drawn. The oesophagus has its own ends, so that of it only ends in the slices of the planned PTV, or contours
 * that do not come to the field at all, are told; on its own contours a prior course has the PTV that it was planned
 * for. Of an organ that meets a limit as drawn and would not where it is carried
 * on through the field, that is said once; where it comes to no field at all, it is asked.
 */
export function organEndFindings(anatomy: DrawnAnatomy, steps: Steps): Finding[] {
  const { inputs, paths, organs, isOwn, redrawn } = anatomy;
  const { courses, regions, structures } = inputs;
  const hasPtvOf = ({ role }: CaseCourseInput) => isOwn || role === 'planned';
  const serial = organs.filter(({ region: { organ } }) => organ === 'SpinalCord' || organ === 'Esophagus');
  const stacks = serial.map(({ region }) => region.stack);
  const known = new Map<string, readonly (Field | undefined)[]>();
  return serial.flatMap((each): Finding[] => {
    const { region } = each;
    const { name: roi } = region;
    const stack = wholePart(region.stack);
    // Organs mostly are drawn on slices of one direction, and the grids are large.
    const direction = stack.basis.w.join();
    const fields = known.get(direction) ?? courses.map((course, c) => fieldAlong(course, paths[c], stack, stacks, steps));
    known.set(direction, fields);
    const ends = courses.flatMap((course, c) => {
      const ptv = hasPtvOf(course) ? ptvSpan(course, regions, stack) : undefined;
      return endsOf(region, stack, course, fields[c], ptv);
    });
    if (ends.length === 0) return [];
    const [fromMm, toMm] = joined(ends.map(({ until }) => until));
    const { below, above } = continuationOf(stack, fromMm, toMm);
    const missing = {
      below: notDrawn(below.toReversed(), region, stack, regions).reverse(),
      above: notDrawn(above, region, stack, regions),
    };
    const crossed = limitCrossed(redrawn(region, missing), anatomy.whole);
    const inLine = namesInLine([...missing.below, ...missing.above], stack, inputs, steps);
    const mmOf = ({ end, until }: CourseEnd) => end?.mm ?? beyondMm(stack, until);
    const farthest = ends.reduce((a, b) => (mmOf(b) > mmOf(a) ? b : a));
    // Of fields that go on nobody knows how far, one is told where nothing else is, if it is hotter there than what is drawn.
    const isTold = ends.some(({ end }) => end && !end.isCut) || crossed !== undefined;
    const [bottomMm, topMm] = spanOf(stack);
    const beyond = {
      below: bottomMm - fromMm > TOLERANCE_MM ? missing.below : [],
      above: toMm - topMm > TOLERANCE_MM ? missing.above : [],
    };
    const isCutTold = !isTold && isHotterBeyond(each, beyond, anatomy);
    const hasSpecks = stack !== region.stack;
    const of = { roi, ...(hasSpecks && { hasSpecks: true as const }), ...(inLine.length > 0 && { inLine }) };
    return ends.flatMap((at): Finding[] => {
      const where = at.end?.where ?? 'within';
      const isCut = at.end?.isCut && { isCut: true as const };
      const facts = { ...of, course: at.course, where, mm: mmOf(at), ...isCut };
      if (crossed && at === farthest) {
        // What is drawn for a part of the field is drawn where somebody looked; what is drawn beside it is not.
        // Nor is it where there are specks: somebody began there, and it is not drawn.
        const isAsked = hasSpecks || ends.every(({ end }) => end?.where === 'before');
        const place = isAsked ? { file: structures.file, roi, answerable: true as const } : { roi };
        return [makeFinding('organ-ends-before-field', isAsked ? 'error' : 'warning', { ...facts, crossed }, place)];
      }
      const isSaid = at.end && (!at.end.isCut || (isCutTold && at === farthest));
      return isSaid ? [makeFinding('organ-ends-before-field', 'warning', facts, { roi })] : [];
    });
  });
}

/** The field of a course along the slices of the anatomy, as it is carried to the organs; undefined where it has none or no way. */
const fieldAlong = (
  course: CaseCourseInput,
  path: CoursePaths[number],
  stack: SlabStack,
  organs: readonly SlabStack[],
  steps: Steps,
) => path && fieldOf(course, invert(nearestMatrix(path.map, organs)), stack, steps);

function endsOf(
  { organ }: Region,
  stack: SlabStack,
  course: CaseCourseInput,
  field: Field | undefined,
  ptv: Span | undefined,
): CourseEnd[] {
  if (!field) return [];
  const end = endOf(organ, stack, field, ptv);
  const isApartFromField = end?.where === 'before' || organ !== 'Esophagus';
  const until = isApartFromField ? field.drawn : (ptv ?? spanOf(stack));
  if (!end && beyondMm(stack, until) <= TOLERANCE_MM) return [];
  return [{ course: course.name, end, until }];
}

/** How far a span goes on beyond the contours, at the end where it does more. */
function beyondMm(stack: SlabStack, [from, to]: Span): number {
  const [bottom, top] = spanOf(stack);
  return Math.max(bottom - from, to - top);
}

/**
 * An organ carried on as far as nothing else begins that it goes over into, or that is the organ as well: what is beyond
 * is looked at from there.
 * @param slabs from the organ outwards.
 */
function notDrawn(slabs: readonly Slab[], region: Region, stack: SlabStack, regions: readonly Region[]): Slab[] {
  const { organ } = region;
  const next = GOES_OVER_INTO[organ ?? ''] ?? [];
  const drawn = new Set(
    regions.flatMap((other) => {
      if (other === region || other.organ === undefined) return [];
      if (other.organ === organ) return slabsBeside(slabs, stack, other.stack);
      return next.includes(other.organ) ? slabsInLine(slabs, stack, other.stack) : [];
    }),
  );
  const first = slabs.findIndex((slab) => drawn.has(slab));
  return first < 0 ? [...slabs] : slabs.slice(0, first);
}

/** ROIs that are not known as organs and drawn where an organ would go on. */
function namesInLine(slabs: readonly Slab[], stack: SlabStack, inputs: CaseInputs, steps: Steps): string[] {
  const { undrawn, structures, frameOfReferenceUid } = inputs;
  if (slabs.length === 0) return [];
  return undrawn.unmatched.filter((name) => {
    const solid = drawnSolid(name, structures, frameOfReferenceUid, steps)?.stack;
    return solid !== undefined && slabsInLine(slabs, stack, solid, AROUND).length > 0;
  });
}

/** How far the contours end from the field, or inside of it: the worse of both ends. */
function endOf(
  organ: Region['organ'],
  stack: SlabStack,
  { span: [from, to], drawn }: Field,
  ptv: Span | undefined,
): End | undefined {
  const [bottom, top] = spanOf(stack);
  const before = Math.max(from - top, bottom - to);
  if (before > 0) return { where: 'before', mm: before };
  const [low, high] = organ === 'Esophagus' ? (ptv ?? [bottom, top]) : drawn;
  const [below, above] = [bottom - low, high - top];
  const within = Math.max(below, above);
  if (within <= TOLERANCE_MM) return undefined;
  const isCut = organ !== 'Esophagus' && !Number.isFinite(below > above ? from : to);
  return { where: 'within', mm: within, ...(isCut && { isCut }) };
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

/** The slices of a field: as far as it goes, and as far as it is known to. */
interface Field {
  readonly span: Span;
  readonly drawn: Span;
}

function fieldOf({ phases }: CaseCourseInput, toAnatomy: Matrix4, stack: SlabStack, { surveyDose }: Steps): Field | undefined {
  const fields = phases.flatMap(({ dose }) => {
    const field = dose.kind === 'grid' ? gridField(surveyDose(dose.grid), toAnatomy, stack) : undefined;
    return field ? [field] : [];
  });
  if (fields.length === 0) return undefined;
  return { span: joined(fields.map(({ span }) => span)), drawn: joined(fields.map(({ drawn }) => drawn)) };
}

function gridField(survey: DoseSurvey, toAnatomy: Matrix4, { basis: { w } }: SlabStack): Field | undefined {
  const { grid } = survey;
  const { frames, originMm, alongRow, alongColumn, normal, frameOffsetsMm } = grid;
  const least = FIELD * hottestGy(survey, 1);
  if (!(least > 0)) return undefined;
  const heightAt = (i: number, j: number, offsetMm: number) => {
    const [a, b] = [i * grid.columnSpacingMm, j * grid.rowSpacingMm];
    const at = (axis: 0 | 1 | 2) => originMm[axis] + a * alongRow[axis] + b * alongColumn[axis] + offsetMm * normal[axis];
    const [x, y, z] = applyMatrix(toAnatomy, [at(0), at(1), at(2)]);
    return x * w[0] + y * w[1] + z * w[2];
  };
  const perColumn = heightAt(1, 0, 0) - heightAt(0, 0, 0);
  const perRow = heightAt(0, 1, 0) - heightAt(0, 0, 0);
  const ofFrame = frameOffsetsMm.map((offsetMm) => heightAt(0, 0, offsetMm));
  let low = Infinity;
  let high = -Infinity;
  let lowFrame = 0;
  let highFrame = 0;
  eachVoxelFrom(survey, least, (_n, i, j, k) => {
    const height = ofFrame[k] + i * perColumn + j * perRow;
    if (height < low) {
      low = height;
      lowFrame = k;
    }
    if (height > high) {
      high = height;
      highFrame = k;
    }
  });
  if (low > high) return undefined;
  const isCut = (frame: number) => frame === 0 || frame === frames - 1;
  return { span: [isCut(lowFrame) ? -Infinity : low, isCut(highFrame) ? Infinity : high], drawn: [low, high] };
}
