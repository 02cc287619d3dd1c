import { inspectText } from '../../src/cli/inspect-text';
import { verdictText } from '../../src/cli/verdict-text';
import { InputError } from '../../src/input-error';
import { gather, inspectionOf } from '../../src/inspection/inspect';
import { proposeCase } from '../../src/inspection/propose-case';
import { tryProposal } from '../../src/inspection/try-proposal';
import { jsonText } from '../../src/json-text';
import { csvReport } from '../../src/report/csv-report';
import { htmlReport } from '../../src/report/html-report';
import { buildStudy } from '../../src/study/build-study';
import { accessTo } from '../case/written-case';
import { faultsInText, faultsOfRefusal, faultsOfResult } from './faults-of';
import {
  type Bench,
  CASE_PATH,
  type FuzzedCase,
  fuzzedCase,
  type Mutation,
  mutationOf,
  SOUND_OBJECTS,
  soundPaths,
} from './fuzzed-case';
import { changedFigures, newlySaid, resultOf } from './result-figures';

/** What became of a mutation, the worst last. */
export const OUTCOMES = ['refused', 'unchanged', 'finding', 'told', 'untold'] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** One mutation and what became of it. */
export interface Ran {
  readonly index: number;
  readonly fileKind: string;
  readonly kind: string;
  readonly outcome: Outcome;
  /** What must never be. */
  readonly faults: readonly string[];
  /** Of a number that changed: where, and what was said. */
  readonly changed: readonly string[];
  readonly said: readonly string[];
  readonly refusal?: string;
  readonly ms: number;
  /** Processor time. */
  readonly cpuMs: number;
  readonly rssMb: number;
}

/** Runs one mutation through reading, assessment, inspection, proposal and what is made of them. */
export async function runMutation(bench: Bench, seed: number, index: number): Promise<Ran> {
  const mutation = mutationOf(seed, index);
  const sound = await bench.soundResult(mutation.caseIndex);
  const fuzzed = fuzzedCase(mutation);
  const own = ownWords(mutation);
  const files = namedIn(mutation, fuzzed);
  const faults: string[] = [];
  const begun = performance.now();
  const begunCpu = process.cpuUsage();
  let became: Pick<Ran, 'outcome' | 'changed' | 'said' | 'refusal'>;
  try {
    const assessment = await bench.assess(mutation.caseIndex, fuzzed);
    const result = resultOf(assessment, soundPaths);
    const changed = changedFigures(sound, result);
    const said = newlySaid(sound, result);
    const outcome = outcomeOf(changed, said);
    became = { outcome, changed, said };
    faults.push(...faultsOfResult(assessment));
    const isOther = outcome !== 'unchanged';
    const texts = [
      jsonText(assessment.findings),
      jsonText(assessment.organs.map(({ goals, metrics }) => [goals, metrics])),
      ...(isOther ? [verdictText(assessment, [])] : []),
      ...(isOther && index % 2 === 0 ? [csvReport(assessment)] : []),
      ...(isOther && index % 4 === 0 ? [htmlReport(assessment, { createdAt: new Date(0) })] : []),
    ];
    faults.push(...texts.flatMap((text) => faultsInText(text, own)));
  } catch (error) {
    const refusal = error instanceof InputError ? error.message : undefined;
    became = { outcome: 'refused', changed: [], said: [], ...(refusal && { refusal }) };
    faults.push(...faultsOfRefusal(error, files), ...faultsInText(refusal ?? '', own));
  }
  faults.push(...(await inspectionFaults(mutation, fuzzed, own)));
  const ms = performance.now() - begun;
  const cpuMs = process.cpuUsage(begunCpu).user / 1000;
  const rssMb = process.memoryUsage.rss() / 2 ** 20;
  const { fileKind, kind } = mutation;
  return { index, fileKind, kind, ...became, faults: [...new Set(faults)], ms, cpuMs, rssMb };
}

/** Every word that the mutated file may be quoted with: numbers in bytes have words of their own. */
const ownWords = ({ unpacked, bytes, fileKind }: Mutation): string =>
  new TextDecoder('latin1').decode(unpacked ?? bytes) + (fileKind.startsWith('deformable') ? ' NaN Infinity' : '');

/** The files that a refusal may be about: where the case is mutated, any that it may name. */
const namedIn = ({ path }: Mutation, { files }: FuzzedCase) =>
  path.endsWith('.dcm') ? [...Object.keys(files), CASE_PATH] : undefined;

function outcomeOf(changed: readonly string[], said: readonly string[]): Outcome {
  if (changed.length === 0) return said.length === 0 ? 'unchanged' : 'finding';
  return said.length === 0 ? 'untold' : 'told';
}

/** A mutated file among the others of its folder: what is seen there, and the case that is made of it. */
async function inspectionFaults(mutation: Mutation, fuzzed: FuzzedCase, own: string): Promise<string[]> {
  if (!mutation.path.endsWith('.dcm')) return [];
  const files = Object.entries(fuzzed.files).filter(([path]) => path.endsWith('.dcm'));
  try {
    const gathered = await gather(
      (async function* () {
        for (const [path, bytes] of files) yield SOUND_OBJECTS[path] ?? { path, bytes };
      })(),
    );
    const study = buildStudy(gathered.objects);
    const inspection = inspectionOf(gathered, study);
    const texts = [inspectText(inspection), jsonText(inspection.findings)];
    if (mutation.index % 4 === 0) {
      const { caseFile, missing, guesses } = proposeCase(study, gathered.unreadable);
      texts.push(jsonText([missing, guesses]));
      if (caseFile && missing.length === 0) {
        texts.push(jsonText(await tryProposal(caseFile, CASE_PATH, accessTo(fuzzed.files))));
      }
    }
    return texts.flatMap((text) => faultsInText(text, own)).map((fault) => `inspection ${fault}`);
  } catch (error) {
    return faultsOfRefusal(error).map((fault) => `inspection ${fault}`);
  }
}
