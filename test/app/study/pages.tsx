import '@mantine/core/styles.css';
import { createTheme, MantineProvider } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { CaseEditor } from '../../../src/app/case/case-editor';
import { withoutGuess } from '../../../src/app/case/guesses';
import type { OpenedStudy, ReadProgress } from '../../../src/app/engine/engine-api';
import { startI18n } from '../../../src/app/shell/i18n';
import { ReadingPanel } from '../../../src/app/study/reading-panel';
import { StartPage, type StartPageProps } from '../../../src/app/study/start-page';
import { StudyPage } from '../../../src/app/study/study-page';
import type { Problem } from '../../../src/app/words/problem';
import type { CaseFile } from '../../../src/case/case-file';
import type { Guess } from '../../../src/inspection/proposal-words';

/* Shows one page with given data, so that a browser can look at it: `show(...)` is called by the tests. */

export type Shown =
  | { readonly page: 'start'; readonly props: Pick<StartPageProps, 'recent' | 'drafts' | 'keeping' | 'busy' | 'problem'> }
  | { readonly page: 'reading'; readonly progress: ReadProgress | undefined }
  | { readonly page: 'study'; readonly study: OpenedStudy; readonly hasCase?: boolean }
  | {
      readonly page: 'case';
      readonly study: OpenedStudy;
      readonly caseFile: CaseFile;
      readonly guesses: readonly Guess[];
      readonly problem?: Problem;
    };

export interface Recorded {
  readonly name: string;
  readonly values: readonly unknown[];
}

declare global {
  interface Window {
    show: (shown: Shown, language: string, scheme: 'light' | 'dark') => Promise<void>;
    recorded: Recorded[];
  }
}

window.recorded = [];
const record =
  (name: string) =>
  (...values: unknown[]) => {
    window.recorded.push({ name, values: values.map((value) => (value instanceof DataTransfer ? 'transfer' : value)) });
  };

function Page({ shown }: { readonly shown: Shown }): ReactNode {
  switch (shown.page) {
    case 'start':
      return (
        <StartPage
          {...shown.props}
          onOpenFolder={record('openFolder')}
          onOpenFiles={record('openFiles')}
          onOpenCase={record('openCase')}
          onOpenSample={record('openSample')}
          onOpenRecent={record('openRecent')}
          onOpenDraft={record('openDraft')}
          onForgetDraft={record('forgetDraft')}
          onClearRecent={record('clearRecent')}
          onClearKept={record('clearKept')}
          onKeepNothing={record('keepNothing')}
          onDropped={record('dropped')}
        />
      );
    case 'reading':
      return <ReadingPanel progress={shown.progress} onCancel={record('cancel')} />;
    case 'study':
      return (
        <StudyPage
          study={shown.study}
          hasCase={shown.hasCase ?? false}
          onMakeCase={record('makeCase')}
          onOpenMore={record('openMore')}
          onDropped={record('dropped')}
        />
      );
    case 'case':
      return <KeptCase {...shown} />;
  }
}

/** The editor with someone who keeps the case, as the app does. */
function KeptCase({ study, problem, ...first }: Extract<Shown, { page: 'case' }>) {
  const [kept, setKept] = useState({ caseFile: first.caseFile, guesses: first.guesses });
  return (
    <CaseEditor
      caseFile={kept.caseFile}
      guesses={kept.guesses}
      inspection={study.inspection}
      problem={problem}
      onChange={(caseFile, what, guesses) => {
        record('change')(caseFile, what, guesses);
        setKept({ caseFile, guesses });
      }}
      onConfirmGuess={(field) => {
        record('confirm')(field);
        setKept((old) => ({ ...old, guesses: withoutGuess(old.guesses, field) }));
      }}
    />
  );
}

const theme = createTheme({ primaryColor: 'indigo', primaryShade: 8, defaultRadius: 'sm' });

window.show = async (shown, language, scheme) => {
  await startI18n([language]);
  const place = document.createElement('div');
  document.body.replaceChildren(place);
  createRoot(place).render(
    <MantineProvider theme={theme} forceColorScheme={scheme}>
      <main>
        <Page shown={shown} />
      </main>
    </MantineProvider>,
  );
};
