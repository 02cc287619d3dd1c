import { useTranslation } from 'react-i18next';
import type { Problem } from './problem';
import { RefusalText } from './RefusalText';

/** Why something cannot be done, for the user. */
export function ProblemText({ problem }: { readonly problem: Problem }) {
  const { t } = useTranslation('shell');
  if (problem.kind === 'refusal') return <RefusalText refusal={problem.refusal} />;
  if (problem.kind === 'sentence') return <span lang="en">{problem.text}</span>;
  return (
    <>
      {t('fault')} <span lang="en">{problem.text}</span>
    </>
  );
}
