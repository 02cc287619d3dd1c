import Table from 'cli-table3';
import { type DvhResult, dvhOf } from '../assessment/dvh-of';
import { readDicom } from '../dicom/read-dicom';
import { InputError } from '../input-error';
import { shown } from '../printable';
import type { AnswerWords } from '../study/answer-words';
import { bySwitches } from './by-switches';
import { readInput } from './files';
import { withinTreatment } from './numeric-options';
import { jsonOutputs, jsonPlaces, wordsBeside } from './output';
import { refuseOutputs } from './output-places';
import { writeOutputs } from './write-outputs';

interface DvhOptions {
  readonly dose: string;
  readonly structures: string;
  readonly fractions?: number;
  readonly alphaBeta?: number;
  readonly quantity: string;
  readonly doseIs?: string;
  readonly roi: readonly string[];
  readonly metric: readonly string[];
  readonly json?: string;
}

/** The core's names of what is asked, as switches. */
const SWITCHES = { fractions: '--fractions', alphaBetaGy: '--alpha-beta', roi: '--roi' };

const ANSWERS: AnswerWords = {
  fractions: '--fractions N',
  oneSession: '--dose-is one-session',
  centigray: '--dose-is centigray',
  percentOfGy: '--dose-is percent:50.4',
  rbeWeighted: '--dose-is rbe-weighted',
};

/** `isoeffect dvh`: volume and dose figures of every ROI of one structure set in one dose. */
export async function runDvh(options: DvhOptions): Promise<void> {
  const { quantity } = options;
  if (quantity !== 'physical' && quantity !== 'eqd2' && quantity !== 'bed') {
    throw new InputError({ where: '--quantity', found: quantity, needed: 'physical, eqd2 or bed' });
  }
  const places = jsonPlaces(options.json);
  const read = [options.dose, options.structures];
  refuseOutputs(places, read);
  const dose = readDicom({ path: options.dose, bytes: await readInput(options.dose) });
  if (dose.kind !== 'dose')
    throw new InputError({ file: options.dose, where: '--dose', found: dose.modality, needed: 'an RT Dose' });
  const structures = readDicom({ path: options.structures, bytes: await readInput(options.structures) });
  if (structures.kind !== 'structures') {
    throw new InputError({
      file: options.structures,
      where: '--structures',
      found: structures.modality,
      needed: 'an RT Structure Set',
    });
  }
  const doseIs = answerOf(options.doseIs);
  const result = bySwitches(SWITCHES, () =>
    dvhOf(dose, structures, {
      quantity,
      fractions: options.fractions,
      alphaBetaGy: options.alphaBeta,
      doseIs,
      answerWords: ANSWERS,
      rois: options.roi,
      metrics: options.metric,
    }),
  );
  await writeOutputs(jsonOutputs(options.json, result), read);
  const idle =
    quantity === 'physical' && options.alphaBeta !== undefined
      ? `--alpha-beta ${options.alphaBeta} is not used: the figures are physical dose (--quantity eqd2 or bed asks for others)\n`
      : '';
  wordsBeside(places).write(idle + dvhText(result));
}

function answerOf(text: string | undefined): 'rbe-weighted' | 'one-session' | 'centigray' | { percentOfGy: number } | undefined {
  if (text === undefined || text === 'rbe-weighted' || text === 'one-session' || text === 'centigray') return text;
  const percent = /^percent:(\d+(?:\.\d+)?)$/.exec(text);
  if (percent && Number(percent[1]) > 0) {
    return { percentOfGy: withinTreatment('--dose-is percent:', Number(percent[1])) };
  }
  throw new InputError({
    where: '--dose-is',
    found: text,
    needed: 'rbe-weighted, one-session, centigray, or percent:GY (the dose that 100 % stands for)',
  });
}

/** Figures and findings, for a terminal. */
export function dvhText(result: DvhResult): string {
  const { quantity, rois, findings } = shown(result);
  const names = [...new Set(rois.flatMap((roi) => Object.keys(roi.metrics)))];
  const table = new Table({
    head: ['ROI', 'Volume cc', 'In grid %', ...names],
    style: { head: [], border: [] },
    colAligns: ['left', ...Array.from({ length: names.length + 2 }, () => 'right' as const)],
  });
  const isShared = (name: string) => rois.filter((roi) => roi.name === name).length > 1;
  for (const roi of rois) {
    const values = names.map((name) => roi.metrics[name]?.toFixed(3) ?? '–');
    table.push([
      isShared(roi.name) ? `${roi.name}#${roi.number}` : roi.name,
      roi.volumeCc.toFixed(3),
      (100 * roi.insideDoseGrid).toFixed(1),
      ...values,
    ]);
  }
  const said = findings.map(({ severity, message }) => `${severity}: ${message}`);
  return `Quantity: ${quantity}\n${table.toString()}\n${said.join('\n')}${said.length > 0 ? '\n' : ''}`;
}
