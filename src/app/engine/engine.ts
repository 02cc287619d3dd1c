import { evaluateCase, type PreparedCase, prepareCase } from '../../assessment/assess';
import type { Assessment } from '../../assessment/assessment';
import { type CaseFile, parseCaseFile } from '../../assessment/case-file';
import type { CaseInputs } from '../../assessment/case-inputs';
import { type CarriedDoses, displayGrid } from '../../assessment/display-grid';
import type { EvaluationSettings } from '../../assessment/evaluate';
import { loadCase, readConstraints } from '../../assessment/load-case';
import { registrationQualityOf } from '../../assessment/registration-quality-of';
import { withRobustness } from '../../assessment/robustness/with-robustness';
import { withRegistrationQuality } from '../../assessment/with-registration-quality';
import type { PointMap } from '../../geometry/point-map';
import type { Vec3 } from '../../geometry/vec3';
import { InputError, type Refusal } from '../../input-error';
import type { RegistrationQuality } from '../../registration/quality/registration-quality';
import { csvReport } from '../../report/csv-report';
import { exportCumulativeDose } from '../../report/dose-export';
import { htmlReport } from '../../report/html-report';
import { buildStudy } from '../../study/build-study';
import type { HostFile, Unreadable } from '../host/host';
import type { CtVolume, Outline } from '../viewer/scene';
import { type CourseScene, courseScenes } from './course-scene';
import { ctVolume } from './ct-volume';
import type {
  DoseScope,
  EngineApi,
  Evaluated,
  LayerData,
  LayerRequest,
  OpenedStudy,
  PointValues,
  ReadProgress,
  WhatIf,
} from './engine-api';
import { accessTo } from './file-source';
import { outlinesOf } from './outlines';
import { placeOf } from './place-of';
import { pointValues } from './point-values';
import { type ReadResult, readFiles } from './read-files';
import { readKeyOf, sampleKeyOf } from './what-changed';
import { isAsItIs, withFractions, withOverrides } from './what-if';

const CASE_NAME = 'case';

/** An assessment with what it was made from, and with its bands once they were asked for. */
interface Evaluation {
  readonly prepared: PreparedCase;
  readonly settings: EvaluationSettings;
  readonly assessment: Assessment;
  banded?: Assessment;
}

function banded(evaluation: Evaluation): Assessment {
  evaluation.banded ??= withRegistrationQuality(
    evaluation.prepared,
    withRobustness(evaluation.prepared, evaluation.settings, evaluation.assessment),
  );
  return evaluation.banded;
}

/** The worker's one object: files, the case on them, its samples, and everything that is asked of these. */
export class Engine implements EngineApi {
  private readonly files = new Map<string, HostFile>();
  private read: ReadResult | undefined;
  private reading = 0;
  private inputs: { readonly key: string; readonly inputs: CaseInputs } | undefined;
  private prepared: { readonly key: string; readonly prepared: PreparedCase } | undefined;
  private settings: EvaluationSettings | undefined;
  private latest: Evaluation | undefined;
  /** The case as it is: what reports are of. */
  private asItIs: Evaluation | undefined;
  private volume: CtVolume | undefined;
  private readonly carried: CarriedDoses = new Map();

  async open(
    files: readonly HostFile[],
    progress: (progress: ReadProgress) => void,
    refused: readonly Unreadable[] = [],
  ): Promise<OpenedStudy> {
    const turn = ++this.reading;
    const result = await readFiles(files, refused, progress, () => turn !== this.reading);
    this.forget();
    for (const file of files) this.files.set(file.path, file);
    this.read = result;
    return { inspection: result.inspection, proposal: result.proposal };
  }

  cancel(): void {
    this.reading++;
  }

  async addFiles(files: readonly HostFile[]): Promise<void> {
    for (const file of files) this.files.set(file.path, file);
  }

