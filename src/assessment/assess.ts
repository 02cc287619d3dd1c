import type { CaseInputs } from '../case/case-inputs';
import type { FileAccess } from '../case/case-reader';
import { AS_IT_IS } from '../case/what-if';
import type { Assessment } from '../evaluation/assessment';
import type { Progress } from '../evaluation/prepared-case';
import { Session } from './session';

const nothing = async (): Promise<never> => {
  throw new Error('a session of a case that was read has no files');
};
const NO_FILES: FileAccess = { read: nothing, beside: nothing, head: nothing };

/** The spine: a case read, in; every number and verdict, out. A session that is asked once. */
export function assess(inputs: CaseInputs, progress?: Progress): Assessment {
  const session = new Session(NO_FILES);
  return session.whole(session.ask(inputs, AS_IT_IS, progress));
}
