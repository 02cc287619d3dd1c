import { amountOf } from '../figure-digits';
import { ofContours, type SeenOnOwn } from './own-contours';
import type { WordTable } from './words';

/** An ROI whose name speaks of an organ and that is no part of what is evaluated; doses in Gy EQD2. */
export type LeftOut = { readonly roi: string; readonly maxGy: number };

/** A paired organ beside the union of its sides: volumes in cc. */
export type PairVolumes = {
  readonly roi: string;
  readonly sides: readonly string[];
  readonly wholeCc: number;
  readonly unionCc: number;
  /** Of the union and not in the organ. */
  readonly lackingCc: number;
  /** Of the organ and in neither side; 0 where one side alone is drawn. */
  readonly beyondCc: number;
};

/** What is drawn around an organ and does not hold it as it should: distances between outlines in the planes of the slices. */
export type HeldBy = {
  readonly roi: string;
  /** A planning risk volume, the canal about a cord, or the body. */
  readonly by: 'margin' | 'canal' | 'body';
  /** The margin that its name has. */
  readonly wantedMm?: number;
  /** Least and greatest distance on the slices that lack some, mm: negative outside. */
  readonly leastMm: number;
  readonly mostMm: number;
  /** How much lacks, and of how much that has both, along the slices; 0 where no slice has both. */
  readonly lengthMm: number;
  readonly ofMm: number;
};

/** An organ beside what is drawn around it. */
export type OrganNotHeld = {
  readonly roi: string;
  readonly organ: string;
  readonly around: readonly HeldBy[];
  /** Whether it is more than a few slices, or a margin that is only less. */
  readonly asks?: true;
};

/** A distance in mm with one decimal, which is no -0.0. */
export const mmOf = (mm: number): string => (Math.abs(mm) < 0.05 ? 0 : mm).toFixed(1);

/** A target beside the PTVs together; along the slices 0 of 0 where no slice has both. */
export type TargetNotHeld = {
  readonly roi: string;
  readonly ptvs: readonly string[];
  readonly outMm: number;
  readonly lengthMm: number;
  readonly ofMm: number;
};

/** An organ of which more lies in others than borders explain. */
export type OrganInOthers = {
  readonly roi: string;
  readonly others: readonly { readonly roi: string; readonly cc: number; readonly share: number }[];
};

/** An organ that is narrower than the voxels of the dose: over its middle slice, and those of the finest grid, of 3 mm at most. */
export type NarrowOrgan = {
  readonly roi: string;
  readonly cc: number;
  readonly lengthMm: number;
  readonly meanMm2: number;
  readonly widthMm: number;
  readonly boundMm: number;
};

/** An organ and the same one on a prior course's own contours. */
export type SmallerOrgan = {
  readonly roi: string;
  readonly course: string;
  readonly cc: number;
  readonly priorCc: number;
  /** Of the prior extent along the slices, carried over, what the organ has; given where that is little. */
  readonly extentShare?: number;
};

/** An organ that a prior course's own contours have farther along the slices, by how much at the end where it is more. */
export type ShorterOrgan = {
  readonly roi: string;
  readonly course: string;
  readonly mm: number;
  readonly crossed: LimitCrossed;
};

/** The highest dose that is drawn of an ROI and that in a gap between its slices, Gy EQD2. */
export type HotterInGap = {
  readonly scope: 'prior' | 'planned' | 'cumulative';
  readonly drawnGy: number;
  readonly gapGy: number;
};

/** Where the contours of a serial organ end: before the field of a course, or within it. */
export type OrganEnd = {
  readonly roi: string;
  readonly course: string;
  readonly where: 'before' | 'within';
  readonly mm: number;
  /** The grid ends in the field, which goes on for at least so far. */
  readonly isCut?: true;
  /** Beyond its last slice there are specks. */
  readonly hasSpecks?: true;
  /** The limit that the organ carried on through the field would be above. */
  readonly crossed?: LimitCrossed;
  /** ROIs without a known name that are drawn in its line there. */
  readonly inLine?: readonly string[];
};

/** A goal that an organ meets as drawn and would not meet carried on; in the goal's own Gy. */
export type LimitCrossed = {
  readonly goal: string;
  readonly limitGy: number;
  readonly drawnGy: number;
  readonly carriedOnGy: number;
};

/** A derived structure that is judged as an organ and lacks a part of what was drawn. */
export type MadeSmaller = {
  readonly roi: string;
  readonly organ: string;
  readonly expression: string;
  readonly drawn: readonly string[];
  /** Of the volume that is drawn. */
  readonly lostShare: number;
  /** Whether the drawn organ is held to the same goals. */
  readonly isJudged: boolean;
};

