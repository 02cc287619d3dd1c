import { type Assessment, evaluatedOrgans, type MetricResult, type OrganResult } from '../evaluation/assessment';
import { boundFigures, partFigure } from '../figures/bounded-figures';
import { limitsOf } from '../figures/goal-reading';
import { inheritedWords } from '../figures/inherited-words';
import { asWritten, figure, NOT_EVALUABLE, partOfAll } from '../figures/number-format';
import { byUrgency } from '../figures/organ-order';
import { recoveryWords } from '../figures/recovery-words';
import { modelWords } from '../figures/wording';
import { canonical } from './goals-section';
import { html, type Markup } from './markup';

/** The columns of EQD2. */
const SCOPE_OF_COLUMN = [undefined, undefined, 'prior', 'planned', 'cumulative', undefined] as const;
const FIRST = ['D0.03cc', 'D0.1cc', 'Dmax', 'Dmean'];

/** Per organ and metric: physical dose and EQD2 of the prior and the planned course, EQD2 and BED of all together. */
export function dosesSection({ organs, courses }: Assessment): Markup {
  const priors = courses.filter(({ role }) => role === 'prior').length;
  const unsummed = priors > 1 ? ' With several prior courses there is no prior physical dose: see their EQD2.' : '';
  return html`<section><h2>Dose per organ</h2>
<p class="small">Each figure is the metric of its own dose distribution, so that prior and planned need not add up to the cumulative one. EQD2 and BED use the organ's own α/β; a goal is tested with the goal's. Physical dose is not summed over courses.${unsummed}</p>
<div class="wide"><table class="doses"><colgroup><col class="name"><col span="6"><col class="unit"></colgroup><thead>
<tr><th rowspan="2">Metric</th><th colspan="2" class="over">Physical dose</th><th colspan="3" class="over">EQD2</th><th class="over">BED</th><th rowspan="2">Unit</th></tr>
<tr><th class="n">prior</th><th class="n">planned</th><th class="n">prior</th><th class="n">planned</th><th class="n">cumulative</th><th class="n">cumulative</th></tr></thead>
${byUrgency(evaluatedOrgans(organs)).map((organ) => organBody(organ, priors > 1))}</table></div></section>`;
}

function organBody(organ: OrganResult, unsummed: boolean): Markup {
  const facts = [
    `${figure(organ.volumeCc, 'cc')} cc`,
    `α/β = ${asWritten(organ.alphaBetaGy, 'Gy')}: ${organ.alphaBetaSource}`,
    recoveryWords(organ),
    ...(organ.models ?? []).map(modelWords),
    ...inheritedWords(organ),
    coverageWords(organ),
  ];
  const order = [
    ...FIRST.filter((name) => organ.metrics[name]),
    ...Object.keys(organ.metrics).filter((name) => !FIRST.includes(name)),
  ];
  return html`<tbody><tr class="organ"><th scope="rowgroup" colspan="8"><bdi>${organ.roi}</bdi> ${canonical(organ)} <span class="small block">${facts.join(' · ')}</span></th></tr>
${order.map((name, n) => metricRow(name, organ, unsummed, organ.metrics[order[n + 1]]?.reason))}</tbody>`;
}

/** How much of the organ has a known dose. */
export function coverageWords({ insideDoseGrid: { prior, planned, cumulative, courses }, dvh }: OrganResult): string {
  if (Math.min(prior, planned, cumulative) >= 1) {
    return dvh.cumulative.length > 0
      ? 'dose known everywhere'
      : 'inside the dose grids everywhere; the sum of the courses known within bounds only';
  }
  if (courses) {
    const each = courses.map(({ course, share }) => `${partOfAll(share)} (${course})`);
    return `dose known in ${each.join(', ')}, ${partOfAll(cumulative)} (all courses) of the volume`;
  }
  return `dose known in ${partOfAll(prior)} (prior), ${partOfAll(planned)} (planned), ${partOfAll(cumulative)} (all courses) of the volume`;
}

/** @param nextReason of the row below: a reason that several rows share stands once, under the last of them. */
function metricRow(name: string, organ: OrganResult, unsummed: boolean, nextReason: string | undefined): Markup {
  const metric = organ.metrics[name];
  const { unit } = metric;
  const parts = [
    metric.priorPhysicalGy,
    metric.plannedPhysicalGy,
    metric.priorEqd2Gy,
    metric.plannedEqd2Gy,
    metric.cumulativeEqd2Gy,
    metric.cumulativeBedGy,
  ];
  if (parts.every((part) => part === null) && !metric.cumulativeEqd2Bounds) {
    return html`<tr><th scope="row">${name}</th><td colspan="6" class="reason">${NOT_EVALUABLE}: ${metric.reason ?? 'no reason was given'}</td><td>${unit}</td></tr>`;
  }
  const cells = parts.map((part, column) => {
    const scope = SCOPE_OF_COLUMN[column];
    const limits = scope ? limitsOf(organ, name, scope) : [];
    const isPart = scope === 'prior' || scope === 'planned';
    const digits = isPart ? partFigure(metric, part, limits) : figure(part, unit, ...limits);
    const text = unsummed && column === 0 && part === null ? 'not summed' : digits;
    return column === 4
      ? html`<td class="n total">${text}${beside(metric, limits)}</td>`
      : html`<td class="${part === null ? 'n none' : 'n'}">${text}</td>`;
  });
  const reason =
    metric.reason && metric.reason !== nextReason && parts.includes(null)
      ? html`<tr><td></td><td colspan="7" class="reason">${metric.reason}</td></tr>`
      : undefined;
  return html`<tr><th scope="row">${name}</th>${cells}<td>${unit}</td></tr>${reason}`;
}

/** What stands beside a cumulative EQD2: without recovery, with the prior course moved, and the bounds where dose is unknown. */
function beside(metric: MetricResult, limits: readonly number[]): Markup {
  const { unit, cumulativeEqd2WithoutRecoveryGy: without, band } = metric;
  const bounds = boundsWords(metric);
  const text = (value: number | null) => figure(value, unit, ...limits);
  const recovery = without === undefined ? undefined : html`<span class="small block">${text(without)} without recovery</span>`;
  const moved = band && html`<span class="small block">${text(band.low)} to ${text(band.high)} if moved</span>`;
  return html`${recovery} ${moved} ${bounds && html`<span class="small block">${bounds}</span>`}`;
}

/** Bounds, rounded outwards; undefined of a figure that has none. */
export function boundsWords(metric: MetricResult): string | undefined {
  const between = boundFigures(metric);
  if (!between) return undefined;
  const { low, high } = between;
  return high === undefined ? `at least ${low}, no upper bound` : `${low} to ${high}`;
}
