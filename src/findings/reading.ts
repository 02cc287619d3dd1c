import type { SomeFiles } from './study';
import type { WordTable } from './words';

/** Why slices of a CT series are no part of its stack. */
export type KeptOut = 'localizer' | 'frame' | 'size' | 'orientation' | 'pixel-spacing' | 'far-away';
/** Slices of a series that are no part of its stack. */
export type SlicesKeptOut = { readonly series: string; readonly slices: number; readonly kept: number; readonly why: KeptOut };

const WHY: Readonly<Record<KeptOut, string>> = {
  localizer: 'they are localizers (scouts)',
  frame: 'they are in another frame of reference',
  size: 'they have another number of rows or columns',
  orientation: 'they are oriented otherwise',
  'pixel-spacing': 'their pixels are of another size',
  'far-away': 'they lie far from all others',
};
const mm = (value: number) => `${Number(value.toFixed(3))} mm`;

/** Why pixels cannot be read. */
export type PixelDoubt =
  | { readonly kind: 'missing' }
  | { readonly kind: 'compressed'; readonly as: string }
  | { readonly kind: 'length'; readonly foundBytes: number; readonly neededBytes: number };
const doubt = (why: PixelDoubt): string => {
  if (why.kind === 'missing') return 'there are none';
  if (why.kind === 'compressed') return `they are compressed as ${why.as}: export the images uncompressed`;
  return `they are ${why.foundBytes} bytes where ${why.neededBytes} are needed`;
};
/** CT slices without pixels, and why, of the first of them. */
export type CtPixels = {
  readonly series: string;
  readonly slices: number;
  readonly of: number;
  readonly why: PixelDoubt;
};

