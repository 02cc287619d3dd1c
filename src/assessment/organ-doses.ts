import { CoveredDistribution } from '../dvh/covered-distribution';
import { WorstCaseSum } from '../dvh/worst-case-sum';
import type { RoiSamples } from '../geometry/roi-samples';
import type { HeadroomResult } from './assessment';
import type { CaseCourseInput } from './case-inputs';
import { answerDose, type DosePolynomial, type DoseQuestion, dosePolynomial, type TissueModel } from './organ-response';
import type { PreparedRegion } from './prepare';

/** The dose of an organ: point by point, or as what is known of a sum whose parts lie nobody knows where. */
export type OrganDistribution = CoveredDistribution | WorstCaseSum;

/** Beyond this many an organ's kept distributions are those of models that were tried and left. */
const MOST_KEPT = 12;

/**
 * The distributions of one organ, each made once however many metrics and goals ask for it. A question is a pass over
 * the organ's samples; nothing else is ever computed from.
 */
export class OrganDoses {
  readonly samples: RoiSamples;
  private readonly made = new Map<string, OrganDistribution>();
  private readonly courseDoses = new Map<string, Float32Array>();
  private readonly phaseDoses: readonly Float32Array[];
  /** What every dose of the organ rests on beside the question: how the courses were given, and what is outside. */
  private readonly rests: string;

  constructor(
    private readonly courses: readonly CaseCourseInput[],
    private readonly prepared: PreparedRegion,
    /** The user's word that no dose was given outside the dose grids; otherwise it is unknown. */
    private readonly outsideIsZero: boolean,
  ) {
    this.samples = prepared.samples;
    this.rests = JSON.stringify([
      outsideIsZero,
      courses.map(({ role, started, completed, phases }) => [
        role,
        started,
        completed,
        phases.map((phase) => [phase.fractions, phase.deliveredShare, phase.schedule]),
      ]),
    ]);
    this.phaseDoses = outsideIsZero ? prepared.knownDoseGy : prepared.samples.doseGy;
  }

  distribution(question: DoseQuestion): OrganDistribution {
    const { quantity, scope, plannedScale } = question;
    const isPhysical = quantity === 'physical';
    const scale = scope === 'prior' ? 1 : plannedScale;
    const key = this.keyOf(question);
    // What a slider of the planned dose does not change is kept with the region; the rest would only pile up there.
    const stays = scope === 'prior' || (isPhysical && scale === 1);
    const kept = stays ? this.prepared.kept : this.made;
    if (stays && kept.size > MOST_KEPT) kept.clear();
    const known = kept.get(key);
    if (known) return known;
    const distribution = this.withApart(question, () => this.over(this.knownDose(question), question));
    kept.set(key, distribution);
    return distribution;
  }

  /** The same without keeping it: for searches over the scale of the planned course. */
  scaled(question: DoseQuestion): OrganDistribution {
    return this.withApart(question, () => this.over(this.answer(this.phaseDoses, question), question));
  }

  /** What lies on the anatomy, and beside it each course that is not carried onto it. */
  private withApart(question: DoseQuestion, onAnatomy: () => CoveredDistribution): OrganDistribution {
    const { courses, samples } = this;
    const asked = courses.filter(({ role }) => question.scope === 'cumulative' || question.scope === role);
    const apart = asked.filter(({ isApart }) => isApart);
    if (apart.length === 0) return onAnatomy();
    const parts = apart.map((course) => this.ownDose(course, question));
    if (apart.length < asked.length) parts.unshift(onAnatomy());
    return parts.length === 1 ? parts[0] : new WorstCaseSum(parts, samples.totalCc);
  }

