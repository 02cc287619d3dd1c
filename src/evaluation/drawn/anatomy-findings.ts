import type { Steps } from '../../case/steps';
import { type Finding, type FindingPlace, makeFinding } from '../../findings/finding';
import { cutOffDoseFindings } from '../plausibility/cut-off-dose';
import { negativeDoseFindings } from '../plausibility/negative-dose';
import { zeroOutsideFindings } from '../plausibility/zero-outside';
import type { DrawnAnatomy } from './drawn-anatomy';
import { heldOrganFindings, heldTargetFindings } from './held-organs';
import { partFindings } from './left-out-parts';
import { narrowOrganFindings } from './narrow-organs';
import { organEndFindings } from './organ-ends';
import { overlapFindings } from './organs-overlap';
import { pairFindings } from './pair-findings';

/** What speaks against the organs of an anatomy, or against the doses in them, being whole: of each anatomy alike. */
export function anatomyFindings(anatomy: DrawnAnatomy, steps: Steps): Finding[] {
  const { inputs, paths, organs, sampled, isOwn } = anatomy;
  const found = [
    ...negativeDoseFindings(inputs.courses, organs),
    ...zeroOutsideFindings(inputs, paths, organs, steps),
    ...cutOffDoseFindings(inputs, paths, organs, steps),
    ...organEndFindings(anatomy, steps),
    ...pairFindings(inputs, steps),
    ...heldOrganFindings(inputs, steps),
    ...heldTargetFindings(inputs, steps),
    ...overlapFindings(inputs, organs),
    ...narrowOrganFindings(inputs),
    ...partFindings(inputs, organs, sampled),
  ];
  return isOwn ? found.map((finding) => onOwnContours(finding, anatomy)) : found;
}

/** The finding with whose contours are meant: it concerns the organ in that course, whatever today's is called. */
function onOwnContours(finding: Finding, { inputs: { courses, regions } }: DrawnAnatomy): Finding {
  const [{ name: course }] = courses;
  const { code, severity, facts, file, roi, answerable } = finding;
  const drawn = regions.find(({ name }) => name === roi)?.organ;
  const organ = drawn ?? ('organ' in facts ? facts.organ : roi);
  const place: FindingPlace = {
    ...(file !== undefined && { file }),
    ...(roi !== undefined && { roi }),
    course,
    ...(answerable && { answerable }),
  };
  return makeFinding(code, severity, { ...facts, onOwn: { course, organ } } as never, place) as Finding;
}
