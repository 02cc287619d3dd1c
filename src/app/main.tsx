import '@mantine/core/styles.css';
import 'uplot/dist/uPlot.min.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { currentHost } from './host/current-host';
import { startI18n } from './i18n/i18n';
import { App } from './shell/App';

const host = currentHost();
await startI18n(host.languages);
createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <App host={host} />
  </StrictMode>,
);
