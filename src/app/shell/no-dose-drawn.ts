import type { Scope } from '../../constraints/goal-expression';
import type { Assessment } from '../../evaluation/assessment';

/** Why no dose of a scope can be drawn, with the courses that it fails for. */
export interface NoDoseDrawn {
  readonly why: 'apart' | 'record';
  readonly courses: readonly string[];
}

/** Undefined where nothing stands against drawing it. */
export function noDoseDrawn(
  { courses, registrations }: Pick<Assessment, 'courses' | 'registrations'>,
  scope: Scope,
): NoDoseDrawn | undefined {
  const asked = courses.filter(({ role }) => scope === 'cumulative' || role === scope);
  const isApart = (name: string) => registrations.some(({ course, type }) => course === name && type === 'none');
  const apart = asked.filter(({ name }) => isApart(name)).map(({ name }) => name);
  if (apart.length > 0) return { why: 'apart', courses: apart };
  // A record has no file.
  const recorded = asked.filter(({ phases }) => phases.some(({ files }) => files.length === 0)).map(({ name }) => name);
  return recorded.length > 0 ? { why: 'record', courses: recorded } : undefined;
}
