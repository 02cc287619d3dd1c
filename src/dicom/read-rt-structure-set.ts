import { makeFinding } from '../findings/finding';
import { InputError } from '../input-error';
import { printable } from '../printable';
import { notOfAPatient } from './bodily-places';
import { MOST_ROIS } from './claimed-sizes';
import type { DataSet } from './data-set';
import { readDate } from './date';
import type { DicomHeader } from './dicom-header';
import { given } from './read-header';
import type { Contour, ReferencedFrame, Roi, RtStructureSet } from './rt-structure-set';

interface ContourCounts {
  empty: number;
  /** Contours whose stated number of points is not the number of their points, or no number. */
  miscounted: number;
  damaged: number;
  /** The first damaged one, from 1, and what was found in it. */
  firstDamaged?: { readonly first: number; readonly found: string };
}

/** What an action reads, or what was found in its place where that cannot be used. */
function readOr<T>(action: () => T): { readonly value: T } | { readonly found: string } {
  try {
    return { value: action() };
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    return { found: error.found };
  }
}

function readPoints(item: DataSet): Float64Array | undefined {
  const points = item.decimals('ContourData');
  if (points && points.length % 3 !== 0) throw item.refuse('ContourData', `${points.length} numbers`, 'three for each point');
  const found = points && notOfAPatient(points);
  if (found) throw item.refuse('ContourData', found, 'points within 10 m of the origin, and of one body');
  return points;
}

function readContour(item: DataSet, n: number, counts: ContourCounts): Contour[] {
  const points = readOr(() => readPoints(item));
  if ('found' in points) {
    counts.firstDamaged ??= { first: n + 1, found: points.found };
    counts.damaged++;
    return [];
  }
  const pointsMm = points.value;
  if (!pointsMm) {
    counts.empty++;
    return [];
  }
  const stated = readOr(() => item.integer('NumberOfContourPoints'));
  if ('found' in stated || (stated.value !== undefined && stated.value * 3 !== pointsMm.length)) counts.miscounted++;
  const image = item.items('ContourImageSequence')[0]?.ascii('ReferencedSOPInstanceUID');
  return [{ geometricType: item.code('ContourGeometricType'), pointsMm, ...given('imageSopInstanceUid', image) }];
}

/** @param called what a case calls the ROI. */
function readContours(roiContour: DataSet, roi: string, called: string): Contour[] {
  const counts: ContourCounts = { empty: 0, miscounted: 0, damaged: 0 };
  const contours = roiContour.items('ContourSequence').flatMap((item, n) => readContour(item, n, counts));
  const { findings, file } = roiContour;
  if (counts.firstDamaged) {
    const facts = { roi, contours: counts.damaged, ...counts.firstDamaged };
    findings.push(makeFinding('contour-damaged', 'error', facts, { file, roi: called, answerable: true }));
  }
  if (counts.empty > 0) {
    findings.push(makeFinding('contour-without-points', 'info', { roi, contours: counts.empty }, { file, roi }));
  }
  if (counts.miscounted > 0) {
    findings.push(makeFinding('contour-point-count', 'warning', { roi, contours: counts.miscounted }, { file, roi }));
  }
  return contours;
}

/** A colour that cannot be read is none: nothing hangs on it. */
function readColour(roiContour: DataSet): readonly [number, number, number] | undefined {
  const colour = readOr(() => roiContour.decimals('ROIDisplayColor'));
  const values = 'value' in colour ? colour.value : undefined;
  return values?.length === 3 ? [values[0], values[1], values[2]] : undefined;
}

/** Items by the ROI they refer to, and how many refer to none. */
function byRoiNumber(items: readonly DataSet[]): { of: Map<number, DataSet[]>; unnumbered: number } {
  const of = new Map<number, DataSet[]>();
  let unnumbered = 0;
  for (const item of items) {
    const number = item.integer('ReferencedROINumber');
    if (number === undefined) unnumbered++;
    else if (!of.get(number)?.push(item)) of.set(number, [item]);
  }
  return { of, unnumbered };
}

