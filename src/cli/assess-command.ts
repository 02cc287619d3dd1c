import path from 'node:path';
import { type Asked, Session } from '../assessment/session';
import { AS_IT_IS } from '../case/what-if';
import type { Assessment } from '../evaluation/assessment';
import type { ExportedGrid } from '../evaluation/exported-grid';
import { slashed } from '../files/case-path';
import { namedPaths } from '../files/named-paths';
import { InputError } from '../input-error';
import { copiedValues } from '../report/copied-values';
import { csvReport } from '../report/csv-report';
import { exportCumulativeDose } from '../report/dose-export';
import { htmlReport } from '../report/html-report';
import { bySwitches } from './by-switches';
import { accessFrom, readInput } from './files';
import { giveBack } from './give-back';
import { colouredText, complain, jsonOutputs, jsonPlaces, progressLine, wordsBeside } from './output';
import { type Place, refuseOutputs } from './output-places';
import { verdictSentence, verdictText } from './verdict-text';
import { type Output, writeOutputs } from './write-outputs';

export interface AssessOptions {
  readonly json?: string;
  readonly report: readonly string[];
  readonly doseOut?: string;
  readonly doseAlphaBeta: number;
  readonly doseRepairHalfTime?: number;
  /** Ends with status 1 unless every mandatory goal is known to be met. */
  readonly failOnViolation?: boolean;
  /** The older, narrower meaning: only where one is exceeded. */
  readonly failOn?: 'exceeded';
}

type Report = (assessment: Assessment) => string;
const REPORTS: Record<string, Report> = {
  '.html': (assessment) => htmlReport(assessment, { createdAt: new Date() }),
  '.csv': (assessment) => csvReport(assessment),
};

/** `isoeffect assess`: everything is checked and computed before anything is written. */
export async function runAssess(casePath: string, options: AssessOptions): Promise<void> {
  const reports = options.report.map((file) => ({ file, make: reportFor(file) }));
  const dosePlaces = options.doseOut === undefined ? [] : [{ file: options.doseOut, onlyNew: true }];
  const places: Place[] = [...dosePlaces, ...reports, ...jsonPlaces(options.json)];
  let read = [casePath];
  refuseOutputs(places, read);
  const line = progressLine();
  line.say('reading');
  try {
    const text = new TextDecoder().decode(await readInput(casePath));
    const beside = (named: string) => path.resolve(path.dirname(casePath), named);
    read = [...read, ...namedPaths(text).flatMap((named) => [beside(named), beside(slashed(named))])];
    refuseOutputs(places, read);
    const session = new Session(accessFrom(path.dirname(casePath)));
    const inputs = await session.read(text, casePath);
    read = [...read, ...inputs.files.map((file) => beside(file.path))];
    refuseOutputs(places, read);
    // What could not be written is refused before the work.
    if (dosePlaces.length > 0) copiedValues(inputs);
    const asked = session.ask(inputs, AS_IT_IS, (share, region) => line.say(`${Math.round(100 * share)} %  sampling ${region}`));
    session.asksNoMore();
    giveBack();
    let assessment = session.whole(asked);
    const outputs: Output[] = [];
    for (const place of dosePlaces) {
      line.say('summing the dose grids');
      const { bytes, findings } = await exportCumulativeDose(inputs, exported(session, asked, options));
      outputs.push({ ...place, content: bytes });
      assessment = { ...assessment, findings: [...assessment.findings, ...findings] };
    }
    outputs.push(...reports.map(({ file, make }) => ({ file, content: make(assessment) })));
    line.done();
    await writeOutputs([...outputs, ...jsonOutputs(options.json, assessment)], read);
    const files = outputs.map(({ file }) => file);
    wordsBeside(places, colouredText).write(verdictText(assessment, files));
    if (fails(assessment, options)) {
      process.exitCode = 1;
      complain(verdictSentence(assessment));
    }
  } finally {
    line.done();
  }
}

/** The core's names of what is asked of an export, as switches. */
const SWITCHES: Readonly<Record<string, string>> = {
  doseOut: '--dose-out',
  doseAlphaBetaGy: '--dose-alpha-beta',
  doseRepairHalfTimeHours: '--dose-repair-half-time',
};

function exported(session: Session, asked: Asked, { doseAlphaBeta, doseRepairHalfTime }: AssessOptions): ExportedGrid {
  return bySwitches(SWITCHES, () => session.exported(asked, doseAlphaBeta, doseRepairHalfTime));
}

/** Whether the caller wants the command to fail: on what is exceeded, or on whatever is not known to be met. */
function fails({ overall }: Assessment, { failOnViolation, failOn }: AssessOptions): boolean {
  const { mandatoryExceeded, mandatoryNotEvaluable } = overall;
  if (failOn === 'exceeded') return mandatoryExceeded > 0;
  return failOnViolation === true && mandatoryExceeded + mandatoryNotEvaluable > 0;
}

function reportFor(file: string): Report {
  const extension = path.extname(file).toLowerCase();
  const report = REPORTS[extension];
  if (!report)
    throw new InputError({
      where: '--report',
      found: `${file}: an unknown report type`,
      needed: Object.keys(REPORTS).join(' or '),
    });
  return report;
}
