import type { CaseFile } from '../../case/case-file';
import { pathsOf, withPaths } from '../../case/case-paths';
import { relativeTo, resolved } from '../../files/case-path';
import type { Inspection } from '../../inspection/inspect';

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
