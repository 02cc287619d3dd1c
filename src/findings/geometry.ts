import { amountOf } from '../figure-digits';
import type { HotterInGap } from './drawn';
import type { WordTable } from './words';

type OfRoi = { readonly roi: string };
type Losing = OfRoi & { readonly slices: number; readonly lostShare: number };
type Contours = OfRoi & { readonly contours: number };

/** Gaps between the slices of an ROI: how many, where the widest is, and what is lost in them. */
type MissingSlices = {
  readonly gaps: number;
  readonly fromMm: number;
  readonly toMm: number;
  readonly fillCc: number;
  readonly lostShare: number;
  /** Share of the ROI that the smallest part between gaps has. */
  readonly leastPart?: number;
};

/** Slices on which nothing else is drawn, and what the ROI lacks there. */
type NoVolume = OfRoi & {
  readonly why: 'no-closed-contours' | 'no-area' | 'cancelled' | 'scrambled' | 'reach' | 'rings';
  /** Of those that are scrambled. */
  readonly slices?: number;
  /** Of those that lie too far apart. */
  readonly reachMm?: number;
  /** Of those that are too many, and how many are on one slice. */
  readonly contours?: number;
  readonly most?: number;
};
type Lost = { readonly slices: number; readonly lostCc: number; readonly lostShare: number };

const lacking = ({ slices, lostCc, lostShare }: Lost): string =>
  slices === 0
    ? ''
    : ` On ${slices} slices nothing else is drawn: with slices like their neighbours the ROI would have about ${amountOf(lostCc, 'cc', 0)} more (${amountOf(100 * lostShare, '%', 0, 100)} of it is missing).`;

