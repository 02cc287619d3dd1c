import { amountOf } from '../figure-digits';
import { type Refusal, refusalSentence } from '../input-error';
import type { WordTable } from './words';

/** What the table has for organs and one picture or grid for all of them cannot have. */
export type NotInPicture = 'incomplete-repair' | 'lq-l' | 'recovery' | 'overall-time';

export const NOT_IN_PICTURE: Readonly<Record<NotInPicture, string>> = {
  'incomplete-repair': 'incomplete repair',
  'lq-l': 'LQ-L',
  recovery: 'recovery',
  'overall-time': 'overall-time correction',
};

/** How far dose grids reach, as seen by three questions. Shares are 0 to 1. */
/** Of a course with a dose grid: the share of an organ where its dose is known. */
export type CourseReach = { readonly course: string; readonly share: number };

export type Coverage =
  | { readonly seenIn: 'contours'; readonly rois: readonly string[] }
  | { readonly seenIn: 'dose'; readonly roi: string; readonly coveredShare: number }
  | {
      readonly seenIn: 'case';
      readonly roi: string;
      readonly coveredShare: number;
      /** Left out where the grids of these courses cover all of it. */
      readonly priorShare?: number;
      readonly plannedShare?: number;
      /** Those that do not reach all of it, each by itself, where what all of them reach is less than that. */
      readonly courses?: readonly CourseReach[];
      readonly outside: 'unknown' | 'zero';
    };

/** A share that is not quite all must not be written as all. */
export const coveredPercent = (share: number): string => amountOf(100 * share, '%', 0, 100);

/** `course "A" 45.8 %, course "B" 45.8 %` */
export const reachOf = (courses: readonly CourseReach[]): string =>
  courses.map(({ course, share }) => `course "${course}" ${coveredPercent(share)}`).join(', ');

/** What is odd in a dose: its units, its type, what it is summed over, how far it reaches. */
export const DOSE = {
  'dose-summation-missing': {
    title: 'Summation type of the dose missing',
    message: () => 'The file does not say what its dose is summed over; it is taken for the dose of the whole plan.',
  },
  'dose-type-missing': {
    title: 'Type of the dose missing',
    message: () => 'The file does not say whether its dose is physical; it is taken as physical dose.',
  },
  'dose-of-one-session': {
    title: 'Dose of one fraction',
    message: ({ fractions }: { fractions: number }) =>
      `The dose is that of one session; by the user's word it is multiplied by ${fractions} fractions.`,
  },
  'dose-implausibly-high': {
    title: 'Dose implausibly high',
    /** `isLone`: above its neighbours, whatever it is by itself. */
    message: ({ highestGy, isLone }: { highestGy: number; isLone?: true }) =>
      isLone
        ? `The highest dose of the grid is ${amountOf(highestGy, 'Gy')}, in a voxel that stands above most of its neighbours more steeply than a dose of 10 mm width does: no target in the chest has such a peak. The file may be damaged there, and maxima with it.`
        : `The highest dose of the grid is ${amountOf(highestGy, 'Gy')}. Check its units: some programs write cGy and call it GY. Such a file has to be exported again with its unit.`,
  },
  'dose-in-centigray': {
    title: 'Dose in cGy',
    message: () => "By the user's word the dose is in cGy; it is divided by 100.",
  },
  'dose-relative': {
    title: 'Relative dose',
    message: ({ percentOfGy, highestPercent, highestGy }: { percentOfGy: number; highestPercent: number; highestGy: number }) =>
      `The dose is relative; by the user's word 100 % is ${percentOfGy} Gy. Its highest value, ${amountOf(highestPercent, '%')}, becomes ${amountOf(highestGy, 'Gy')}.`,
  },
  'dose-rbe-weighted': {
    title: 'RBE-weighted dose',
    message: () => "The dose is EFFECTIVE; by the user's word it is RBE-weighted and is taken as photon-equivalent dose in Gy.",
  },
  'dose-grid-unusable': {
    title: 'Dose grid cannot be used',
    message: (refusal: Refusal) => refusalSentence(refusal),
  },
  'dose-grid-does-not-cover-roi': {
    title: 'Dose grid does not cover the organ',
    message: (facts: Coverage) => {
      if (facts.seenIn === 'contours') {
        return `The dose grid does not reach all of ${facts.rois.join(', ')}. The dose outside is unknown, not zero.`;
      }
      if (facts.seenIn === 'dose') {
        return `${facts.roi}: the dose grid covers ${coveredPercent(facts.coveredShare)} of it. The dose outside is unknown, not zero: the figures are over the covered part.`;
      }
      const { roi, coveredShare, priorShare, plannedShare, outside } = facts;
      const courses = [
        priorShare !== undefined && `prior ${coveredPercent(priorShare)}`,
        plannedShare !== undefined && `planned ${coveredPercent(plannedShare)}`,
      ];
      const meaning =
        outside === 'zero'
          ? 'The user says that no dose was given outside them; it is taken as 0 Gy there.'
          : 'The dose outside is unknown, not zero: metrics are over the covered part, and goals that the rest could turn are not evaluable.';
      if (facts.courses) {
        return `${roi}: ${coveredPercent(coveredShare)} of it lies within the dose grids of all courses (${reachOf(facts.courses)}). ${meaning}`;
      }
      return `${roi}: the dose grids cover ${coveredPercent(coveredShare)} of it (${courses.filter(Boolean).join(', ')}). ${meaning}`;
    },
  },
  'exported-dose-partly-unknown': {
    title: 'Exported dose partly unknown',
    message: ({ unknownVoxels, voxels }: { unknownVoxels: number; voxels: number }) =>
      `In ${unknownVoxels} of ${voxels} voxels of the exported EQD2 grid the dose of some course is unknown; they hold only what is known, a lower bound, and the file says so.`,
  },
  'exported-dose-without': {
    title: 'Exported dose is not that of every organ',
    message: ({ alphaBetaGy, lacks }: { alphaBetaGy: number; lacks: readonly NotInPicture[] }) =>
      `The exported EQD2 grid is made with one alpha/beta of ${alphaBetaGy} Gy, and without what the table has for some organs: ${lacks.map((code) => NOT_IN_PICTURE[code]).join(', ')}. The file says so.`,
  },
  'exported-dose-value-left-out': {
    title: 'A value of the planned dose is not in the exported dose',
    message: ({ tag, value }: { tag: string; value: string }) =>
      `${tag} of the planned dose is "${value}", which cannot stand in a DICOM file; it is empty in the exported dose.`,
  },
} satisfies WordTable;
