import { Session } from '../../src/assessment/session';
import type { DicomObject } from '../../src/dicom/dicom-object';
import { readDicom } from '../../src/dicom/read-dicom';
import type { Assessment } from '../../src/evaluation/assessment';
import { sampledCoarsely } from '../assessment/sampled-coarsely';
import { accessTo, type Files } from '../case/written-case';
import { type WrittenElement, writeElements } from '../dicom/dicom-writer';
import { toElements } from '../dicom/objects';
import { CASES, OWN_TABLE } from './base-cases';
import { STUDY } from './base-study';
import { mutateJson } from './mutate-case';
import { type Mutated, mutateDicom } from './mutate-dicom';
import { Random } from './random';
import { type Result, resultOf } from './result-figures';

export const CASE_PATH = 'case.json';
const TABLE_PATH = 'own.json';
/** Files of a kind behave alike. */
const KINDS: Readonly<Record<string, string>> = {
  [CASE_PATH]: 'case file',
  [TABLE_PATH]: 'own table',
  'plan/RD.dcm': 'dose',
  'prior/RD.dcm': 'dose',
  'plan/RP.dcm': 'plan',
  'prior/RP.dcm': 'plan',
  'plan/RS.dcm': 'structures',
  'prior/RS.dcm': 'structures',
  'reg/rigid.dcm': 'registration',
  'reg/deformable.dcm': 'deformable registration',
};

const ELEMENTS: Readonly<Record<string, readonly WrittenElement[]>> = Object.fromEntries(
  Object.entries(STUDY).map(([path, fields]) => [path, toElements(fields)]),
);
const UIDS = [
  ...new Set(
    Object.values(ELEMENTS).flatMap((elements) =>
      elements.flatMap(({ vr, value }) => (vr === 'UI' && typeof value === 'string' ? [value] : [])),
    ),
  ),
];
const text = (value: object) => new TextEncoder().encode(JSON.stringify(value));
const SOUND: Files = {
  ...Object.fromEntries(Object.entries(ELEMENTS).map(([path, of]) => [path, writeElements(of)])),
  [TABLE_PATH]: text(OWN_TABLE),
};
/** The sound files as they are read. */
export const SOUND_OBJECTS: Readonly<Record<string, DicomObject>> = Object.fromEntries(
  Object.keys(ELEMENTS).map((path) => [path, readDicom({ path, bytes: SOUND[path] })]),
);

export const CASE_COUNT = CASES.length;

/** One file of one case, mutated. */
export interface Mutation extends Mutated {
  readonly index: number;
  readonly caseIndex: number;
  /** Which file, as the sound case calls it. */
  readonly path: string;
  readonly fileKind: string;
}

/** The mutation of a seed and a number: always the same. */
export function mutationOf(seed: number, index: number): Mutation {
  const random = Random.of(seed, index);
  let share = random.next();
  let caseIndex = CASES.findIndex((each) => {
    share -= each.share;
    return share < 0;
  });
  if (caseIndex < 0) caseIndex = 0;
  const { of, dicom } = CASES[caseIndex];
  const isDicom = random.chance(0.72);
  const hasTable = JSON.stringify(of).includes(TABLE_PATH);
  const path = isDicom ? random.pick(dicom) : hasTable && random.chance(0.4) ? TABLE_PATH : CASE_PATH;
  const mutated = isDicom ? mutateDicom(random, ELEMENTS[path], UIDS) : mutateJson(random, path === TABLE_PATH ? OWN_TABLE : of);
  return { ...mutated, index, caseIndex, path, fileKind: KINDS[path] };
}

/** What a case is read from. */
export interface FuzzedCase {
  readonly text: string;
  readonly files: Files;
  /** What the mutated file is called: by its path what was read of a file is remembered. */
  readonly path: string;
}

/** The case with its mutated file, which has a name of its own. */
export function fuzzedCase({ caseIndex, path, bytes, index }: Mutation): FuzzedCase {
  const sound = JSON.stringify(CASES[caseIndex].of);
  if (path === CASE_PATH) return { text: new TextDecoder().decode(bytes), files: SOUND, path };
  const own = path.replace(/\.(?=\w+$)/, `~${index}.`);
  const files = Object.fromEntries(Object.entries(SOUND).map(([each, of]) => (each === path ? [own, bytes] : [each, of])));
  return { text: sound.replaceAll(`"${path}"`, `"${own}"`), files, path: own };
}

/** Paths as the sound case has them. */
export const soundPaths = (of: string): string => of.replace(/~\d+(?=\.)/g, '');

/** So many cases are asked of one session, which keeps what it has read. */
const PER_SESSION = 100;

/** Sessions that go on from one mutation to the next, as the window's does from one edit to the next. */
export class Bench {
  private readonly sessions = new Map<number, { session: Session; left: number; of: { files: Files } }>();
  private readonly sound = new Map<number, Result>();

  async assess(caseIndex: number, { text, files }: Pick<FuzzedCase, 'text' | 'files'>): Promise<Assessment> {
    const kept = this.sessions.get(caseIndex);
    const of = kept && kept.left > 0 ? kept : newSession();
    of.left--;
    of.of.files = files;
    this.sessions.set(caseIndex, of);
    // A case does not name all of its files: by the same text alone a session would not look at them again.
    const inputs = await of.session.read(text + ' '.repeat(of.left), CASE_PATH);
    return of.session.whole(of.session.ask(inputs));
  }

  /** What the case comes to as it is. */
  async soundResult(caseIndex: number): Promise<Result> {
    const known = this.sound.get(caseIndex);
    if (known) return known;
    const sound = { text: JSON.stringify(CASES[caseIndex].of), files: SOUND };
    const result = resultOf(await this.assess(caseIndex, sound), soundPaths);
    this.sound.set(caseIndex, result);
    return result;
  }
}

function newSession() {
  const of: { files: Files } = { files: SOUND };
  const access = {
    read: (path: string) => accessTo(of.files).read(path),
    beside: (path: string) => accessTo(of.files).beside(path),
    head: (path: string, bytes: number) => accessTo(of.files).head(path, bytes),
  };
  return { session: new Session(access, sampledCoarsely), left: PER_SESSION, of };
}
