import { useTranslation } from 'react-i18next';
import { isUnregistered, type Problem } from './problem';
import { RefusalText } from './RefusalText';

interface ProblemTextProps {
  readonly problem: Problem;
  /** Registration files that are opened and not used: pointed to where a registration is missing. */
  readonly unused?: readonly string[];
}

/** Why something cannot be done, for the user. */
export function ProblemText({ problem, unused = [] }: ProblemTextProps) {
  const { t } = useTranslation('shell');
  if (problem.kind === 'refusal') {
    return (
      <>
        <RefusalText refusal={problem.refusal} />
        {isUnregistered(problem) && unused.length > 0 && (
          <b> {t('unusedRegistrations', { count: unused.length, files: unused.join(', ') })}</b>
        )}
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
