import { proxy, type Remote, wrap } from 'comlink';
import { carryRefusals } from '../engine/carry-refusals';
import type { EngineApi } from '../engine/engine-api';

carryRefusals();

let remote: Remote<EngineApi> | undefined;

/** The engine in its worker; started once. */
export function engine(): Remote<EngineApi> {
  remote ??= wrap<EngineApi>(new Worker(new URL('../engine/engine.worker.ts', import.meta.url), { type: 'module' }));
  return remote;
}

/** A function of the window that the worker may call. */
export const callback = proxy;
