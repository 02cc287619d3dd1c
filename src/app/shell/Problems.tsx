import { Alert, Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { withSamePatient } from '../../case/edit/edit-statements';
import { unusedRegistrations } from '../../inspection/unused-registrations';
import { refusedIdentities } from '../patient/identities';
import { SamePatientQuestion } from '../patient/SamePatientQuestion';
import { canTakeFiles, takeFiles } from '../state/awaited-files';
import { changeCase, setApp, useApp } from '../state/store';
import { ProblemText } from '../words/ProblemText';
import { isOfCase, isUnregistered } from '../words/problem';

const toRegistration = (): void => setApp({ screen: 'registration' });
const toCase = (): void => setApp({ screen: 'case' });

/** The colour of a warning cannot be read on its own tint: the title and the cross are in that of the text. */
const READABLE = { title: { color: 'var(--mantine-color-text)' }, closeButton: { color: 'var(--mantine-color-text)' } };

/** What could not be done, and why the case cannot be evaluated; each until it is dismissed or no longer so. */
export function Problems() {
  const { t } = useTranslation('shell');
  const { t: say } = useTranslation('keeping');
  const problem = useApp((state) => state.problem);
  const screen = useApp((state) => state.screen);
  const caseFile = useApp((state) => state.caseFile);
  const inspection = useApp((state) => state.study?.inspection);
  const unused = unusedRegistrations(caseFile, inspection);
  const reason = useApp((state) => state.unevaluated);
  const identities = refusedIdentities(reason);
  // Whose files they are is asked on every screen.
  const isOfOtherFiles = reason?.kind === 'refusal' && reason.refusal.owners !== undefined;
  // The case screen says it itself, beside what is to be changed.
  const unevaluated = (screen === 'case' && !isOfOtherFiles) || identities ? undefined : reason;
  // On the data screen the question stands beside the files.
  const isAsked = identities && (screen === 'case' || screen === 'registration' || screen === 'assess');
  const shown = [
    { what: 'asked', problem, dismiss: () => setApp({ problem: undefined }) },
    { what: 'case', problem: unevaluated, dismiss: () => setApp({ unevaluated: undefined }) },
  ];
  return (
    <>
      {isAsked && (
        <div style={{ padding: 'var(--mantine-spacing-xs)' }}>
          <SamePatientQuestion
            identities={identities}
            onAnswer={(said) => changeCase((caseFile) => withSamePatient(caseFile, identities, said))}
          />
        </div>
      )}
      {shown.map(
        ({ what, problem: shownProblem, dismiss }) =>
          shownProblem && (
            <Alert
              key={what}
              color={isUnregistered(shownProblem) ? 'yellow' : 'red'}
              styles={READABLE}
              title={t(isUnregistered(shownProblem) ? 'notRegistered' : 'problem')}
              withCloseButton
              closeButtonLabel={t('dismiss')}
              onClose={dismiss}
              role="alert"
              m="xs"
              py="xs"
            >
              <ProblemText problem={shownProblem} unused={unused} />
              {canTakeFiles(shownProblem) && (
                <Button size="compact-sm" variant="default" mt="xs" display="block" onClick={() => void takeFiles()}>
                  {say('takeFiles')}
                </Button>
              )}
              {isUnregistered(shownProblem) && screen !== 'registration' && (
                <Button size="compact-sm" variant="default" mt="xs" display="block" onClick={toRegistration}>
                  {t('toRegistration')}
                </Button>
              )}
              {isOfCase(shownProblem) && screen !== 'case' && (
                <Button size="compact-sm" variant="default" mt="xs" display="block" onClick={toCase}>
                  {t('toCase')}
                </Button>
              )}
            </Alert>
          ),
      )}
    </>
  );
}