  /** A course's dose on its own contours; unknown throughout where it has none of this organ. */
  private ownDose(course: CaseCourseInput, question: DoseQuestion): CoveredDistribution {
    const c = this.courses.indexOf(course);
    const own = this.prepared.own.find((each) => each.course === c);
    if (!own) return new CoveredDistribution(Float32Array.of(Number.NaN), Float32Array.of(this.samples.totalCc));
    const { count, doseGy, volumeCc } = own.samples;
    const alone: DoseQuestion = {
      ...question,
      scope: 'prior',
      tissue: { ...question.tissue, recoveryOfCourse: [question.tissue.recoveryOfCourse[c]] },
    };
    const given = (phaseDoses: readonly Float32Array[]) => {
      const out = new Float32Array(count);
      answerDose([course], phaseDoses, alone, out);
      return out;
    };
    const known = () => doseGy.map((dose) => dose.map((gy) => (Number.isNaN(gy) ? 0 : gy)));
    return new CoveredDistribution(given(this.outsideIsZero ? known() : doseGy), volumeCc, () => given(known()));
  }

  private over(doseGy: Float32Array, question: DoseQuestion): CoveredDistribution {
    return new CoveredDistribution(doseGy, this.samples.volumeCc, () => this.answer(this.prepared.knownDoseGy, question));
  }

  private knownDose(question: DoseQuestion): Float32Array {
    if (question.scope !== 'cumulative') return this.courseDose(question);
    const [prior, planned] = (['prior', 'planned'] as const).map((scope) => this.courseDose({ ...question, scope }));
    const out = new Float32Array(prior.length);
    for (let n = 0; n < out.length; n++) out[n] = prior[n] + planned[n];
    return out;
  }

  /** A head-room, made once for what it rests on; it is a factor on the plan as exported, whatever is tried beside it. */
  headroom(of: readonly unknown[], make: () => HeadroomResult | undefined): HeadroomResult | undefined {
    const key = JSON.stringify([of, this.rests]);
    const { headrooms } = this.prepared;
    if (!headrooms.has(key)) headrooms.set(key, make());
    return headrooms.get(key);
  }

  /** Dose of each sample as a polynomial in the factor on the planned dose; undefined where it is none or not known throughout. */
  polynomial(question: DoseQuestion): DosePolynomial | undefined {
    if (!this.outsideIsZero && this.prepared.insideDoseGrid.cumulative < 1) return undefined;
    if (this.courses.some(({ isApart }) => isApart)) return undefined;
    return dosePolynomial(this.courses, this.phaseDoses, question, this.samples.count);
  }

  /** Highest BED of one course by itself, with nothing forgiven; undefined where its dose is not known throughout. */
  courseMaximumBed(course: number, tissue: TissueModel, plannedScale: number): number | undefined {
    const from = this.courses.slice(0, course).reduce((sum, { phases }) => sum + phases.length, 0);
    const { role, phases, isApart } = this.courses[course];
    const alone = { quantity: 'bed', scope: role, tissue: { ...tissue, recoveryOfCourse: [0] }, plannedScale } as const;
    if (isApart) {
      const own = this.ownDose(this.courses[course], {
        ...alone,
        tissue: { ...tissue, recoveryOfCourse: this.courses.map(() => 0) },
      });
      return own.isWhole ? own.covered?.maxGy : undefined;
    }
    const out = new Float32Array(this.samples.count);
    answerDose([this.courses[course]], this.phaseDoses.slice(from, from + phases.length), alone, out);
    const { covered, isWhole } = new CoveredDistribution(out, this.samples.volumeCc);
    return isWhole ? covered?.maxGy : undefined;
  }

  /** Dose of a question at each sample; a course's is kept, so that the cumulative dose is their sum and no third pass. */
  private courseDose(question: DoseQuestion): Float32Array {
    const key = this.keyOf(question);
    const known = this.courseDoses.get(key);
    if (known) return known;
    const dose = this.answer(this.phaseDoses, question);
    this.courseDoses.set(key, dose);
    return dose;
  }

  private answer(phaseDoses: readonly Float32Array[], question: DoseQuestion): Float32Array {
    const out = new Float32Array(this.samples.count);
    answerDose(this.courses, phaseDoses, question, out);
    return out;
  }

  /** What tells one distribution of the organ from another, also from one evaluation to the next. */
  private keyOf({ quantity, scope, tissue, plannedScale }: DoseQuestion): string {
    return JSON.stringify([
      quantity,
      scope,
      scope === 'prior' ? 1 : plannedScale,
      quantity === 'physical' ? null : tissue,
      this.rests,
    ]);
  }
}
