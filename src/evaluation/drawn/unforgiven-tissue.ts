import type { CaseInputs, Region } from '../../case/case-inputs';
import type { TissueModel } from '../../effect/dose-question';
import { evaluationContext, tissueModelOf } from '../evaluation-context';
import { settingsOf } from '../settings-of';

/** The model of what a region is made of, with nothing forgiven of any course. */
export function unforgivenTissue(region: Region, inputs: CaseInputs): TissueModel {
  const { courses } = inputs;
  const tissue = tissueModelOf(region, evaluationContext(courses, settingsOf(inputs), []));
  return { ...tissue, recoveryOfCourse: courses.map(() => 0) };
}
