import type { CaseInputs, Region } from '../case/case-inputs';
import { type CoursePaths, coursePaths } from '../case/course-paths';
import { rememberingSteps, type Steps } from '../case/steps';
import type { Finding } from '../findings/finding';
import { carriedDoseFindings } from './carried-dose';
import { deformationFindings } from './deformation-findings';
import { withGapDoses } from './drawn/gap-doses';
import { partFindings } from './drawn/left-out-parts';
import { organEndFindings } from './drawn/organ-ends';
import { pairFindings } from './drawn/pair-findings';
import { smallerOrganFindings } from './drawn/smaller-organ';
import { landmarkFindings } from './landmark-findings';
import { withPhaseLevels } from './phase-levels';
import { cutOffDoseFindings } from './plausibility/cut-off-dose';
import { negativeDoseFindings } from './plausibility/negative-dose';
import { plausibilityFindings } from './plausibility/plausibility-findings';
import { zeroOutsideFindings } from './plausibility/zero-outside';
import { type PreparedRegion, prepareRegion } from './prepared-region';
import { withDoubtfulDays } from './questions-of';
import { withReceivedTargets } from './received-targets';
import { mirrorFindings, turnFindings } from './turn-findings';

/** A case whose regions are sampled: everything that follows is cheap. */
export interface PreparedCase {
  readonly inputs: CaseInputs;
  readonly paths: CoursePaths;
  readonly regions: readonly PreparedRegion[];
  /** What was seen while sampling. */
  readonly findings: readonly Finding[];
  readonly steps: Steps;
}

/** Called as regions are sampled, with the share done (0 to 1) and the region that is next. */
export type Progress = (share: number, region: string) => void;

/**
 * Samples every region of a case once.
 * @throws InputError where a course's frame of reference cannot be reached from the anatomy's.
 */
export function prepareCase(
  inputs: CaseInputs,
  progress: Progress = () => {},
  { steps, prepare }: { readonly steps: Steps; readonly prepare: typeof prepareRegion } = {
    steps: rememberingSteps(),
    prepare: prepareRegion,
  },
): PreparedCase {
  const paths = coursePaths(inputs);
  const regions = inputs.regions.map((region, n) => {
    progress(n / inputs.regions.length, region.name);
    return prepare(region, inputs.regions, inputs.courses, paths, steps);
  });
  const { courses } = inputs;
  const prepareOther = (region: Region) => prepare(region, inputs.regions, courses, paths, steps);
  const findings = [
    ...plausibilityFindings(inputs, steps),
    ...deformationFindings(courses, paths, regions, steps),
    ...turnFindings(inputs, paths),
    ...mirrorFindings(inputs, paths),
    ...landmarkFindings(inputs, paths),
    ...negativeDoseFindings(courses, regions),
    ...zeroOutsideFindings(inputs, paths, regions, steps),
    ...cutOffDoseFindings(inputs, paths, regions, steps),
    ...carriedDoseFindings(inputs, regions),
    ...organEndFindings(inputs, paths, regions, steps, prepareOther),
    ...pairFindings(inputs, steps),
    ...smallerOrganFindings(inputs, paths, steps),
    ...partFindings(inputs, regions, prepareOther),
  ];
  const dated = withDoubtfulDays({ inputs, paths, findings });
  const known = { ...inputs, courses: withReceivedTargets(withPhaseLevels(dated, inputs, steps), inputs, steps) };
  return { inputs: withGapDoses(known, regions, steps, prepareOther), paths, regions, findings, steps };
}
