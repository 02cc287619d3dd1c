import type { CtHeader } from '../dicom/ct-image';
import { type Finding, makeFinding } from '../finding';

/** The slices of one CT series, in ascending order along their normal. */
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

/** Along-normal position of a slice, mm. */
export function slicePositionMm({
  imagePositionMm: p,
  imageOrientation: o,
}: Pick<CtHeader, 'imagePositionMm' | 'imageOrientation'>): number {
  const normal = [o[1] * o[5] - o[2] * o[4], o[2] * o[3] - o[0] * o[5], o[0] * o[4] - o[1] * o[3]];
  return p[0] * normal[0] + p[1] * normal[1] + p[2] * normal[2];
}

/** Sorts CT slices into series, and says where slices are missing, doubled or unevenly spaced. */
export function ctSeriesOf(images: readonly CtHeader[]): { series: CtSeries[]; findings: Finding[] } {
  const bySeries = new Map<string, CtHeader[]>();
  for (const image of images) bySeries.set(image.seriesInstanceUid, [...(bySeries.get(image.seriesInstanceUid) ?? []), image]);
  const series: CtSeries[] = [];
  const findings: Finding[] = [];
  for (const [seriesInstanceUid, slices] of bySeries) {
    const sorted = slices.map((image) => ({ image, at: slicePositionMm(image) })).sort((a, b) => a.at - b.at);
    const gaps = sorted.slice(1).map(({ at }, n) => at - sorted[n].at);
    const spacingMm = commonest(gaps);
    const [first] = sorted;
    const description = first.image.seriesDescription ?? '';
    const uneven = gaps.filter((gap) => spacingMm !== undefined && Math.abs(gap - spacingMm) > 0.1);
    if (uneven.length > 0) {
      const facts = {
        series: description || seriesInstanceUid,
        spacingMm: spacingMm!,
        gaps: uneven.length,
        leastMm: Math.min(...uneven),
        mostMm: Math.max(...uneven),
      };
      findings.push(makeFinding('ct-slices-uneven', 'warning', facts, { file: first.image.file }));
    }
    series.push({
      seriesInstanceUid,
      frameOfReferenceUid: first.image.frameOfReferenceUid,
      description,
      images: sorted.map(({ image }) => image),
      fromMm: first.at,
      toMm: sorted.at(-1)!.at,
      spacingMm,
    });
  }
  return { series, findings };
}

function commonest(gaps: readonly number[]): number | undefined {
  const counts = new Map<number, number>();
  for (const gap of gaps) {
    const rounded = Math.round(gap * 100) / 100;
    counts.set(rounded, (counts.get(rounded) ?? 0) + 1);
  }
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0];
}
