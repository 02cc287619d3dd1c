import type { CaseFile } from '../../case/case-file';
import { registrationFileOf, writtenRegistration } from '../../case/registration-entry';
import type { Inspection } from '../../inspection/inspect';
import { entryAt } from './entries';
import { frameOfCourse } from './phase-facts';

/** How the dose of a course stands to the anatomy of the case. */
export type Joining =
  | { readonly state: 'same frame' | 'not joined' | 'apart' | 'no grid' | 'unknown' }
  | { readonly state: 'joined'; readonly via: readonly string[] };

interface Edge {
  readonly a: string;
  readonly b: string;
  readonly source: string;
  /** A deformation carries points from a to b only. */
  readonly isOneWay: boolean;
}

/** The frame that the structures of the case are drawn in: that of its first contours. */
export const anatomyFrame = (caseFile: CaseFile, inspection: Inspection): string | undefined =>
  entryAt(inspection.structureSets, caseFile.structures)?.frameOfReferenceUids[0];

/** For each course, whether the registrations that the case uses carry its dose to the anatomy. */
export function joinings(caseFile: CaseFile, inspection: Inspection, matrixName: string): Joining[] {
  const goal = anatomyFrame(caseFile, inspection);
  const edges = edgesOf(caseFile, inspection, matrixName);
  return caseFile.courses.map((course): Joining => {
    if (course.phases.every(({ dose }) => dose === undefined)) return { state: 'no grid' };
    // The user's word that it cannot be placed: what could carry it is then not used.
    if (course.registration === 'none') return { state: 'apart' };
    const frame = frameOfCourse(course, inspection);
    if (frame === undefined || goal === undefined) return { state: 'unknown' };
    if (frame === goal) return { state: 'same frame' };
    const via = pathBetween(edges, goal, frame);
    return via ? { state: 'joined', via } : { state: 'not joined' };
  });
}

function edgesOf(caseFile: CaseFile, inspection: Inspection, matrixName: string): Edge[] {
  return (caseFile.registrations ?? []).flatMap((entry): Edge[] => {
    const written = writtenRegistration(entry);
    if (written) {
      const { from, to, note, deformation } = written;
      return [{ a: from, b: to, source: note ?? matrixName, isOneWay: deformation !== undefined }];
    }
    const file = registrationFileOf(entry)!;
    return inspection.registrations
      .filter((found) => found.file === file)
      .flatMap(({ from, to, type }) => from.map((a) => ({ a, b: to, source: file, isOneWay: type === 'deformable' })));
  });
}

/** The registrations of the shortest way from one frame to another; a matrix serves either way round. */
function pathBetween(edges: readonly Edge[], from: string, to: string): string[] | undefined {
  const reached = new Map<string, string[]>([[from, []]]);
  for (const [frame, via] of reached) {
    if (frame === to) return via;
    for (const { a, b, source, isOneWay } of edges) {
      const next = a === frame ? b : b === frame && !isOneWay ? a : undefined;
      if (next !== undefined && !reached.has(next)) reached.set(next, [...via, source]);
    }
  }
  return undefined;
}
