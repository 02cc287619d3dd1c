import { useTranslation } from 'react-i18next';
import { unusedRegistrations } from '../registration/unused-registrations';
import { useApp } from '../state/store';
import { isUnregistered, type Problem } from './problem';
import { RefusalText } from './RefusalText';

/** Why something cannot be done, for the user. */
export function ProblemText({ problem }: { readonly problem: Problem }) {
  const { t } = useTranslation('shell');
  const caseFile = useApp((state) => state.caseFile);
  const inspection = useApp((state) => state.study?.inspection);
  const unused = isUnregistered(problem) ? unusedRegistrations(caseFile, inspection) : [];
  if (problem.kind === 'refusal') {
    return (
      <>
        <RefusalText refusal={problem.refusal} />
        {unused.length > 0 && <b> {t('unusedRegistrations', { count: unused.length, files: unused.join(', ') })}</b>}
      </>
    );
  }
  if (problem.kind === 'sentence') return <span lang="en">{problem.text}</span>;
  return (
    <>
      {t('fault')} <span lang="en">{problem.text}</span>
    </>
  );
}
