import { matchOrgan } from '../constraints/organ-names';
import { usualDerived } from '../constraints/usual-derived';
import type { Roi, RtStructureSet } from '../dicom/rt-structure-set';
import { type Finding, makeFinding } from '../findings/finding';
import type { SlabStack } from '../geometry/slab-stack';
import { askedHolesCc, isNeverHollow } from './hollow-organs';
import { nameRois } from './roi-names';
import { sliceSpacingMm } from './slice-spacing';
import { PLAIN_STEPS, type Steps } from './steps';

/** The organs of a course's own structure set, in the frame of its dose. */
export type OwnStacks = ReadonlyMap<string, SlabStack>;

/**
 * The solids of a course's own organs.
 * @param frameUid the frame of the course's dose; structures drawn elsewhere cannot be used, and that is said.
 * @param isApart the course is summed on these contours: what is odd about them is then odd about the result.
 */
export function ownStacks(
  structures: RtStructureSet,
  frameUid: string | undefined,
  course: string,
  steps: Steps = PLAIN_STEPS,
  isApart = false,
): { stacks: OwnStacks; findings: Finding[] } {
  const inFrame = structures.rois.filter(
    (roi) => roi.contours.length > 0 && (roi.frameOfReferenceUid ?? structures.frameOfReferenceUid) === frameUid,
  );
  const findings: Finding[] = [];
  if (inFrame.length === 0) {
    findings.push(makeFinding('own-structures-unused', 'warning', { course }, { file: structures.file }));
  }
  const spacing = sliceSpacingMm(structures);
  const solidOf = (roi: Roi) => {
    const { organ } = matchOrgan(roi.name);
    const { name, contours } = roi;
    const { stack, findings: said } = steps.slabsOfRoi({
      name,
      contours,
      sliceSpacingMm: spacing,
      isSolid: isNeverHollow(organ),
      askedHolesCc: askedHolesCc(organ),
    });
    if (isApart && organ !== undefined) {
      // What asks is asked of the course: the organ may have another name on today's contours.
      const asked = ({ roi: _, ...finding }: Finding): Finding => finding as Finding;
      const placed = said.map((finding) => ({ ...finding, file: structures.file, course }));
      findings.push(...placed.map((finding) => (finding.answerable ? asked(finding) : finding)));
    }
    return stack;
  };
  const solids = new Map(inFrame.map((roi) => [roi.number, solidOf(roi)]));
  // An ROI without a volume claims no organ.
  const named = nameRois(inFrame, ({ number }) => solids.get(number) !== undefined).filter(({ isDrawn }) => isDrawn);
  const matches = named.map(({ roi, name }) => ({ ...matchOrgan(roi.name), roi: name }));
  const drawn = new Map<string, SlabStack>(named.map(({ roi, name }) => [name, solids.get(roi.number)!]));
  const claims = new Map<string, string[]>();
  for (const { organ, roi } of matches) if (organ !== undefined) claims.set(organ, [...(claims.get(organ) ?? []), roi]);
  const isTarget = (organ: string) => matches.some((match) => match.organ === organ && match.kind === 'target');
  const stacks = new Map<string, SlabStack>();
  for (const [organ, rois] of claims) {
    if (rois.length === 1) stacks.set(organ, drawn.get(rois[0])!);
    else if (!isTarget(organ)) {
      findings.push(makeFinding('own-organ-ambiguous', 'warning', { course, organ, rois }, { file: structures.file }));
    }
  }
  for (const { name, expression } of usualDerived(matches)) {
    const stack = steps.derivedStack(expression, Object.fromEntries(drawn));
    const slabs = stack.slabs.filter(({ rings }) => rings.length > 0);
    if (slabs.length > 0) {
      drawn.set(name, stack);
      stacks.set(name, { ...stack, slabs });
    }
  }
  return { stacks, findings };
}
