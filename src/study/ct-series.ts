import type { CtHeader } from '../dicom/ct-image';
import { type Finding, makeFinding } from '../findings/finding';
import { ctStack } from './ct-stack';

/** The one stack of a CT series, in ascending order along its normal. */
export interface CtSeries {
  readonly seriesInstanceUid: string;
  readonly frameOfReferenceUid: string | undefined;
  readonly description: string;
  readonly images: readonly CtHeader[];
  /** Distance of the first and the last slice's centre from the origin along the normal, mm. */
  readonly fromMm: number;
  readonly toMm: number;
  /** Commonest distance of neighbouring slices, mm; undefined for one slice. */
  readonly spacingMm: number | undefined;
}

/** Sorts CT slices into series, each with its one stack, and says what is no part of it; a series of localizers is none. */
export function ctSeriesOf(images: readonly CtHeader[]): { series: CtSeries[]; findings: Finding[] } {
  const bySeries = new Map<string, CtHeader[]>();
  for (const image of images) bySeries.set(image.seriesInstanceUid, [...(bySeries.get(image.seriesInstanceUid) ?? []), image]);
  const series: CtSeries[] = [];
  const findings: Finding[] = [];
  for (const [seriesInstanceUid, slices] of bySeries) {
    const description = slices.find((image) => image.seriesDescription)?.seriesDescription ?? '';
    const stack = ctStack(slices, description || seriesInstanceUid);
    findings.push(...stack.findings, ...pixelFindings(slices, description || seriesInstanceUid));
    if (stack.images.length === 0) continue;
    series.push({
      seriesInstanceUid,
      frameOfReferenceUid: stack.images[0].frameOfReferenceUid,
      description,
      images: stack.images,
      fromMm: stack.placesMm[0],
      toMm: stack.placesMm.at(-1)!,
      spacingMm: stack.spacingMm,
    });
  }
  return { series, findings };
}

/** Slices whose pixels cannot be read: they keep their place, and can be neither shown nor registered by. */
function pixelFindings(slices: readonly CtHeader[], series: string): Finding[] {
  const without = slices.filter(({ pixelFault }) => pixelFault);
  if (without.length === 0) return [];
  const [{ file, pixelFault }] = without;
  const facts = { series, slices: without.length, of: slices.length, why: pixelFault!.why };
  return [makeFinding('ct-pixels-unusable', 'warning', facts, { file })];
}
