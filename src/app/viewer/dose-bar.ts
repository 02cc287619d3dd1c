import type { DoseLayer } from './scene';

/** A mark beside the colour bar, `part` of the way up. */
export interface BarMark {
  readonly gy: number;
  readonly part: number;
  /** Of the isodose line; none at the ends of the bar. */
  readonly colour: string | undefined;
  readonly written: boolean;
}

/** Marks of a bar of `heightPx`: every level as a tick, and as many of them with their number as there is room for. */
export function barMarks({ fromGy, maxGy, levels }: DoseLayer, heightPx: number, lineHeightPx = 12): BarMark[] {
  const range = Math.max(maxGy - fromGy, 1e-6);
  const place = (gy: number) => (gy - fromGy) / range;
  const inRange = levels.filter(({ gy }) => gy >= fromGy && gy <= maxGy);
  // Room is given to the levels first, the highest before the others, and then to the ends of the bar.
  const wanted = [...inRange].reverse().map(({ gy, colour }) => ({ gy, part: place(gy), colour: colour as string | undefined }));
  for (const gy of [maxGy, fromGy]) wanted.push({ gy, part: place(gy), colour: undefined });
  const taken: number[] = [];
  const marks = wanted.map((mark) => {
    const written = taken.every((part) => Math.abs(part - mark.part) * heightPx >= lineHeightPx);
    if (written) taken.push(mark.part);
    return { ...mark, written };
  });
  return marks.filter((mark) => mark.written || mark.colour !== undefined);
}
