import { type Refusal, refusalSentence } from '../input-error';
import type { WordTable } from './words';

/** A course's dose as a record has it, on whole organs. */
export type RecordedDose = {
  readonly course: string;
  readonly phase: string;
  readonly fractions: number;
  readonly totalDoseGy?: number;
  /** Left out where the user has confirmed none. */
  readonly hotSpotFactor?: number;
  readonly organs: readonly { readonly organ: string; readonly doseGy: number }[];
};

/** The score of Nieder with its parts. */
export type CordScore = {
  readonly roi: string;
  readonly score: number;
  readonly bedPoints: number;
  readonly intervalPoints: number;
  readonly coursePoints: number;
  readonly alphaBetaGy: number;
  readonly group: 'low' | 'intermediate' | 'high';
  readonly myelopathyPercent: number;
  readonly source: string;
};

/** A dose of a published risk, EQD2, with its confidence interval. */
export type RiskDose = { readonly doseGy: number; readonly ci95Gy: readonly [number, number] };

/** The oesophagus beside published risk; `dmaxGy` is left out where it cannot be evaluated. */
export type EsophagusRisk = {
  readonly roi: string;
  readonly dmaxGy?: number;
  readonly organAlphaBetaGy: number;
  readonly riskPercent: number;
  readonly grade: string;
  /** Left out where chemotherapy is known to be, or not to be, given. */
  readonly withoutChemotherapy?: RiskDose;
  readonly withChemotherapy?: RiskDose;
  readonly alphaBetaGy: number;
  readonly studies: number;
  readonly patients: number;
  readonly events: number;
  readonly source: string;
  readonly chemotherapy: 'yes' | 'no' | 'unknown';
};

const riskDose = ({ doseGy, ci95Gy }: RiskDose) => `${doseGy} Gy (95 % CI ${ci95Gy[0]} to ${ci95Gy[1]})`;

/** What is to be said of a case and of its results beside the numbers themselves. */
export const ASSESSMENT = {
  'file-unreadable': {
    title: 'File cannot be read',
    message: (refusal: Refusal) => refusalSentence(refusal),
  },
  'input-changed': {
    title: 'Input differs from that of the case file',
    message: () => 'The file is not the one that the case was saved with: its content has changed since.',
  },
  'same-dose-in-two-courses': {
    title: 'Same dose in two courses',
    message: ({ courses }: { courses: readonly [string, string] }) =>
      `The same dose is used in the courses "${courses[0]}" and "${courses[1]}"; it is counted in both.`,
  },
  'course-dates-reversed': {
    title: 'Dates of a course reversed',
    message: ({ course, started, completed }: { course: string; started: string; completed: string }) =>
      `Course "${course}" is completed (${completed}) before it is started (${started}).`,
  },
  'prior-after-planned': {
    title: 'Prior course ends after the planned one starts',
    message: ({ course, completed, plannedStart }: { course: string; completed: string; plannedStart: string }) =>
      `Prior course "${course}" is completed (${completed}) after the planned one starts (${plannedStart}): the interval is not known.`,
  },
  'dose-from-record': {
    title: 'Dose taken from a record',
    message: ({ course, phase, fractions, totalDoseGy, hotSpotFactor, organs }: RecordedDose) => {
      const each = organs.map(({ organ, doseGy }) => `${organ} ${doseGy} Gy`).join(', ');
      const parts = [
        totalDoseGy !== undefined &&
          (hotSpotFactor === undefined
            ? `${totalDoseGy} Gy prescribed, which is no maximum: no hot-spot factor was confirmed, so that no maximum is bounded by it`
            : `from 0 to ${Number((totalDoseGy * hotSpotFactor).toPrecision(6))} Gy anywhere (${totalDoseGy} Gy prescribed, times the hot-spot factor of ${hotSpotFactor} that the user confirms)`),
        organs.length > 0 && `from 0 to the recorded maximum in each part of these organs: ${each}`,
      ];
      return `Course "${course}", ${phase}: no dose file. From a record, in ${fractions} fractions: ${parts.filter(Boolean).join('; ')}. Every figure of it is an interval, not a distribution.`;
    },
  },
  'incomplete-repair': {
    title: 'Incomplete repair taken into account',
    message: ({
      phases,
      ownHalfTimes,
    }: {
      phases: readonly { course: string; phase: string }[];
      ownHalfTimes: readonly string[];
    }) =>
      `Several fractions a day in ${phases.map(({ course, phase }) => `"${course}", ${phase}`).join('; ')}: BED is raised for incomplete repair between them (Thames). Half-times are the tissue table's${ownHalfTimes.length > 0 ? `, the user's for ${ownHalfTimes.join(', ')}` : ''}; repair overnight is taken as complete.`,
  },
  'cord-risk-score': {
    title: 'Risk score of the cord',
    message: (facts: CordScore) => {
      const parts = `${facts.bedPoints} for cumulative BED, ${facts.intervalPoints} for the interval, ${facts.coursePoints} for the highest course`;
      return `${facts.roi}: risk score ${facts.score} (${parts}; α/β ${facts.alphaBetaGy} Gy, nothing forgiven), ${facts.group} risk: myelopathy in ${facts.myelopathyPercent} % of that group in the source's series (${facts.source}).`;
    },
  },
  'esophagus-risk-band': {
    title: 'Published risk for the oesophagus',
    message: (facts: EsophagusRisk) => {
      const { dmaxGy, withoutChemotherapy: without, withChemotherapy: having } = facts;
      const own = dmaxGy === undefined ? 'not evaluable' : `${dmaxGy.toFixed(1)} Gy EQD2 (α/β ${facts.organAlphaBetaGy} Gy)`;
      const doses = [
        without && `${riskDose(without)} without concurrent chemotherapy`,
        having && `${riskDose(having)} with concurrent chemotherapy`,
      ];
      const basis = `${facts.studies} studies, ${facts.patients} patients, ${facts.events} events`;
      return `${facts.roi}: cumulative Dmax ${own}. Published data put a ${facts.riskPercent} % risk of ${facts.grade} late toxicity at ${doses.filter(Boolean).join(' and ')} (EQD2, α/β ${facts.alphaBetaGy} Gy; ${basis}; ${facts.source}). Concurrent chemotherapy at re-irradiation here: ${facts.chemotherapy}.`;
    },
  },
} satisfies WordTable;
