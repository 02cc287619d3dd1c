import path from 'node:path';
import { namedFrom, withSlashes } from '../files/named-place';
import { InputError } from '../input-error';
import { gather, inspectionOf } from '../inspection/inspect';
import { withGuesses } from '../inspection/kept-guesses';
import { type CaseProposal, proposeCase } from '../inspection/propose-case';
import { tryProposal } from '../inspection/try-proposal';
import { jsonText } from '../json-text';
import { shown } from '../printable';
import { buildStudy } from '../study/build-study';
import { accessFrom } from './files';
import { contentsOf, filesUnder } from './files-under';
import { findingLines } from './finding-lines';
import { jsonOutputs, jsonPlaces, progressLine, wordsBeside } from './output';
import { type Place, refuseOutputs } from './output-places';
import { writeOutputs } from './write-outputs';

interface ProposeOptions {
  readonly out?: string;
  readonly json?: string;
}

/** `isoeffect propose`: the case that files make, what was guessed for it, and what a person has to give. */
export async function runPropose(paths: readonly string[], { out, json }: ProposeOptions): Promise<void> {
  const casePlaces: readonly Place[] = out === undefined ? [] : [{ file: out, onlyNew: true }];
  const places = [...casePlaces, ...jsonPlaces(json)];
  refuseOutputs(places, paths);
  const folder = out === undefined ? process.cwd() : path.dirname(path.resolve(out));
  const name = out === undefined ? fromHere : (file: string) => namedFrom(folder, file);
  const files = await filesUnder(paths);
  const line = progressLine();
  const contents = contentsOf(files, (file, n) => line.say(`${n + 1} of ${files.length}  ${file}`), name);
  try {
    const gathered = await gather(contents);
    const study = buildStudy(gathered.objects);
    const { findings } = inspectionOf(gathered, study);
    const { caseFile, guesses, missing } = proposeCase(study, gathered.unreadable);
    if (!caseFile) throw noDose(gathered.objects.length);
    line.say('reading the proposed case');
    const casePath = out ?? 'the proposed case';
    const stopping = missing.length > 0 ? [] : await tryProposal(caseFile, casePath, accessFrom(folder));
    line.done();
    const proposal = { case: caseFile, guesses, missing: [...missing, ...stopping], findings };
    const caseText = jsonText(withGuesses(caseFile, guesses));
    const outputs = casePlaces.map((place) => ({ ...place, content: caseText }));
    await writeOutputs([...outputs, ...jsonOutputs(json, proposal)], paths);
    wordsBeside(places).write(proposalText({ guesses, missing: proposal.missing }, out));
    wordsBeside(places).write(findings.length > 0 ? `\n${findingLines(findings)}\n` : '');
  } finally {
    line.done();
  }
}

/** Where no place of the case file is named, a way up and out of this folder would hold nowhere else: such a path stays whole. */
function fromHere(file: string): string {
  const relative = namedFrom(process.cwd(), file);
  return relative.startsWith('../') ? withSlashes(path.resolve(file)) : relative;
}

const noDose = (objects: number): InputError =>
  new InputError({
    found: `no RT Dose with a frame of reference among ${objects} DICOM object${objects === 1 ? '' : 's'}`,
    needed: 'the dose of at least one course',
  });

/** What was guessed and what is missing, for a terminal. */
export function proposalText(proposal: Pick<CaseProposal, 'guesses' | 'missing'>, out: string | undefined): string {
  const { guesses, missing } = shown(proposal);
  const lines = [
    ...guesses.map(({ field, message }) => `Guessed: ${field}: ${message}`),
    ...missing.map(({ field, message }) => `Missing: ${field === '' ? '' : `${field}: `}${message}`),
  ];
  if (missing.length === 0) lines.push('Nothing is missing; look at what was guessed before you assess it.');
  if (out !== undefined) lines.push(`Written: ${shown(out)}`);
  return `${lines.join('\n')}\n`;
}