/** What is damaged, doubled or contradictory in what was read: grids, planes, contours, slices. */
export const READING = {
  'contour-damaged': {
    title: 'Damaged contours left out',
    message: ({ roi, contours, first, found }: { roi: string; contours: number; first: number; found: string }) =>
      `ROI ${roi}: ${contours} contour(s) cannot be read and are left out, the first of them contour ${first} (found ${found}): the ROI has less volume than was drawn.`,
  },
  'pixels-padded': {
    title: 'Bytes behind the pixels passed over',
    message: ({ bytes }: { bytes: number }) => `${bytes} bytes behind the last pixel are passed over.`,
  },
  'dose-read-as-unsigned': {
    title: 'Signed dose read as unsigned',
    message: ({ voxels, stored }: { voxels: number; stored: string }) =>
      `The file says that its pixels are signed (PixelRepresentation 1; DoseType ${stored} has only unsigned ones). So read, ${voxels} voxels would be below 0; they are read as unsigned. Compare the highest dose with the planning system's.`,
  },
  'structures-without-frame': {
    title: 'Structure set without frame of reference',
    message: () =>
      'Neither the structure set nor its ROIs name a frame of reference (ReferencedFrameOfReferenceUID, FrameOfReferenceUID): where the contours lie cannot be told, and no dose can be taken on them.',
  },
  'dose-frames-unsorted': {
    title: 'Dose planes out of order',
    message: ({ frame, fromMm, toMm }: { frame: number; fromMm: number; toMm: number }) =>
      `The planes of the dose are neither in ascending nor in descending order (GridFrameOffsetVector goes from ${mm(fromMm)} to ${mm(toMm)} at plane ${frame}). Each is taken to lie where its offset says.`,
  },
  'dose-frames-jump': {
    title: 'Gap between dose planes',
    message: ({ jumps, fromMm, toMm, usualMm }: { jumps: number; fromMm: number; toMm: number; usualMm: number }) =>
      `The planes of the dose are mostly ${mm(usualMm)} apart, but ${jumps} gap(s) are much wider, the first between ${mm(fromMm)} and ${mm(toMm)} from the first plane: planes may be missing. The dose between is interpolated.`,
  },
  'dose-frames-uneven': {
    title: 'Dose planes unevenly spaced',
    message: ({ leastMm, mostMm }: { leastMm: number; mostMm: number }) =>
      `The planes of the dose are ${mm(leastMm)} to ${mm(mostMm)} apart; the dose between them is interpolated.`,
  },
  'dose-voxels-large': {
    title: 'Dose voxels implausibly large',
    message: ({ columnMm, rowMm, planeMm }: { columnMm: number; rowMm: number; planeMm?: number }) =>
      `The voxels of the dose are ${[columnMm, rowMm, planeMm].flatMap((value) => (value === undefined ? [] : mm(value))).join(' × ')}; above 10 mm no dose to an organ can be told. Check PixelSpacing and GridFrameOffsetVector.`,
  },
  'slice-thickness-differs': {
    title: 'Slice thickness differs from the distance of the planes',
    message: ({ thicknessMm, stepMm }: { thicknessMm: number; stepMm: number }) =>
      `SliceThickness is ${mm(thicknessMm)}, the planes of the dose are ${mm(stepMm)} apart (GridFrameOffsetVector); the offsets are used.`,
  },
  'dose-all-zero': {
    title: 'Dose is zero everywhere',
    message: () => 'No voxel of the dose is above 0 Gy: this cannot be the dose of a treatment.',
  },
  'dose-planes-empty': {
    title: 'Empty planes within the dose',
    message: ({ empty, planes, fromMm, toMm }: { empty: number; planes: number; fromMm: number; toMm: number }) =>
      `${empty} of the ${planes} planes of the dose hold nothing but 0 Gy and lie between planes with dose (at ${fromMm === toMm ? mm(fromMm) : `${mm(fromMm)} to ${mm(toMm)}`} along the planes' normal): no dose falls to nothing and rises again from plane to plane, so these planes were lost. Export the dose again.`,
  },
  'dose-planes-joined': {
    title: 'Dose planes joined',
    message: ({ planes, fromMm, toMm }: { planes: number; fromMm: number; toMm: number }) =>
      `${planes} files hold one plane each of one dose (${mm(fromMm)} to ${mm(toMm)} along the planes' normal); they are joined to one grid.`,
  },
  'beam-doses-added': {
    title: 'Beam doses added',
    message: ({ files }: { files: readonly string[] }) =>
      `The case names this dose alone, and it is that of one beam (BEAM). The doses of the other beams of its plan lie beside it and are added, for a course has the dose of all of its beams: ${files.join(', ')}.`,
  },
  'dose-planes-overlap': {
    title: 'Dose planes at the same place',
    message: (some: SomeFiles) =>
      `${some.files.join(', ')}${some.more > 0 ? ` and ${some.more} more files` : ''} hold single planes of one plan's dose, some of them at the same place: they are not joined, and which belong together has to be said.`,
  },
  'same-uid-other-content': {
    title: 'Two objects with one identifier',
    message: ({ sameAs, uid }: { sameAs: string; uid: string }) =>
      `The object has the SOP Instance UID of ${sameAs} (${uid}) and another content; both are kept, and what refers to that identifier may mean either.`,
  },
  'dose-delivered': {
    title: 'Dose as delivered',
    message: ({ plannedFractions }: { plannedFractions?: number }) =>
      plannedFractions === undefined
        ? 'The dose is that of the treatment as delivered (RECORD), not that of the plan; it is used as it is.'
        : `The dose is that of the treatment as delivered (RECORD), not that of the plan; it is taken as given in all ${plannedFractions} fractions of the plan. Say in the case where fewer were delivered.`,
  },
  'ct-pixels-unusable': {
    title: 'CT pixels cannot be read',
    message: ({ series, slices, of, why }: CtPixels) =>
      `CT series ${series}: the pixels of ${slices} of ${of} slice(s) cannot be read (${doubt(why)}). They can be neither shown nor registered by.`,
  },
  'ct-slices-doubled': {
    title: 'CT slices doubled',
    message: ({ series, slices, first, kept }: { series: string; slices: number; first: string; kept: string }) =>
      `CT series ${series}: ${slices} slice(s) lie where another one does (${first} where ${kept} does); one at each place is used.`,
  },
  'ct-slices-kept-out': {
    title: 'CT slices kept out',
    message: ({ series, slices, kept, why }: SlicesKeptOut) =>
      `CT series ${series}: ${slices} image(s) are no part of its stack of ${kept} slices and are kept out: ${WHY[why]}.`,
  },
  'contours-off-their-images': {
    title: 'Contours off the images they were drawn on',
    message: ({ contours, compared, mostMm }: { contours: number; compared: number; mostMm: number }) =>
      `${contours} of ${compared} contours do not lie in the plane of the CT image that each says it was drawn on, but up to ${mm(mostMm)} from it: the images or the contours were moved, mirrored or exported anew, and the pictures may not show what was drawn.`,
  },
  'ct-slices-shifted': {
    title: 'CT slices shifted against each other',
    message: ({ series, mostMm }: { series: string; mostMm: number }) =>
      `CT series ${series}: its slices are shifted against each other by up to ${mm(mostMm)} within their planes (tilted gantry); in pictures and automatic registration they are put straight.`,
  },
} satisfies WordTable;
