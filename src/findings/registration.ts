import { amountOf, digitsOf } from '../figure-digits';
import { besides, type GoalOtherwise, IN_ENGLISH } from './otherwise';
import type { WordTable } from './words';

/** How far a registration moves points of one frame of reference. */
export type MoveWithin = { readonly movedMm: number; readonly turnedDegrees: number; readonly isDeformed: boolean };
const moved = ({ movedMm, turnedDegrees, isDeformed }: MoveWithin) =>
  `${isDeformed ? 'deformed, by up to ' : ''}${movedMm.toFixed(1)} mm and ${turnedDegrees.toFixed(1)}°`;

/** A prior course's dose in an organ on its own contours and on today's, Gy EQD2. */
export type CarriedDose = {
  readonly roi: string;
  /** As a goal writes it: `D0.03cc`, `Dmean`, `D2cc`. */
  readonly metric: string;
  readonly course: string;
  /** What is compared of the course's own structures, where the ROI is called otherwise than it is taken for. */
  readonly comparedWith?: string;
  readonly ownGy: number;
  readonly carriedGy: number;
};

/** An organ that a prior course is carried beside its own contours of it, with what its goals come to otherwise. */
export type OrganDisplaced = {
  readonly roi: string;
  readonly course: string;
  readonly comparedWith?: string;
  readonly distanceMm: number;
  /** The two have next to nothing in common. */
  readonly isApart?: true;
  /** With the course's dose laid on the organ. */
  readonly goals: readonly GoalOtherwise[];
  /** With the organ itself laid where the course has it, in all doses: of what lies in bone. */
  readonly redrawn?: readonly GoalOtherwise[];
  /** Whether a verdict hangs on it. */
  readonly asks?: true;
};

/** Organs with goals in which nothing of a course's own speaks for its registration. */
export type NotChecked = {
  readonly course: string;
  readonly rois: readonly string[];
  readonly hasStructures: boolean;
  /** Neither another organ nor a landmark speaks for it. */
  readonly isAlone: boolean;
};

/** How far a course is carried from where its landmarks say, over those where that is known. */
export type LandmarksMissed = {
  readonly course: string;
  readonly count: number;
  readonly meanMm: number;
  readonly maxMm: number;
  /** What the mean is above. */
  readonly boundMm: number;
};

/** What doses and contours say about the registrations that carry them. */
/** Two ways of registrations from the anatomy to a course, and how far apart they come out. */
export type WaysApart = {
  readonly course: string;
  /** What the way that is used is made of, in its order. */
  readonly used: readonly string[];
  readonly other: readonly string[];
  readonly apartMm: number;
  readonly boundMm: number;
};

