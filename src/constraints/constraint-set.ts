import type { z } from 'zod';
import { InputError } from '../input-error';
import { type Constraint, goalOf, type Recovery } from './constraint';
import { constraintTable } from './constraint-schema';
import type { RecoverySchedule } from './recovery-schedule';
import { schemaError } from './schema-error';
import hytecCord from './tables/hytec-cord.json';
import niederCord from './tables/nieder-cord.json';
import reirradiationThorax from './tables/reirradiation-thorax.json';
import singleCourseEsophagus from './tables/single-course-esophagus.json';
import umichReirradiation from './tables/umich-reirradiation.json';

/** A named set of constraints that belong together. */
export interface ConstraintSet {
  readonly name: string;
  readonly title: string;
  readonly version: string;
  readonly description: string;
  /** How far the set is expert opinion, and what was assumed. To be shown wherever the set is used. */
  readonly opinionNote: string;
  readonly schedules: readonly RecoverySchedule[];
  /** One entry for each goal and each organ it is for. */
  readonly constraints: readonly Constraint[];
}

const TABLES = {
  'reirradiation-thorax': reirradiationThorax as unknown,
  'umich-reirradiation': umichReirradiation as unknown,
  'hytec-cord': hytecCord as unknown,
  'nieder-cord': niederCord as unknown,
  'single-course-esophagus': singleCourseEsophagus as unknown,
};

export type ConstraintSetName = keyof typeof TABLES;
/** The sets that come with the program, the default first. */
export const CONSTRAINT_SET_NAMES = Object.keys(TABLES) as ConstraintSetName[];
export const DEFAULT_CONSTRAINT_SET: ConstraintSetName = 'reirradiation-thorax';

const loaded = new Map<string, ConstraintSet>();

/**
 * One of the sets that come with the program.
 * @throws InputError for another name.
 */
export function loadConstraintSet(name: string, where = 'constraints'): ConstraintSet {
  if (!Object.hasOwn(TABLES, name)) {
    throw new InputError({ where, found: `"${name}"`, needed: `one of ${CONSTRAINT_SET_NAMES.join(', ')}` });
  }
  let set = loaded.get(name);
  if (!set) {
    set = parseConstraintSet(TABLES[name as ConstraintSetName], `${name}.json`);
    loaded.set(name, set);
  }
  return set;
}

/**
 * Reads a constraint table (parsed JSON), one that comes with the program or one a user has made from it.
 * @param file its name, for messages.
 * @throws InputError naming file and field for an unknown or missing field, a goal that cannot be read, a recovery
 * schedule that is not in the table, an alpha/beta missing where EQD2 or BED is tested or given where it is not.
 */
export function parseConstraintSet(json: unknown, file: string): ConstraintSet {
  if (!isTable(json)) {
    throw new InputError({ file, found: 'no "goals"', needed: 'a constraint table: an object with "name", "title" and "goals"' });
  }
  const result = constraintTable.safeParse(json);
  if (!result.success) throw schemaError(json, result.error, file);
  const { name, title, version, description, opinionNote, recoverySchedules = {}, defaults, goals } = result.data;
  const schedules = Object.entries(recoverySchedules).map(([name, steps]) => ({ name, steps }));
  const constraints = goals.flatMap((row, n) => {
    const merged = { ...defaults, ...row };
    if (merged.quantity === 'physical' && row.alphaBetaGy === undefined) delete merged.alphaBetaGy;
    const common = constraintOf(merged, { name, title }, schedules, file, `goals[${n}].`);
    const among = [merged.organ].flat();
    return among.map((organ) => ({ ...common, organ, ...(among.length > 1 && { among }) }));
  });
  return { name, title, version, description, opinionNote, schedules, constraints };
}

const isTable = (json: unknown): boolean => typeof json === 'object' && json !== null && 'goals' in json;

type Row = z.infer<typeof constraintTable>['goals'][number];

function constraintOf(
  row: Row,
  set: Pick<ConstraintSet, 'name' | 'title'>,
  schedules: readonly RecoverySchedule[],
  file: string,
  where: string,
): Omit<Constraint, 'organ' | 'among'> {
  const required = <Field extends 'quantity' | 'scope' | 'mandatory' | 'recovery' | 'source' | 'evidence'>(field: Field) => {
    const value = row[field];
    if (value === undefined) {
      throw new InputError({
        file,
        where: where + field,
        found: 'nothing',
        needed: `${field}, in the goal or in the table's defaults`,
      });
    }
    return value as NonNullable<Row[Field]>;
  };
  const quantity = required('quantity');
  const scope = required('scope');
  const { alphaBetaGy, alphaBetaNote, requires, note } = row;
  if ((alphaBetaGy === undefined) !== (quantity === 'physical')) {
    const found = alphaBetaGy === undefined ? 'nothing' : `${alphaBetaGy} for a goal on physical dose`;
    throw new InputError({
      file,
      where: `${where}alphaBetaGy`,
      found,
      needed: 'alpha/beta in Gy, or "organ" for the organ\'s own, for eqd2 and bed; none for physical',
    });
  }
  return {
    set: set.name,
    setTitle: set.title,
    goal: goalOf(row.goal, quantity, scope, file, where),
    quantity,
    scope,
    mandatory: required('mandatory'),
    alphaBetaGy,
    alphaBetaNote,
    recovery: recoveryOf(required('recovery'), schedules, file, `${where}recovery`),
    source: required('source'),
    evidence: required('evidence'),
    requires,
    note,
  };
}

function recoveryOf(name: string, schedules: readonly RecoverySchedule[], file: string, where: string): Recovery {
  if (name === 'none') return 'none';
  const schedule = schedules.find((candidate) => candidate.name === name);
  if (schedule) return schedule;
  const names = ['none', ...schedules.map((candidate) => candidate.name)];
  throw new InputError({ file, where, found: `"${name}"`, needed: `one of ${names.join(', ')}` });
}
