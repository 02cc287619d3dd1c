import { type Assessment, type CourseResult, evaluatedOrgans, type OrganResult } from '../evaluation/assessment';
import { fractionWords } from '../figures/fraction-words';
import { counted } from '../figures/wording';
import { coverageWords } from './doses-section';
import { findingList } from './findings-section';
import { html, type Markup } from './markup';

const SHORT = 12;

/** What the numbers came from and how they were made. */
export function provenanceSection(assessment: Assessment): Markup {
  const { courses, settings, monthsBetweenCourses, intervals, organs, findings, version } = assessment;
  const facts: readonly (readonly [string, string])[] = [
    ['Interval between courses', intervalWords(monthsBetweenCourses, intervals)],
    ['Constraint sets', settings.constraintTitles.join('; ') || 'none'],
    ['Model', settings.model],
    ['Interpolation', settings.interpolation],
    ['Planned dose taken at', `${settings.plannedScale} times the exported dose`],
    ['Dose outside the dose grids', outsideWords(settings.outsideDoseGrid)],
    ['Software', `Isoeffect ${version}`],
  ];
  return html`<section><h2>Method and provenance</h2>
<div class="wide"><table class="courses"><thead><tr><th>Course</th><th>Dates</th><th>Phases: fractions and dose</th><th>How the planned anatomy is carried into it</th></tr></thead><tbody>${courses.map(courseRow)}</tbody></table></div>
<dl>${facts.map(([term, said]) => html`<dt>${term}</dt><dd>${said}</dd>`)}</dl>
<h3>How each organ was read</h3><div class="wide"><table class="reading"><thead><tr><th>ROI</th><th>Read as</th><th>Known dose</th><th>Sampling</th></tr></thead><tbody>${evaluatedOrgans(
    organs,
  ).map(
    (organ) => html`<tr><th scope="row"><bdi>${organ.roi}</bdi></th><td>${readAs(organ)}</td>
<td>${coverageWords(organ)}</td><td>${counted(organ.sampling.points, 'point')}, finest cell ${organ.sampling.finestCellMm.toFixed(2)} mm</td></tr>`,
  )}</tbody></table></div>
<h3>All findings</h3>${findingList(findings)}</section>`;
}

const readAs = ({ organ, matchedBy, derivedFrom }: OrganResult): string =>
  `${organ ?? 'no known organ'}: ${matchedBy}${derivedFrom ? ` (derived: ${derivedFrom})` : ''}`;

function courseRow({ name, role, started, completed, phases, registration }: CourseResult): Markup {
  const dates = [started && `from ${started}`, completed && `to ${completed}`].filter(Boolean).join(' ') || 'not given';
  const said = phases.map(
    ({ dose, sha256, ...given }) =>
      html`<li>${fractionWords(given)}: <bdi>${dose}</bdi> ${sha256 ? html`<code>${sha256.slice(0, SHORT)}</code>` : undefined}</li>`,
  );
  return html`<tr><th scope="row"><bdi>${name}</bdi><span class="small block">${role}</span></th><td>${dates}</td><td><ol class="phases">${said}</ol></td><td>${registration}</td></tr>`;
}

function intervalWords(months: number | null, intervals: Assessment['intervals']): string {
  if (intervals.length < 2)
    return months === null ? 'not known: dates of the courses are missing or contradicted' : inMonths(months);
  return intervals.map(({ from, to, months: each }) => `${from} to ${to}: ${inMonths(each)}`).join('; ');
}

const inMonths = (months: number | null): string => (months === null ? 'not known' : `${months.toFixed(1)} months`);

function outsideWords(outside: 'unknown' | 'zero'): string {
  return outside === 'zero'
    ? 'counted as 0 Gy, because the user states that none was given there'
    : 'unknown, not zero: a goal that it could turn is not evaluable';
}

/** Every file that was read, with the whole hash. */
export function filesSection({ files }: Assessment): Markup {
  const rows = files.map(({ path, sha256 }) => html`<tr><td><bdi>${path}</bdi></td><td><code>${sha256}</code></td></tr>`);
  return html`<section><h2>Files read</h2>${
    rows.length
      ? html`<div class="wide"><table class="files"><thead><tr><th>File</th><th>SHA-256</th></tr></thead><tbody>${rows}</tbody></table></div>`
      : html`<p>None.</p>`
  }</section>`;
}