  async evaluate(
    caseFile: CaseFile,
    folder: string,
    whatIf: WhatIf,
    progress: (share: number, what: string) => void,
  ): Promise<Evaluated> {
    try {
      return { ok: true, assessment: await this.evaluated(caseFile, folder, whatIf, progress) };
    } catch (error) {
      if (error instanceof InputError) return { ok: false, refusal: error.refusal };
      throw error;
    }
  }

  async load(given: CaseFile, folder: string): Promise<Refusal | undefined> {
    try {
      await this.readInputs(given, folder);
      return undefined;
    } catch (error) {
      if (error instanceof InputError) return error.refusal;
      throw error;
    }
  }

  /** Reads the case's files, only where something that they rest on has changed. */
  private async readInputs(given: CaseFile, folder: string): Promise<{ caseFile: CaseFile; inputs: CaseInputs }> {
    const text = JSON.stringify(given);
    const caseFile = parseCaseFile(text, CASE_NAME);
    const key = folder + readKeyOf(caseFile);
    if (this.inputs?.key !== key) {
      const inputs = await loadCase(text, CASE_NAME, accessTo(this.files, folder));
      const isOtherFrame = inputs.frameOfReferenceUid !== this.inputs?.inputs.frameOfReferenceUid;
      this.inputs = { key, inputs };
      this.carried.clear();
      if (isOtherFrame) this.volume = undefined;
    }
    return { caseFile, inputs: this.inputs.inputs };
  }

  /** Reads, samples and evaluates, each only where something that it rests on has changed. */
  private async evaluated(
    given: CaseFile,
    folder: string,
    whatIf: WhatIf,
    progress: (share: number, what: string) => void,
  ): Promise<Assessment> {
    const { caseFile, inputs: read } = await this.readInputs(given, folder);
    const access = accessTo(this.files, folder);
    const sampleKey = folder + sampleKeyOf(caseFile);
    if (this.prepared?.key !== sampleKey) {
      progress(0, '');
      this.prepared = { key: sampleKey, prepared: prepareCase(read, progress) };
    }
    const { constraintSets, ownGoals } = await readConstraints(caseFile.constraints, CASE_NAME, access);
    const inputs = { ...withFractions(read, whatIf.plannedFractions), constraintSets, ownGoals };
    this.settings = {
      overrides: withOverrides(caseFile.organs, whatIf.organs),
      constraints: [...constraintSets.flatMap((set) => set.constraints), ...ownGoals],
      metrics: caseFile.metrics ?? [],
      outsideDoseGrid: caseFile.outsideDoseGrid ?? 'unknown',
      plannedScale: whatIf.plannedScale,
      robustness: caseFile.robustness,
    };
    const prepared = { ...this.prepared.prepared, inputs };
    const assessment = evaluateCase(prepared, this.settings);
    this.latest = { prepared, settings: this.settings, assessment };
    if (isAsItIs(whatIf)) this.asItIs = this.latest;
    return assessment;
  }

  async robustness(): Promise<Assessment | undefined> {
    return this.latest && banded(this.latest);
  }

  async ct(): Promise<CtVolume | undefined> {
    this.volume ??= await this.findCt();
    // The window gets a copy of its own: the block is needed here for values at a point.
    return this.volume && { ...this.volume, hounsfield: this.volume.hounsfield.slice() };
  }

  private findCt(): Promise<CtVolume | undefined> {
    return this.ctOf(this.inputs?.inputs.frameOfReferenceUid);
  }

  /** The largest series on a frame of reference. */
  private async ctOf(frame: string | undefined): Promise<CtVolume | undefined> {
    const series = this.read ? buildStudy(this.read.gathered.objects).ctSeries : await this.ctAmongFiles();
    const here = series.filter(({ frameOfReferenceUid }) => frameOfReferenceUid === frame);
    const largest = [...here].sort((a, b) => b.images.length - a.images.length)[0];
    return largest && ctVolume(largest, this.files);
  }

