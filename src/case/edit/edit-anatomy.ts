import { DEFAULT_CONSTRAINT_SET } from '../../constraints/constraint-set';
import type { CaseAnswer, CaseFile, OrganOverride } from '../case-file';
import { namedEntry } from '../named-entry';
import { type Patch, patched } from './edit-case';

/* Changes to what is not a course: registrations, organs, derived structures, limits, metrics. */

type Registration = NonNullable<CaseFile['registrations']>[number];
type ConstraintEntry = Exclude<NonNullable<CaseFile['constraints']>, string>[number];

const orNone = <List extends readonly unknown[]>(list: List): List | undefined => (list.length > 0 ? list : undefined);
const recordOrNone = <Of extends object>(record: Of): Of | undefined => (Object.keys(record).length > 0 ? record : undefined);

export const setRegistrations = (caseFile: CaseFile, registrations: Registration[]): CaseFile =>
  patched(caseFile, { registrations: orNone(registrations) });

/**
 * What the case says of one structure or organ. A source without a number says nothing, and an entry without fields is
 * taken away: an empty one would ask for an evaluation.
 */
export function setOrganOverride(caseFile: CaseFile, name: string, patch: Patch<OrganOverride>): CaseFile {
  const { [name]: _, ...others } = caseFile.organs ?? {};
  const next = patched<OrganOverride>(namedEntry(caseFile.organs ?? {}, [name]) ?? {}, patch);
  if (next.alphaBetaGy === undefined) delete next.alphaBetaSource;
  const organs = Object.keys(next).length > 0 ? { ...caseFile.organs, [name]: next } : others;
  return patched(withOrganAnswers(caseFile, name, next.organ), { organs: recordOrNone(organs) });
}

/** A word that an ROI is one organ is none that it is another: where it is taken for another, that is asked anew. */
function withOrganAnswers(caseFile: CaseFile, name: string, organ: string | undefined): CaseFile {
  if (namedEntry(caseFile.organs ?? {}, [name])?.organ === organ) return caseFile;
  const isOfIt = ({ code, roi }: CaseAnswer) => code === 'roi-taken-against-its-name' && roi === name;
  const left = (caseFile.answers ?? []).filter((answer) => !isOfIt(answer));
  return patched(caseFile, { answers: orNone(left) });
}

export function removeOrganOverride(caseFile: CaseFile, name: string): CaseFile {
  const { [name]: _, ...others } = caseFile.organs ?? {};
  return patched(withOrganAnswers(caseFile, name, undefined), { organs: recordOrNone(others) });
}

/** Adds or changes a derived structure. */
export const setDerived = (caseFile: CaseFile, name: string, expression: string): CaseFile =>
  patched(caseFile, { derived: { ...caseFile.derived, [name]: expression } });

export function removeDerived(caseFile: CaseFile, name: string): CaseFile {
  const { [name]: _, ...others } = caseFile.derived ?? {};
  return patched(caseFile, { derived: recordOrNone(others) });
}

/** A derived structure under another name, in its old place, with what is set for it. */
export function renameDerived(caseFile: CaseFile, from: string, to: string): CaseFile {
  const renamed = <Value>(record: Readonly<Record<string, Value>> = {}) =>
    Object.fromEntries(Object.entries(record).map(([name, value]) => [name === from ? to : name, value]));
  return patched(caseFile, { derived: recordOrNone(renamed(caseFile.derived)), organs: recordOrNone(renamed(caseFile.organs)) });
}

/** A name for a new derived structure that nothing has yet. */
export function freeName(caseFile: CaseFile, wanted: string, taken: readonly string[]): string {
  const all = new Set([...Object.keys(caseFile.derived ?? {}), ...taken]);
  let name = wanted;
  for (let n = 2; all.has(name); n++) name = `${wanted}_${n}`;
  return name;
}

/** The sets and goals that a case asks for, the default where it says nothing. */
export const constraintsOf = ({ constraints }: CaseFile): ConstraintEntry[] => [constraints ?? DEFAULT_CONSTRAINT_SET].flat();

/** What is asked for; nothing where the list is empty, which is the default set. */
export function setConstraints(caseFile: CaseFile, entries: ConstraintEntry[]): CaseFile {
  const [only] = entries;
  return patched(caseFile, { constraints: entries.length === 1 && typeof only === 'string' ? only : orNone(entries) });
}

/** Takes one of the program's sets in or out; tables and goals of the user's own stay. */
export function toggleConstraintSet(caseFile: CaseFile, name: string, isOn: boolean): CaseFile {
  const others = constraintsOf(caseFile).filter((entry) => entry !== name);
  return setConstraints(caseFile, isOn ? [...others, name] : others);
}

/** `unknown` is the default and is not written. */
export const setOutsideDoseGrid = (caseFile: CaseFile, value: 'unknown' | 'zero'): CaseFile =>
  patched(caseFile, { outsideDoseGrid: value === 'unknown' ? undefined : value });

export const setMetrics = (caseFile: CaseFile, metrics: string[]): CaseFile =>
  patched(caseFile, { metrics: orNone([...new Set(metrics)]) });
