import { afterEach, expect, it, vi } from 'vitest';
import { askBeforeLeaving } from '../../../src/app/state/ask-before-leaving';
import { useKeeping } from '../../../src/app/state/keeping';
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
  useKeeping.setState({ keeping: undefined });
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

it.each(['electron', 'web'] as const)(
  'askBeforeLeaving asks where nothing is kept on this computer, of what is tried too: %s',
  (kind) => {
    vi.stubGlobal('window', new EventTarget());
    const end = askBeforeLeaving({ kind });
    useKeeping.setState({ keeping: { nothingBy: 'person', traces: { count: 0, size: 0 } } });
    setApp({ ...START, caseFile: CASE, savedText: caseText(CASE) });
    expect(isAsked()).toBe(false);
    setApp({ trials: [{ courses: ['first'] } as never] });
    expect(isAsked()).toBe(true);
    setApp({ trials: [], caseFile: { ...CASE, title: 'changed' } });
    expect(isAsked()).toBe(true);
    useKeeping.setState({ keeping: { traces: { count: 0, size: 0 } } });
    expect(isAsked()).toBe(kind === 'web');
    end();
  },
);
