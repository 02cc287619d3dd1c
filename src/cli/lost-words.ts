import { writeFault } from './output-places';

/** Status of a command whose words or result did not come to where they were sent. */
const LOST = 2;

let isLost = false;

/** Whether what was sent to standard output or standard error is not whole. */
export const areWordsLost = (): boolean => isLost;

/** Once it is known whether what was written has come there. */
export const untilKnown = (): Promise<void> => new Promise((done) => void setImmediate(done));

/**
 * Says in one sentence that standard output or standard error cannot be written to, and ends with
 * status 2, whatever else the command came to: a result that is not whole is none. A reader that
 * has seen enough (`isoeffect inspect . | head`) is no fault: the work goes on, its status stays.
 */
export function watchStandardStreams(complain: (text: string) => void): void {
  const lost = (name: string, error: NodeJS.ErrnoException): void => {
    if (error.code === 'EPIPE' || error.code === 'ERR_STREAM_DESTROYED') return;
    const isFirst = !isLost;
    isLost = true;
    if (isFirst)
      complain(`${name}: found ${writeFault(error)}; needed a place that can be written to: what stands there is not whole`);
  };
  process.stdout.on('error', (error) => lost('standard output', error));
  process.stderr.on('error', (error) => lost('standard error', error));
  process.on('exit', () => {
    if (isLost) process.exitCode = LOST;
  });
}
