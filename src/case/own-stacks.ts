import { matchOrgan, type OrganMatch } from '../constraints/organ-names';
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

/** Something with a volume in a course's own structure set: an ROI, or what the program makes of several. */
export interface OwnRoi {
  /** No other has it: `Name#number` where ROIs share a name. */
  readonly name: string;
  /** As the structure set calls it. */
  readonly called: string;
  readonly match: OrganMatch;
  readonly stack: SlabStack;
  /** Of an ROI. */
  readonly number?: number;
  /** Of what is made. */
  readonly expression?: string;
}

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
): { stacks: OwnStacks; rois: readonly OwnRoi[]; findings: Finding[] } {
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
  const rois = named.map(({ roi, name }): OwnRoi => {
    const match = { ...matchOrgan(roi.name), roi: name };
    return { name, called: roi.name, match, stack: solids.get(roi.number)!, number: roi.number };
  });
  const matches = rois.map(({ match }) => match);
  const drawn = new Map<string, SlabStack>(rois.map(({ name, stack }) => [name, stack]));
  const claims = new Map<string, string[]>();
  for (const { organ, roi } of matches) if (organ !== undefined) claims.set(organ, [...(claims.get(organ) ?? []), roi]);
  const isTarget = (organ: string) => matches.some((match) => match.organ === organ && match.kind === 'target');
  const stacks = new Map<string, SlabStack>();
  for (const [organ, names] of claims) {
    if (names.length === 1) stacks.set(organ, drawn.get(names[0])!);
    else if (!isTarget(organ)) {
      findings.push(makeFinding('own-organ-ambiguous', 'warning', { course, organ, rois: names }, { file: structures.file }));
    }
  }
  for (const { name, expression } of usualDerived(matches)) {
    const stack = steps.derivedStack(expression, Object.fromEntries(drawn));
    const slabs = stack.slabs.filter(({ rings }) => rings.length > 0);
    if (slabs.length > 0) {
      drawn.set(name, stack);
      const made = { ...stack, slabs };
      stacks.set(name, made);
      rois.push({ name, called: name, match: { ...matchOrgan(name), roi: name, organ: name }, stack: made, expression });
    }
  }
  return { stacks, rois, findings };
}
