import { CoveredDistribution } from '../dvh/covered-distribution';
import type { RoiSamples } from '../geometry/roi-samples';
import type { CaseCourseInput } from './case-inputs';
import { answerDose, type DoseQuestion, type TissueModel } from './organ-response';

/**
 * The distributions of one organ, each made once however many metrics and goals ask for it. A question is a pass over
 * the organ's samples; nothing else is ever computed from.
 */
export class OrganDoses {
  private readonly made = new Map<string, CoveredDistribution>();

  constructor(
    private readonly courses: readonly CaseCourseInput[],
    readonly samples: RoiSamples,
    /** The user's word that no dose was given outside the dose grids; otherwise it is unknown. */
    private readonly outsideIsZero: boolean,
  ) {}

  /** Dose of the question at each sample in Gy; NaN where a course it asks for is unknown there. */
  doseGy(question: DoseQuestion): Float32Array {
    const out = new Float32Array(this.samples.count);
    answerDose(this.courses, this.phaseDoses, question, out);
    return out;
  }

  distribution(question: DoseQuestion): CoveredDistribution {
    const { quantity, scope, tissue, plannedScale } = question;
    const key = JSON.stringify([quantity, scope, scope === 'prior' ? 1 : plannedScale, quantity === 'physical' ? 0 : tissue]);
    const known = this.made.get(key);
    if (known) return known;
    const distribution = this.scaled(question);
    this.made.set(key, distribution);
    return distribution;
  }

  /** The same without keeping it: for searches over the scale of the planned course. */
  scaled(question: DoseQuestion): CoveredDistribution {
    return new CoveredDistribution(this.doseGy(question), this.samples.volumeCc, () => this.leastGy(question));
  }

  /** Highest BED of one course by itself, with nothing forgiven; undefined where its dose is not known throughout. */
  courseMaximumBed(course: number, tissue: TissueModel, plannedScale: number): number | undefined {
    const from = this.courses.slice(0, course).reduce((sum, { phases }) => sum + phases.length, 0);
    const { role, phases } = this.courses[course];
    const out = new Float32Array(this.samples.count);
    const alone = { quantity: 'bed', scope: role, tissue: { ...tissue, recoveryOfCourse: [0] }, plannedScale } as const;
    answerDose([this.courses[course]], this.phaseDoses.slice(from, from + phases.length), alone, out);
    const { covered, isWhole } = new CoveredDistribution(out, this.samples.volumeCc);
    return isWhole ? covered?.maxGy : undefined;
  }

  private get phaseDoses(): readonly Float32Array[] {
    if (!this.outsideIsZero) return this.samples.doseGy;
    this.zeroed ??= this.samples.doseGy.map((dose) => dose.map((d) => (Number.isNaN(d) ? 0 : d)));
    return this.zeroed;
  }
  private zeroed: Float32Array[] | undefined;

  /** What each sample has got at the least: the phases that are known there. */
  private leastGy(question: DoseQuestion): Float32Array {
    const out = new Float32Array(this.samples.count);
    const known = this.samples.doseGy.map((dose) => dose.map((d) => (Number.isNaN(d) ? 0 : d)));
    answerDose(this.courses, known, question, out);
    return out;
  }
}
