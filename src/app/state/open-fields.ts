import type { CaseFile } from '../../case/case-file';
import type { CaseProposal } from '../../inspection/propose-case';

/**
 * A proposed case as the case editor takes it; undefined where it has no structure set to be evaluated on and none to
 * choose from. A role that the files do not tell stays open: the editor asks for it, as it does for what a half-edited
 * draft lacks, and the evaluation refuses the case until it is there.
 */
export function withOpenFields({ caseFile, missing }: CaseProposal): CaseFile | undefined {
  if (!caseFile || missing.some(({ code }) => code === 'no-structures')) return undefined;
  return { ...caseFile, structures: caseFile.structures ?? '', courses: caseFile.courses as CaseFile['courses'] };
}
