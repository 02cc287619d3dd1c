import type { CaseFile } from '../../case/case-file';
import type { Inspection } from '../../inspection/inspect';
import { joinings } from './case-frames';
import { checkCourses } from './check-courses';
import { checkStructures } from './check-structures';
import { entryAt } from './entries';
import type { Fault } from './fault';

/** What a person has to put right before a case can be evaluated. The evaluation has the last word. */
export function faultsOf(caseFile: CaseFile, inspection: Inspection): Fault[] {
  return [...checkCourses(caseFile, inspection), ...checkAnatomy(caseFile, inspection), ...checkStructures(caseFile, inspection)];
}

function checkAnatomy(caseFile: CaseFile, inspection: Inspection): Fault[] {
  if (caseFile.structures === '') return [{ field: 'structures', code: 'structuresNeeded' }];
  if (!entryAt(inspection.structureSets, caseFile.structures))
    return [{ field: 'structures', code: 'structuresNotHere', values: { file: caseFile.structures } }];
  return joinings(caseFile, inspection, '').flatMap(({ state }, n): Fault[] =>
    state === 'not joined'
      ? [{ field: 'registrations', code: 'notJoined', values: { name: caseFile.courses[n].name ?? String(n + 1) } }]
      : [],
  );
}
