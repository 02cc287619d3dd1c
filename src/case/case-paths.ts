import { slashed } from '../files/case-path';
import type { CaseFile } from './case-file';
import type { FileAccess } from './case-reader';
import { registrationFileOf, withRegistrationFile } from './registration-entry';

/** The same case with every path of a file changed. */
export function withPaths(caseFile: CaseFile, change: (path: string) => string): CaseFile {
  const isTable = (entry: unknown): entry is string => typeof entry === 'string' && entry.endsWith('.json');
  const changeTable = <T>(entry: T): T => (isTable(entry) ? (change(entry) as T & string) : entry);
  const { constraints, registrations, inputs } = caseFile;
  return {
    ...caseFile,
    courses: caseFile.courses.map((course) => ({
      ...course,
      ...(course.structures !== undefined && { structures: change(course.structures) }),
      phases: course.phases.map((phase) => ({
        ...phase,
        ...(phase.dose !== undefined && { dose: Array.isArray(phase.dose) ? phase.dose.map(change) : change(phase.dose) }),
        ...(phase.plan !== undefined && { plan: change(phase.plan) }),
      })),
    })),
    structures: change(caseFile.structures),
    ...(registrations && {
      registrations: registrations.map((entry) => {
        const file = registrationFileOf(entry);
        return file === undefined ? entry : withRegistrationFile(entry, change(file));
      }),
    }),
    ...(inputs && { inputs: Object.fromEntries(Object.entries(inputs).map(([path, sha256]) => [change(path), sha256])) }),
    ...(constraints !== undefined && {
      constraints: Array.isArray(constraints) ? constraints.map(changeTable) : changeTable(constraints),
    }),
  };
}

/** Every path that a case names. */
export function pathsOf(caseFile: CaseFile): string[] {
  const paths: string[] = [];
  withPaths(caseFile, (path) => {
    paths.push(path);
    return path;
  });
  return paths;
}

/**
 * The same case with `/` between the parts of its paths, as this program writes them: cases that
 * were written by hand on Windows have `\`. Where that is a sign like others, a file that is
 * there by the very name keeps it.
 */
export async function withSlashes(caseFile: CaseFile, { isThere }: Pick<FileAccess, 'isThere'>): Promise<CaseFile> {
  const meant = new Map<string, string>();
  for (const path of pathsOf(caseFile)) {
    if (path.includes('\\') && !(await isThere?.(path))) meant.set(path, slashed(path));
  }
  return meant.size === 0 ? caseFile : withPaths(caseFile, (path) => meant.get(path) ?? path);
}
