import '@mantine/core/styles.css';
import { MantineProvider } from '@mantine/core';
import { createRoot } from 'react-dom/client';
import type { Host } from '../../../../src/app/host/host';
import { Frame } from '../../../../src/app/shell/Frame';
import { startI18n } from '../../../../src/app/shell/i18n';
import { resolver, theme } from '../../../../src/app/shell/theme';
import { useKeeping } from '../../../../src/app/state/keeping';
import type { ConflictQuestion, DraftQuestion, KeepingQuestion } from '../../../../src/app/state/keeping-question';
import { appNow, caseText, setApp } from '../../../../src/app/state/store';
import { withGuesses } from '../../../../src/inspection/kept-guesses';

declare global {
  interface Window {
    asked: string[];
    isAnswered: () => boolean;
  }
}

/* The head of the window at its widest: a case that is not saved, with open guesses, and work in hand. */

const query = new URLSearchParams(location.search);
const guess = { field: 'courses[0].role', code: 'only-course', message: '', facts: { name: 'first' } } as const;
const change = { field: 'fractions', in: 'phase', of: 'dCRT 2022', before: '28', after: '30' } as const;
const changes = Array.from({ length: 8 }, (_, n) => ({ ...change, after: `${30 + n}` }));
const draft: DraftQuestion = {
  kind: 'draft',
  head: {
    key: 'x',
    savedAt: '2026-11-21T08:00:00Z',
    turn: 2,
    size: 9,
    path: '/elsewhere/case.json',
    patient: { id: '1', name: 'A^B' },
  },
  content: { caseFile: {} as never, inputs: {}, folder: '', guesses: [], trials: [] },
  changes,
  triedRegistrations: 1,
  savedAt: '2026-11-20T08:00:00Z',
  isOfOtherFile: true,
  others: 2,
};
const onDisk = { text: '', sha256: 'a'.repeat(64), modifiedAt: '2026-11-21T08:00:00Z' };
const conflict: ConflictQuestion = {
  kind: 'conflict',
  path: '/a/case.json',
  onDisk,
  isCase: true,
  theirs: [change],
  mine: changes,
};
const QUESTIONS: Readonly<Record<string, KeepingQuestion>> = { draft, conflict };

setApp({
  screen: 'assess',
  study: { inspection: { patients: [] }, proposal: {} } as never,
  caseFile: { isoeffectCase: 1, courses: [{ role: 'planned', phases: [] }], structures: 'RS.dcm' },
  guesses: Array.from({ length: Number(query.get('guesses') ?? 12) }, () => guess),
  original: {} as never,
  ...(query.has('failure') && { draftFailure: { why: 'ENOSPC: no space left on device, write' } }),
  ...(query.has('readonly') && { place: { folder: '/a', path: '/a/case.json', isReadOnly: true as const } }),
  question: QUESTIONS[query.get('question') ?? ''],
  work: query.has('work') ? { share: 0.4, what: 'sampling' } : undefined,
});

if (query.has('saved')) setApp({ savedText: caseText(withGuesses(appNow().caseFile!, appNow().guesses)) });
if (query.has('tried')) setApp({ whatIf: { plannedScale: 0.9 } });

if (query.has('nothing')) useKeeping.setState({ keeping: { nothingBy: 'person', traces: { count: 0, size: 0 } } });

window.asked = [];
const host = {
  kind: 'web',
  languages: [],
  saveDraft: async (key: string) => void window.asked.push(`forget ${key}`),
  save: async ({ known }: { known?: readonly string[] }) => void window.asked.push(`save ${known?.at(-1)?.[0] ?? 'as'}`),
} as unknown as Host;
window.isAnswered = () => appNow().question === undefined;

await startI18n([query.get('lang') ?? 'en']);
createRoot(document.getElementById('root')!).render(
  <MantineProvider env="test" theme={theme} cssVariablesResolver={resolver}>
    <Frame host={host}>
      <p data-part="screen">screen</p>
    </Frame>
  </MantineProvider>,
);