/** A structure set that was cut off between two of its sequences reads like one without contours. */
function requireSequences(data: DataSet): void {
  const missing = (['StructureSetROISequence', 'ROIContourSequence'] as const).find((keyword) => !data.has(keyword));
  if (missing) throw data.refuse(missing, 'nothing', 'the ROIs and their contours: export or copy the file again');
  if (!data.has('RTROIObservationsSequence')) {
    data.findings.push(makeFinding('roi-observations-missing', 'warning', {}, { file: data.file }));
  }
}

/** The frame of ROIs that name none: the one that the set references, or its own; '' where nothing tells. */
function onlyFrameOf(data: DataSet): string {
  const own = data.ascii('FrameOfReferenceUID');
  const referenced = data.items('ReferencedFrameOfReferenceSequence').map((frame) => frame.ascii('FrameOfReferenceUID'));
  const different = [...new Set(referenced.filter((uid) => uid !== ''))];
  return different.length === 1 ? different[0] : own;
}

function reportWithoutFrame(data: DataSet, rois: readonly Roi[]): void {
  const drawn = rois.filter(({ contours }) => contours.length > 0);
  if (drawn.length === 0 || drawn.some(({ frameOfReferenceUid }) => frameOfReferenceUid)) return;
  data.findings.push(makeFinding('structures-without-frame', 'error', {}, { file: data.file }));
}

/** The name of an ROI, what cannot be seen in it written as escapes: every list, table and page then shows the same. */
const nameOf = (item: DataSet): string => printable(item.text('ROIName'));

function readRois(data: DataSet): { rois: Roi[]; unnumberedRois: string[] } {
  requireSequences(data);
  const { of: contourItems, unnumbered: contours } = byRoiNumber(data.items('ROIContourSequence'));
  const { of: observations, unnumbered: observed } = byRoiNumber(data.items('RTROIObservationsSequence'));
  const numbers = new Set<number>();
  const items = data.items('StructureSetROISequence');
  if (items.length > MOST_ROIS) {
    throw data.refuse('StructureSetROISequence', `${items.length} ROIs`, `at most ${MOST_ROIS}`);
  }
  const names = items.map(nameOf);
  const shared = new Map<string, number>();
  for (const name of names) shared.set(name, (shared.get(name) ?? 0) + 1);
  const isShared = (name: string) => shared.get(name)! > 1;
  const oneFrame = onlyFrameOf(data);
  const unnumberedRois: string[] = [];
  const rois = items.flatMap((item): Roi[] => {
    const number = item.integer('ROINumber');
    const name = nameOf(item);
    if (number === undefined) {
      unnumberedRois.push(name);
      return [];
    }
    if (numbers.has(number)) throw item.refuse('ROINumber', `${number} a second time`, 'one number for each ROI', `ROI ${name}`);
    numbers.add(number);
    const own = contourItems.get(number) ?? [];
    const roi: Roi = {
      number,
      name,
      ...given('frameOfReferenceUid', item.ascii('ReferencedFrameOfReferenceUID') || oneFrame),
      ...given('interpretedType', observations.get(number)?.[0].code('RTROIInterpretedType')),
      ...given('generationAlgorithm', item.code('ROIGenerationAlgorithm')),
      ...given('colour', own[0] && readColour(own[0])),
      contours: own.flatMap((contours) =>
        readContours(contours, `${number} ${name}`.trim(), isShared(name) ? `${name}#${number}` : name),
      ),
    };
    return [roi];
  });
  if (unnumberedRois.length + contours + observed > 0) {
    const facts = { rois: unnumberedRois, contours, observations: observed };
    data.findings.push(makeFinding('items-without-number', 'error', facts, { file: data.file }));
  }
  for (const number of contourItems.keys()) {
    if (numbers.has(number)) continue;
    data.findings.push(makeFinding('contours-without-roi', 'warning', { roiNumber: number }, { file: data.file }));
  }
  return { rois, unnumberedRois };
}

