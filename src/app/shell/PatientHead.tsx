import { useEffect, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { printable } from '../../printable';
import { titleText } from '../patient/bar-words';
import { PatientBar } from '../patient/PatientBar';
import { patientFacts } from '../patient/patient-bar';
import { useApp } from '../state/store';
import { TriedNotice } from './TriedNotice';

/** The patient on every screen and in the title of the window; none while other files are read. */
export function PatientHead() {
  const { t, i18n } = useTranslation('patient');
  const isReading = useApp((state) => state.screen === 'reading');
  const study = useApp((state) => state.study);
  const caseFile = useApp((state) => state.caseFile);
  const assessment = useApp((state) => state.original);
  const unevaluated = useApp((state) => state.unevaluated);
  const awaited = useApp((state) => state.awaited);
  const facts = useMemo(
    () => (isReading ? undefined : patientFacts({ study, caseFile, assessment, unevaluated, awaited })),
    [isReading, study, caseFile, assessment, unevaluated, awaited],
  );
  // biome-ignore lint/correctness/useExhaustiveDependencies: with another language the words are others
  useEffect(() => {
    // Electron's window follows the title of its page.
    document.title = printable(titleText(t, facts));
  }, [t, facts, i18n.language]);
  return facts ? (
    <PatientBar facts={facts}>
      <TriedNotice />
    </PatientBar>
  ) : null;
}
