import type { Assessment } from './assessment';
import type { CaseInputs } from './case-inputs';
import { evaluateCase, settingsOf } from './evaluate-case';
import { type Progress, prepareCase } from './prepared-case';
import { withRobustness } from './robustness/with-robustness';
import { withRegistrationQuality } from './with-registration-quality';

/** The spine: a case read, in; every number and verdict, out. */
export function assess(inputs: CaseInputs, progress?: Progress): Assessment {
  const prepared = prepareCase(inputs, progress);
  const settings = settingsOf(inputs);
  return withRegistrationQuality(prepared, withRobustness(prepared, settings, evaluateCase(prepared, settings)));
}
