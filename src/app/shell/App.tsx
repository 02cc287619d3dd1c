import { createTheme, MantineProvider } from '@mantine/core';
import { useEffect } from 'react';
import type { Host } from '../host/host';
import { obey, openCaseFile, openStudy } from '../state/actions';
import { watchCase } from '../state/evaluation';
import { keepDraft } from '../state/keep-draft';
import { Frame } from './Frame';
import { Screens } from './Screens';
import { useShortcuts } from './use-shortcuts';

const theme = createTheme({
  primaryColor: 'indigo',
  // White on it has a contrast of more than 4.5.
  primaryShade: 8,
  defaultRadius: 'sm',
  fontFamily:
    'system-ui, -apple-system, "Segoe UI", "Noto Sans", "Noto Sans CJK SC", "Noto Sans CJK JP", "PingFang SC", "Hiragino Sans", "Microsoft YaHei", "Yu Gothic UI", sans-serif',
});

/** The whole window. */
export function App({ host }: { readonly host: Host }) {
  useEffect(() => {
    const ends = [
      watchCase(),
      keepDraft(host),
      host.onCommand((command) => obey(host, command)),
      host.onOpened((opened) => void ('text' in opened ? openCaseFile(opened) : openStudy(opened))),
    ];
    return () => {
      for (const end of ends) end();
    };
  }, [host]);
  useShortcuts(host);
  return (
    <MantineProvider theme={theme} defaultColorScheme="auto">
      <Frame host={host}>
        <Screens host={host} />
      </Frame>
    </MantineProvider>
  );
}
