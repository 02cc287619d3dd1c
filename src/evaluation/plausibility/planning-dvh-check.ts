import type { Steps } from '../../case/steps';
import type { DoseHeader, PlanningSystemDvh } from '../../dicom/rt-dose';
import { type Finding, makeFinding } from '../../findings/finding';
import type { DoseGrid } from '../../geometry/dose-grid';
import { inOwnFrame } from '../../geometry/interpolate';
import type { SlabStack } from '../../geometry/slab-stack';
import { distance, isAbout } from './bounds';
import { type EvenSamples, evenSamples } from './even-samples';

/** Of smaller structures and lower doses two programs may well differ. */
const LEAST_CC = 1;
const LEAST_MEAN_GY = 1;
/** A DVH of a structure of quite another volume is not that of this structure. */
const SAME_VOLUME = 1.5;

/** Where the structures are that the planning system's DVHs are of. */
export type StackOf = (roiNumber: number) => { name: string; stack: SlabStack } | undefined;

/**
 * The planning system's own DVHs against the dose that they stand beside: mean doses of well covered structures.
 * @param grid the dose as it is to be used. @param share what share of the file's dose that is.
 * @param file that the finding is of.
 */
export function planningDvhFindings(
  header: Pick<DoseHeader, 'tpsDvhs' | 'doseType'>,
  dose: { grid: DoseGrid; share: number; file: string },
  stackOf: StackOf,
  steps: Pick<Steps, 'sampleRoi'>,
): Finding[] {
  const compared = comparedDvhs(header, dose, stackOf, steps);
  const contradicted = compared.filter(({ doseGy, statedGy }) => !isAbout(doseGy, statedGy));
  if (contradicted.length === 0) return [];
  const [worst] = contradicted.sort((a, b) => distance(b.doseGy, b.statedGy) - distance(a.doseGy, a.statedGy));
  const facts = { ...worst, compared: compared.length, contradicted: contradicted.length };
  return [makeFinding('dose-contradicts-planning-dvh', 'error', facts, { file: dose.file, answerable: true })];
}

/** Mean dose of a structure by a DVH, and as the grid has it. */
interface ComparedDvh {
  readonly roi: string;
  readonly statedGy: number;
  readonly doseGy: number;
}

/** The DVHs that can be compared with the dose that they stand beside. */
export function comparedDvhs(
  { tpsDvhs, doseType }: Pick<DoseHeader, 'tpsDvhs' | 'doseType'>,
  { grid, share }: { grid: DoseGrid; share: number },
  stackOf: StackOf,
  steps: Pick<Steps, 'sampleRoi'>,
): ComparedDvh[] {
  const compared: ComparedDvh[] = [];
  for (const dvh of tpsDvhs) {
    const stated = isUsable(dvh, doseType) ? statedOf(dvh) : undefined;
    const drawn = stated && stackOf(dvh.roiNumbers[0]);
    if (!stated || !drawn || stated.meanGy < LEAST_MEAN_GY) continue;
    const samples = evenSamples(drawn.stack, [inOwnFrame(grid)], steps);
    const doseGy = meanGy(samples) / share;
    const isSame = stated.cc === undefined || isSameVolume(stated.cc, samples.totalCc);
    if (!isSame || samples.totalCc < LEAST_CC || Number.isNaN(doseGy)) continue;
    compared.push({ roi: drawn.name, statedGy: stated.meanGy, doseGy });
  }
  return compared;
}

function isUsable({ roiNumbers, doseUnits, doseType }: PlanningSystemDvh, ofDose: string): boolean {
  return roiNumbers.length === 1 && doseUnits === 'GY' && (doseType === '' || ofDose === '' || doseType === ofDose);
}

const isSameVolume = (a: number, b: number) => a < SAME_VOLUME * b && b < SAME_VOLUME * a;

/** NaN unless the dose of 99 % of the structure is known. */
function meanGy({ count, doseGy: [dose], volumeCc, totalCc }: EvenSamples): number {
  let known = 0;
  let sum = 0;
  for (let n = 0; n < count; n++) {
    if (Number.isNaN(dose[n])) continue;
    known += volumeCc[n];
    sum += volumeCc[n] * dose[n];
  }
  return known >= 0.99 * totalCc ? sum / known : Number.NaN;
}

/**
 * Mean dose and volume of a DVH by its curve (PS3.3 C.8.8.4). The mean that stands beside it is taken only where there
 * is no curve and it lies in no way as percentages do: some systems write percent there whatever the units say.
 */
function statedOf(dvh: PlanningSystemDvh): { meanGy: number; cc: number | undefined } | undefined {
  const { data, doseScaling, type, volumeUnits, mean, maximum = 0 } = dvh;
  const bins = data.length / 2;
  if (!(bins >= 2)) return mean === undefined || maximum > 80 ? undefined : { meanGy: mean, cc: undefined };
  let below = 0;
  let all = 0;
  let sum = 0;
  for (let b = 0; b < bins; b++) {
    const widthGy = data[2 * b] * doseScaling;
    const volume = data[2 * b + 1];
    if (type === 'DIFFERENTIAL') {
      sum += volume * (below + widthGy / 2);
      all += volume;
    } else if (type === 'CUMULATIVE') {
      const next = b + 1 < bins ? data[2 * b + 3] : 0;
      sum += ((volume + next) / 2) * widthGy;
      all = Math.max(all, volume);
    } else return undefined;
    below += widthGy;
  }
  if (!(all > 0)) return undefined;
  return { meanGy: sum / all, cc: volumeUnits === 'CM3' ? all : undefined };
}
