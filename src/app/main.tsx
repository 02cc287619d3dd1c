import '@mantine/core/styles.css';
import 'uplot/dist/uPlot.min.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { currentHost } from './host/current-host';
import { App } from './shell/App';
import { startI18n } from './shell/i18n';

const host = currentHost();
await startI18n(host.languages);
createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <App host={host} />
  </StrictMode>,
);