export const REGISTRATION = {
  'own-structures-unused': {
    title: 'A course’s own contours not used',
    message: ({ course }: { course: string }) =>
      `The structures of course "${course}" are not drawn in the frame of reference of its dose; its doses cannot be compared with those on its own contours.`,
  },
  'own-organ-ambiguous': {
    title: 'Several ROIs for one organ in a prior course',
    message: ({ course, organ, rois }: { course: string; organ: string; rois: readonly string[] }) =>
      `In the structures of course "${course}", ${rois.join(' and ')} are all taken for ${organ}; which is meant is not known, and none is used.`,
  },
  'sum-above-own-maxima': {
    title: 'Sum above the courses’ own maxima',
    message: ({ roi, comparedWith, sumGy, boundGy }: { roi: string; comparedWith?: string; sumGy: number; boundGy: number }) =>
      `${roi}: the summed D0.03cc (${amountOf(sumGy, 'Gy')} EQD2) is more than the courses' own near maxima in ${comparedWith === undefined ? 'it' : `what is ${comparedWith} in their own structures`} together (${amountOf(boundGy, 'Gy')}). ${comparedWith === undefined ? 'Prior' : `Unless ${roi} is something else, prior`} dose from outside the organ was carried into it: check the registration there.`,
  },
  'carried-dose-differs': {
    title: 'Prior dose differs on its own contours',
    message: ({ roi, metric, course, comparedWith, ownGy, carriedGy }: CarriedDose) =>
      `${roi}: ${metric} of course "${course}" is ${amountOf(ownGy, 'Gy')} EQD2 on its own contours${comparedWith === undefined ? '' : ` of ${comparedWith}`} and ${amountOf(carriedGy, 'Gy')} carried onto today's${comparedWith === undefined ? '' : ` of ${roi}`}. ${comparedWith === undefined ? 'The' : `${roi} is something else, the`} organ is drawn differently or longer, or the registration does not fit there.`,
  },
  'organ-carried-beside-own': {
    title: 'Organ carried beside its own contours',
    message: ({ roi, course, comparedWith, distanceMm, isApart, goals, redrawn = [], asks }: OrganDisplaced) => {
      const saying = (otherwise: string) => (goal: GoalOtherwise) =>
        `${goal.roi}, ${besides(IN_ENGLISH, goal, undefined, otherwise)}`;
      const each = [
        ...goals.map(saying('with the dose laid on the organ')),
        ...redrawn.map(saying('with the organ drawn where the course has it')),
      ];
      return `${roi}: course "${course}" is carried ${digitsOf(distanceMm, 'mm')} mm beside its own contours${comparedWith === undefined ? '' : ` of ${comparedWith}`}${isApart ? ", with which today's have next to nothing in common" : ''}. ${each.map((said) => `${said}. `).join('')}The registration does not fit there, or the organ has moved or is drawn differently.${asks ? ` Needed: another registration or other contours, or somebody's word that ${roi} is right as drawn and as carried.` : ''}`;
    },
  },
  'registration-not-checked': {
    title: 'Organs without a check of the registration',
    message: ({ course, rois, hasStructures, isAlone }: NotChecked) =>
      `Nothing checks how course "${course}" is carried in ${rois.join(', ')}: ${hasStructures ? 'its own structures have no such organ under a name that is known' : 'the case names no structures of its own'}.${isAlone ? ' No other organ and no landmark checks it either.' : ''}`,
  },
  'planned-course-carried': {
    title: 'Planned dose carried onto another anatomy',
    message: () =>
      'The structures are not drawn in the frame of reference of the planned dose: it is carried onto them by a registration, as prior doses are. What is to be judged is today’s anatomy; an organ that is drawn there alone is not judged.',
  },
  'registration-folds': {
    title: 'Registration folds',
    message: ({
      course,
      cells,
      determinant,
      rois,
    }: {
      course: string;
      cells: number;
      determinant: number;
      rois: readonly string[];
    }) =>
      `The deformation that carries course "${course}" folds in ${cells} cell${cells === 1 ? '' : 's'} of its grid (least Jacobian determinant ${determinant.toFixed(2)}): points of the anatomy come to one place of the course, which no tissue does. ${rois.length > 0 ? `It does so in ${rois.join(', ')}: their prior doses are not to be relied on.` : 'It does so in none of the structures evaluated.'}`,
  },
  'deformation-does-not-cover-roi': {
    title: 'Deformation ends inside a structure',
    message: ({ roi, course, share }: { roi: string; course: string; share: number }) =>
      `${roi}: the deformation that carries course "${course}" does not reach ${amountOf(100 * share, '%', 0, 100)} of it. Where it ends the prior dose is unknown, not undeformed and not zero.`,
  },
  'organs-missing-on-course': {
    title: 'Organs without contours on a course',
    message: ({ course, rois }: { course: string; rois: readonly string[] }) =>
      `Course "${course}" is not carried onto the anatomy, and its own structure set has no ${rois.join(', ')}: nothing is known of its dose there.`,
  },
  'registration-turns': {
    title: 'Registration turns the patient',
    message: ({ course, degrees }: { course: string; degrees: number }) =>
      `The registration of course "${course}" turns the patient by ${degrees.toFixed(0)}°. Coordinates follow the patient however he lies, so that two scans of one patient are hardly turned against each other: it may take one axis for another, or be the inverse of what is meant.`,
  },
  'landmarks-contradict-registration': {
    title: 'Landmarks contradict the registration',
    message: ({ course, count, meanMm, maxMm, boundMm }: LandmarksMissed) =>
      `Course "${course}" is carried ${digitsOf(meanMm, 'mm', boundMm)} mm on average (at most ${digitsOf(maxMm, 'mm')} mm) beside its ${count} landmark${count === 1 ? '' : 's'}, more than ${boundMm} mm: the registration is wrong there, or the points are.`,
  },
  'registrations-disagree': {
    title: 'Registrations disagree',
    message: ({ course, used, other, apartMm, boundMm }: WaysApart) =>
      `Course "${course}" is carried by ${used.join(', then ')}; by ${other.join(', then ')} it would come to lie up to ${digitsOf(apartMm, 'mm', boundMm)} mm elsewhere in the structures, more than ${boundMm} mm. The shorter way is used, and one of the two is wrong. Needed: only the registrations that are to be used.`,
  },
  'registration-within-frame': {
    title: 'Registration within one frame of reference',
    message: ({ frame, ...move }: MoveWithin & { frame: string }) =>
      `The registration moves points within frame of reference ${frame} (${moved(move)}): scans of one frame that do not lie on each other. Doses of prior courses in that frame are not moved by it. Needed: files in which each scan has a frame of its own, or somebody's word that the prior dose lies right as it is.`,
  },
  'registration-names-no-frame': {
    title: 'Registration names no frame of reference',
    message: (move: MoveWithin) =>
      `The registration moves images (${moved(move)}) without saying in which frame of reference they lie; it is not applied. Needed: a registration that names the frames, or somebody's word that the prior dose lies right without it.`,
  },
  'acceptance-of-another-file': {
    title: 'Accepted was another file',
    message: ({ by, on }: { by: string; on: string }) =>
      `The case has the acceptance of this registration by ${by} (${on}), and the hash in it is that of another file: what was accepted is not this one. Its dose is taken as not accepted until somebody looks at it again.`,
  },
  'registration-item-empty': {
    title: 'Registration without matrix and grid',
    message: ({ frame }: { frame: string }) =>
      `The registration to frame of reference ${frame} has neither a matrix nor a deformation grid: points would be taken over as they are. Needed: the registration exported again, or somebody's word that points are the same in both frames.`,
  },
} satisfies WordTable;
