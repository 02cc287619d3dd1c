import { Alert, Badge, Group, Tabs, Title } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { CaseFile } from '../../case/case-file';
import { setTitle } from '../../case/edit/edit-case';
import type { Inspection } from '../../inspection/inspect';
import type { Guess } from '../../inspection/proposal-words';
import { unusedRegistrations } from '../../inspection/unused-registrations';
import { ProblemText } from '../words/ProblemText';
import type { Problem } from '../words/problem';
import style from './case.module.css';
import { CoursesTab } from './courses-tab';
import { EditingProvider, useEditing } from './editing';
import { LateText } from './fields';
import { LimitsTab } from './limits-tab';
import { openGuesses } from './organ-rows';
import { OrgansTab } from './organs-tab';

export interface CaseEditorProps {
  readonly caseFile: CaseFile;
  /** What is in the opened files; undefined where nobody has looked (nothing can then be chosen or checked). */
  readonly inspection: Inspection | undefined;
  /** What of the case is still a guess. */
  readonly guesses: readonly Guess[];
  /**
   * @param what was changed, for undo.
   * @param guesses what is still a guess after it: to be kept beside the case, so that undo brings it back too.
   */
  readonly onChange: (next: CaseFile, what: string, guesses: readonly Guess[]) => void;
  /** The user says that a guessed field is right. */
  readonly onConfirmGuess: (field: string) => void;
  /** Why the case cannot be evaluated as it is, from the engine. */
  readonly problem?: Problem | undefined;
}

/** A case, to be looked at and changed. It holds nothing itself: what it shows is the case it is given. */
export function CaseEditor({ problem, ...props }: CaseEditorProps) {
  return (
    <EditingProvider {...props}>
      <Editor problem={problem} />
    </EditingProvider>
  );
}

const TABS = ['courses', 'organs', 'limits'] as const;

/** Which tab a field of the case is on. */
function tabOf(field: string): (typeof TABS)[number] {
  if (/^(organs|derived)/.test(field)) return 'organs';
  return /^(constraints|metrics)/.test(field) ? 'limits' : 'courses';
}

function Editor({ problem }: { readonly problem: Problem | undefined }) {
  const { t } = useTranslation('case');
  const { caseFile, inspection, guesses: marked, faults, change } = useEditing();
  const guesses = openGuesses(caseFile, inspection, marked);
  return (
    <section className={style.page} aria-label={t('editor.title')}>
      <Group gap="md" mb="xs" align="center">
        <Title order={1} size="h3">
          {t('editor.title')}
        </Title>
        <LateText
          aria-label={t('editor.name')}
          placeholder={t('editor.namePlaceholder')}
          value={caseFile.title ?? ''}
          onCommit={(title) => change((old) => setTitle(old, title), t('what.title'), 'title')}
          w={340}
        />
        <div role="status">
          <Group gap="xs">
            {faults.length > 0 && (
              <Badge color="red.8" variant="filled" tt="none">
                {t('editor.toMend', { count: faults.length })}
              </Badge>
            )}
            {guesses.length > 0 && (
              <Badge color="yellow.4" variant="filled" autoContrast tt="none">
                {t('editor.toCheck', { count: guesses.length })}
              </Badge>
            )}
            {faults.length + guesses.length === 0 && <Badge variant="default">{t('editor.allChecked')}</Badge>}
          </Group>
        </div>
      </Group>
      {problem && (
        <Alert
          classNames={{ title: style.alert }}
          color="red"
          role="alert"
          mb="sm"
          icon={<IconAlertTriangle aria-hidden />}
          title={t('editor.problem')}
        >
          <ProblemText problem={problem} unused={unusedRegistrations(caseFile, inspection)} />
        </Alert>
      )}
      <Tabs defaultValue="courses" keepMounted={false}>
        <Tabs.List mb="sm">
          {TABS.map((tab) => (
            <Tabs.Tab key={tab} value={tab} rightSection={<Open guesses={count(guesses, tab)} faults={count(faults, tab)} />}>
              {t(`editor.${tab}`)}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <Tabs.Panel value="courses">
          <CoursesTab />
        </Tabs.Panel>
        <Tabs.Panel value="organs">
          <OrgansTab />
        </Tabs.Panel>
        <Tabs.Panel value="limits">
          <LimitsTab />
        </Tabs.Panel>
      </Tabs>
    </section>
  );
}

const count = (fields: readonly { readonly field: string }[], tab: (typeof TABS)[number]): number =>
  fields.filter(({ field }) => tabOf(field) === tab).length;

/** How much is open on a tab. */
function Open({ guesses, faults }: { readonly guesses: number; readonly faults: number }) {
  const { t } = useTranslation('case');
  if (guesses + faults === 0) return null;
  return (
    <Group gap={4} wrap="nowrap">
      {faults > 0 && (
        <Badge size="sm" color="red.8" variant="filled" title={t('editor.toMend', { count: faults })}>
          {faults}
        </Badge>
      )}
      {guesses > 0 && (
        <Badge size="sm" color="yellow.4" variant="filled" autoContrast title={t('editor.toCheck', { count: guesses })}>
          {guesses}
        </Badge>
      )}
    </Group>
  );
}