const cc = (value: number) => amountOf(value, 'cc', 0);
const list = (parts: readonly LeftOut[]) =>
  parts.map(({ roi, maxGy }) => `${roi} (Dmax ${amountOf(maxGy, 'Gy')} EQD2)`).join(', ');

/** What speaks against an organ being drawn as a whole. */
export const DRAWN = {
  'organ-part-left-out': {
    title: 'ROI named like an organ is left out',
    message: ofContours(
      (facts: { organ: string; roi: string; maxGy: number; parts: readonly LeftOut[]; isHotter: boolean } & SeenOnOwn) => {
        const { organ, roi, maxGy, parts, isHotter, onOwn } = facts;
        // What is called what in a course's own structure set, the case cannot say.
        const ask = onOwn
          ? ' The dose of that course is taken in the first alone. Give a structure set that has the organ whole under its name, or say that these are no part of it.'
          : isHotter
            ? ' That is more than the organ has. Say in the case which ROI is which organ or derive their union, or that these are no part of it.'
            : ' If one of them is a part of it, say so in the case.';
        return `What is drawn of ${organ} by a name that is known is ${roi} (Dmax ${amountOf(maxGy, 'Gy')} EQD2). By their names these may belong to it, and they are not evaluated: ${list(parts)}.${ask}`;
      },
    ),
  },
  'organ-made-smaller': {
    title: 'Organ made smaller than it is drawn',
    message: ({ roi, organ, expression, drawn, lostShare, isJudged }: MadeSmaller) => {
      const what = `${roi} is taken for ${organ} and is made from what is drawn by ${expression}: it lacks ${(100 * lostShare).toFixed(0)} % of the volume of ${drawn.join(' and ')}. What it meets says nothing of that part.`;
      return isJudged ? `${what} The drawn organ is judged beside it.` : `${what} The drawn organ is not judged.`;
    },
  },
  'organ-ends-before-field': {
    title: 'Contours end before the field does',
    message: ofContours(({ roi, course, where, mm, isCut, crossed, hasSpecks, inLine = [], onOwn }: OrganEnd & SeenOnOwn) => {
      const end =
        where === 'before'
          ? `${roi}: its contours end ${mm.toFixed(0)} mm before the slices on which course "${course}" has half of its hottest dose. The organ may go on into the field, where it is not drawn.`
          : `${roi}: its contours end where course "${course}" is given; the field goes on for ${isCut ? 'at least ' : ''}${mm.toFixed(0)} mm beyond them${isCut ? ', where the dose grid ends' : ''}. What is not drawn of the organ there is not evaluated.`;
      const specks = hasSpecks ? ' Beyond its last slice only specks are drawn, of no more than a tenth of it.' : '';
      const others =
        inLine.length > 0
          ? ` In its line beyond that end these are drawn, by names that are not known: ${inLine.join(', ')}.`
          : '';
      if (!crossed) return `${end}${specks}${others}`;
      const { goal, limitGy, drawnGy, carriedOnGy } = crossed;
      return `${end}${specks}${others} Carried on through the field in its line it would have ${amountOf(carriedOnGy, 'Gy', limitGy)} in "${goal}", and it has ${amountOf(drawnGy, 'Gy', limitGy)} as drawn. ${onOwn ? 'Give a structure set in which it is drawn on' : 'Draw it on, say which ROI it is'}, or say that it is drawn as far as it matters.`;
    }),
  },
  'organ-smaller-than-on-prior': {
    title: 'Organ much smaller than on a prior course',
    message: ofContours(({ roi, course, cc: here, priorCc, extentShare, onOwn }: SmallerOrgan & SeenOnOwn) => {
      if (onOwn) {
        return `${roi}: ${cc(priorCc)} are drawn, and ${cc(here)} of the organ today. What is not drawn of it there has no dose of that course: sums may lack the part with the most.`;
      }
      const extent =
        extentShare === undefined
          ? ''
          : `, and along the slices ${amountOf(100 * extentShare, '%', 0)} of where that is carried to`;
      return `${roi}: ${cc(here)} are drawn, and course "${course}" has ${cc(priorCc)} of the organ on its own contours${extent}. What is not drawn of it has no dose here: its maxima and volumes may lack the part with the most.`;
    }),
  },
  'organ-shorter-than-on-prior': {
    title: 'Organ ends before it does on a prior course',
    message: ({ roi, course, mm, crossed }: ShorterOrgan) => {
      const { goal, limitGy, drawnGy, carriedOnGy } = crossed;
      return `${roi}: on its own contours course "${course}" has the organ ${mm.toFixed(0)} mm farther along the slices than it is drawn here. Carried on as far it would have ${amountOf(carriedOnGy, 'Gy', limitGy)} in "${goal}", and it has ${amountOf(drawnGy, 'Gy', limitGy)} as drawn. Draw it on, say which ROI it is, or say that it is drawn as far as it matters.`;
    },
  },
  'organ-narrower-than-voxel': {
    title: 'Organ narrower than the dose can tell',
    message: ofContours(({ roi, cc: here, lengthMm, meanMm2, widthMm, boundMm, onOwn }: NarrowOrgan & SeenOnOwn) => {
      const needed = onOwn ? 'a structure set with the whole organ' : 'the outlines of the whole organ';
      return `${roi}: ${here.toFixed(3)} cc are drawn over ${lengthMm.toFixed(1)} mm along the slices, ${meanMm2.toFixed(2)} mm² a slice and ${widthMm.toFixed(2)} mm wide; asked for are ${boundMm.toFixed(2)} mm (a voxel of the finest dose grid, 3 mm at most) and 0.03 cc, in which near-maxima are read. No such organ is that small: it may be a line, or in other units than mm. Needed: ${needed}, or somebody's word that it is meant.`;
    }),
  },
  'organ-not-held': {
    title: 'Organ at odds with what is drawn around it',
    message: ofContours(({ roi, around, asks }: OrganNotHeld & SeenOnOwn) => {
      const each = around.map(({ roi: outer, wantedMm, leastMm, mostMm, lengthMm, ofMm }) => {
        if (ofMm === 0) return `${outer} is drawn on none of its slices`;
        const where = `on ${lengthMm.toFixed(0)} of the ${ofMm.toFixed(0)} mm along the slices that have both`;
        if (wantedMm === undefined) return `it lies up to ${mmOf(-leastMm)} mm outside ${outer} ${where}`;
        const outside = Number(mmOf(leastMm)) < 0 ? ' (negative: outside it)' : '';
        return `${outer} has from ${mmOf(leastMm)} to ${mmOf(mostMm)} mm around it${outside} ${where}, and ${wantedMm} mm by its name`;
      });
      const needed = asks
        ? `One of them is drawn in another place, or for another contour. Needed: contours that agree, or somebody's word that ${roi} is right as drawn; if it is not, its contours are to be put right.`
        : 'It was drawn smaller or cut back there, or for another contour. The goals of each are those of what is drawn.';
      return `${roi}: ${each.join('; ')}. ${needed}`;
    }),
  },
  'target-outside-ptv': {
    title: 'Target outside the PTV',
    message: ofContours(({ roi, ptvs, outMm, lengthMm, ofMm }: TargetNotHeld & SeenOnOwn) => {
      const all = ptvs.join(' and ');
      return ofMm === 0
        ? `${roi}: ${all} ${ptvs.length === 1 ? 'is' : 'are'} drawn on none of its slices. It is not covered by them as drawn, or one of them is drawn in another place.`
        : `${roi} lies up to ${outMm.toFixed(1)} mm outside ${all} on ${lengthMm.toFixed(0)} of the ${ofMm.toFixed(0)} mm along the slices that have both. It is not covered by them as drawn, or one of them is drawn in another place.`;
    }),
  },
  'organs-overlap': {
    title: 'Organ drawn in the place of another',
    message: ofContours(({ roi, others }: OrganInOthers & SeenOnOwn) => {
      const each = others.map((other) => `${cc(other.cc)} of it (${amountOf(100 * other.share, '%')}) lie in ${other.roi}`);
      return `${roi}: ${each.join(', ')}. Both cannot be there: one of them is drawn in another place.`;
    }),
  },
  'pair-contradicts-sides': {
    title: 'Paired organ contradicts its sides',
    message: ofContours((facts: PairVolumes & SeenOnOwn) => {
      const { roi, sides, wholeCc, unionCc, lackingCc, beyondCc } = facts;
      const beyond = beyondCc > 0 ? ` ${cc(beyondCc)} of it are in neither.` : '';
      return `${roi} has ${cc(wholeCc)}, ${sides.join(' and ')} together ${cc(unionCc)}. ${cc(lackingCc)} of these are not in ${roi}.${beyond} Its goals are those of ${roi} as drawn: is it the whole organ?`;
    }),
  },
} satisfies WordTable;