  /** The CT of a case that was opened as a file: it is looked for among the files beside the case's own. */
  private async ctAmongFiles() {
    this.read = await readFiles(
      [...this.files.values()],
      [],
      () => {},
      () => false,
    );
    return buildStudy(this.read.gathered.objects).ctSeries;
  }

  async courseScenes(): Promise<readonly CourseScene[]> {
    return this.inputs ? courseScenes(this.inputs.inputs, await this.outlines()) : [];
  }

  async courseCt(course: number): Promise<CtVolume | undefined> {
    const dose = this.inputs?.inputs.courses[course]?.phases[0]?.dose;
    return dose?.kind === 'grid' ? this.ctOf(dose.grid.frameOfReferenceUid) : undefined;
  }

  async qualityOf(course: number, map: PointMap): Promise<RegistrationQuality> {
    if (!this.inputs) throw new Error('There is no case yet.');
    return registrationQualityOf(this.inputs.inputs, course, map);
  }

  async layer(request: LayerRequest): Promise<LayerData | undefined> {
    return this.inputs && displayGrid(this.inputs.inputs, request, this.carried);
  }

  async outlines(): Promise<readonly Outline[]> {
    return this.inputs ? outlinesOf(this.inputs.inputs, this.read?.gathered.objects ?? []) : [];
  }

  async valuesAt(pointMm: Vec3, alphaBetaGy: number): Promise<PointValues> {
    const { inputs } = this.loaded();
    return {
      ...pointValues(inputs, pointMm, alphaBetaGy, this.settings?.plannedScale ?? 1),
      hounsfield: hounsfieldAt(this.volume, pointMm),
    };
  }

  async placeOf(roi: string, metric: string, scope: DoseScope): Promise<Vec3 | undefined> {
    const { inputs, prepared } = this.loaded();
    const region = prepared.regions.find((each) => each.region.name === roi);
    return region && this.settings && placeOf(region, inputs.courses, this.settings, metric, scope);
  }

  async report(kind: 'html' | 'csv'): Promise<string> {
    if (!this.asItIs) throw new Error('There is no assessment to report yet.');
    const assessment = banded(this.asItIs);
    return kind === 'html' ? htmlReport(assessment, { createdAt: new Date() }) : csvReport(assessment);
  }

  async doseExport(alphaBetaGy: number): Promise<Uint8Array> {
    return (await exportCumulativeDose(this.loaded().inputs, alphaBetaGy)).bytes;
  }

  async inputHashes(): Promise<Readonly<Record<string, string>>> {
    return Object.fromEntries((this.inputs?.inputs.files ?? []).map(({ path, sha256 }) => [path, sha256]));
  }

  private loaded(): { inputs: CaseInputs; prepared: PreparedCase } {
    if (!this.inputs || !this.prepared) throw new Error('There is no case yet.');
    return { inputs: this.inputs.inputs, prepared: this.prepared.prepared };
  }

  private forget(): void {
    this.files.clear();
    this.inputs = undefined;
    this.prepared = undefined;
    this.latest = undefined;
    this.asItIs = undefined;
    this.volume = undefined;
  }
}

function hounsfieldAt(ct: CtVolume | undefined, pointMm: Vec3): number | null {
  if (!ct) return null;
  const d = pointMm.map((value, axis) => value - ct.originMm[axis]);
  const along = (axis: Vec3) => d[0] * axis[0] + d[1] * axis[1] + d[2] * axis[2];
  const [i, j] = [Math.round(along(ct.alongRow) / ct.columnSpacingMm), Math.round(along(ct.alongColumn) / ct.rowSpacingMm)];
  const w = along(ct.normal);
  const k = ct.sliceOffsetsMm.reduce(
    (best, offset, n) => (Math.abs(offset - w) < Math.abs(ct.sliceOffsetsMm[best] - w) ? n : best),
    0,
  );
  const isInside = i >= 0 && j >= 0 && i < ct.columns && j < ct.rows;
  return isInside ? ct.hounsfield[i + ct.columns * (j + ct.rows * k)] : null;
}
