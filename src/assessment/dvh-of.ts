import { nameRois, roiNamed } from '../case/roi-names';
import { sliceSpacingMm } from '../case/slice-spacing';
import type { RtDose } from '../dicom/rt-dose';
import type { Roi, RtStructureSet } from '../dicom/rt-structure-set';
import { CoveredDistribution } from '../dvh/covered-distribution';
import { parseMetric } from '../dvh/metric';
import { metricInterval } from '../dvh/metric-value';
import type { PhaseEffect } from '../effect/course-effect';
import { singleEffect } from '../effect/single-course';
import { doseAloneFindings } from '../evaluation/plausibility/dose-alone';
import { type Finding, makeFinding } from '../findings/finding';
import { slabsOfRoi } from '../geometry/contours-to-slabs';
import { makeDoseGrid } from '../geometry/dose-grid';
import { inOwnFrame } from '../geometry/interpolate';
import { lowestPoints } from '../geometry/pits/lowest-points';
import { sampleRoi } from '../geometry/roi-samples';
import { InputError } from '../input-error';
import { addResponse } from '../radiobiology/phase-response';
import type { AnswerWords } from '../study/answer-words';
import { type DoseAnswers, deliveredFindings, doseScale } from '../study/dose-scale';
import { patientFindings } from '../study/patient-findings';

/** What is asked of one dose. */
export interface DvhQuestion {
  readonly quantity: 'physical' | 'eqd2' | 'bed';
  readonly fractions?: number | undefined;
  readonly alphaBetaGy?: number | undefined;
  readonly doseIs?: DoseAnswers;
  /** In which words an answer is asked for; those of a case file where left out. */
  readonly answerWords?: AnswerWords;
  /** Only these ROIs, by name or `Name#number`; all where empty. */
  readonly rois: readonly string[];
  readonly metrics: readonly string[];
}

/** The JSON of `dvh`. */
export interface DvhResult {
  readonly quantity: 'physical' | 'eqd2' | 'bed';
  readonly rois: readonly {
    readonly number: number;
    readonly name: string;
    readonly volumeCc: number;
    readonly insideDoseGrid: number;
    /** Over the covered part; a metric that cannot be had (more volume than there is) is left out. */
    readonly metrics: Readonly<Record<string, number>>;
  }[];
  readonly findings: readonly Finding[];
}

const DEFAULT_METRICS = ['Dmin', 'Dmean', 'Dmax', 'D0.03cc', 'D95%', 'V20Gy'];

/**
 * Dose-volume figures of the ROIs of one structure set in one dose on the same frame of reference.
 * @throws InputError where the frames differ, an ROI is not there, or EQD2 and BED lack fractions or alpha/beta.
 */
