import type { CaseInputs } from '../case/case-inputs';
import type { Assessment } from '../evaluation/assessment';
import { evaluateCase, settingsOf } from '../evaluation/evaluate-case';
import { type Progress, prepareCase } from '../evaluation/prepared-case';
import { withRobustness } from '../evaluation/robustness/with-robustness';
import { withRegistrationQuality } from '../evaluation/with-registration-quality';

/** The spine: a case read, in; every number and verdict, out. */
export function assess(inputs: CaseInputs, progress?: Progress): Assessment {
  const prepared = prepareCase(inputs, progress);
  const settings = settingsOf(inputs);
  return withRegistrationQuality(prepared, withRobustness(prepared, settings, evaluateCase(prepared, settings)));
}
