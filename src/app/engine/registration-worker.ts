import type { RegistrationWorker } from '../../registration/automatic/messages';

/**
 * A worker of the browser's that registers. Its file keeps the name `registration.worker-….js`: by it the server knows the
 * one script that may compile WebAssembly (electron/content-security.ts).
 */
export function browserWorker(): RegistrationWorker {
  const worker = new Worker(new URL('./registration.worker.ts', import.meta.url), { type: 'module' });
  return {
    send: (request) => worker.postMessage(request),
    onMessage: (listener) => worker.addEventListener('message', ({ data }) => listener(data)),
    onEnd: (listener) => worker.addEventListener('error', ({ message }) => listener(message || 'its script could not be loaded')),
    end: () => worker.terminate(),
  };
}