export function dvhOf(dose: RtDose, structures: RtStructureSet, question: DvhQuestion): DvhResult {
  const findings: Finding[] = [...dose.findings, ...structures.findings];
  const answered = { doseIs: question.doseIs, fractions: question.fractions };
  const { scale, findings: said } = doseScale(dose, answered, question.answerWords);
  findings.push(...said, ...deliveredFindings(dose), ...patientFindings([dose, structures]));
  const { response, weight } = effectAsked(question);
  const grid = makeDoseGrid(dose, scale);
  findings.push(...doseAloneFindings(dose, grid, structures, question.fractions));
  const metrics = (question.metrics.length > 0 ? question.metrics : DEFAULT_METRICS).map(
    (name) => [name, parseMetric(name)] as const,
  );
  const spacing = sliceSpacingMm(structures);
  const solidOf = (roi: Roi, name: string) => slabsOfRoi({ name, contours: roi.contours, sliceSpacingMm: spacing });
  const all = nameRois(structures.rois, (roi) => {
    const isShared = structures.rois.some(({ name, number }) => name === roi.name && number !== roi.number);
    return roi.contours.length > 0 && (!isShared || solidOf(roi, roi.name).stack !== undefined);
  });
  const named = question.rois.map((name) => {
    const found = roiNamed(name, all, 'roi', structures.file);
    if (found) return found;
    throw new InputError({
      file: structures.file,
      where: 'roi',
      found: name,
      needed: `one of ${all.map((each) => each.name).join(', ')}`,
    });
  });
  const asked = named.length === 0 ? all : all.filter((each) => named.includes(each));
  const rois = asked.map(({ roi, name }) => {
    const frame = roi.frameOfReferenceUid ?? structures.frameOfReferenceUid;
    if (roi.contours.length > 0 && frame === undefined) throw withoutFrame(structures, roi.name);
    if (roi.contours.length > 0 && frame !== grid.frameOfReferenceUid) {
      throw new InputError({
        file: structures.file,
        where: '(3006,0024) ReferencedFrameOfReferenceUID',
        found: `ROI ${name} in frame ${frame}, the dose in frame ${grid.frameOfReferenceUid}`,
        needed: 'a dose and structures on one frame of reference (for two, use `assess` with a registration)',
      });
    }
    const { stack, findings: drawn } = solidOf(roi, name);
    findings.push(...drawn.map((finding) => ({ ...finding, file: structures.file })));
    if (!stack) return { number: roi.number, name: roi.name, volumeCc: 0, insideDoseGrid: 0, metrics: {} };
    const samples = sampleRoi(stack, [inOwnFrame(grid)]);
    const doseGy = samples.doseGy[0].slice();
    addResponse(response, samples.doseGy[0], 0, samples.count, weight, doseGy, true);
    const [physicalPeakGy = new Float32Array(0)] = samples.peaks.doseGy;
    const peakGy = physicalPeakGy.slice();
    addResponse(response, physicalPeakGy, 0, samples.peaks.count, weight, peakGy, true);
    const add = (gy: Float32Array, count: number) => addResponse(response, gy, 0, count, weight, gy, true);
    const lowestGy = () => {
      const found = lowestPoints(stack, [{ field: inOwnFrame(grid), add }], samples);
      const [gy] = found?.doseGy ?? [];
      return gy && gy.length > 0 ? addedLowest(add, gy) : undefined;
    };
    const distribution = CoveredDistribution.of(doseGy, samples.volumeCc, peakGy, lowestGy);
    const share = distribution.coveredShare;
    if (share < 1 - 1e-6) {
      const facts = { seenIn: 'dose', roi: name, coveredShare: share } as const;
      findings.push(makeFinding('dose-grid-does-not-cover-roi', 'warning', facts, { roi: name }));
    }
    const values = metrics.flatMap(([name, metric]) => {
      const value = distribution.covered && metricInterval(distribution, metric)?.value;
      return value === undefined ? [] : [[name, value] as const];
    });
    return {
      number: roi.number,
      name: roi.name,
      volumeCc: samples.totalCc,
      insideDoseGrid: share,
      metrics: Object.fromEntries(values),
    };
  });
  return { quantity: question.quantity, rois, findings };
}

function addedLowest(add: (gy: Float32Array, count: number) => void, gy: Float32Array): number {
  add(gy, gy.length);
  return gy.reduce((lowest, each) => (each < lowest ? each : lowest), Infinity);
}

const withoutFrame = ({ file }: RtStructureSet, roi: string) =>
  new InputError({
    file,
    where: '(3006,0024) ReferencedFrameOfReferenceUID',
    found: `nothing for ROI ${roi}, and no frame of reference in the rest of the structure set`,
    needed: 'the frame of reference that the contours lie in: export the structure set again, with the images it was drawn on',
  });

function effectAsked({ quantity, fractions, alphaBetaGy }: DvhQuestion): PhaseEffect {
  if (fractions !== undefined && !(Number.isInteger(fractions) && fractions >= 1)) {
    throw new InputError({ where: 'fractions', found: String(fractions), needed: 'a whole number of fractions, 1 or more' });
  }
  if (alphaBetaGy !== undefined && !(alphaBetaGy > 0)) {
    throw new InputError({ where: 'alphaBetaGy', found: `${alphaBetaGy} Gy`, needed: 'an alpha/beta above 0 Gy' });
  }
  if (quantity !== 'physical' && fractions === undefined)
    throw new InputError({ where: 'fractions', found: 'nothing', needed: `the number of fractions, for ${quantity}` });
  if (quantity !== 'physical' && alphaBetaGy === undefined)
    throw new InputError({ where: 'alphaBetaGy', found: 'nothing', needed: `the alpha/beta in Gy, for ${quantity}` });
  return singleEffect({ quantity, fractions, alphaBetaGy });
}
