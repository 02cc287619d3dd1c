import { afterEach, expect, it, vi } from 'vitest';
import type { Keeping } from '../../../src/app/host/keeping';
import { clearKept, isNothingKept, keepNothing, useKeeping, watchKeeping } from '../../../src/app/state/keeping';
import { appNow, START, setApp } from '../../../src/app/state/store';

const KEPT: Keeping = { traces: { count: 0, size: 0 } };
const NOTHING: Keeping = { ...KEPT, nothingBy: 'administrator' };

afterEach(() => {
  useKeeping.setState({ keeping: undefined });
  setApp(START, true);
  vi.unstubAllGlobals();
});

it('whether anything is kept is asked at the start, and when the window comes to the front: another start may have said so', async () => {
  vi.stubGlobal('window', new EventTarget());
  let now = KEPT;
  expect(isNothingKept()).toBe(false);
  const end = watchKeeping({ keeping: async () => now });
  await vi.waitFor(() => expect(useKeeping.getState().keeping).toBe(KEPT));
  now = NOTHING;
  window.dispatchEvent(new Event('focus'));
  await vi.waitFor(() => expect(isNothingKept()).toBe(true));
  // Another case is opened: it stays so.
  setApp(START, true);
  expect(isNothingKept()).toBe(true);
  end();
});

it('a setting that cannot be kept is said, and what the window shows stays as it is', async () => {
  useKeeping.setState({ keeping: KEPT });
  const refuse = async () => {
    throw new Error('This setting could not be kept.');
  };
  await keepNothing({ keepNothing: refuse }, true);
  expect(isNothingKept()).toBe(false);
  expect(appNow().problem).toMatchObject({ kind: 'sentence', text: 'This setting could not be kept.' });
  await keepNothing({ keepNothing: async () => NOTHING }, true);
  expect(isNothingKept()).toBe(true);
});

it('clearing that leaves something says so, and what is left is looked at again', async () => {
  const left: Keeping = { traces: { count: 1, size: 3 } };
  const clear = async () => {
    throw new Error('Not everything could be cleared.');
  };
  await clearKept({ clearKept: clear, keeping: async () => left }, ['traces']);
  expect(useKeeping.getState().keeping).toBe(left);
  expect(appNow().problem).toMatchObject({ text: 'Not everything could be cleared.' });
});
