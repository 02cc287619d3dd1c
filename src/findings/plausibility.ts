import { amountOf, digitsOf } from '../figure-digits';
import { ofContours, type SeenOnOwn } from './own-contours';
import type { WordTable } from './words';

/** How a dose was measured where it is compared with what it should be. */
export type MeasuredDose =
  | { readonly measured: 'median-in-target'; readonly target: string; readonly coveredShare: number }
  | { readonly measured: 'hottest-1cc' };

/** A dose that its prescription contradicts. */
export type PrescribedDose = {
  readonly course: string;
  readonly prescribedGy: number;
  readonly doseGy: number;
  readonly by: 'case' | 'plan';
} & MeasuredDose;

/** A dose in one fraction, and what it was told from. */
export type FractionDose = {
  readonly course: string;
  readonly fractions: number;
  readonly doseGy: number;
  readonly perFractionGy: number;
  readonly of: 'grid' | 'prescription' | 'record';
};

/** A dose and what the beams of its plan give; `doseGy` is the nearest to that of several that were compared. */
export type BeamsDose = {
  readonly course: string;
  readonly plan: string;
  readonly perFractionGy: number;
  readonly fractions: number;
  readonly doseGy: number;
};

/** A recorded maximum of an organ that lies in part in a target to which more than twice as much is prescribed. */
export type LowRecord = {
  readonly organ: string;
  readonly recordedGy: number;
  readonly target: string;
  readonly prescribedGy: number;
  /** What the organ and the target have in common. */
  readonly overlapCc: number;
};

/** A recorded maximum of a structure that is above that of another in which it lies. */
export type RecordedPart = {
  readonly part: string;
  readonly partGy: number;
  readonly whole: string;
  readonly wholeGy: number;
};

/** Two phases of as many fractions; doses in Gy EQD2 where they add up to the most. */
export type SameSessions = {
  readonly course: string;
  /** The file of the other phase. */
  readonly first: string;
  readonly fractions: number;
  readonly alphaBetaGy: number;
  readonly oneAfterAnotherGy: number;
  readonly togetherGy: number;
};

const WHENCE: Readonly<Record<FractionDose['of'], string>> = {
  grid: 'the hottest 1 cc of the dose grid has',
  prescription: 'the prescription is',
  record: 'the record has',
};
const gy = (value: number): string => amountOf(value, 'Gy');
/** A dose in each fraction; it is told from what bounds it. */
export const eachGy = (value: number, ...bounds: readonly number[]): string =>
  `${digitsOf(value, 'Gy per fraction', ...bounds)} Gy`;
/** A dose in percent of its prescription; it is told from the bounds of what contradicts it. */
export const ofPrescription = ({ doseGy, prescribedGy }: Pick<PrescribedDose, 'doseGy' | 'prescribedGy'>): string =>
  amountOf((100 * doseGy) / prescribedGy, '%', 50, 90, 115, 150);
const inEach = ({ fractions, doseGy, perFractionGy, of }: FractionDose, ...bounds: readonly number[]): string =>
  `${WHENCE[of]} ${gy(doseGy)} in ${fractions} fractions, ${eachGy(perFractionGy, ...bounds)} in each`;

/** A dose in percent of what the beams give; it is told from the bounds of what is near and of what contradicts it. */
export const ofBeams = ({ doseGy, perFractionGy, fractions }: BeamsDose): string =>
  amountOf((100 * doseGy) / (perFractionGy * fractions), '%', 80, 125, 150);
const beamsWords = ({ course, plan, perFractionGy, fractions, doseGy }: BeamsDose): string =>
  `Course "${course}": the beams of plan ${plan} give ${eachGy(perFractionGy)} a fraction, ${gy(perFractionGy * fractions)} in ${fractions}, and the dose grid has ${gy(doseGy)} where it should be that.`;

