import { type Finding, makeFinding } from '../findings/finding';
import type { StudyObject } from './study-object';

/** Objects, each once, and which identifiers tell none of them apart. */
export interface Distinct {
  readonly objects: readonly StudyObject[];
  readonly findings: readonly Finding[];
  /** SOP Instance UIDs that several different objects have: what refers to one may mean any of them. */
  readonly shared: ReadonlySet<string>;
}

/**
 * Objects with one SOP Instance UID: the same object again is taken once, and that is said; another one under the same
 * identifier is kept, and asks. Some programs write what they have changed under the identifier that it had.
 */
export function distinctObjects(given: readonly StudyObject[]): Distinct {
  const byUid = new Map<string, StudyObject[]>();
  const objects: StudyObject[] = [];
  const findings: Finding[] = [];
  const shared = new Set<string>();
  for (const object of given) {
    const { sopInstanceUid: uid, file } = object;
    const known = uid === '' ? [] : (byUid.get(uid) ?? []);
    const same = known.find((other) => isSameObject(other, object));
    if (same) {
      findings.push(makeFinding('object-twice', 'warning', { sameAs: same.file, uid }, { file }));
      continue;
    }
    if (known.length > 0) {
      findings.push(makeFinding('same-uid-other-content', 'error', { sameAs: known[0].file, uid }, { file, answerable: true }));
      shared.add(uid);
    }
    byUid.set(uid, [...known, object]);
    objects.push(object);
  }
  return { objects, findings, shared };
}

/** What does not belong to the content: where it lies, what was said of it, and how its bytes are written. */
const OUTSIDE = new Set(['file', 'findings', 'transferSyntaxUid', 'planeFiles']);

/** Whether two objects say the same, whatever their files are called and written in. */
export function isSameObject(a: StudyObject, b: StudyObject): boolean {
  const of = (object: object) => Object.entries(object).filter(([key]) => !OUTSIDE.has(key));
  return isEqual(Object.fromEntries(of(a)), Object.fromEntries(of(b)));
}

function isEqual(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (ArrayBuffer.isView(a) && ArrayBuffer.isView(b)) return isEqualList(a as Float64Array, b as Float64Array);
  const [keys, others] = [Object.keys(a), Object.keys(b)];
  return keys.length === others.length && keys.every((key) => isEqual(a[key as never], b[key as never]));
}

function isEqualList(a: Float64Array, b: Float64Array): boolean {
  if (a.length !== b.length) return false;
  for (let n = 0; n < a.length; n++) if (!Object.is(a[n], b[n])) return false;
  return true;
}
