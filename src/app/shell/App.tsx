import { MantineProvider } from '@mantine/core';
import { useEffect, useMemo } from 'react';
import type { Host } from '../host/host';
import { obey } from '../state/actions';
import { askBeforeLeaving } from '../state/ask-before-leaving';
import { watchCase } from '../state/evaluation';
import { keepDraft } from '../state/keep-draft';
import { watchKeeping } from '../state/keeping';
import { openCaseFile, openStudy } from '../state/opening';
import { useApp } from '../state/store';
import { foundFrames, lettersOf } from '../study/frames-model';
import { type FrameLetters, FrameLettersContext } from '../words/frame-letters';
import { Contained } from './Contained';
import { Frame } from './Frame';
import { Screens } from './Screens';
import { resolver, theme } from './theme';
import { useShortcuts } from './use-shortcuts';

const NO_LETTERS: FrameLetters = new Map();

/** The whole window. */
export function App({ host }: { readonly host: Host }) {
  useEffect(() => {
    const ends = [
      watchCase(),
      watchKeeping(host),
      keepDraft(host),
      askBeforeLeaving(host),
      host.onCommand((command) => obey(host, command)),
      host.onOpened((opened) => void ('text' in opened ? openCaseFile(opened, host) : openStudy(opened))),
    ];
    return () => {
      for (const end of ends) end();
    };
  }, [host]);
  useShortcuts(host);
  const inspection = useApp((state) => state.study?.inspection);
  const letters = useMemo(() => (inspection ? lettersOf(foundFrames(inspection)) : NO_LETTERS), [inspection]);
  return (
    <MantineProvider theme={theme} cssVariablesResolver={resolver} defaultColorScheme="auto">
      <Contained>
        <Frame host={host}>
          <FrameLettersContext value={letters}>
            <Screens host={host} />
          </FrameLettersContext>
        </Frame>
      </Contained>
    </MantineProvider>
  );
}