/** Whether not even half of a target lies in the grid: how much half of it has is then not told by the grid. */
export const isHardlyCovered = ({ coveredShare }: { readonly coveredShare: number }): boolean => coveredShare <= 0.5;
export const coveredPart = ({ coveredShare }: { readonly coveredShare: number }): string =>
  amountOf(100 * coveredShare, '%', 0, 100);

type TargetPart = {
  readonly course: string;
  readonly target: string;
  readonly prescribedGy: number;
  readonly doseGy: number;
  readonly coveredShare: number;
};

/** How far the middle of an isodose lies from that of its targets, mm in the patient's axes (left, back, head). */
type IsodosePlace = {
  readonly course: string;
  readonly targets: readonly string[];
  readonly levelGy: number;
  readonly offMm: number;
  readonly xMm: number;
  readonly yMm: number;
  readonly zMm: number;
};

const wholeMm = (mm: number): string => String(Math.round(mm) || 0);
export const axesMm = ({ xMm, yMm, zMm }: Pick<IsodosePlace, 'xMm' | 'yMm' | 'zMm'>): string =>
  `x ${wholeMm(xMm)}, y ${wholeMm(yMm)}, z ${wholeMm(zMm)} mm`;

/** Doses that cannot be true. */
export const PLAUSIBILITY = {
  'dose-contradicts-prescription': {
    title: 'Dose contradicts its prescription',
    message: (facts: PrescribedDose) => {
      const { course, prescribedGy, doseGy } = facts;
      const whose = facts.by === 'case' ? 'the case' : 'the plan';
      const percent = `${ofPrescription(facts)} of it`;
      if (facts.measured === 'hottest-1cc') {
        return `Course "${course}": ${whose} prescribes ${prescribedGy} Gy, and the hottest 1 cc of the dose grid has ${gy(doseGy)} (${percent}). Is it the dose of the whole plan, and in Gy?`;
      }
      if (isHardlyCovered(facts)) {
        return `Course "${course}": ${whose} prescribes ${prescribedGy} Gy to ${facts.target}, and the dose grid ${facts.coveredShare > 0 ? `covers ${coveredPart(facts)} of it alone` : 'does not cover it'}: what the target got is not in it. Position or spacing of the dose may be wrong, or it is another plan's.`;
      }
      const inside =
        facts.coveredShare < 0.995 ? ` The grid covers ${amountOf(100 * facts.coveredShare, '%', 0, 100)} of the target.` : '';
      return `Course "${course}": ${whose} prescribes ${prescribedGy} Gy to ${facts.target}, and half of it has less than ${gy(doseGy)} (${percent}).${inside} Scaling, position or spacing of the dose may be wrong, or the dose is not that of the whole plan.`;
    },
  },
  'dose-off-prescription': {
    title: 'Dose is not near its prescription',
    message: (facts: PrescribedDose) => {
      const { course, prescribedGy, doseGy } = facts;
      const whose = facts.by === 'case' ? 'the case' : 'the plan';
      const percent = `${ofPrescription(facts)} of it`;
      const [to, has] =
        facts.measured === 'hottest-1cc'
          ? ['', 'the hottest 1 cc of the dose grid has']
          : [` to ${facts.target}`, 'half of it has less than'];
      return `Course "${course}": ${whose} prescribes ${prescribedGy} Gy${to}, and ${has} ${gy(doseGy)} (${percent}). Is the dose scaled, or not that of the whole plan? The sums hang on it.`;
    },
  },
  'target-dose-not-of-plan': {
    title: 'Prescription of the case is not that of the plan',
    message: ({ course, target, caseGy, planGy }: { course: string; target: string; caseGy: number; planGy: number }) =>
      `Course "${course}": the case prescribes ${amountOf(caseGy, 'Gy')} to ${target}, and the plan ${amountOf(planGy, 'Gy')}. What is told in Gy of the prescription is of the case's.`,
  },
  'phases-perhaps-together': {
    title: 'Phases perhaps given in the same sessions',
    message: (facts: SameSessions) => {
      const { course, first, fractions, alphaBetaGy, oneAfterAnotherGy, togetherGy } = facts;
      return `Course "${course}": this dose and ${first} are phases of ${fractions} fractions each on one place, and nothing says that they were given one after another, as they are converted. Where they meet, that makes up to ${gy(oneAfterAnotherGy)} EQD2 (α/β ${alphaBetaGy} Gy); given in the same sessions it were ${gy(togetherGy)}. Doses of the same sessions must be summed in the planning system and given as one phase.`;
    },
  },
  'dose-contradicts-beams': {
    title: "Dose contradicts the beams' doses",
    message: (facts: BeamsDose) => `${beamsWords(facts)} The dose or the number of fractions may be wrong.`,
  },
  'dose-off-beams': {
    title: "Dose is not near the beams' doses",
    message: (facts: BeamsDose) =>
      `${beamsWords(facts)} That is ${ofBeams(facts)} of it: is the number of fractions right, and is it the dose of the whole plan? The sums hang on it.`,
  },
  'dose-contradicts-planning-dvh': {
    title: "Dose contradicts the planning system's DVHs",
    message: ({
      roi,
      statedGy,
      doseGy,
      compared,
      contradicted,
    }: {
      roi: string;
      statedGy: number;
      doseGy: number;
      compared: number;
      contradicted: number;
    }) =>
      `${roi}: the DVH that the planning system wrote into the file has a mean dose of ${gy(statedGy)}, the dose grid ${gy(doseGy)}. So do not agree ${contradicted} of ${compared} structures compared; the dose or the structures may have been changed.`,
  },
  'record-below-prescription': {
    title: 'Recorded maximum contradicts the prescription',
    message: ({ course, low }: { course: string; low: readonly LowRecord[] }) => {
      const each = low.map(
        ({ organ, recordedGy, target, prescribedGy, overlapCc }) =>
          `${recordedGy} Gy for ${organ}, of which ${amountOf(overlapCc, 'cc', 0)} lie in ${target} with ${prescribedGy} Gy prescribed`,
      );
      return `The record of course "${course}" gives as the maximum ${each.join('; ')}: what lies in a target has about its dose. Needed: the dose of the record, or somebody's word that it says so.`;
    },
  },
  'record-part-above-whole': {
    title: 'Recorded maxima contradict each other',
    message: ({ course, above }: { course: string; above: readonly RecordedPart[] }) => {
      const each = above.map(
        ({ part, partGy, whole, wholeGy }) => `${partGy} Gy for ${part} and ${wholeGy} Gy for ${whole}, in which that lies`,
      );
      return `The record of course "${course}" gives as maxima ${each.join('; ')}: no part has more than the whole. Needed: the doses of the record, or somebody's word that it says so.`;
    },
  },
  'hot-region-beside-target': {
    title: 'Hot region beside the target',
    message: ({
      course,
      targets,
      d90Gy,
      hottestGy,
      awayShare,
      marginMm,
    }: {
      course: string;
      targets: readonly string[];
      d90Gy: number;
      hottestGy: number;
      awayShare: number;
      marginMm: number;
    }) =>
      `Course "${course}": ${amountOf(100 * awayShare, '%', 0)} of the hot region of the dose (hottest 1 cc: ${gy(hottestGy)}) lie more than ${marginMm} mm beyond ${targets.join(', ')}; 10 % of the best covered of these have less than ${gy(d90Gy)}. Position, spacing or frame offsets of the dose may be wrong.`,
  },
  'negative-dose-in-roi': {
    title: 'Negative dose in an organ',
    message: ofContours(
      ({ roi, course, lowestGy }: { roi: string; course: string; lowestGy: number } & SeenOnOwn) =>
        `${roi}: course "${course}" has doses down to ${amountOf(lowestGy, 'Gy', 0)} in it. There is no negative dose; the pixels may be read with the wrong sign, or the dose is a difference.`,
    ),
  },
  'zero-outside-contradicted': {
    title: 'Dose at the border of the grid',
    message: ofContours(
      ({ roi, course, borderGy }: { roi: string; course: string; borderGy: number } & SeenOnOwn) =>
        `${roi}: the dose of course "${course}" is said to be 0 Gy outside its grid, and is ${amountOf(borderGy, 'Gy', 0)} on the border beside the part of ${roi} that lies outside. The field goes on there.`,
    ),
  },
  'dose-cut-off-in-organ': {
    title: 'Dose cut off within an organ',
    message: ofContours(
      ({ roi, course, besideGy }: { roi: string; course: string; besideGy: number } & SeenOnOwn) =>
        `${roi}: within it, or within 3 cm of it, the dose of course "${course}" falls from ${amountOf(besideGy, 'Gy', 0)} to as good as nothing from one voxel to the next. No dose does that in tissue: the grid was cut off, masked or padded, and the dose there is not known.`,
    ),
  },
  'dose-falls-steeply': {
    title: 'Dose falls steeper than a penumbra',
    message: ofContours(
      ({ roi, course, besideGy }: { roi: string; course: string; besideGy: number } & SeenOnOwn) =>
        `${roi}: within it, or within 3 cm of it, the dose of course "${course}" falls from ${amountOf(besideGy, 'Gy', 0)} to less than a tenth of it from one voxel to the next. Hardly any penumbra is so steep: the grid may have been masked there, and the organ may have had more.`,
    ),
  },
  'target-part-without-dose': {
    title: 'Part of a target without dose',
    message: ({ course, target, prescribedGy, doseGy, coveredShare }: TargetPart) => {
      const inside = coveredShare < 0.995 ? ` The grid covers ${amountOf(100 * coveredShare, '%', 0, 100)} of it.` : '';
      return `Course "${course}": ${prescribedGy} Gy are prescribed to ${target}, and a fifth of it has no more than ${gy(doseGy)}.${inside} The dose may be cut off, masked, moved or mirrored.`;
    },
  },
  'target-part-below-prescription': {
    title: 'Part of a target below its prescription',
    message: (facts: TargetPart) =>
      `Course "${facts.course}": ${facts.prescribedGy} Gy are prescribed to ${facts.target}, and a tenth of it has less than ${gy(facts.doseGy)} (${ofPrescription(facts)}). A plan may mean that; a dose that was moved, scaled or smoothed looks the same.`,
  },
  'isodose-off-target': {
    title: 'Isodose lies beside its target',
    message: ({ course, targets, levelGy, offMm, ...off }: IsodosePlace) =>
      `Course "${course}": the middle of what has ${gy(levelGy)} or more lies ${digitsOf(offMm, 'mm', 5, 10)} mm from the middle of ${targets.join(', ')} (${axesMm(off)}), though it is no more than three times as large. The dose or the contours may be moved, mirrored or stretched, or a target is not drawn.`,
  },
  'fractions-implausible': {
    title: 'Number of fractions implausible',
    message: ({ course, fractions, most }: { course: string; fractions: number; most: number }) =>
      `Course "${course}": ${fractions} fractions. More than ${most} are hardly ever given (a bound of this program's); EQD2 hangs on that number.`,
  },
  'dose-per-fraction-implausible': {
    title: 'Dose per fraction implausible',
    message: (facts: FractionDose & { least: number; most: number }) =>
      `Course "${facts.course}": ${inEach(facts, facts.least, facts.most)}. Less than ${facts.least} or more than ${facts.most} Gy are hardly ever given (bounds of this program's); the dose or the number of fractions may be wrong.`,
  },
  'dose-per-fraction-high': {
    title: 'Dose per fraction high for LQ',
    message: (facts: FractionDose & { validTo: number; reasonableTo: number; source: string }) =>
      `Course "${facts.course}": ${inEach(facts, facts.validTo, facts.reasonableTo)}. The linear-quadratic model is reasonably well validated up to about ${facts.validTo} Gy a fraction and reasonable up to about ${facts.reasonableTo} Gy (${facts.source}); EQD2 is less sure here.`,
  },
} satisfies WordTable;
