import '@mantine/core/styles.css';
import { MantineProvider } from '@mantine/core';
import { createRoot } from 'react-dom/client';
import type { Host } from '../../../../src/app/host/host';
import { Frame } from '../../../../src/app/shell/Frame';
import { startI18n } from '../../../../src/app/shell/i18n';
import { appNow, caseText, setApp } from '../../../../src/app/state/store';
import { withGuesses } from '../../../../src/inspection/kept-guesses';

/* The head of the window at its widest: a case that is not saved, with open guesses, and work in hand. */

const query = new URLSearchParams(location.search);
const guess = { field: 'courses[0].role', code: 'only-course', message: '', facts: { name: 'first' } } as const;
setApp({
  screen: 'assess',
  study: { inspection: { patients: [] }, proposal: {} } as never,
  caseFile: { isoeffectCase: 1, courses: [{ role: 'planned', phases: [] }], structures: 'RS.dcm' },
  guesses: Array.from({ length: Number(query.get('guesses') ?? 12) }, () => guess),
  original: {} as never,
  work: query.has('work') ? { share: 0.4, what: 'sampling' } : undefined,
});

if (query.has('saved')) setApp({ savedText: caseText(withGuesses(appNow().caseFile!, appNow().guesses)) });
if (query.has('tried')) setApp({ whatIf: { plannedScale: 0.9 } });

await startI18n([query.get('lang') ?? 'en']);
createRoot(document.getElementById('root')!).render(
  <MantineProvider env="test">
    <Frame host={{ kind: 'web', languages: [] } as unknown as Host}>
      <p data-part="screen">screen</p>
    </Frame>
  </MantineProvider>,
);
