import { Worker } from 'node:worker_threads';
import type { RegistrationWorker } from '../../../src/registration/automatic/messages';

/** A worker thread of Node's that registers. */
export function nodeWorker(): RegistrationWorker {
  const worker = new Worker(new URL('./node-worker-start.mjs', import.meta.url));
  return {
    send: (request) => worker.postMessage(request),
    onMessage: (listener) => worker.on('message', listener),
    onEnd: (listener) => {
      worker.on('error', (error) => listener(error.message));
      worker.on('exit', (code) => listener(`exit ${code}`));
    },
    end: () => void worker.terminate(),
  };
}
