import type { CaseInputs } from '../case/case-inputs';
import type { MissingHow } from '../findings/anatomy';
import { type Finding, makeFinding } from '../findings/finding';
import type { ReasonCode } from '../findings/reasons';
import type { MissingOrgan } from './assessment';

const HOW: Partial<Record<ReasonCode, MissingHow>> = {
  'organ-not-contoured': 'not contoured',
  'organ-without-volume': 'no volume',
  'organ-in-another-frame': 'other frame',
  'organ-without-number': 'no number',
  'organ-side-missing': 'one side',
  'organ-ambiguous-parts': 'ambiguous',
};

/** Required organs that are missing, and organs that the patient does not have. */
export function absenceFindings(missing: readonly MissingOrgan[], inputs: CaseInputs): Finding[] {
  const { unmatched } = inputs.undrawn;
  return missing.flatMap(({ organ, required, absent, code, facts, drawnThen }): Finding[] => {
    if (absent) return [makeFinding('organ-said-absent', 'info', { organ, ...absent })];
    // That it is said to be absent and drawn is asked already.
    if (code === 'question-open') return [];
    if (!required) {
      return drawnThen ? [makeFinding('organ-drawn-then-alone', 'error', { organ, courses: drawnThen, unmatched })] : [];
    }
    const { related } = facts as { related?: readonly string[] };
    const said = { organ, how: HOW[code] ?? 'not made', unmatched, ...(related && { related }) } as const;
    return [makeFinding('required-organ-missing', 'error', said)];
  });
}
