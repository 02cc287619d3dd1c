import { InputError, type InputErrorParts } from '../../input-error';
import type { Elastix } from './engine';
import { type Progress, type RegistrationRequest, type RegistrationResult, registerVolumes } from './register-volumes';

/*
 * The words between whoever wants a registration and the worker that computes it. A worker does one registration and is
 * ended: only so can it be cancelled at once, and only so is elastix's memory given back.
 */

export type FromWorker =
  | { readonly kind: 'progress'; readonly progress: Progress }
  | { readonly kind: 'done'; readonly result: RegistrationResult }
  | { readonly kind: 'refused'; readonly parts: InputErrorParts }
  | { readonly kind: 'failed'; readonly message: string };

/** The worker's side: computes one request and posts what comes of it. Never rejects. */
export async function answerRequest(
  request: RegistrationRequest,
  elastix: Elastix,
  post: (message: FromWorker) => void,
): Promise<void> {
  try {
    const result = await registerVolumes(request, elastix, (progress) => post({ kind: 'progress', progress }));
    post({ kind: 'done', result });
  } catch (error) {
    if (error instanceof InputError) {
      const { file, where, found, needed } = error;
      post({ kind: 'refused', parts: { file, where, found, needed } });
    } else {
      post({ kind: 'failed', message: error instanceof Error ? error.message : String(error) });
    }
  }
}

/** A worker of Node's or of a browser's, as far as it is needed here. */
export interface RegistrationWorker {
  send(request: RegistrationRequest): void;
  onMessage(listener: (message: FromWorker) => void): void;
  /** It could not start, or ended by itself. */
  onEnd(listener: (why: string) => void): void;
  /** Ends it, whatever it is doing. */
  end(): void;
}

export interface Watching {
  readonly onProgress?: ((progress: Progress) => void) | undefined;
  readonly signal?: AbortSignal | undefined;
}

/**
 * Has a registration computed by a worker of its own, which is ended with it.
 * @throws InputError as registerVolumes; the signal's reason where it was cancelled, at once; Error where the worker fails.
 */
export function registerInWorker(
  start: () => RegistrationWorker,
  request: RegistrationRequest,
  { onProgress, signal }: Watching = {},
): Promise<RegistrationResult> {
  if (signal?.aborted) return Promise.reject(signal.reason);
  return new Promise((resolve, reject) => {
    const worker = start();
    const cancel = () => finish(() => reject(signal?.reason));
    let isOver = false;
    const finish = (settle: () => void) => {
      if (isOver) return;
      isOver = true;
      signal?.removeEventListener('abort', cancel);
      worker.end();
      settle();
    };
    signal?.addEventListener('abort', cancel);
    worker.onEnd((why) => finish(() => reject(new Error(`the registration stopped: ${why}`))));
    worker.onMessage((message) => {
      if (isOver) return;
      if (message.kind === 'progress') onProgress?.(message.progress);
      else if (message.kind === 'done') finish(() => resolve(message.result));
      else if (message.kind === 'refused') finish(() => reject(new InputError(message.parts)));
      else finish(() => reject(new Error(`the registration stopped: ${message.message}`)));
    });
    worker.send(request);
  });
}
