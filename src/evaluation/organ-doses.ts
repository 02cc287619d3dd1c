import type { CaseCourseInput } from '../case/case-inputs';
import { CoveredDistribution, type PeakBounds } from '../dvh/covered-distribution';
import { WorstCaseSum } from '../dvh/worst-case-sum';
import { answerDose } from '../effect/answer-dose';
import { type DosePolynomial, dosePolynomial } from '../effect/dose-polynomial';
import { type DoseQuestion, isAsked, type TissueModel } from '../effect/dose-question';
import { type PlacedPhase, phasesOf } from '../effect/given-course';
import type { RoiSamples } from '../geometry/roi-samples';
import type { Vec3 } from '../geometry/vec3';
import type { HeadroomResult } from './assessment';
import { keyOf, trimmed } from './kept-answers';
import type { KnownShares } from './known-shares';
import { type LowPoints, lowestAt, lowPoints } from './lowest-dose';
import { type PhaseBounds, phaseBounds } from './phase-bounds';
import type { PreparedRegion } from './prepared-region';
import { reachedGy } from './reached-dose';

/** The dose of an organ: point by point, or as what is known of a sum whose parts lie nobody knows where. */
export type OrganDistribution = CoveredDistribution | WorstCaseSum;

/**
 * What an organ was given, with what was answered of it that a what-if on the planned dose does not change. Nothing in
 * it ever changes but that more is known, so that an answer is known by its question alone.
 */
export class OrganGiven {
  readonly bounds: PhaseBounds;
  /** The same at the organ's peaks. */
  readonly peakBounds: PhaseBounds;
  readonly kept = new Map<string, OrganDistribution>();
  readonly keptDoses = new Map<string, Float32Array>();
  readonly headrooms = new Map<string, HeadroomResult | undefined>();
  /** Near maxima of single courses as carried, by course and tissue. */
  readonly carriedNear = new Map<string, number | undefined>();
  /** Where the organ is lowest, by what was asked of the plan as exported. */
  readonly lowPoints = new Map<string, LowPoints | undefined>();
  /** The same of all that is no record. */
  readonly lowBesideRecords = new Map<string, LowPoints | undefined>();

  constructor(
    readonly courses: readonly CaseCourseInput[],
    readonly prepared: PreparedRegion,
    /** The user's word that no dose was given outside the dose grids; otherwise it is unknown. */
    readonly outsideIsZero: boolean,
  ) {
    this.bounds = phaseBounds(prepared.samples.doseGy, prepared.phases, outsideIsZero);
    this.peakBounds = phaseBounds(prepared.samples.peaks.doseGy, prepared.peakPhases, outsideIsZero);
  }
}

/** Below this share of an organ, what is unknown is more than rounding at the edge of a grid. */
const WHOLE = 1 - 1e-6;

/**
 * The distributions of one organ in one evaluation, each made once however many metrics and goals ask for it. A question
 * is a pass over the organ's samples; nothing else is ever computed from.
 */
export class OrganDoses {
  readonly samples: RoiSamples;
  private readonly passing = new Map<string, OrganDistribution>();
  private readonly passingDoses = new Map<string, Float32Array>();

  constructor(private readonly given: OrganGiven) {
    this.samples = given.prepared.samples;
  }

  /** How far the dose of each course reaches, where all together reach less (see `KnownShares`). */
  get reach(): KnownShares['courses'] {
    return this.given.prepared.insideDoseGrid.courses;
  }

  /** The courses of what is asked, by name, whose doses are known, if at all, without their places in the organ. */
  withoutPlaces(question: DoseQuestion): { readonly recorded: readonly string[]; readonly apart: readonly string[] } {
    const { courses, prepared } = this.given;
    const asked = phasesOf(courses).filter(({ course }) => isAsked(question, course));
    const namesOf = (of: typeof asked) => [...new Set(of.map(({ course }) => course.name))];
    return {
      recorded: namesOf(asked.filter(({ index }) => prepared.phases[index].recorded)),
      apart: namesOf(asked.filter(({ course }) => course.isApart)),
    };
  }

  /** Whether each course's dose is known in all of the organ. */
  get isKnownThroughout(): boolean {
    return this.given.outsideIsZero || this.given.prepared.insideDoseGrid.cumulative >= WHOLE;
  }

  distribution(question: DoseQuestion): OrganDistribution {
    const key = keyOf(question);
    const distributions = isKept(question) ? trimmed(this.given.kept) : this.passing;
    const known = distributions.get(key);
    if (known) return known;
    const distribution = this.withApart(question, () =>
      this.over(question, (phaseDoses, bound) => this.summed(phaseDoses, question, bound)),
    );
    distributions.set(key, distribution);
    return distribution;
  }

  /** The same without keeping it: for searches over the scale of the planned course. */
  scaled(question: DoseQuestion): OrganDistribution {
    return this.withApart(question, () => this.over(question, (phaseDoses) => this.answer(phaseDoses, question), true));
  }

