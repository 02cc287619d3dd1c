/** Least and most along u and v: [minU, minV, maxU, maxV]. */
export type Box = readonly [minU: number, minV: number, maxU: number, maxV: number];

/**
 * Visits each pair of boxes that meet, once, `a` before `b` or behind it: of those that lie apart along u no pair
 * is looked at, by a sweep along u that holds only what it passes through.
 * @returns how many pairs were looked at.
 */
export function eachMeetingPair(boxes: readonly Box[], visit: (a: number, b: number) => void): number {
  const box = new Float64Array(4 * boxes.length);
  boxes.forEach((each, n) => {
    box.set(each, 4 * n);
  });
  const order = Int32Array.from(boxes, (_, n) => n).sort((a, b) => box[4 * a] - box[4 * b]);
  const open = new Int32Array(boxes.length);
  let held = 0;
  let looked = 0;
  for (const b of order) {
    let kept = 0;
    for (let n = 0; n < held; n++) {
      const a = open[n];
      looked++;
      if (box[4 * a + 2] < box[4 * b]) continue;
      open[kept++] = a;
      if (box[4 * a + 1] <= box[4 * b + 3] && box[4 * b + 1] <= box[4 * a + 3]) visit(a, b);
    }
    open[kept++] = b;
    held = kept;
  }
  return looked;
}
