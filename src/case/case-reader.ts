import type { DicomObject } from '../dicom/dicom-object';
import { readDicom } from '../dicom/read-dicom';
import type { DoseHeader, RtDose } from '../dicom/rt-dose';
import type { RtPlan } from '../dicom/rt-plan';
import type { RtStructureSet } from '../dicom/rt-structure-set';
import { type Finding, makeFinding } from '../findings/finding';
import { InputError } from '../input-error';
import type { Acceptance } from '../registration/acceptance';
import type { SourcedTransform } from '../registration/frame-path';
import { withinFrameFindings } from '../registration/within-frame';
import { sha256Of } from '../sha256';
import { groupsOf } from '../study/fraction-count';
import { isSameObject } from '../study/shared-identifiers';
import { FileMemory, type Known } from './file-memory';
import type { SourceFile } from './source-file';
import { PLAIN_STEPS, type Steps } from './steps';

/** The only way `loadCase` touches files; paths are as the case file has them (relative to it). */
export interface FileAccess {
  /** @throws InputError where the file is not there or cannot be read. */
  read(path: string): Promise<Uint8Array>;
  /** The paths of the files beside one, itself included. */
  beside(path: string): Promise<readonly string[]>;
  /** The first bytes of a file, for telling what it is without reading it whole. */
  head(path: string, bytes: number): Promise<Uint8Array>;
  /** Whether there is a file by this very name; where it is left out, there is none with `\` in its name. */
  isThere?(path: string): Promise<boolean>;
  /**
   * SOP Instance UID of what lay there when somebody was shown it and made the case of it; undefined where nobody was. A
   * file that is another object by now is refused.
   */
  seenAs?(path: string): string | undefined;
  /** SHA-256 of the bytes of a file in lower case, where it can be had without a second copy of them. */
  sha256?(bytes: Uint8Array): string;
}

/** RT Dose, RT Plan and RT Ion Plan Storage (PS3.4 annex B). */
const DOSE_STORAGE = '1.2.840.10008.5.1.4.1.1.481.2';
const PLAN_STORAGE = ['1.2.840.10008.5.1.4.1.1.481.5', '1.2.840.10008.5.1.4.1.1.481.8'];
const HEAD_BYTES = 1024;

/** Pixels of a dose beyond this are not held beside the grid that is made of them. */
const LARGE_PIXELS_BYTES = 32e6;

type Held = DicomObject | DoseHeader;
const isHeld = (object: Held | undefined): object is DicomObject =>
  object !== undefined && (object.kind !== 'dose' || 'pixels' in object);

/** Reads each file once, hashes it, and keeps what was found along the way. A large dose is let go, and read anew. */
export class CaseReader {
  readonly files = new Map<string, SourceFile>();
  readonly findings: Finding[] = [];
  private readonly objects = new Map<string, Held>();
  private readonly memory: FileMemory;

  constructor(
    private readonly access: FileAccess,
    readonly steps: Steps = PLAIN_STEPS,
  ) {
    this.memory = steps.files ?? new FileMemory();
  }

  private async object(path: string): Promise<DicomObject> {
    const held = this.objects.get(path);
    if (isHeld(held)) return held;
    const { object, file } = this.memory.get(path) ?? (await this.readAnew(path));
    const before = this.files.get(path);
    if (before && before.sha256 !== file.sha256) throw changedMeanwhile(path);
    this.files.set(path, file);
    this.objects.set(path, withoutLargePixels(object));
    return object;
  }

  private async readAnew(path: string): Promise<Known> {
    const bytes = await this.access.read(path);
    const sha256 = this.access.sha256?.(bytes) ?? (await sha256Of(bytes));
    const known = { object: readDicom({ path, bytes }), file: { path, sha256 } };
    const seen = this.access.seenAs?.(path);
    if (seen !== undefined && seen !== known.object.sopInstanceUid) throw replaced(path);
    this.memory.set(path, known.object, known.file);
    return known;
  }

  /** All that was read; of large doses only those with their pixels that have one identifier with another object. */
  async readObjects(): Promise<readonly Held[]> {
    const uids = [...this.objects.values()].map(({ sopInstanceUid }) => sopInstanceUid);
    const isShared = (uid: string) => uid !== '' && uids.indexOf(uid) !== uids.lastIndexOf(uid);
    const all = [...this.objects].map(([path, object]) => (isShared(object.sopInstanceUid) ? this.object(path) : object));
    return Promise.all(all);
  }

  private async expect<K extends DicomObject['kind']>(path: string, kind: K, what: string, where: string) {
    const object = await this.object(path);
    if (object.kind !== kind) throw unexpected(object, path, what, where);
    return object as Extract<DicomObject, { kind: K }>;
  }

  dose(path: string, where: string): Promise<RtDose> {
    return this.expect(path, 'dose', 'an RT Dose', where);
  }

  plan(path: string, where: string): Promise<RtPlan> {
    return this.expect(path, 'plan', 'an RT Plan', where);
  }

  structures(path: string, where: string): Promise<RtStructureSet> {
    return this.expect(path, 'structures', 'an RT Structure Set', where);
  }

  async registration(
    path: string,
    where: string,
    accepted: (Acceptance & { sha256?: string | undefined }) | undefined,
  ): Promise<SourcedTransform[]> {
    const object = await this.object(path);
    if (object.kind === 'registration' || object.kind === 'deformable-registration') {
      this.findings.push(...withinFrameFindings(object));
      const isAsAccepted = accepted?.sha256 === undefined || accepted.sha256 === this.files.get(path)!.sha256;
      if (accepted && !isAsAccepted) {
        const { by, on } = accepted;
        this.findings.push(makeFinding('acceptance-of-another-file', 'warning', { by, on }, { file: path }));
      }
      return this.steps.transformsOf(object, isAsAccepted ? accepted : undefined);
    }
    throw unexpected(object, path, 'a Spatial Registration or a Deformable Spatial Registration', where);
  }