  /** What lies on the anatomy, and beside it each course that is not carried onto it. */
  private withApart(question: DoseQuestion, onAnatomy: () => CoveredDistribution): OrganDistribution {
    const asked = this.given.courses.filter((course) => isAsked(question, course));
    const apart = asked.filter(({ isApart }) => isApart);
    if (apart.length === 0) return onAnatomy();
    const parts = apart.map((course) => this.ownDose(course, question));
    if (apart.length < asked.length) parts.unshift(onAnatomy());
    return parts.length === 1 ? parts[0] : new WorstCaseSum(parts, this.samples.totalCc);
  }

  /** A course's dose on its own contours; unknown throughout where it has none of this organ. */
  private ownDose(course: CaseCourseInput, question: DoseQuestion): CoveredDistribution {
    const { courses, prepared, outsideIsZero } = this.given;
    const c = courses.indexOf(course);
    const own = prepared.own.find((each) => each.course === c);
    if (!own) {
      return CoveredDistribution.of(Float32Array.of(Number.NaN), Float32Array.of(this.samples.totalCc));
    }
    const { count, doseGy, volumeCc, peaks } = own.samples;
    const alone: DoseQuestion = {
      ...question,
      scope: 'prior',
      tissue: { ...question.tissue, recoveryOfCourse: [question.tissue.recoveryOfCourse[c]] },
    };
    const answered = (phaseDoses: readonly Float32Array[], points = count) => {
      const out = new Float32Array(points);
      answerDose([course], phaseDoses, alone, out);
      return out;
    };
    const { leastGy, mostGy } = phaseBounds(doseGy, [], outsideIsZero);
    const least = answered(leastGy);
    const atPeaks = phaseBounds(peaks.doseGy, [], outsideIsZero);
    return new CoveredDistribution(least, volumeCc, isSame(leastGy, mostGy) ? least : answered(mostGy), {
      leastGy: answered(atPeaks.leastGy, peaks.count),
      mostGy: answered(atPeaks.mostGy, peaks.count),
    });
  }

  /** The distribution of an answer at the least and at the most that the phases have given. */
  private over(
    question: DoseQuestion,
    answer: (phaseDoses: readonly Float32Array[], bound: 'least' | 'most') => Float32Array,
    isTried = false,
  ): CoveredDistribution {
    const { leastGy, mostGy } = this.given.bounds;
    const least = answer(leastGy, 'least');
    const most = isSame(leastGy, mostGy) ? least : answer(mostGy, 'most');
    const peaks = { ...this.peakDoses(question, isTried), reachedGy: () => reachedGy(this.given, question, least, isTried) };
    return new CoveredDistribution(least, this.samples.volumeCc, most, peaks);
  }

  /** The answer at the organ's peaks, at the least and at the most. */
  private peakDoses(question: DoseQuestion, isTried = false): PeakBounds {
    const { leastGy, mostGy } = this.given.peakBounds;
    const { count } = this.samples.peaks;
    const least = this.answer(leastGy, question, count);
    const most = isSame(leastGy, mostGy) ? least : this.answer(mostGy, question, count);
    return { leastGy: least, mostGy: most, lowestGy: () => this.lowest(question, isTried) };
  }

  /**
   * The lowest answer in the closed organ. What is only tried in a search for a scale is asked for where the plan as
   * exported is lowest.
   */
  private lowest(question: DoseQuestion, isTried: boolean): number | undefined {
    const { courses, prepared, lowPoints: known } = this.given;
    const at = isTried ? { ...question, plannedScale: 1 } : question;
    const key = keyOf(at);
    if (!known.has(key)) trimmed(known).set(key, lowPoints(prepared, courses, at));
    const found = known.get(key);
    return found && lowestAt(found, courses, question);
  }

  /**
   * Where the dose of a question is highest, as far as it is known, in the frame of the anatomy; undefined where some of it
   * lies nobody knows where.
   */
  placeOfMaximum(question: DoseQuestion): Vec3 | undefined {
    const { courses, bounds, prepared } = this.given;
    const isNowhere = ({ course, index }: PlacedPhase<CaseCourseInput>) => course.isApart || prepared.phases[index].recorded;
    if (phasesOf(courses).some((placed) => isAsked(question, placed.course) && isNowhere(placed))) return undefined;
    const { samples } = this;
    const ofPoints = highestOf(this.summed(bounds.leastGy, question, 'least'), samples.positionsMm);
    const ofPeaks = highestOf(this.peakDoses(question).leastGy, samples.peaks.positionsMm);
    return (ofPeaks.gy >= ofPoints.gy ? ofPeaks : ofPoints).placeMm;
  }

