import type { CaseInputs, Region } from '../case/case-inputs';
import { type CoursePaths, coursePaths } from '../case/course-paths';
import { rememberingSteps, type Steps } from '../case/steps';
import type { Finding } from '../findings/finding';
import { carriedDoseFindings } from './carried-dose';
import { deformationFindings } from './deformation-findings';
import { displacedOrganFindings } from './displaced-organs';
import { anatomyFindings } from './drawn/anatomy-findings';
import { drawnAnatomies } from './drawn/drawn-anatomy';
import { withGapDoses } from './drawn/gap-doses';
import { shorterOrganFindings } from './drawn/shorter-organ';
import { smallerOrganFindings } from './drawn/smaller-organ';
import { landmarkFindings } from './landmark-findings';
import { withPhaseLevels } from './phase-levels';
import { plausibilityFindings } from './plausibility/plausibility-findings';
import { type PreparedRegion, prepareRegion } from './prepared-region';
import { withDoubtfulDays } from './questions-of';
import { withReceivedTargets } from './received-targets';
import { rivalWayFindings } from './rival-way-findings';
import { mirrorFindings, turnFindings } from './turn-findings';
import { uncheckedOrganFindings } from './unchecked-organs';

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
  const anatomies = drawnAnatomies({ inputs, paths, regions, prepare: prepareOther, steps });
  const carried = carriedDoseFindings(inputs, regions);
  const findings = [
    ...plausibilityFindings(inputs, steps),
    ...deformationFindings(courses, paths, regions, steps),
    ...turnFindings(inputs, paths),
    ...mirrorFindings(inputs, paths),
    ...landmarkFindings(inputs, paths),
    ...rivalWayFindings(inputs, paths),
    ...anatomies.flatMap((anatomy) => anatomyFindings(anatomy, steps)),
    ...carried,
    ...displacedOrganFindings(inputs, paths, regions, carried, ({ region, own }, moved, stack) =>
      prepare(stack === region.stack ? region : { ...region, stack }, inputs.regions, courses, moved, steps, own),
    ),
    ...uncheckedOrganFindings(inputs, paths, regions),
    ...smallerOrganFindings(inputs, paths, steps),
    ...shorterOrganFindings(anatomies[0]),
  ];
  const dated = withDoubtfulDays({ inputs, paths, findings });
  const known = { ...inputs, courses: withReceivedTargets(withPhaseLevels(dated, inputs, steps), inputs, steps) };
  return { inputs: withGapDoses(known, regions, steps, prepareOther), paths, regions, findings, steps };
}
