import { afterEach, expect, it, vi } from 'vitest';
import { askBeforeLeaving } from '../../../src/app/state/ask-before-leaving';
import { caseText, START, setApp } from '../../../src/app/state/store';
import type { CaseFile } from '../../../src/case/case-file';

const CASE: CaseFile = { isoeffectCase: 1, courses: [{ role: 'planned', phases: [{ dose: 'RD.dcm' }] }], structures: 'RS.dcm' };

/** Whether leaving the page is asked about. */
function isAsked(): boolean {
  const event = new Event('beforeunload', { cancelable: true });
  window.dispatchEvent(event);
  return event.defaultPrevented;
}
afterEach(() => {
  setApp(START, true);
  vi.unstubAllGlobals();
});

it('askBeforeLeaving asks where a case is not saved, and only there', () => {
  vi.stubGlobal('window', new EventTarget());
  const end = askBeforeLeaving({ kind: 'web' });
  setApp(START, true);
  expect(isAsked()).toBe(false);
  setApp({ caseFile: CASE });
  expect(isAsked()).toBe(true);
  setApp({ savedText: caseText(CASE) });
  expect(isAsked()).toBe(false);
  setApp({ caseFile: { ...CASE, title: 'changed' } });
  expect(isAsked()).toBe(true);
  end();
  expect(isAsked()).toBe(false);
});

it('askBeforeLeaving does not keep a window of its own from closing', () => {
  vi.stubGlobal('window', new EventTarget());
  const end = askBeforeLeaving({ kind: 'electron' });
  setApp({ ...START, caseFile: CASE });
  expect(isAsked()).toBe(false);
  end();
});
