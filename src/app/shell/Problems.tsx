import { Alert } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { setApp, useApp } from '../state/store';
import { ProblemText } from '../words/ProblemText';

/** What could not be done, and why the case cannot be evaluated; each until it is dismissed or no longer so. */
export function Problems() {
  const { t } = useTranslation('shell');
  const problem = useApp((state) => state.problem);
  // The case screen says it itself, beside what is to be changed.
  const unevaluated = useApp((state) => (state.screen === 'case' ? undefined : state.unevaluated));
  const shown = [
    { what: 'asked', problem, dismiss: () => setApp({ problem: undefined }) },
    { what: 'case', problem: unevaluated, dismiss: () => setApp({ unevaluated: undefined }) },
  ];
  return shown.map(
    ({ what, problem: shownProblem, dismiss }) =>
      shownProblem && (
        <Alert
          key={what}
          color="red"
          title={t('problem')}
          withCloseButton
          closeButtonLabel={t('dismiss')}
          onClose={dismiss}
          role="alert"
          m="xs"
          py="xs"
        >
          <ProblemText problem={shownProblem} />
        </Alert>
      ),
  );
}
