import type { CaseCourseInput, CaseInputs, CasePhaseInput } from '../../case/case-inputs';
import type { Steps } from '../../case/steps';
import type { RtPlan } from '../../dicom/rt-plan';
import { DoseDistribution } from '../../dvh/distribution';
import type { DoseGrid } from '../../geometry/dose-grid';
import type { DoseSurvey } from '../../geometry/dose-survey';
import { inOwnFrame } from '../../geometry/interpolate';
import { CourseTargets, type DrawnTarget } from './course-targets';
import { type EvenSamples, evenSamples } from './even-samples';
import { hottestGy } from './hot-region';

/** A phase with a dose grid, made ready to be asked whether it can be true. */
export interface CheckedPhase {
  readonly phase: CasePhaseInput;
  readonly grid: DoseGrid;
  readonly survey: DoseSurvey;
  /** The plan whose whole dose it is; none where one dose is of several plans. */
  readonly plan: RtPlan | undefined;
  /** The file that findings are of. */
  readonly file: string;
  /** What the whole plan gives: the grid is this share of it. */
  readonly shareOfPlan: number;
  /** Fractions as planned, whatever was delivered of them. */
  readonly fractions: number;
  readonly hottestGy: number;
  readonly isZero: boolean;
}

/** The median dose of a target in each phase and in all of them together; what is outside a grid counts as 0. */
export interface TargetDose {
  readonly ofPhaseGy: readonly number[];
  readonly plannedGy: number;
  /** The dose that 80 % of the target have at the least, of all phases. */
  readonly d80PlannedGy: number;
  /** The same of 90 %. */
  readonly d90PlannedGy: number;
  readonly deliveredGy: number;
  /** The dose that 90 % of the target have at the least, of each phase. */
  readonly d90OfPhaseGy: readonly number[];
  readonly coveredShare: number;
  readonly samples: EvenSamples;
}

/** One course whose doses are to be checked: each target is sampled once. */
export class CheckedCourse {
  readonly phases: readonly CheckedPhase[];
  readonly targets: CourseTargets;
  private readonly doses = new Map<DrawnTarget, TargetDose>();

  constructor(
    readonly course: CaseCourseInput,
    { structures, frameOfReferenceUid }: Pick<CaseInputs, 'structures' | 'frameOfReferenceUid'>,
    readonly steps: Steps,
  ) {
    this.phases = course.phases.flatMap((phase) =>
      phase.dose.kind === 'grid' ? [checked(phase, steps.surveyDose(phase.dose.grid))] : [],
    );
    const frameUid = this.phases[0]?.grid.frameOfReferenceUid ?? '';
    const own = course.structures;
    const anatomy = frameUid === frameOfReferenceUid ? structures : undefined;
    const isShared = own === undefined && course.role === 'prior';
    this.targets = new CourseTargets(own ?? anatomy, frameUid, isShared, steps);
  }

  /** Whether all of the course's dose is in grids: only then their sum is the course's. */
  get isWhole(): boolean {
    return this.phases.length === this.course.phases.length;
  }

  doseIn(target: DrawnTarget): TargetDose {
    let dose = this.doses.get(target);
    if (!dose) {
      dose = this.sampled(target);
      this.doses.set(target, dose);
    }
    return dose;
  }

  private sampled({ stack }: DrawnTarget): TargetDose {
    const samples = evenSamples(
      stack,
      this.phases.map(({ grid }) => inOwnFrame(grid)),
      this.steps,
    );
    const ones = this.phases.map(() => 1);
    const alone = this.phases.map((_, p) =>
      distributionOf(
        samples,
        ones.map((one, q) => (p === q ? one : 0)),
      ),
    );
    const planned = distributionOf(samples, ones);
    const delivered = distributionOf(
      samples,
      this.phases.map(({ phase }) => phase.deliveredShare),
    );
    return {
      ofPhaseGy: alone.map((each) => each.doseAtHottest(each.totalCc / 2)),
      d90OfPhaseGy: alone.map((each) => each.doseAtHottest(0.9 * each.totalCc)),
      plannedGy: planned.doseAtHottest(planned.totalCc / 2),
      d90PlannedGy: planned.doseAtHottest(0.9 * planned.totalCc),
      d80PlannedGy: planned.doseAtHottest(0.8 * planned.totalCc),
      deliveredGy: delivered.doseAtHottest(delivered.totalCc / 2),
      coveredShare: coveredShare(samples),
      samples,
    };
  }
}

function checked(phase: CasePhaseInput, survey: DoseSurvey): CheckedPhase {
  const { header, plan } = phase;
  const isOfSeveral = header?.doseSummationType === 'MULTI_PLAN' || (header?.referencedPlans.length ?? 0) > 1;
  return {
    phase,
    grid: survey.grid,
    survey,
    plan: isOfSeveral ? undefined : plan,
    file: phase.files[0].path,
    shareOfPlan: phase.doseShare,
    fractions: Math.round(phase.fractions / phase.deliveredShare),
    hottestGy: hottestGy(survey, 1),
    isZero: !(survey.highestGy > 0),
  };
}

function distributionOf({ count, doseGy, volumeCc }: EvenSamples, weights: readonly number[]): DoseDistribution {
  const sum = new Float32Array(count);
  weights.forEach((weight, p) => {
    if (weight === 0) return;
    const dose = doseGy[p];
    for (let n = 0; n < count; n++) if (!Number.isNaN(dose[n])) sum[n] += weight * dose[n];
  });
  return new DoseDistribution(sum, volumeCc);
}

/** Share of the target that every grid covers. */
function coveredShare({ count, doseGy, volumeCc, totalCc }: EvenSamples): number {
  let cc = 0;
  for (let n = 0; n < count; n++) if (doseGy.every((dose) => !Number.isNaN(dose[n]))) cc += volumeCc[n];
  return totalCc > 0 ? cc / totalCc : 0;
}
