import { proxy, type Remote, wrap } from 'comlink';
import type { EngineApi } from '../engine/engine-api';

let remote: Remote<EngineApi> | undefined;

/** The engine in its worker; started once. */
export function engine(): Remote<EngineApi> {
  remote ??= wrap<EngineApi>(new Worker(new URL('../engine/engine.worker.ts', import.meta.url), { type: 'module' }));
  return remote;
}

/** A function of the window that the worker may call. */
export const callback = proxy;
