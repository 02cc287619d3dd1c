import type uPlot from 'uplot';
import { LIMIT_ROW, type LimitRow, limitRows } from '../../figures/limit-rows';
import { STANDING_SIGNS, type Standing, WORST_FIRST } from '../../figures/standing';
import { printable } from '../../printable';
import type { DoseMark, DvhData, VolumeMark } from './dvh-data';

/*
 * The limits of goals on the canvas: a line with its text above the plot for a dose, a sign in the plot for a volume.
 * Each has the shape and the colour of how its goal stands.
 */

/** Most rows of text above the plot; further limits have their line and their sign. */
const MOST_ROWS = 5;
const TOP = 6;
/** Height that curves and axis keep for themselves. */
const KEPT = 112;
const rowsFor = (height: number): number => Math.max(1, Math.min(MOST_ROWS, Math.floor((height - KEPT) / LIMIT_ROW)));

export interface MarkLook {
  readonly verdict: Readonly<Record<Standing, string>>;
  readonly body: string;
  readonly fontFamily: string;
  /** The label of a limit in the user's language. */
  readonly say: (label: string) => string;
}

const urgency = ({ verdict }: DoseMark) => WORST_FIRST.indexOf(verdict);
/** The limits that are written out: the worst verdicts before others. */
const written = ({ doseMarks }: DvhData, height: number) =>
  doseMarks.toSorted((a, b) => urgency(a) - urgency(b)).slice(0, rowsFor(height));

/** Height that the texts need above the plot. */
export const marksHeight = (data: DvhData, height: number): number => TOP + LIMIT_ROW * written(data, height).length;

export function drawMarks(plot: uPlot, data: DvhData, look: MarkLook): void {
  const { ctx, bbox } = plot;
  const ratio = devicePixelRatio;
  const atDose = (doseGy: number) => plot.valToPos(doseGy, 'x', true);
  ctx.save();
  ctx.font = `600 ${11 * ratio}px ${look.fontFamily}`;
  ctx.textBaseline = 'alphabetic';
  ctx.setLineDash([]);
  ctx.lineWidth = 1.5 * ratio;
  const labelled = written(data, plot.height);
  const rows = limitRows(labelled, (doseGy) => atDose(doseGy) / ratio, plot.width);
  const top = bbox.top / ratio - LIMIT_ROW * rows.length;
  for (const [n, row] of rows.entries()) drawRow(ctx, row, top + LIMIT_ROW * n + 10, bbox, look);
  for (const mark of data.doseMarks) {
    if (labelled.includes(mark)) continue;
    ctx.fillStyle = ctx.strokeStyle = look.verdict[mark.verdict];
    line(ctx, atDose(mark.doseGy), bbox.top, bbox);
    shape(ctx, mark.verdict, atDose(mark.doseGy), bbox.top + 6 * ratio, 4 * ratio);
  }
  for (const mark of data.volumeMarks)
    drawVolume(ctx, mark, atDose(mark.doseGy), plot.valToPos(mark.volumePercent, 'y', true), look);
  ctx.restore();
}

const verdictOf = ({ style }: LimitRow): Standing =>
  WORST_FIRST.find((verdict) => STANDING_SIGNS[verdict].style === style) ?? 'met';

function drawRow(ctx: CanvasRenderingContext2D, row: LimitRow, baseline: number, bbox: uPlot.BBox, look: MarkLook): void {
  const ratio = devicePixelRatio;
  const x = row.x * ratio;
  ctx.fillStyle = ctx.strokeStyle = look.verdict[verdictOf(row)];
  line(ctx, x, (baseline - 9) * ratio, bbox);
  ctx.textAlign = row.side === 'left' ? 'right' : 'left';
  ctx.fillText(printable(look.say(row.text)), x + (row.side === 'left' ? -4 : 4) * ratio, baseline * ratio);
}

function line(ctx: CanvasRenderingContext2D, x: number, from: number, bbox: uPlot.BBox): void {
  ctx.beginPath();
  ctx.moveTo(x, from);
  ctx.lineTo(x, bbox.top + bbox.height);
  ctx.stroke();
}

function drawVolume(ctx: CanvasRenderingContext2D, mark: VolumeMark, x: number, y: number, look: MarkLook): void {
  const ratio = devicePixelRatio;
  ctx.fillStyle = look.verdict[mark.verdict];
  ctx.strokeStyle = look.body;
  shape(ctx, mark.verdict, x, y, 5.5 * ratio);
  const label = printable(look.say(mark.label));
  const isNearEdge = x + ctx.measureText(label).width + 12 * ratio > ctx.canvas.width;
  ctx.textAlign = isNearEdge ? 'right' : 'left';
  const at = [x + (isNearEdge ? -9 : 9) * ratio, y - 5 * ratio] as const;
  // A rim of the ground keeps the text readable on a curve.
  ctx.lineWidth = 3 * ratio;
  ctx.strokeText(label, ...at);
  ctx.fillText(label, ...at);
}

/** ● ◐ ■ ▲ around a point, with a rim. */
function shape(ctx: CanvasRenderingContext2D, verdict: Standing, x: number, y: number, r: number): void {
  ctx.beginPath();
  if (verdict === 'met as placed') {
    // A ring of which one half is full.
    ctx.arc(x, y, r, Math.PI / 2, 1.5 * Math.PI);
    ctx.closePath();
    ctx.fill();
    ctx.beginPath();
    ctx.arc(x, y, r, 0, 2 * Math.PI);
    const rim = ctx.strokeStyle;
    ctx.strokeStyle = ctx.fillStyle;
    ctx.stroke();
    ctx.strokeStyle = rim;
    return;
  }
  if (verdict === 'met') ctx.arc(x, y, r, 0, 2 * Math.PI);
  else if (verdict === 'exceeded') ctx.rect(x - r, y - r, 2 * r, 2 * r);
  else {
    ctx.moveTo(x, y - 1.2 * r);
    ctx.lineTo(x + 1.15 * r, y + 0.9 * r);
    ctx.lineTo(x - 1.15 * r, y + 0.9 * r);
    ctx.closePath();
  }
  ctx.fill();
  ctx.stroke();
}
