import { registerInWorker } from '../../registration/automatic/messages';
import type { RegistrationResult, Progress as Stages } from '../../registration/automatic/register-volumes';
import { browserWorker } from '../engine/registration-worker';
import { appNow, setApp } from '../state/store';
import { withCandidate } from '../state/trials';
import { problemOf, sentenceOf } from '../words/problem';
import { automaticCandidate } from './automatic-candidate';

const CANCELLED = 'cancelled';
type Request = Parameters<typeof registerInWorker>[1];

/** The frames of what is matched, and the names of the courses that are carried by it. */
export interface MatchedCourse {
  readonly anatomyFrameUid: string;
  readonly courseFrameUid: string | undefined;
  readonly courses: readonly string[];
}

/**
 * Has the computer register two CTs, in a worker of its own that can be ended at once. It goes on while other screens
 * are shown, and ends where another case is opened; what it finds is tried.
 */
export async function runAutomatic(
  scene: MatchedCourse,
  request: Request,
  noteOf: (result: RegistrationResult) => string,
): Promise<void> {
  const controller = new AbortController();
  const cancel = () => controller.abort(new Error(CANCELLED));
  const isRunning = () => appNow().registering?.cancel === cancel;
  const progress = (stage: Stages) =>
    isRunning() ? setApp({ registering: { courses: scene.courses, stage, cancel } }) : cancel();
  setApp({ registering: { courses: scene.courses, stage: { stage: 'preparing', share: 0 }, cancel } });
  try {
    const result = await registerInWorker(browserWorker, request, { onProgress: progress, signal: controller.signal });
    if (!isRunning()) return;
    const candidate = automaticCandidate(result, noteOf(result));
    setApp(({ trials }) => ({ trials: withCandidate(trials, scene, candidate) }));
  } catch (error) {
    if (isRunning() && sentenceOf(error) !== CANCELLED) setApp({ problem: problemOf(error) });
  } finally {
    if (isRunning()) setApp({ registering: undefined });
  }
}
