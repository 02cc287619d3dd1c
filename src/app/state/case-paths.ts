import type { CaseFile } from '../../case/case-file';
import { registrationFileOf, withRegistrationFile } from '../../case/registration-entry';
import type { Inspection } from '../../inspection/inspect';
import { resolved } from '../engine/file-source';

/** A path as seen from a folder, both with `/`; on another drive it stays whole. */
export function relativeTo(folder: string, path: string): string {
  const [from, to] = [folder.split('/'), path.split('/')];
  let shared = 0;
  while (shared < from.length && shared < to.length - 1 && from[shared] === to[shared]) shared++;
  // Nothing in common but the root: another drive, or another world.
  if (shared === 0 || (shared === 1 && from[0] === '' && folder !== '')) return path;
  return [...from.slice(shared).map(() => '..'), ...to.slice(shared)].join('/');
}

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

/** The top folder that all paths of a case lie in, where there is one: a case file belongs inside it. */
export function topFolder(caseFile: CaseFile): string {
  const tops = new Set(pathsOf(caseFile).map((path) => (path.includes('/') ? path.slice(0, path.indexOf('/')) : '')));
  const [top] = tops;
  return tops.size === 1 ? top : '';
}

/** The case as it stands in a file in `folder`: paths relative to it. */
export const relativeCase = (caseFile: CaseFile, from: string, folder: string): CaseFile =>
  withPaths(caseFile, (path) => relativeTo(folder, resolved(from, path)));

/** The longest folder that all paths share, with its `/`. */
export function commonFolder(paths: readonly string[]): string {
  let folder = paths[0]?.slice(0, paths[0].lastIndexOf('/') + 1) ?? '';
  while (folder !== '' && !paths.every((path) => path.startsWith(folder)))
    folder = folder.slice(0, folder.slice(0, -1).lastIndexOf('/') + 1);
  return folder;
}

/** Every file that an inspection names. */
export const filesOf = (inspection: Inspection): string[] => [
  ...[...inspection.doses, ...inspection.plans, ...inspection.structureSets].map(({ file }) => file),
  ...[...inspection.registrations, ...inspection.others].map(({ file }) => file),
  ...inspection.ctSeries.map(({ firstFile }) => firstFile),
  ...[...inspection.unreadable, ...inspection.foreign].map(({ file }) => file),
];
