import { createContext, type ReactNode, useContext, useEffect, useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { CaseFile } from '../../case/case-file';
import { heldGuesses } from '../../case/held-guesses';
import type { Inspection } from '../../inspection/inspect';
import type { Guess } from '../../inspection/proposal-words';
import { commonFolder, filesOf } from '../state/case-paths';
import { faultsOf } from './check-case';
import type { Fault } from './fault';
import { guessesMoved, withoutGuess } from './guesses';

/** What all parts of the editor work on. */
export interface Editing {
  readonly caseFile: CaseFile;
  readonly inspection: Inspection;
  readonly guesses: readonly Guess[];
  readonly faults: readonly Fault[];
  /** What is wrong with a field, in words. */
  readonly faultOf: (field: string) => string | undefined;
  /**
   * Makes a change on the newest case there is. A guess on the fields (or below them) is no guess any more.
   * @param what for undo: "Fractions of Salvage".
   * @param moved a course taken away (-1) or put in (1) at an index, so that guesses keep to their courses.
   */
  readonly change: (
    edit: (caseFile: CaseFile) => CaseFile,
    what: string,
    fields?: string | readonly string[],
    moved?: { readonly index: number; readonly by: 1 | -1 },
  ) => void;
  readonly confirm: (field: string) => void;
  /** A path as short as it can be and still be told from the others. */
  readonly short: (path: string) => string;
}

const EditingContext = createContext<Editing | undefined>(undefined);

export function useEditing(): Editing {
  const editing = useContext(EditingContext);
  if (!editing) throw new Error('A part of the case editor is used outside it.');
  return editing;
}

/** Of a case whose files nobody has inspected. */
const NOTHING: Inspection = {
  patients: [],
  doses: [],
  plans: [],
  structureSets: [],
  ctSeries: [],
  registrations: [],
  frameGroups: [],
  others: [],
  unreadable: [],
  foreign: [],
  findings: [],
};

interface EditingProviderProps {
  readonly caseFile: CaseFile;
  readonly inspection: Inspection | undefined;
  readonly guesses: readonly Guess[];
  readonly onChange: (next: CaseFile, what: string, guesses: readonly Guess[]) => void;
  readonly onConfirmGuess: (field: string) => void;
  readonly children: ReactNode;
}

export function EditingProvider(props: EditingProviderProps) {
  const { caseFile, inspection = NOTHING, guesses } = props;
  const { t } = useTranslation('case');
  // A field that is left and another that is entered may both report before the page is drawn again.
  const newest = useRef({ caseFile, guesses, props });
  useEffect(() => {
    newest.current = { caseFile, guesses, props };
  });
  const faults = useMemo(
    () => (props.inspection ? faultsOf(caseFile, inspection) : []),
    [caseFile, inspection, props.inspection],
  );
  const common = useMemo(() => commonFolder(filesOf(inspection)), [inspection]);
  const editing: Editing = {
    caseFile,
    inspection,
    guesses,
    faults,
    faultOf: (field) => {
      const fault = faults.find((each) => each.field === field);
      return fault && t(`fault.${fault.code}`, { ...fault.values });
    },
    change: (edit, what, fields = [], moved) => {
      const now = newest.current;
      const next = edit(now.caseFile);
      if (next === now.caseFile) return;
      const kept = [fields].flat().reduce<readonly Guess[]>(withoutGuess, now.guesses);
      const left = heldGuesses(next, moved ? guessesMoved(kept, moved.index, moved.by) : kept, now.caseFile);
      newest.current = { ...now, caseFile: next, guesses: left };
      now.props.onChange(next, what, left);
    },
    confirm: props.onConfirmGuess,
    short: (path) => (common !== '' && path.startsWith(common) ? path.slice(common.length) : path),
  };
  return <EditingContext value={editing}>{props.children}</EditingContext>;
}
