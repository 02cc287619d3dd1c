import type { CaseInputs, Region } from '../../case/case-inputs';
import type { CoursePaths } from '../../case/course-paths';
import type { Steps } from '../../case/steps';
import { inOwnFrame } from '../../geometry/interpolate';
import type { Slab, SlabStack } from '../../geometry/slab-stack';
import { type DosedOrgan, type PreparedRegion, prepareRegion } from '../prepared-region';
import { apartInputs } from './apart-inputs';

/** Contours with the courses whose doses lie on them: today's, or those of a course that is carried onto no others. */
export interface DrawnAnatomy {
  /** The case as far as it lies on these contours. */
  readonly inputs: CaseInputs;
  readonly paths: CoursePaths;
  /** What is judged by its dose there. */
  readonly organs: readonly DosedOrgan[];
  /** Whether they are a course's own. */
  readonly isOwn: boolean;
  /** The case that verdicts are of. */
  readonly whole: CaseInputs;
  /** Anything else that is drawn there, sampled. */
  readonly sampled: (region: Region) => DosedOrgan;
  /** What is judged with an organ, were the organ carried on; nothing where it is not. */
  readonly redrawn: (region: Region, beyond: Beyond) => readonly Redrawn[];
}

/** What an organ is carried on by, at either end. */
export interface Beyond {
  readonly below: readonly Slab[];
  readonly above: readonly Slab[];
}

/** A region that is judged, as drawn and with an organ that is carried on. */
export interface Redrawn {
  readonly drawn: PreparedRegion;
  readonly carriedOn: () => PreparedRegion;
}

interface Prepared {
  readonly inputs: CaseInputs;
  readonly paths: CoursePaths;
  readonly regions: readonly PreparedRegion[];
  readonly prepare: (region: Region) => PreparedRegion;
  readonly steps: Steps;
}

/** Every anatomy that doses of a case are taken on, today's first. */
export const drawnAnatomies = (prepared: Prepared): readonly DrawnAnatomy[] => [
  todays(prepared),
  ...prepared.inputs.courses.flatMap(({ isApart }, c) => (isApart ? [ownOf(c, prepared)] : [])),
];

function todays({ inputs, paths, regions, prepare }: Prepared): DrawnAnatomy {
  return {
    inputs,
    paths,
    organs: regions,
    isOwn: false,
    whole: inputs,
    sampled: prepare,
    redrawn: (region, beyond) => {
      const drawn = regions.find((each) => each.region === region);
      const stack = carriedOnBy(region.stack, beyond);
      return drawn && stack ? [{ drawn, carriedOn: () => prepare({ ...region, stack }) }] : [];
    },
  };
}

/** The contours of a course by its place: its dose is in the sums as it is in the organs there. */
function ownOf(c: number, { inputs: whole, paths, regions: prepared, steps }: Prepared): DrawnAnatomy {
  const own = apartInputs(whole, whole.courses[c]);
  const fields = whole.courses[c].phases.flatMap(({ dose }) => (dose.kind === 'grid' ? [inOwnFrame(dose.grid)] : []));
  const samplesOf = (each: PreparedRegion) => each.own.find(({ course }) => course === c)?.samples;
  return {
    ...own,
    organs: own.inputs.regions.flatMap((region): DosedOrgan[] => {
      const judged = prepared.find((each) => each.region.organ === region.organ && samplesOf(each));
      return judged ? [{ region, samples: samplesOf(judged)! }] : [];
    }),
    isOwn: true,
    whole,
    sampled: (region) => ({ region, samples: steps.sampleRoi(region.stack, fields) }),
    redrawn: (region, beyond) => {
      const stack = carriedOnBy(region.stack, beyond);
      if (!stack) return [];
      return prepared.flatMap((drawn): Redrawn[] => {
        if (drawn.region.organ !== region.organ || !samplesOf(drawn)) return [];
        const asCarriedOn = () =>
          drawn.own.map((each) => (each.course === c ? { course: c, samples: steps.sampleRoi(stack, fields) } : each));
        const carriedOn = () => prepareRegion(drawn.region, whole.regions, whole.courses, paths, steps, asCarriedOn());
        return [{ drawn, carriedOn }];
      });
    },
  };
}

const ROUNDING_MM = 1e-6;

/** An organ's solid carried on at either end, in place of specks that lie there; undefined where it is not. */
export function carriedOnBy(stack: SlabStack, { below, above }: Beyond): SlabStack | undefined {
  if (below.length + above.length === 0) return undefined;
  const fromMm = (below.at(-1)?.topMm ?? -Infinity) - ROUNDING_MM;
  const toMm = (above[0]?.bottomMm ?? Infinity) + ROUNDING_MM;
  const between = stack.slabs.filter(({ bottomMm, topMm }) => bottomMm >= fromMm && topMm <= toMm);
  return { ...stack, slabs: [...below, ...between, ...above] };
}