  /**
   * The plan that a dose references, where it lies beside the dose.
   * @throws InputError where several different plans have its identifier.
   */
  async planBeside(dosePath: string, dose: RtDose): Promise<RtPlan | undefined> {
    const wanted = dose.referencedPlans.map((plan) => plan.sopInstanceUid);
    if (wanted.length === 0) return undefined;
    let found: RtPlan | undefined;
    for (const path of await this.besideOf(dosePath, PLAN_STORAGE)) {
      const known = this.objects.has(path);
      const object = await this.passingOver(this.object(path));
      const isWanted = object?.kind === 'plan' && wanted.includes(object.sopInstanceUid);
      if (isWanted && found && found.sopInstanceUid === object.sopInstanceUid && !isSameObject(found, object)) {
        throw twoPlans(dosePath, found, object);
      }
      if (isWanted && !found) found = object;
      else if (!known) this.forget(path);
    }
    return found;
  }

  /** The BEAM doses of the same plan, and of its same fraction groups, that lie beside one. */
  async otherBeamDoses(dosePath: string, dose: RtDose, plan: RtPlan | undefined): Promise<RtDose[]> {
    const groupsIn = (each: RtDose) => (plan ? groupsOf(each, plan).map(({ number }) => number) : []).join();
    const wanted = new Set(dose.referencedPlans.map((plan) => plan.sopInstanceUid));
    const others: RtDose[] = [];
    for (const path of await this.besideOf(dosePath, [DOSE_STORAGE])) {
      if (path === dosePath) continue;
      const known = this.objects.has(path);
      const object = await this.passingOver(this.object(path));
      if (!object) continue;
      const belongs =
        object.kind === 'dose' &&
        object.doseSummationType === 'BEAM' &&
        object.referencedPlans.some(({ sopInstanceUid }) => wanted.has(sopInstanceUid)) &&
        groupsIn(object) === groupsIn(dose);
      if (belongs && object.sopInstanceUid !== dose.sopInstanceUid) others.push(object);
      else if (!known) this.forget(path);
    }
    return others;
  }

  /** The paths beside one that are of these classes. What cannot be looked at is said and passed over. */
  private async besideOf(path: string, classes: readonly string[]): Promise<string[]> {
    const found: string[] = [];
    for (const other of (await this.passingOver(this.access.beside(path))) ?? []) {
      if (this.objects.has(other)) {
        if (classes.includes(this.objects.get(other)!.sopClassUid)) found.push(other);
        continue;
      }
      const head = await this.passingOver(this.headOf(other));
      if (head === undefined) continue;
      if (classes.some((uid) => new RegExp(`${uid.replaceAll('.', '\\.')}(?![0-9.])`).test(head))) found.push(other);
    }
    return found;
  }

  private async headOf(path: string): Promise<string> {
    const heads = this.steps.files?.heads;
    const head = heads?.get(path) ?? new TextDecoder('latin1').decode(await this.access.head(path, HEAD_BYTES));
    heads?.set(path, head);
    return head;
  }

  /** What a neighbour gives; a finding and nothing where it cannot be read, which the case may do without. */
  private async passingOver<T>(reading: Promise<T>): Promise<T | undefined> {
    try {
      return await reading;
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      this.findings.push(makeFinding('file-unreadable', 'warning', error.refusal, fileOf(error)));
      return undefined;
    }
  }

  /** A file that was looked at and does not belong to the case leaves no trace in it. */
  private forget(path: string): void {
    this.objects.delete(path);
    this.files.delete(path);
  }
}

function withoutLargePixels(object: DicomObject): Held {
  if (object.kind !== 'dose' || object.pixels.byteLength < LARGE_PIXELS_BYTES) return object;
  const { pixels: _, ...header } = object;
  return header;
}

const changedMeanwhile = (file: string) =>
  new InputError({ file, found: 'a file that changed while the case was read', needed: 'a file that nobody is writing to' });

const replaced = (file: string) =>
  new InputError({
    file,
    found: 'another object than when its folder was opened: the file was replaced meanwhile',
    needed: 'the folder opened again, for what it holds now to be seen before it is computed with',
  });

const twoPlans = (file: string, a: RtPlan, b: RtPlan) =>
  new InputError({
    file,
    where: '(300C,0002) ReferencedRTPlanSequence',
    found: `two different plans with the identifier of this dose's plan (${a.file} and ${b.file})`,
    needed: '`plan` in the phase: which of them was given',
  });

const fileOf = ({ file }: InputError) => (file === undefined ? {} : { file });

const unexpected = (object: DicomObject, file: string, needed: string, where: string) =>
  new InputError({ file, where, found: nameOfKind(object), needed });

function nameOfKind(object: DicomObject): string {
  switch (object.kind) {
    case 'dose':
      return 'an RT Dose';
    case 'plan':
      return 'an RT Plan';
    case 'structures':
      return 'an RT Structure Set';
    case 'registration':
      return 'a Spatial Registration';
    case 'deformable-registration':
      return 'a Deformable Spatial Registration';
    case 'ct':
      return 'a CT image';
    case 'other':
      return `${object.sopClass} (SOP Class UID ${object.sopClassUid || 'missing'})`;
  }
}
