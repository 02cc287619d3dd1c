const LENGTHS_MM = [1, 2, 5, 10, 20, 50, 100, 200];

/** The longest round length of at most `mostPx` on the screen. */
export function scaleBarMm(pxPerMm: number, mostPx: number): number {
  return LENGTHS_MM.findLast((mm) => mm * pxPerMm <= mostPx) ?? LENGTHS_MM[0];
}