  private summed(phaseDoses: readonly Float32Array[], question: DoseQuestion, bound: 'least' | 'most'): Float32Array {
    if (question.scope !== 'cumulative') return this.courseDose(phaseDoses, question, bound);
    const [prior, planned] = (['prior', 'planned'] as const).map((scope) =>
      this.courseDose(phaseDoses, { ...question, scope }, bound),
    );
    const out = new Float32Array(prior.length);
    for (let n = 0; n < out.length; n++) out[n] = prior[n] + planned[n];
    return out;
  }

  /** A head-room, made once for what it rests on beside what was given: the plan as exported, whatever is tried. */
  headroom(of: readonly unknown[], make: () => HeadroomResult | undefined): HeadroomResult | undefined {
    const key = JSON.stringify(of);
    const { headrooms } = this.given;
    if (!headrooms.has(key)) headrooms.set(key, make());
    return headrooms.get(key);
  }

  /** Dose of each sample as a polynomial in the factor on the planned dose; undefined where it is none or not known throughout. */
  polynomial(question: DoseQuestion): DosePolynomial | undefined {
    const { leastGy, mostGy } = this.given.bounds;
    if (!isSame(leastGy, mostGy) || this.given.courses.some(({ isApart }) => isApart)) return undefined;
    const ofPoints = dosePolynomial(this.given.courses, leastGy, question, this.samples.count);
    const { count } = this.samples.peaks;
    return ofPoints && { ...ofPoints, peaks: dosePolynomial(this.given.courses, this.given.peakBounds.leastGy, question, count) };
  }

  /**
   * Highest BED of one course by itself, with nothing forgiven; undefined where its dose is not known throughout.
   * @param parts its place, or those of the courses that are one (see `wholeCourses`).
   */
  courseMaximumBed(parts: readonly number[], tissue: TissueModel, plannedScale: number): number | undefined {
    const { courses } = this.given;
    const places = parts.toSorted((a, b) => a - b);
    if (places.length > 1 && places.some((place) => courses[place].isApart)) {
      // Where one cannot be placed, the worst is that the highest points coincide.
      const each = places.map((place) => this.courseMaximumBed([place], tissue, plannedScale));
      return each.some((gy) => gy === undefined) ? undefined : each.reduce<number>((sum, gy) => sum + gy!, 0);
    }
    const own = places.map((place) => courses[place]);
    const [{ role, isApart }] = own;
    const nothing = { ...tissue, recoveryOfCourse: courses.map(() => 0) };
    const alone: DoseQuestion = { quantity: 'bed', scope: role, tissue: nothing, plannedScale };
    if (isApart) {
      const its = this.ownDose(own[0], alone);
      return its.isWhole ? its.covered?.maxGy : undefined;
    }
    const its = phasesOf(courses).flatMap(({ courseIndex, index }) => (places.includes(courseIndex) ? [index] : []));
    const of = (doses: readonly Float32Array[]) => its.map((index) => doses[index]);
    const { leastGy, mostGy } = this.given.bounds;
    if (!isSame(of(leastGy), of(mostGy))) return undefined;
    const out = new Float32Array(this.samples.count);
    answerDose(own, of(leastGy), alone, out);
    const atPeaks = new Float32Array(this.samples.peaks.count);
    answerDose(own, of(this.given.peakBounds.leastGy), alone, atPeaks);
    const peaks = { leastGy: atPeaks, mostGy: atPeaks };
    return new CoveredDistribution(out, this.samples.volumeCc, out, peaks).covered?.maxGy;
  }

  /** Dose of a question at each sample; a course's is kept, so that the cumulative dose is their sum and no third pass. */
  private courseDose(phaseDoses: readonly Float32Array[], question: DoseQuestion, bound: 'least' | 'most'): Float32Array {
    const key = `${bound} ${keyOf(question)}`;
    const doses = isKept(question) ? trimmed(this.given.keptDoses) : this.passingDoses;
    const known = doses.get(key);
    if (known) return known;
    const dose = this.answer(phaseDoses, question);
    doses.set(key, dose);
    return dose;
  }

  private answer(phaseDoses: readonly Float32Array[], question: DoseQuestion, count = this.samples.count): Float32Array {
    const out = new Float32Array(count);
    answerDose(this.given.courses, phaseDoses, question, out);
    return out;
  }
}

const isSame = (a: readonly Float32Array[], b: readonly Float32Array[]): boolean => a.every((each, n) => each === b[n]);

/** What a slider of the planned dose does not change is kept; the rest would only pile up. */
const isKept = ({ quantity, scope, plannedScale }: DoseQuestion): boolean =>
  scope === 'prior' || (quantity === 'physical' && plannedScale === 1);

function highestOf(doseGy: Float32Array, positionsMm: Float32Array): { gy: number; placeMm?: Vec3 } {
  let best = -1;
  for (let n = 0; n < doseGy.length; n++) if (doseGy[n] > (best < 0 ? -Infinity : doseGy[best])) best = n;
  if (best < 0) return { gy: -Infinity };
  return { gy: doseGy[best], placeMm: [positionsMm[3 * best], positionsMm[3 * best + 1], positionsMm[3 * best + 2]] };
}
