import type { Assessment } from '../../src/evaluation/assessment';
import { InputError } from '../../src/input-error';

/** Words of an engine that break down, which no clinician should read. */
const BREAKDOWN =
  /\b(?:Type|Range|Reference|Syntax)Error\b|internal fault|is not (?:a function|iterable)|Cannot (?:read|set|convert)|call stack|Invalid (?:array|typed|count|string|time)|\bat .{1,80}\.[jt]s:\d|\[object |node_modules|Expected .* JSON/;
/** Values that stand for nothing: a fault where no file has the word itself. */
const NOTHING = /\bundefined\b|\bNaN\b(?! where there is none)|(?<![A-Za-z-])Infinity\b/;

/** What is wrong with words that a person is shown. @param own what the mutated file itself says. */
export function faultsInText(text: string, own: string): string[] {
  const breakdown = BREAKDOWN.exec(text);
  const nothing = NOTHING.exec(text);
  const isOwn = (word: string) => own.includes(word);
  return [breakdown, nothing].flatMap((match) =>
    match && !isOwn(match[0]) ? [`words: ${JSON.stringify(around(text, match.index))}`] : [],
  );
}

const around = (text: string, at: number) => text.slice(Math.max(0, at - 120), at + 80);

/** What is wrong with a refusal. @param files those that it may be about. */
export function faultsOfRefusal(error: unknown, files?: readonly string[]): string[] {
  if (!(error instanceof InputError)) return [`crash: ${crashWords(error)}`];
  const { file, where, found } = error;
  if (file === undefined) return [`no file: ${error.message}`];
  if (files && !files.includes(file)) return [`no file of the case: ${error.message}`];
  const isWhole = WHOLE.test(found) || /\([\dA-F]{4},[\dA-F]{4}\)/.test(found);
  return where === undefined && !isWhole ? [`no place: ${error.message}`] : [];
}

/** What is said of a file as a whole. */
const WHOLE =
  /DICOM|not JSON|the unknown field|no "goals"|empty file|text$|brackets|damaged|ends within|breaks off|a file of|no such file|(?:picture|archive|document|image|program)$/;

function crashWords(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const frames = (error.stack ?? '').split('\n').filter((line) => /\/(?:src|node_modules)\//.test(line));
  return `${error.name}: ${error.message} ${frames.slice(0, 3).map(place).join(' ')}`;
}

const place = (frame: string) => /(?:src|node_modules)\/[^)]*/.exec(frame)?.[0] ?? frame;

/** Organs that every result has, whatever became of their files. */
const ALWAYS = ['SpinalCord', 'Lungs', 'Esophagus'];

/** What no result may have: a number that is none, a verdict without a value, an organ that vanishes. */
export function faultsOfResult(assessment: Assessment): string[] {
  const faults: string[] = [];
  const organs = new Set(assessment.organs.map(({ organ }) => organ));
  faults.push(...ALWAYS.filter((organ) => !organs.has(organ)).map((organ) => `no row: ${organ}`));
  for (const { roi, organ, goals } of assessment.organs) {
    for (const { goal, verdict, value, reason } of goals) {
      const at = `${roi ?? organ} ${goal}`;
      const isVerdict = verdict === 'met' || verdict === 'exceeded';
      if (isVerdict && !Number.isFinite(value)) faults.push(`${verdict} without a value: ${at}`);
      if (!isVerdict && !reason) faults.push(`${verdict} without a reason: ${at}`);
    }
  }
  faults.push(...oddNumbers(assessment));
  return faults;
}

/** Numbers that are no numbers, by their places. */
function oddNumbers(value: unknown, at = 'result'): string[] {
  if (typeof value === 'number') return Number.isFinite(value) ? [] : [`${value} in ${at}`];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, each]) => oddNumbers(each, `${at}.${key}`));
}
