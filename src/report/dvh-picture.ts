import { scaleLinear } from 'd3-scale';
import { line } from 'd3-shape';
import { SCOPES, type Scope } from '../constraints/goal-expression';
import type { CourseResult, OrganResult } from '../evaluation/assessment';
import type { DrawnLimit } from '../figures/dvh-limits';
import { type Point, placeLabels } from '../figures/label-placement';
import { LIMIT_ROW, type LimitRow, limitRows } from '../figures/limit-rows';
import { asWritten } from '../figures/number-format';
import { html, type Markup } from './markup';

const WIDTH = 460;
const PLOT = { left: 46, right: WIDTH - 12, height: 200, axis: 40 };

/** Curves end where less than this percentage of the volume is left. */
const NOTHING = 0.02;
const MOST_POINTS = 240;

/** The cumulative DVH of an organ as an SVG: prior, planned and cumulative EQD2, limits as vertical lines. */
export function dvhPicture(organ: OrganResult, limits: readonly DrawnLimit[], scopes: readonly Scope[]): Markup {
  const top = 8 + LIMIT_ROW * limits.length;
  const bottom = top + PLOT.height;
  const x = scaleLinear([0, highestDose(organ, limits)], [PLOT.left, PLOT.right]).nice(6);
  const y = scaleLinear([0, 100], [bottom, top]);
  const curves = scopes
    .filter((scope) => curvePoints(organ, scope).length)
    .map((scope) => ({
      text: scope,
      points: curvePoints(organ, scope).map(([d, v]): Point => [x(d), y(v)]),
    }));
  const frame = { left: PLOT.left, right: PLOT.right, top, bottom };
  const walls = limits.map(({ doseGy }): Point[] => [
    [x(doseGy), top],
    [x(doseGy), bottom],
  ]);
  const labels = placeLabels(curves, walls, frame);
  const path = line<Point>().digits(1);
  return html`<svg viewBox="0 0 ${WIDTH} ${bottom + PLOT.axis}" role="img" aria-label="Dose-volume histogram of ${organ.roi}">
${y.ticks(5).map((tick) => yTick(tick, y(tick)))} ${x.ticks(7).map((tick) => xTick(tick, x(tick), bottom))}
<path class="axis" d="M${PLOT.left},${top}V${bottom}H${PLOT.right}"/>
${limitRows(limits, x, WIDTH).map((row, n) => limitLine(row, top - LIMIT_ROW * (limits.length - n) + 6, bottom))}
${curves.map(({ text, points }) => html`<path class="curve ${text}" d="${path(points) ?? ''}"/>`)}
${curves.map(({ text }, n) => html`<text class="direct ${text}" x="${round(labels[n].x)}" y="${round(labels[n].y)}" text-anchor="${labels[n].anchor}">${text}</text>`)}
<text class="title" x="${(PLOT.left + PLOT.right) / 2}" y="${bottom + 34}" text-anchor="middle">EQD2, Gy (α/β = ${asWritten(organ.alphaBetaGy, 'Gy')})</text>
<text class="title" transform="translate(12 ${(top + bottom) / 2}) rotate(-90)" text-anchor="middle">Volume, %</text></svg>`;
}

/** The doses that have curves: not that of prior courses where there is none. */
export const scopesOf = (courses: readonly Pick<CourseResult, 'role'>[]): readonly Scope[] =>
  SCOPES.filter((scope) => scope === 'cumulative' || courses.some(({ role }) => role === scope));

/** The curves that a picture lacks, for want of a known dose. */
export const missingCurves = (organ: OrganResult, scopes: readonly Scope[]): readonly string[] =>
  scopes.filter((scope) => !curvePoints(organ, scope).length);

/** Dose and volume in percent along a curve, thinned out, ending where no volume is left. */
function curvePoints({ dvh }: OrganResult, scope: Scope): Point[] {
  const volumes = dvh[scope];
  const end = volumes.findLastIndex((volume) => volume > NOTHING);
  if (end < 0) return [];
  const last = Math.min(end + 1, volumes.length - 1);
  const stride = Math.max(1, Math.ceil((last + 1) / MOST_POINTS));
  const points: Point[] = [];
  for (let n = 0; n < last; n += stride) points.push([dvh.doseGy[n], volumes[n]]);
  points.push([dvh.doseGy[last], volumes[last]]);
  return points;
}

function highestDose(organ: OrganResult, limits: readonly DrawnLimit[]): number {
  const ends = SCOPES.map((scope) => curvePoints(organ, scope).at(-1)?.[0] ?? 0);
  return Math.max(1, ...ends, ...limits.map(({ doseGy }) => doseGy)) * 1.02;
}

function limitLine({ text, style, x, side }: LimitRow, baseline: number, bottom: number): Markup {
  const onLeft = side === 'left';
  return html`<g class="limit ${style}"><path d="M${round(x)},${baseline - 9}V${bottom}"/><text x="${round(x + (onLeft ? -4 : 4))}" y="${baseline}" text-anchor="${onLeft ? 'end' : 'start'}">${text}</text></g>`;
}

const xTick = (tick: number, x: number, bottom: number): Markup =>
  html`<path class="tick" d="M${round(x)},${bottom}v4"/><text x="${round(x)}" y="${bottom + 16}" text-anchor="middle">${tick}</text>`;

const yTick = (tick: number, y: number): Markup =>
  html`<path class="grid" d="M${PLOT.left},${round(y)}H${PLOT.right}"/><text x="${PLOT.left - 6}" y="${round(y) + 4}" text-anchor="end">${tick}</text>`;

const round = (pixels: number): number => Math.round(pixels * 10) / 10;
