import type { CaseFile } from '../../case/case-file';

/** A field that two versions of a case have differently. */
export interface CaseChange {
  /** Of the case, or of a course, a phase or an organ: by its name in the case file. */
  readonly field: string;
  readonly in: 'case' | 'course' | 'phase' | 'organ';
  /** The name of the course, organ, structure or file that it is of, where it is of one. */
  readonly of?: string;
  /** What stands there in either version, where that is short; nothing where nothing stands there. */
  readonly before?: string;
  readonly after?: string;
}

type Fields = Readonly<Record<string, unknown>>;

/** What every save writes anew, and what is no content of the case. */
const NO_CONTENT = new Set(['isoeffectCase', 'uid', 'writtenBy', 'inputs', 'courses', 'organs']);
/** Fields that are tables by name. */
const TABLES = new Set(['derived', 'absent', 'organDoses']);
const LONGEST = 60;

/** What differs between two versions of a case, both with their paths alike; in the order of the case file. */
export function caseChanges(before: CaseFile, after: CaseFile): CaseChange[] {
  return [
    ...courseChanges(before.courses ?? [], after.courses ?? []),
    ...fieldChanges('case', before, after),
    ...organChanges(before.organs ?? {}, after.organs ?? {}),
    ...inputChanges(before.inputs ?? {}, after.inputs ?? {}),
  ];
}

function fieldChanges(where: CaseChange['in'], before: Fields, after: Fields, of?: string): CaseChange[] {
  const left = (name: string) => where === 'case' && NO_CONTENT.has(name);
  return keysOf(before, after).flatMap((field): CaseChange[] => {
    const [a, b] = [before[field], after[field]];
    if (left(field) || field === 'phases' || isSame(a, b)) return [];
    if (TABLES.has(field)) return entryChanges(field, where, (a ?? {}) as Fields, (b ?? {}) as Fields);
    return [{ field, in: where, ...(of !== undefined && { of }), ...values(a, b) }];
  });
}

/** Of a table by name, each entry that differs. */
const entryChanges = (field: string, where: CaseChange['in'], before: Fields, after: Fields): CaseChange[] =>
  keysOf(before, after)
    .filter((name) => !isSame(before[name], after[name]))
    .map((name) => ({ field, in: where, of: name, ...values(before[name], after[name]) }));

type Course = CaseFile['courses'][number];

/** Courses are told by their names; of courses without, or of one name, by their places. */
function courseChanges(before: readonly Course[], after: readonly Course[]): CaseChange[] {
  const isByName = [before, after].every((courses) => new Set(courses.map(({ name }) => name)).size === courses.length);
  const isByPlace = before.length === after.length;
  const pairs: (readonly [Course | undefined, Course | undefined])[] = isByPlace
    ? before.map((course, n) => [course, after[n]])
    : [
        ...before.map((course) => [course, isByName ? after.find(({ name }) => name === course.name) : undefined] as const),
        ...after
          .filter(({ name }) => !isByName || !before.some((course) => course.name === name))
          .map((course) => [undefined, course] as const),
      ];
  return pairs.flatMap(([a, b], n): CaseChange[] => {
    const of = a?.name ?? b?.name ?? `${n + 1}`;
    if (!a || !b) return [{ field: 'courses', in: 'case', of, ...values(a && of, b && of) }];
    return [...fieldChanges('course', a, b, of), ...phaseChanges(a.phases ?? [], b.phases ?? [], of)];
  });
}

function phaseChanges(before: Course['phases'], after: Course['phases'], of: string): CaseChange[] {
  if (before.length !== after.length) return [{ field: 'phases', in: 'course', of, ...values(before.length, after.length) }];
  return before.flatMap((phase, n) => fieldChanges('phase', phase, after[n], of));
}

const organChanges = (before: Fields, after: Fields): CaseChange[] =>
  keysOf(before, after).flatMap((roi) => fieldChanges('organ', (before[roi] ?? {}) as Fields, (after[roi] ?? {}) as Fields, roi));

/** A file that one version has no hash of is not another file. */
const inputChanges = (before: Fields, after: Fields): CaseChange[] =>
  keysOf(before, after)
    .filter((path) => before[path] !== undefined && after[path] !== undefined && before[path] !== after[path])
    .map((path) => ({ field: 'inputs', in: 'case', of: path }));

const keysOf = (a: Fields, b: Fields): string[] => [...new Set([...Object.keys(a), ...Object.keys(b)])];

const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

function values(before: unknown, after: unknown): Pick<CaseChange, 'before' | 'after'> {
  const [a, b] = [shortText(before), shortText(after)];
  return { ...(a !== undefined && { before: a }), ...(b !== undefined && { after: b }) };
}

/** A plain value as it stands in the case; of a list of them the list, of anything else how many there are. */
function shortText(value: unknown): string | undefined {
  if (value === undefined) return undefined;
  if (typeof value !== 'object' || value === null) return cut(String(value));
  if (Array.isArray(value)) return value.every((one) => typeof one !== 'object') ? cut(value.join(', ')) : `(${value.length})`;
  return '(…)';
}

const cut = (text: string): string => (text.length > LONGEST ? `${text.slice(0, LONGEST - 1)}…` : text);
