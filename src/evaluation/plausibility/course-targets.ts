import { sliceSpacingMm } from '../../case/slice-spacing';
import type { Steps } from '../../case/steps';
import { targetKind } from '../../constraints/target-names';
import type { RtPlan } from '../../dicom/rt-plan';
import type { Roi, RtStructureSet } from '../../dicom/rt-structure-set';
import type { SlabStack } from '../../geometry/slab-stack';

/** A target that is drawn in the frame of its course's dose. */
export interface DrawnTarget {
  readonly name: string;
  readonly stack: SlabStack;
  /** A PTV has its margins; the dose of any other reaches further by as much. */
  readonly isPtv: boolean;
}

/**
 * The targets of one course, each made a solid once. They are looked for in the course's own structure set, and where it
 * has none, in the anatomy, if that is in the frame of the dose.
 */
export class CourseTargets {
  private readonly made = new Map<Roi, DrawnTarget | undefined>();
  private readonly spacingMm: number | undefined;
  private readonly rois: readonly Roi[];
  private readonly byNumber: ReadonlyMap<number, Roi>;
  private readonly byName: ReadonlyMap<string, Roi>;

  constructor(
    readonly structures: RtStructureSet | undefined,
    frameUid: string,
    /** Targets of other courses may be drawn in it too, so that a name alone says nothing. */
    private readonly isShared: boolean,
    private readonly steps: Steps,
  ) {
    this.spacingMm = structures && sliceSpacingMm(structures);
    const inFrame = (roi: Roi) => (roi.frameOfReferenceUid ?? structures?.frameOfReferenceUid) === frameUid;
    this.rois = structures?.rois.filter((roi) => roi.contours.length > 0 && inFrame(roi)) ?? [];
    // Of several that share a number or a name the first.
    const backwards = this.rois.toReversed();
    this.byNumber = new Map(backwards.map((roi) => [roi.number, roi]));
    this.byName = new Map(backwards.map((roi) => [roi.name, roi]));
  }

  /** By the name that a case gives it, alone or with its number: `PTV` or `PTV#3`; none where several bear the name. */
  named(name: string): DrawnTarget | undefined {
    const bearing = this.rois.filter((roi) => roi.name === name);
    const numbered = this.rois.find(({ name: own, number }) => [`${own}#${number}`, `"${own}"#${number}`].includes(name));
    return this.drawn(bearing.length === 1 ? bearing[0] : numbered);
  }

  /**
   * What a plan prescribes to: by its number where the plan is of this structure set as far as it says, otherwise the
   * target that bears the name which the plan describes it by.
   */
  prescribed(
    number: number | undefined,
    description: string,
    { referencedStructureSetUid: uid }: RtPlan,
  ): DrawnTarget | undefined {
    // To a site or a point, whatever an ROI is called.
    if (number === undefined) return undefined;
    if (this.isOf(uid)) return this.drawn(this.byNumber.get(number));
    const named = this.isShared ? undefined : this.byName.get(description);
    return named && isTarget(named) ? this.drawn(named) : undefined;
  }

  /** Whether what references a structure set may mean this one. */
  isOf(uid: string | undefined): boolean {
    return uid === undefined ? !this.isShared : uid === this.structures?.sopInstanceUid;
  }

  /** Everything that is a target by its type or its name. */
  all(): DrawnTarget[] {
    if (this.isShared) return [];
    return this.rois.filter(isTarget).flatMap((roi) => this.drawn(roi) ?? []);
  }

  /** The solid of any ROI in the frame of the dose. */
  stackOf(number: number): { name: string; stack: SlabStack } | undefined {
    return this.drawn(this.byNumber.get(number));
  }

  private drawn(roi: Roi | undefined): DrawnTarget | undefined {
    if (!roi) return undefined;
    if (!this.made.has(roi)) {
      const { name, contours } = roi;
      const { stack } = this.steps.slabsOfRoi({ name, contours, sliceSpacingMm: this.spacingMm });
      const isPtv = roi.interpretedType === 'PTV' || targetKind(name)?.kind === 'PTV';
      this.made.set(roi, stack && { name, stack, isPtv });
    }
    return this.made.get(roi);
  }
}

const TYPES = new Set(['PTV', 'CTV', 'GTV']);
const isTarget = ({ name, interpretedType }: Roi): boolean => TYPES.has(interpretedType ?? '') || targetKind(name) !== undefined;
