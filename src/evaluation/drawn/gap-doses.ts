import type { CaseCourseInput, CaseInputs, Region } from '../../case/case-inputs';
import type { Steps } from '../../case/steps';
import { matchOrgan } from '../../constraints/organ-names';
import { targetKind } from '../../constraints/target-names';
import type { TissueModel } from '../../effect/dose-question';
import type { HotterInGap } from '../../findings/drawn';
import { type Finding, type FindingOf, makeFinding } from '../../findings/finding';
import { keptNames } from '../../geometry/derived/kept-names';
import { inOwnFrame } from '../../geometry/interpolate';
import type { RoiSamples } from '../../geometry/roi-samples';
import type { PreparedRegion } from '../prepared-region';
import { drawnSolid } from './drawn-solid';
import { hottestEqd2Gy, NOTICEABLE_GY } from './hottest-dose';
import { unforgivenTissue } from './unforgiven-tissue';

type GapFinding = FindingOf<'slice-gap'>;
type Prepare = (region: Region) => PreparedRegion;

/**
 * The case with its gaps between slices held against the dose in them: a gap that is hotter than anything drawn of the
 * organ asks, however small a share of the organ it is, for it may be the very part that the organ's maximum is in.
 */
export function withGapDoses(
  inputs: CaseInputs,
  prepared: readonly PreparedRegion[],
  steps: Steps,
  prepare: Prepare,
): CaseInputs {
  if (!inputs.findings.some(({ code }) => code === 'slice-gap')) return inputs;
  const findings = inputs.findings.map((finding): Finding => {
    if (finding.code !== 'slice-gap') return finding;
    const course = inputs.courses.find(({ name }) => name === finding.course);
    const hotter = course
      ? hotterOnOwn(finding, course, inputs, prepared, steps)
      : hotterOnAnatomy(finding, inputs, prepared, steps, prepare);
    if (!hotter) return finding;
    const { file, roi } = finding;
    const place = {
      ...(file !== undefined && { file }),
      ...(roi !== undefined && !course && { roi }),
      ...(course && { course: course.name }),
      answerable: true,
    } as const;
    return makeFinding('slice-gap', 'error', { ...finding.facts, hotter }, place);
  });
  return { ...inputs, findings };
}

/** A gap on the anatomy, against the ROI as drawn, or what is made of it. */
function hotterOnAnatomy(
  { facts: { roi } }: GapFinding,
  inputs: CaseInputs,
  prepared: readonly PreparedRegion[],
  steps: Steps,
  prepare: Prepare,
): HotterInGap | undefined {
  const { courses, structures, frameOfReferenceUid } = inputs;
  const touched = regionsOf(roi, prepared);
  if (touched.length === 0) return undefined;
  const gaps = (drawnSolid(roi, structures, frameOfReferenceUid, steps)?.gaps ?? []).map((stack) =>
    prepare({ ...touched[0].region, name: roi, organ: undefined, derived: undefined, stack }),
  );
  return greatest(
    touched.flatMap(({ region, samples }) =>
      hotterOf(
        samples,
        gaps.map((gap) => gap.samples),
        unforgivenTissue(region, inputs),
        courses,
      ),
    ),
  );
}

/** The regions that are an ROI; where it is none, those that are made of it. What is cut out of one is not in it. */
function regionsOf(roi: string, prepared: readonly PreparedRegion[]): PreparedRegion[] {
  const isOrgan = ({ region: { organ } }: PreparedRegion) => organ === undefined || targetKind(organ) === undefined;
  const own = prepared.filter(({ region }) => region.roi !== undefined && region.name === roi);
  if (own.length > 0) return own.filter(isOrgan);
  const isMade = ({ region: { derived } }: PreparedRegion) => derived && keptNames(derived.expression).includes(roi);
  return prepared.filter((each) => isMade(each) && isOrgan(each));
}

/** A gap on the contours of a course that is summed on them. */
function hotterOnOwn(
  { facts: { roi } }: GapFinding,
  course: CaseCourseInput,
  inputs: CaseInputs,
  prepared: readonly PreparedRegion[],
  steps: Steps,
): HotterInGap | undefined {
  const { organ } = matchOrgan(roi);
  const c = inputs.courses.indexOf(course);
  const grids = course.phases.flatMap(({ dose }) => (dose.kind === 'grid' ? [dose.grid] : []));
  if (organ === undefined || targetKind(organ) !== undefined || !course.structures || grids.length === 0) return undefined;
  const solid = drawnSolid(roi, course.structures, grids[0].frameOfReferenceUid, steps);
  const gaps = (solid?.gaps ?? []).map((stack) => steps.sampleRoi(stack, grids.map(inOwnFrame)));
  return greatest(
    prepared.flatMap(({ region, own }) => {
      const drawn = own.find((each) => each.course === c);
      if (region.organ !== organ || !drawn) return [];
      return hotterOf(drawn.samples, gaps, { ...unforgivenTissue(region, inputs), recoveryOfCourse: [0] }, [course], ['prior']);
    }),
  );
}

const SCOPES = ['cumulative', 'planned', 'prior'] as const;

/** The doses of the gaps that are above what is drawn, that of all courses first. */
function hotterOf(
  drawn: RoiSamples,
  gaps: readonly RoiSamples[],
  tissue: TissueModel,
  courses: readonly CaseCourseInput[],
  scopes: readonly (typeof SCOPES)[number][] = SCOPES,
): HotterInGap[] {
  const found = scopes.flatMap((scope): HotterInGap[] => {
    const drawnGy = hottestEqd2Gy(drawn, tissue, courses, scope);
    const gapGy = Math.max(0, ...gaps.map((gap) => hottestEqd2Gy(gap, tissue, courses, scope)));
    return gapGy > drawnGy + NOTICEABLE_GY ? [{ scope, drawnGy, gapGy }] : [];
  });
  return found.slice(0, 1);
}

const greatest = (found: readonly HotterInGap[]): HotterInGap | undefined =>
  found.toSorted((a, b) => b.gapGy - b.drawnGy - (a.gapGy - a.drawnGy))[0];
