import { type Asked, Session } from '../../assessment/session';
import type { CaseFile } from '../../case/case-file';
import type { CaseInputs } from '../../case/case-inputs';
import { isAsItIs } from '../../case/what-if';
import type { Assessment } from '../../evaluation/assessment';
import { resolved } from '../../files/case-path';
import type { PointMap } from '../../geometry/point-map';
import type { Vec3 } from '../../geometry/vec3';
import { InputError, type Refusal } from '../../input-error';
import type { RegistrationQuality } from '../../registration/quality/registration-quality';
import { csvReport } from '../../report/csv-report';
import { htmlReport } from '../../report/html-report';
import { sha256Of } from '../../sha256';
import type { HostFile, Unreadable } from '../host/host';
import type { CtVolume, Outline } from '../viewer/scene';
import { type CourseScene, courseScenes } from './course-scene';
import { ctVolume } from './ct-volume';
import type {
  DoseScope,
  DosesAtPoint,
  EngineApi,
  Evaluated,
  LayerData,
  LayerRequest,
  OpenedStudy,
  ReadProgress,
  WhatIf,
} from './engine-api';
import { checkFiles, type ExpectedFiles } from './expected-files';
import { accessTo, bytesOf } from './file-source';
import { outlinesOf } from './outlines';
import { type ReadResult, readFiles } from './read-files';

const CASE_NAME = 'case';

/** The worker's one object: files, the case on them, its samples, and everything that is asked of these. */
export class Engine implements EngineApi {
  private readonly files = new Map<string, HostFile>();
  private read: ReadResult | undefined;
  private reading = 0;
  /** The session on the files opened, for the folder that paths are relative to. */
  private session: { readonly folder: string; readonly session: Session } | undefined;
  private inputs: CaseInputs | undefined;
  private latest: Asked | undefined;
  /** The case as it is: what reports are of. */
  private asItIs: Asked | undefined;
  /** Frame of reference of the CT that was handed over of these files. */
  private given: string | undefined;
  private expected: ExpectedFiles | undefined;

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
    // What was read from another file of this name is nothing to the new one.
    if (files.some(({ path }) => this.files.has(path))) this.session = undefined;
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

  private sessionIn(folder: string): Session {
    if (this.session?.folder !== folder) {
      const seen = this.read?.seen ?? new Map<string, string>();
      this.session = { folder, session: new Session(accessTo(this.files, folder, seen)) };
    }
    return this.session.session;
  }

  async expectFiles(expected: ExpectedFiles | undefined): Promise<void> {
    this.expected = expected;
    if (expected) this.forgetCase();
  }

  private async checkExpected(folder: string): Promise<void> {
    const { expected, files } = this;
    if (!expected) return;
    const found: Record<string, string> = {};
    for (const path of Object.keys(expected.inputs)) {
      const file = files.get(resolved(folder, path));
      if (file) found[path] = await sha256Of(await bytesOf(file));
    }
    const here = this.read?.inspection.patients.map(({ id, name }) => ({ id, name })) ?? [];
    // Once all of them were seen, nothing else can lie there before other files are opened.
    if (checkFiles(expected, found, here) && this.expected === expected) this.expected = undefined;
  }

  private async readInputs(given: CaseFile, folder: string): Promise<CaseInputs> {
    await this.checkExpected(folder);
    const inputs = await this.sessionIn(folder).read(JSON.stringify(given), CASE_NAME);
    this.inputs = inputs;
    return inputs;
  }

  private async evaluated(
    given: CaseFile,
    folder: string,
    whatIf: WhatIf,
    progress: (share: number, what: string) => void,
  ): Promise<Assessment> {
    const inputs = await this.readInputs(given, folder);
    this.latest = this.sessionIn(folder).ask(inputs, whatIf, progress);
    if (isAsItIs(whatIf)) this.asItIs = this.latest;
    return this.latest.assessment;
  }

  async robustness(): Promise<Assessment | undefined> {
    return this.latest && this.session?.session.whole(this.latest);
  }

  async ct(known?: string): Promise<CtVolume | 'known' | undefined> {
    const frame = this.inputs?.frameOfReferenceUid;
    if (known !== undefined && known === frame && known === this.given) return 'known';
    this.given = undefined;
    const volume = await this.ctOf(frame);
    // Other files may have been opened meanwhile.
    if (volume && this.inputs?.frameOfReferenceUid === frame) this.given = frame;
    return volume;
  }

  /** The largest series on a frame of reference. */
  private async ctOf(frame: string | undefined): Promise<CtVolume | undefined> {
    this.read ??= await this.readForCt();
    const here = this.read.ctSeries.filter(({ frameOfReferenceUid }) => frameOfReferenceUid === frame);
    const largest = [...here].sort((a, b) => b.images.length - a.images.length)[0];
    return largest && ctVolume(largest, this.files);
  }

  /** The CT of a case that was opened as a file: it is looked for among the files beside the case's own. */
  private readForCt(): Promise<ReadResult> {
    return readFiles(
      [...this.files.values()],
      [],
      () => {},
      () => false,
    );
  }

  async courseScenes(): Promise<readonly CourseScene[]> {
    return this.inputs ? courseScenes(this.inputs, await this.outlines()) : [];
  }

  async courseCt(course: number): Promise<CtVolume | undefined> {
    const dose = this.inputs?.courses[course]?.phases[0]?.dose;
    return dose?.kind === 'grid' ? this.ctOf(dose.grid.frameOfReferenceUid) : undefined;
  }

  async qualityOf(course: number, map: PointMap): Promise<RegistrationQuality> {
    if (!this.inputs || !this.session) throw new Error('There is no case yet.');
    return this.session.session.quality(this.inputs, course, map);
  }

  async layer(request: LayerRequest): Promise<LayerData | undefined> {
    return this.latest && this.session?.session.picture(this.latest, request);
  }

  async outlines(): Promise<readonly Outline[]> {
    return this.inputs ? outlinesOf(this.inputs) : [];
  }

  async valuesAt(pointMm: Vec3, alphaBetaGy: number): Promise<DosesAtPoint> {
    const { session, asked } = this.loaded();
    return { alphaBetaGy, ...session.at(asked, pointMm, alphaBetaGy) };
  }

  async placeOf(roi: string, metric: string, scope: DoseScope): Promise<Vec3 | undefined> {
    const { session, asked } = this.loaded();
    return session.placeOf(asked, roi, metric, scope);
  }

  async report(kind: 'html' | 'csv'): Promise<string> {
    if (!this.asItIs || !this.session) throw new Error('There is no assessment to report yet.');
    const assessment = this.session.session.whole(this.asItIs);
    return kind === 'html' ? htmlReport(assessment, { createdAt: new Date() }) : csvReport(assessment);
  }

  async inputHashes(): Promise<Readonly<Record<string, string>>> {
    return Object.fromEntries((this.inputs?.files ?? []).map(({ path, sha256 }) => [path, sha256]));
  }

  private loaded(): { session: Session; asked: Asked } {
    if (!this.session || !this.latest) throw new Error('There is no case yet.');
    return { session: this.session.session, asked: this.latest };
  }

  private forget(): void {
    this.files.clear();
    this.session = undefined;
    this.forgetCase();
  }

  private forgetCase(): void {
    this.inputs = undefined;
    this.latest = undefined;
    this.asItIs = undefined;
    this.given = undefined;
  }
}
