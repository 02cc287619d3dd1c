import { CaseEditor } from '../case/case-editor';
import { refusedIdentities } from '../patient/identities';
import { setApp, useApp } from '../state/store';

/** The case, to be looked at and changed; every change is evaluated at once. */
export function CaseScreen() {
  const caseFile = useApp((state) => state.caseFile);
  const inspection = useApp((state) => state.study?.inspection);
  const guesses = useApp((state) => state.guesses);
  const unevaluated = useApp((state) => state.unevaluated);
  if (!caseFile) return null;
  return (
    <CaseEditor
      caseFile={caseFile}
      inspection={inspection}
      guesses={guesses}
      onChange={(next, _, left) => setApp({ caseFile: next, guesses: left })}
      onConfirmGuess={(field) => setApp({ guesses: guesses.filter((guess) => guess.field !== field) })}
      problem={refusedIdentities(unevaluated) ? undefined : unevaluated}
    />
  );
}
