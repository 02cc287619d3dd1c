import { type Assessment, type CourseResult, evaluatedOrgans } from '../evaluation/assessment';
import { bornAndSex } from '../figures/same-patient-words';
import { personName } from '../person-words';
import { shown } from '../printable';
import { dosesSection } from './doses-section';
import { dvhSection } from './dvh-section';
import { pressingFindings } from './findings-section';
import { goalsSection } from './goals-section';
import { cssString, html, type Markup, trusted } from './markup';
import { filesSection, provenanceSection } from './provenance-section';
import { registrationSection } from './registration-section';
import { identityNote, samePatientNote } from './same-patient-note';
import { signOffSection } from './sign-off-section';
import { STYLESHEET } from './stylesheet';
import { verdictSection } from './verdict-section';
import { htmlMark, type Marked, markedHtml } from './written-mark';

export interface HtmlReportOptions {
  /** When the report was made; it is stated in UTC. */
  readonly createdAt: Date;
  readonly title?: string;
}

/**
 * The report as one HTML file that needs nothing else: for the screen and, printed on A4, for the clinical record.
 * Its policy forbids to load, run or send anything: the one inline stylesheet is all there is.
 * The verdict comes first, then what stands in its way, then the figures, then where they came from.
 */
export function htmlReport(whole: Assessment, options: HtmlReportOptions): string {
  const assessment = shown(whole);
  const { patient, organs, findings, notice, version } = assessment;
  const title = options.title ?? 'Re-irradiation dose assessment';
  const made = `${options.createdAt.toISOString().slice(0, 16).replace('T', ' ')} UTC`;
  const identity = `${personName(patient.name)}, ID ${patient.id || 'not given'}`;
  const margin = `@page { @bottom-left { content: ${cssString(`${identity} · Isoeffect ${version} · ${made}`)}; } }`;
  const page = html`<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light dark">
<title>${title} · ${identity}</title>
<style>${trusted(STYLESHEET)} ${trusted(margin)}</style></head>
<body><header><p class="notice">${notice}</p>
<h1>${title}</h1>
<p class="identity"><b><bdi>${personName(patient.name)}</bdi></b> · ID <bdi>${patient.id || 'not given'}</bdi> · ${bornAndSex(patient)} · ${[...assessment.courses.map(courseWords), ...interval(assessment)].join(' · ')}</p>
${samePatientNote(assessment)}${identityNote(assessment)}</header>
<main>
${verdictSection(assessment)}
${pressingFindings(findings)}
${goalsSection(assessment)}
${registrationSection(assessment)}
${dosesSection(assessment)}
${dvhSection(evaluatedOrgans(organs), assessment.courses)}
${provenanceSection(assessment)}
${filesSection(assessment)}
${signOffSection()}
</main>
<footer>${footer(assessment, made)}</footer></body></html>
`.text;
  return markedHtml(page);
}

const HTML_START = '<!DOCTYPE html>\n<html lang=';
const HTML_END =
  /<p>Isoeffect \S+ · report made \d{4}-\d\d-\d\d \d\d:\d\d UTC<\/p><\/footer>(<i hidden="" data-written="\w+"><\/i>)?<\/body><\/html>\n$/;

/**
 * Whether a text is such a report: `none` where it is not, else whether it is as it was written;
 * one of a version without a mark is known by its end alone.
 */
export function htmlReportIn(text: string): Marked {
  if (!text.startsWith(HTML_START) || !HTML_END.test(text)) return 'none';
  return htmlMark(text) === 'changed' ? 'changed' : 'as written';
}

function courseWords({ name, role, started, completed }: CourseResult): string {
  const dates = [started, completed].filter(Boolean).join(' to ');
  return `${role}: ${name}${dates && ` (${dates})`}`;
}

function interval({ courses, monthsBetweenCourses: months }: Assessment): readonly string[] {
  if (courses.length < 2) return [];
  if (months === null) return ['interval not known'];
  return [`${months.toFixed(1)} months between${courses.length > 2 ? ' at the least' : ''}`];
}

const footer = ({ notice, version }: Assessment, made: string): Markup =>
  html`<p>${notice}</p><p>Isoeffect ${version} · report made ${made}</p>`;
