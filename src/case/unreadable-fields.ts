import { parseMetric } from '../dvh/metric';
import { InputError } from '../input-error';
import type { CaseFile } from './case-file';
import { registrationFileOf } from './registration-entry';

/* Fields of a case that are refused before any file is read. */

/** A case may be saved with files that are still to be chosen; it cannot be assessed. */
export function refuseEmptyPaths({ structures, courses, registrations = [] }: CaseFile, file: string): void {
  const paths: [string, string | undefined][] = [['structures', structures]];
  for (const [c, course] of courses.entries()) {
    paths.push([`courses[${c}].structures`, course.structures]);
    for (const [p, { dose, plan }] of course.phases.entries()) {
      const where = `courses[${c}].phases[${p}]`;
      if (Array.isArray(dose)) paths.push(...dose.map((each, n): [string, string] => [`${where}.dose[${n}]`, each]));
      else paths.push([`${where}.dose`, dose]);
      paths.push([`${where}.plan`, plan]);
    }
  }
  for (const [n, entry] of registrations.entries()) {
    const where = typeof entry === 'string' ? `registrations[${n}]` : `registrations[${n}].file`;
    paths.push([where, registrationFileOf(entry)]);
  }
  const [where, named] = paths.find(([, each]) => each?.trim() === '') ?? [];
  if (where) throw new InputError({ file, where, found: `"${named}"`, needed: 'the path of a file' });
}

/** A metric that cannot be read is one of the case, not of the program. */
export function refuseUnknownMetrics({ metrics = [] }: CaseFile, file: string): void {
  for (const [index, metric] of metrics.entries()) {
    try {
      parseMetric(metric);
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      throw new InputError({ file, where: `metrics[${index}]`, found: error.found, needed: error.needed });
    }
  }
}
