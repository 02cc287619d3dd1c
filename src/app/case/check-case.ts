import type { CaseFile } from '../../assessment/case-file';
import type { Inspection } from '../../assessment/inspect';
import { joinings } from './case-frames';
import { entryAt } from './case-paths';
import { checkCourses } from './check-courses';
import { checkStructures } from './check-structures';
import type { Fault } from './fault';

/** What a person has to put right before a case can be evaluated. The evaluation has the last word. */
export function faultsOf(caseFile: CaseFile, inspection: Inspection, folder: string): Fault[] {
  return [
    ...checkCourses(caseFile, inspection, folder),
    ...checkAnatomy(caseFile, inspection, folder),
    ...checkStructures(caseFile, inspection, folder),
  ];
}

function checkAnatomy(caseFile: CaseFile, inspection: Inspection, folder: string): Fault[] {
  if (caseFile.structures === '') return [{ field: 'structures', code: 'structuresNeeded' }];
  if (!entryAt(inspection.structureSets, caseFile.structures, folder))
    return [{ field: 'structures', code: 'structuresNotHere', values: { file: caseFile.structures } }];
  return joinings(caseFile, inspection, folder, '').flatMap(({ state }, n): Fault[] =>
    state === 'not joined'
      ? [{ field: 'registrations', code: 'notJoined', values: { name: caseFile.courses[n].name ?? String(n + 1) } }]
      : [],
  );
}