/** What is odd in contours that are to be a volume. */
export const GEOMETRY = {
  'contour-bounds-no-volume': {
    title: 'Open contours left out',
    message: ({ roi, contours, types, ...lost }: Contours & Lost & { types: readonly string[] }) =>
      `ROI ${roi}: ${contours} ${types.join(', ')} contours bound no area and are left out.${lacking(lost)}`,
  },
  'roi-without-volume': {
    title: 'ROI without volume',
    message: ({ roi, why, slices, reachMm, contours, most }: NoVolume) => {
      if (why === 'scrambled') {
        return `ROI ${roi}: on ${slices} slices contours cross hundreds of times: their points are out of order, and nobody can tell what they enclose. It has no volume and no dose.`;
      }
      if (why === 'reach') {
        return `ROI ${roi}: its contours lie up to ${Math.round(reachMm ?? 0)} mm apart, farther than any patient reaches: one of them is out of place. It has no volume and no dose.`;
      }
      if (why === 'rings') {
        return `ROI ${roi}: it has ${contours} contours, up to ${most} of them on one slice, more than any structure has. It has no volume and no dose.`;
      }
      if (why === 'no-area') return `ROI ${roi}: no contour encloses any area: it has no volume and no dose.`;
      return why === 'cancelled'
        ? `ROI ${roi}: its contours cancel one another by the even-odd rule: it has no volume and no dose.`
        : `ROI ${roi} has no closed contours: it has no volume and no dose.`;
    },
  },
  'contours-not-parallel': {
    title: 'Contours not on parallel planes',
    message: ({ roi }: OfRoi) => `ROI ${roi}: its contours do not lie on parallel planes, so no volume can be made of them.`,
  },
  'contour-without-area': {
    title: 'Contours without area left out',
    message: ({ roi, contours, ...lost }: Contours & Lost) =>
      `ROI ${roi}: ${contours} contours are a point or a line, enclose no area and are left out.${lacking(lost)}`,
  },
  'slice-thickness-unknown': {
    title: 'Slice thickness unknown',
    message: ({ roi }: OfRoi) =>
      `ROI ${roi} is drawn on one slice and nothing tells the slice thickness: its volume and dose cannot be stated.`,
  },
  'contour-retraced': {
    title: 'Outline gone over again',
    message: ({ roi, contours }: Contours) =>
      `ROI ${roi}: ${contours} contours go over their own outline again; each is counted once.`,
  },
  'contour-lone-point': {
    title: 'Outline with a point far from it',
    message: ({ roi, contours, farthestMm }: Contours & { farthestMm: number }) =>
      `ROI ${roi}: ${contours} contours have a point that lies alone, up to ${Math.round(farthestMm)} mm from the points before and after it, which lie together: the outline runs out to it and back. Whether the point is meant or damaged is not known, and with it the volume and the doses there are not.`,
  },
  'duplicate-contours': {
    title: 'Contours there twice',
    message: ({ roi, contours }: Contours) => `ROI ${roi}: ${contours} contours are there twice; each is counted once.`,
  },
  'contours-drawn-again': {
    title: 'Contours drawn again',
    message: ({ roi, pairs }: OfRoi & { pairs: number }) =>
      `ROI ${roi}: ${pairs} pairs of contours on one slice cross and mostly hold the same area; they are taken for one area drawn twice, and what either holds is counted once.`,
  },
  'contours-cross': {
    title: 'Contours cross',
    message: ({ roi, slices, lostCc, lostShare }: Losing & { lostCc: number }) =>
      `ROI ${roi}: contours cross themselves or one another on ${slices} slices; inside is taken by the even-odd rule, which leaves out about ${amountOf(lostCc, 'cc', 0)} of what they enclose (up to ${amountOf(100 * lostShare, '%', 0, 100)} of successive slices).`,
  },
  'nested-contours': {
    title: 'Inner contours taken as holes',
    message: ({ roi, slices, fillCc, lostShare }: Losing & { fillCc: number }) =>
      `ROI ${roi}: inner contours on ${slices} slices are taken as holes; filled in, the volume would be about ${amountOf(fillCc, 'cc', 0)} larger (${amountOf(100 * lostShare, '%', 0, 100)} of the filled volume).`,
  },
  'slice-spacing-varies': {
    title: 'Contour spacing varies',
    message: ({ roi, commonestMm, thickestMm }: OfRoi & { commonestMm: number; thickestMm: number }) =>
      `ROI ${roi}: its contours are mostly ${commonestMm.toFixed(2)} mm apart, but up to ${thickestMm.toFixed(2)} mm in a part; each reaches half-way to its neighbours.`,
  },
  'slice-gap': {
    title: 'Gap between contours',
    message: (facts: OfRoi & MissingSlices & { hotter?: HotterInGap }) => {
      const { roi, gaps, fromMm, toMm, fillCc, lostShare, hotter } = facts;
      const where = `between ${fromMm.toFixed(1)} mm and ${toMm.toFixed(1)} mm along the slices`;
      const one =
        gaps === 1
          ? `no contour that joins those on either side ${where}`
          : `${gaps} gaps between its contours, the widest ${where}`;
      const lost = `${amountOf(100 * lostShare, '%', 0, 100)} of the filled volume lost within a piece`;
      const taken = `ROI ${roi}: ${one}; taken as not belonging to the ROI (filled, it would be about ${amountOf(fillCc, 'cc', 0)} more; ${lost}).`;
      if (!hotter) return taken;
      const { scope, drawnGy, gapGy } = hotter;
      const of = { prior: 'prior dose', planned: 'planned dose', cumulative: 'all courses' }[scope];
      return `${taken} Drawn up to ${amountOf(drawnGy, 'Gy')} EQD2; in the gap up to ${amountOf(gapGy, 'Gy')} EQD2 (${of}): the hottest part may be what is not drawn. Draw these slices, or say that the gap is meant.`;
    },
  },
  'slice-specks': {
    title: 'Specks in place of slices',
    message: ({ roi, slices, largestMm2 }: OfRoi & { slices: number; largestMm2: number }) =>
      `ROI ${roi}: what is drawn on ${slices} planes (at most ${largestMm2.toFixed(2)} mm²) is no more than a tenth of the slices on either side. It stays in the ROI, and these slices count as not drawn.`,
  },
  'single-slice-roi': {
    title: 'ROI on one slice',
    message: ({ roi, thicknessMm }: OfRoi & { thicknessMm: number }) =>
      `ROI ${roi} is drawn on one slice; its thickness is taken as ${thicknessMm.toFixed(2)} mm.`,
  },
} satisfies WordTable;