/** Which contours are not what a solid is made of, or not drawn by a person: with how many, ROI by ROI. */
function reportContourKinds(data: DataSet, rois: readonly Roi[], interpolated: ReadonlySet<number>): void {
  const counted = (isSuch: (contour: Contour, roi: Roi) => boolean) =>
    rois.flatMap((roi) => {
      const contours = roi.contours.filter((contour) => isSuch(contour, roi)).length;
      return contours > 0 ? [{ roi: roi.name, roiNumber: roi.number, contours }] : [];
    });
  const kinds = [
    ['contours-open', counted(({ geometricType }) => geometricType.startsWith('OPEN'))],
    ['contours-untyped', counted(({ geometricType }) => geometricType === '')],
    [
      'contours-interpolated',
      counted(({ geometricType }, { number }) => /INTERPOL/.test(geometricType) || interpolated.has(number)),
    ],
  ] as const;
  for (const [code, of] of kinds) {
    if (of.length === 0) continue;
    data.findings.push(makeFinding(code, 'warning', { of }, { file: data.file }));
  }
}

/** ROIs whose contours the writer says were interpolated (PS3.3 C.8.8.5: ROI Generation Description). */
const interpolatedRois = (data: DataSet): ReadonlySet<number> =>
  new Set(
    data.items('StructureSetROISequence').flatMap((item) => {
      const number = item.integer('ROINumber');
      const said = [item.code('ROIGenerationAlgorithm'), item.text('ROIGenerationDescription')].join(' ');
      return number !== undefined && /interpol/i.test(said) ? [number] : [];
    }),
  );

function reportSameNames(data: DataSet, rois: readonly Roi[]): void {
  const seen = new Map<string, number[]>();
  for (const { name, number } of rois) {
    if (!seen.get(name)?.push(number)) seen.set(name, [number]);
  }
  for (const [name, numbers] of seen) {
    if (numbers.length < 2) continue;
    const facts = { roi: name, roiNumbers: numbers };
    data.findings.push(makeFinding('duplicate-roi-name', 'warning', facts, { file: data.file, roi: name }));
  }
}

function readReferencedFrames(data: DataSet): ReferencedFrame[] {
  return data.items('ReferencedFrameOfReferenceSequence').flatMap((frame) => {
    const uid = frame.ascii('FrameOfReferenceUID');
    const imageSeries = frame
      .items('RTReferencedStudySequence')
      .flatMap((study) => study.items('RTReferencedSeriesSequence'))
      .map((series) => ({
        seriesInstanceUid: series.ascii('SeriesInstanceUID'),
        imageSopInstanceUids: series.items('ContourImageSequence').map((image) => image.ascii('ReferencedSOPInstanceUID')),
      }));
    return uid ? [{ uid, imageSeries }] : [];
  });
}

/**
 * Reads an RT Structure Set (PS3.3 A.19.3, C.8.8.5, C.8.8.6, C.8.8.8).
 * A contour that cannot be read is left out and said: its ROI asks for an answer, all others are as they are. Items
 * without a number are told and left out.
 * @throws InputError on a missing sequence of ROIs or contours, and on an ROI number that is there twice.
 */
export function readRtStructureSet(data: DataSet, header: DicomHeader): RtStructureSet {
  const { rois, unnumberedRois } = readRois(data);
  reportSameNames(data, rois);
  reportWithoutFrame(data, rois);
  reportContourKinds(data, rois, interpolatedRois(data));
  return {
    ...header,
    kind: 'structures',
    label: data.text('StructureSetLabel', 'SH'),
    ...given('date', readDate(data, 'StructureSetDate')),
    ...given('approvalStatus', data.code('ApprovalStatus')),
    rois,
    ...(unnumberedRois.length > 0 && { unnumberedRois }),
    referencedFrames: readReferencedFrames(data),
  };
}
