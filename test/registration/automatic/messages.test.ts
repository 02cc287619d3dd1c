import { describe, expect, it } from 'vitest';
import { InputError } from '../../../src/input-error';
import {
  answerRequest,
  type FromWorker,
  type RegistrationWorker,
  registerInWorker,
} from '../../../src/registration/automatic/messages';
import type { Progress, RegistrationRequest } from '../../../src/registration/automatic/register-volumes';
import { nodeWorker } from './node-worker';
import { axial, phantomCt } from './phantom';

const ct = phantomCt('1.2', axial([38, 27, 22], [10.4, 10.4, 10]), (p) => p, 1);
const request: RegistrationRequest = { fixed: ct, moving: { ...ct, frameOfReferenceUid: '1.3' }, kind: 'rigid' };

/** A worker in name: what it is told is kept, what it says is said by the test. */
function standIn() {
  const listeners: { message?: (message: FromWorker) => void; end?: (why: string) => void } = {};
  const told: RegistrationRequest[] = [];
  let ended = 0;
  const worker: RegistrationWorker = {
    send: (message) => told.push(message),
    onMessage: (listener) => {
      listeners.message = listener;
    },
    onEnd: (listener) => {
      listeners.end = listener;
    },
    end: () => ended++,
  };
  return { worker, told, listeners, ended: () => ended };
}

describe('a registration in a worker', () => {
  it('in a thread of its own: progress, then the result; matrices survive the way', async () => {
    const seen: Progress[] = [];
    const { fixedToMoving } = await registerInWorker(nodeWorker, request, { onProgress: (progress) => seen.push(progress) });
    expect([fixedToMoving.fromFrameUid, fixedToMoving.toFrameUid]).toEqual(['1.2', '1.3']);
    // The same scan twice: the identity, within a fifth of its voxels of 10 mm.
    for (const n of [3, 7, 11]) expect(Math.abs(fixedToMoving.matrix[n])).toBeLessThan(2);
    expect(seen.at(0)).toEqual({ stage: 'preparing', share: 0 });
    expect(seen.at(-1)).toEqual({ stage: 'rigid', share: 1 });
  });

  it('is cancelled in the middle of an elastix run, and its thread is gone', async () => {
    const cancelling = new AbortController();
    let exited: Promise<void> | undefined;
    const start = () => {
      const worker = nodeWorker();
      exited = new Promise((resolve) => worker.onEnd(() => resolve()));
      return worker;
    };
    const onProgress = ({ stage, share }: Progress) => {
      if (stage === 'rigid' && share > 0.3) cancelling.abort(new Error('cancelled by the user'));
    };
    await expect(registerInWorker(start, request, { onProgress, signal: cancelling.signal })).rejects.toThrow(
      'cancelled by the user',
    );
    await exited;
  });

  it('says what the input lacks as an InputError, as if there were no worker', async () => {
    const bad = { ...request, moving: { ...ct, frameOfReferenceUid: '' } };
    const posted: FromWorker[] = [];
    await answerRequest(
      bad,
      () => Promise.reject(new Error('not asked')),
      (message) => posted.push(message),
    );
    const { worker, listeners } = standIn();
    const result = registerInWorker(() => worker, bad);
    for (const message of posted) listeners.message!(message);
    const error = await result.catch((reason) => reason);
    expect(error).toBeInstanceOf(InputError);
    expect(error.where).toBe('moving CT');
    expect(error.found).toBe('no frame of reference');
  });

  it('fails with what elastix said', async () => {
    const posted: FromWorker[] = [];
    await answerRequest(
      request,
      () => Promise.reject(new Error('too many samples map outside')),
      (message) => posted.push(message),
    );
    expect(posted.at(-1)).toEqual({ kind: 'failed', message: 'too many samples map outside' });
    const { worker, listeners, ended } = standIn();
    const result = registerInWorker(() => worker, request);
    listeners.message!(posted.at(-1)!);
    await expect(result).rejects.toThrow('the registration stopped: too many samples map outside');
    expect(ended()).toBe(1);
  });

  it('fails where the worker ends by itself, and is not started where it is cancelled already', async () => {
    const { worker, told, listeners, ended } = standIn();
    const result = registerInWorker(() => worker, request);
    expect(told).toEqual([request]);
    listeners.end!('out of memory');
    await expect(result).rejects.toThrow('the registration stopped: out of memory');
    expect(ended()).toBe(1);
    const start = () => {
      throw new Error('started');
    };
    await expect(registerInWorker(start, request, { signal: AbortSignal.abort(new Error('never mind')) })).rejects.toThrow(
      'never mind',
    );
  });
});
