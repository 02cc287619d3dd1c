export type Point = readonly [x: number, y: number];

export interface Frame {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

export interface PlacedLabel {
  readonly x: number;
  /** Baseline. */
  readonly y: number;
  readonly anchor: 'start' | 'end';
}

/** Of a bold letter of 11 px, in a wide typeface. */
export const CHARACTER = 7.4;
const ASCENT = 9;
const DESCENT = 3;
/** Where the text begins or ends, seen from the point of the curve that it names. */
const OFFSETS: readonly { readonly dx: number; readonly dy: number; readonly anchor: 'start' | 'end' }[] = [
  { dx: 7, dy: -4, anchor: 'start' },
  { dx: 7, dy: 4, anchor: 'start' },
  { dx: -7, dy: 12, anchor: 'end' },
  { dx: -7, dy: 4, anchor: 'end' },
];

/**
 * Puts a text beside each curve, in the plot's own pixels: near its own curve, off the others, off texts placed before.
 * @param curves points of each curve; `obstacles` are further lines to stay clear of.
 */
export function placeLabels(
  curves: readonly { readonly text: string; readonly points: readonly Point[] }[],
  obstacles: readonly (readonly Point[])[],
  frame: Frame,
): readonly PlacedLabel[] {
  const dense = curves.map(({ points }) => densely(points));
  const fixed = obstacles.map(densely);
  const taken: Frame[] = [];
  return curves.map(({ text }, own) => {
    const others = [...dense.filter((_, n) => n !== own), ...fixed].flat();
    let best: { label: PlacedLabel; box: Frame; cost: number } | undefined;
    const path = dense[own].filter(([, y]) => y > frame.top + 12 && y < frame.bottom - 8);
    for (const [x, y] of path.length ? path : dense[own]) {
      for (const { dx, dy, anchor } of OFFSETS) {
        const label = { x: x + dx, y: y + dy, anchor };
        const box = boxOf(label, text);
        const cost = costOf(box, dense[own], others, taken, frame);
        if (!best || cost < best.cost) best = { label, box, cost };
      }
    }
    if (!best) return { x: frame.right - 4, y: frame.top + 14 * (own + 1), anchor: 'end' };
    taken.push(best.box);
    return best.label;
  });
}

function boxOf({ x, y, anchor }: PlacedLabel, text: string): Frame {
  const width = text.length * CHARACTER;
  const left = anchor === 'start' ? x : x - width;
  return { left, right: left + width, top: y - ASCENT, bottom: y + DESCENT };
}

function costOf(box: Frame, own: readonly Point[], others: readonly Point[], taken: readonly Frame[], frame: Frame): number {
  const outside =
    box.left < frame.left + 3 || box.right > frame.right - 2 || box.top < frame.top || box.bottom > frame.bottom - 2;
  const overlaps = taken.filter(
    (other) => box.left < other.right + 4 && box.right > other.left - 4 && box.top < other.bottom && box.bottom > other.top,
  );
  const crossed = within(box, others, 2);
  const crowded = within(box, others, 12);
  // Where nothing else decides, labels stand halfway down, where curves are steep and told apart best.
  const fromMiddle = Math.abs((box.top + box.bottom) / 2 - (frame.top + frame.bottom) / 2) / 100;
  return (outside ? 1000 : 0) + overlaps.length * 500 + crossed * 20 + crowded * 2 + within(box, own, 1) * 6 + fromMiddle;
}

const within = ({ left, right, top, bottom }: Frame, points: readonly Point[], margin: number): number =>
  points.filter(([x, y]) => x > left - margin && x < right + margin && y > top - margin && y < bottom + margin).length;

/** The same line with a point about every 3 pixels. */
function densely(points: readonly Point[]): Point[] {
  return points.flatMap((point, n): Point[] => {
    if (n === 0) return [point];
    const [x0, y0] = points[n - 1];
    const [x1, y1] = point;
    const steps = Math.floor(Math.hypot(x1 - x0, y1 - y0) / 3);
    const between = Array.from({ length: steps }, (_, k): Point => {
      const t = (k + 1) / (steps + 1);
      return [x0 + (x1 - x0) * t, y0 + (y1 - y0) * t];
    });
    return [...between, point];
  });
}
