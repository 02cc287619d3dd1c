import { findingText, guessText, missingText, reasonText } from '../src/app/words/core-words';
import { foldedParts, REFUSAL_WORDS, refusalLead } from '../src/app/words/refusal-words';
import { WORDS } from '../src/app/words/use-words';
import { dvhOf } from '../src/assessment/dvh-of';
import { Session } from '../src/assessment/session';
import { dvhText } from '../src/cli/dvh-command';
import { findingLines } from '../src/cli/finding-lines';
import { inspectText } from '../src/cli/inspect-text';
import { colouredText, terminalText } from '../src/cli/output';
import { proposalText } from '../src/cli/propose-command';
import { verdictSentence, verdictText } from '../src/cli/verdict-text';
import type { Assessment } from '../src/evaluation/assessment';
import type { Finding } from '../src/findings/finding';
import { InputError } from '../src/input-error';
import { gather, inspectionOf } from '../src/inspection/inspect';
import { proposeCase } from '../src/inspection/propose-case';
import { jsonText } from '../src/json-text';
import { printable } from '../src/printable';
import { csvReport } from '../src/report/csv-report';
import { htmlReport } from '../src/report/html-report';
import { buildStudy } from '../src/study/build-study';
import { accessTo, type Files } from './case/written-case';
import { read } from './dicom/objects';
import { faultsOf, faultsOfCsv, faultsOfJson, marksIn } from './probe';
import { unescaped } from './report/read-back';

/* Files and a case through every way out of the program, and what is wrong with what comes out. */

export interface Out {
  /** Each fault with the way out. */
  readonly faults: string[];
  /** Why the files or the case were refused as a whole; undefined where they were not. */
  refused: string | undefined;
  /** All that was shown. */
  readonly all: string;
  /** The probes that were seen. */
  readonly seen: Set<string>;
}

const LANGUAGES = ['en', 'zh', 'ja'] as const;

class Exits implements Out {
  readonly faults: string[] = [];
  refused: string | undefined;
  all = '';
  readonly seen = new Set<string>();

  text(exit: string, text: string, faults = faultsOf(text)): void {
    for (const fault of faults) this.faults.push(`${exit}: ${fault}`);
    for (const mark of marksIn(text)) this.seen.add(mark);
    this.all += `${text}\n`;
  }

  json(exit: string, value: unknown): void {
    const json = jsonText(value);
    if (JSON.stringify(JSON.parse(json)) !== JSON.stringify(value)) this.faults.push(`${exit}: another value`);
    for (const fault of faultsOfJson(json)) this.faults.push(`${exit}: ${fault}`);
  }

  findings(findings: readonly Finding[]): void {
    this.text('terminal', terminalText(findingLines(findings)));
    for (const language of LANGUAGES) {
      for (const finding of findings) this.text(`window ${language}`, findingText(WORDS[language], finding));
    }
  }

  refusal(error: unknown): void {
    if (!(error instanceof InputError)) throw error;
    this.refused = error.message;
    this.text('refusal', error.message);
    this.json('refusal', error.refusal);
    for (const language of LANGUAGES) {
      this.text(`window ${language}`, printable(refusalLead(language, error.refusal)));
      const { open, folded } = foldedParts(language, error.refusal);
      this.text(`window ${language}`, printable([...open, ...folded].map(({ text }) => text).join(REFUSAL_WORDS[language].gap)));
    }
  }

  assessment(assessment: Assessment, files: readonly string[]): void {
    this.text('terminal', colouredText(verdictText(assessment, files)));
    this.text('terminal', printable(verdictSentence(assessment)));
    this.text('html', unescaped(htmlReport(assessment, { createdAt: new Date('2026-11-27T10:00:00Z') })));
    const csv = csvReport(assessment);
    this.text('csv', csv, faultsOfCsv(csv));
    this.json('json', assessment);
    this.findings(assessment.findings);
    const reasons = assessment.organs.flatMap(({ goals, ...organ }) => [organ, ...goals]);
    for (const language of LANGUAGES) {
      for (const each of reasons) this.text(`window ${language}`, reasonText(WORDS[language], each as object) ?? '');
    }
  }
}

async function* each(files: Files) {
  for (const [path, bytes] of Object.entries(files)) yield { path, bytes };
}

/** What `inspect` and `propose` say of files. */
export async function looked(files: Files): Promise<Out> {
  const exits = new Exits();
  try {
    const gathered = await gather(each(files));
    const study = buildStudy(gathered.objects);
    const inspection = inspectionOf(gathered, study);
    exits.text('inspect', terminalText(inspectText(inspection)));
    exits.json('inspect', inspection);
    exits.findings(inspection.findings);
    const proposal = proposeCase(study, gathered.unreadable);
    exits.text('propose', terminalText(proposalText(proposal, 'case.json')));
    exits.json('propose', proposal);
    for (const language of LANGUAGES) {
      for (const guess of proposal.guesses) exits.text(`window ${language}`, guessText(WORDS[language], guess));
      for (const missing of proposal.missing) exits.text(`window ${language}`, missingText(WORDS[language], missing));
    }
  } catch (error) {
    exits.refusal(error);
  }
  return exits;
}

/** What `assess` says of a case. @param session of the files, where it has read them before. */
export async function assessed(
  caseFile: object,
  files: Files,
  casePath = 'case.json',
  session = new Session(accessTo(files)),
): Promise<Out> {
  const exits = new Exits();
  try {
    const asked = session.ask(await session.read(JSON.stringify(caseFile), casePath));
    exits.assessment(session.whole(asked), Object.keys(files));
  } catch (error) {
    exits.refusal(error);
  }
  return exits;
}

/** What `dvh` says of a dose and a structure set. */
export function dosed(dose: Parameters<typeof read>[1], structures: Parameters<typeof read>[1]): Out {
  const exits = new Exits();
  const result = dvhOf(read('dose', dose), read('structures', structures), { quantity: 'physical', rois: [], metrics: [] });
  exits.text('dvh', terminalText(dvhText(result)));
  exits.json('dvh', result);
  exits.findings(result.findings);
  return exits;
}
