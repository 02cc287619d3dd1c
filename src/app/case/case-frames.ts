import type { CaseFile } from '../../assessment/case-file';
import type { Inspection } from '../../assessment/inspect';
import { entryAt } from './entries';
import { frameOfCourse } from './phase-facts';

/** How the dose of a course stands to the anatomy of the case. */
export type Joining =
  | { readonly state: 'same frame' | 'not joined' | 'no grid' | 'unknown' }
  | { readonly state: 'joined'; readonly via: readonly string[] };

interface Edge {
  readonly a: string;
  readonly b: string;
  readonly source: string;
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
    const frame = frameOfCourse(course, inspection);
    if (frame === undefined || goal === undefined) return { state: 'unknown' };
    if (frame === goal) return { state: 'same frame' };
    const via = pathBetween(edges, frame, goal);
    return via ? { state: 'joined', via } : { state: 'not joined' };
  });
}

function edgesOf(caseFile: CaseFile, inspection: Inspection, matrixName: string): Edge[] {
  return (caseFile.registrations ?? []).flatMap((entry): Edge[] => {
    if (typeof entry !== 'string') return [{ a: entry.from, b: entry.to, source: entry.note ?? matrixName }];
    const found = entryAt(inspection.registrations, entry);
    return (found?.from ?? []).map((from) => ({ a: from, b: found!.to, source: found!.file }));
  });
}

/** The registrations of the shortest way from one frame to another, either way round. */
function pathBetween(edges: readonly Edge[], from: string, to: string): string[] | undefined {
  const reached = new Map<string, string[]>([[from, []]]);
  for (const [frame, via] of reached) {
    if (frame === to) return via;
    for (const { a, b, source } of edges) {
      const next = a === frame ? b : b === frame ? a : undefined;
      if (next !== undefined && !reached.has(next)) reached.set(next, [...via, source]);
    }
  }
  return undefined;
}
