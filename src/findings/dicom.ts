import type { WordTable } from './words';

/** How many contours of an ROI are of some kind. */
export type ContourCount = { readonly roi: string; readonly roiNumber: number; readonly contours: number };
const countOfContours = ({ roi, roiNumber, contours }: ContourCount) => `${contours} of ${roi} (ROI ${roiNumber})`;

/** What reading a DICOM file finds. */
export const DICOM = {
  'bytes-before-data-set': {
    title: 'Stray bytes at the start of a file',
    message: ({ bytes }: { bytes: number }) => `${bytes} stray byte(s) before the first data element are passed over.`,
  },
  'no-preamble': {
    title: 'No DICOM preamble',
    message: () => 'The 128-byte preamble and "DICM" are missing; the file meta header is read from the start of the file.',
  },
  'no-file-meta': {
    title: 'No DICOM file header',
    message: ({ takenAs }: { takenAs: string }) =>
      `The file has no DICOM file meta header; from its first bytes it is taken as ${takenAs}.`,
  },
  'no-transfer-syntax': {
    title: 'No transfer syntax',
    message: ({ takenAs }: { takenAs: string }) =>
      `The file does not state its transfer syntax; from its first bytes it is taken as ${takenAs}.`,
  },
  'transfer-syntax-contradicted': {
    title: 'Transfer syntax contradicted',
    message: ({ stated, found }: { stated: string; found: string }) =>
      `The file says it is written as ${stated}, but its first data element is ${found}; it is read as the latter.`,
  },
  'identifiers-missing': {
    title: 'Identifiers missing',
    message: ({ missing }: { missing: readonly string[] }) =>
      `${missing.join(', ')} missing: what belongs to this object cannot be found by its identifiers.`,
  },
  'text-undecodable': {
    title: 'Text cannot be decoded',
    /** `characterSet` is '' where the file states none. */
    message: ({ tag, characterSet, text }: { tag: string; characterSet: string; text: string }) =>
      `${tag} does not fit the character set "${characterSet || 'ISO_IR 6 (none stated)'}"; it is shown as "${text}" and may be misspelt.`,
  },
  'negative-dose': {
    title: 'Negative dose',
    message: () => 'The dose grid has values below 0; they are kept as they are.',
  },
  'tps-dvh-unreadable': {
    title: 'DVH of the planning system unreadable',
    message: ({ where, found }: { where: string; found: string }) =>
      `A DVH of the planning system cannot be read and is left out (${where}: found ${found}).`,
  },
  'value-passed-over': {
    title: 'Value that cannot be read',
    /** `isEmptyItem`: what was found is an item that says nothing, and no value. */
    message: ({ where, found }: { where: string; found: string; isEmptyItem?: true }) =>
      `${where}: found ${found}. It is passed over; the rest of the file is used.`,
  },
  'plan-without-fractions': {
    title: 'Plan without fractions',
    message: () => 'The plan has no fraction group: its number of fractions and its beams are not known.',
  },
  'plan-beams-missing': {
    title: 'Beams missing in the plan',
    message: ({ beams }: { beams: readonly number[] }) =>
      `The plan does not describe beam ${beams.join(', ')}, which its fraction groups name: it may have been cut off.`,
  },
  'contour-without-points': {
    title: 'Empty contours left out',
    message: ({ roi, contours }: { roi: string; contours: number }) =>
      `ROI ${roi}: ${contours} contours without points are left out.`,
  },
  'contour-point-count': {
    title: 'Number of contour points is wrong',
    message: ({ roi, contours }: { roi: string; contours: number }) =>
      `ROI ${roi}: ${contours} contours state another number of points than they have; the points they have are used.`,
  },
  'contours-without-roi': {
    title: 'Contours without an ROI',
    message: ({ roiNumber }: { roiNumber: number }) =>
      `Contours of ROI number ${roiNumber} are left out: the structure set names no such ROI.`,
  },
  'duplicate-roi-name': {
    title: 'ROI name used twice',
    message: ({ roi, roiNumbers }: { roi: string; roiNumbers: readonly number[] }) =>
      `${roiNumbers.length} ROIs are named "${roi}" (numbers ${roiNumbers.join(', ')}): a name alone does not tell which is meant.`,
  },
  'items-without-number': {
    title: 'ROI items without a number',
    message: ({ rois, contours, observations }: { rois: readonly string[]; contours: number; observations: number }) =>
      `Left out because they have no ROI number, which alone says what belongs together: ${[
        rois.length > 0 && `${rois.length} ROIs (${rois.map((roi) => `"${roi}"`).join(', ')})`,
        contours > 0 && `the contours of ${contours} ROIs`,
        observations > 0 && `${observations} observations`,
      ]
        .filter(Boolean)
        .join(', ')}.`,
  },
  'contours-open': {
    title: 'Open contours',
    message: ({ of }: { of: readonly ContourCount[] }) =>
      `Contours that are drawn open bound no volume: ${of.map(countOfContours).join(', ')}.`,
  },
  'contours-untyped': {
    title: 'Contours without a type',
    message: ({ of }: { of: readonly ContourCount[] }) =>
      `Contours that do not say whether they are open or closed are not taken for closed: ${of.map(countOfContours).join(', ')}.`,
  },
  'contours-interpolated': {
    title: 'Interpolated contours',
    message: ({ of }: { of: readonly ContourCount[] }) =>
      `Contours that were interpolated and not drawn: ${of.map(countOfContours).join(', ')}.`,
  },
  'roi-observations-missing': {
    title: 'ROI observations missing',
    message: () =>
      'The structure set does not say what its ROIs are (RT ROI Observations are missing): it may have been cut off.',
  },
  'registration-mirrors': {
    title: 'Registration mirrors the patient',
    message: () =>
      'The registration turns the patient into the mirror image (its determinant is below 0), which no two scans of one patient are of each other: doses are carried to the opposite side of a plane.',
  },
  'registration-scales': {
    title: 'Registration changes the size',
    message: ({ volumeFactor }: { volumeFactor: number }) =>
      `The registration makes volumes ${volumeFactor.toFixed(2)} times as large: the carried dose is stretched with them.`,
  },
  'registration-distorts': {
    title: 'Registration distorts',
    message: ({ least, most }: { least: number; most: number }) =>
      `The registration makes lengths ${least.toFixed(2)} times as long in one direction and ${most.toFixed(2)} times in another (it shears or stretches): organs and the carried dose are distorted with them.`,
  },
  'registration-not-rigid': {
    title: 'Registration not rigid',
    message: ({ determinant }: { determinant: number }) =>
      `The registration is named RIGID but scales or shears (determinant ${determinant.toFixed(4)}); it is applied as it is.`,
  },
  'registration-matrix-chain': {
    title: 'Registration of several matrices',
    message: ({ frame, matrices }: { frame: string; matrices: number }) =>
      `The registration from frame ${frame} is a chain of ${matrices} matrices; the first listed is applied first (PS3.3 C.20.2.1.1). Programs differ in this: compare the overlay with the planning system's.`,
  },
  'date-unreadable': {
    title: 'Date cannot be read',
    /** `year` where that much is written. */
    message: ({ tag, written, year }: { tag: string; written: string; year?: string }) =>
      year === undefined
        ? `${tag} is "${written}", which is no date (YYYYMMDD): the date is unknown.`
        : `${tag} is "${written}", no whole date (YYYYMMDD): only the year is known.`,
  },
} satisfies WordTable;
