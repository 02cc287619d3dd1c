import type { CaseInputs } from '../case/case-inputs';
import type { EvaluationSettings } from './evaluation-context';

/** The settings that the case file asks for. */
export function settingsOf({ caseFile, constraintSets, ownGoals }: CaseInputs): EvaluationSettings {
  return {
    overrides: caseFile.organs ?? {},
    ofCase: caseFile.organs ?? {},
    constraints: [...constraintSets.flatMap((set) => set.constraints), ...ownGoals],
    metrics: caseFile.metrics ?? [],
    outsideDoseGrid: caseFile.outsideDoseGrid ?? 'unknown',
    plannedScale: 1,
    robustness: caseFile.robustness,
  };
}
