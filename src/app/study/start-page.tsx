import { Alert, Button, Group, Paper, SimpleGrid, Stack, Text, Title } from '@mantine/core';
import { IconAlertTriangle, IconFileZip, IconFolderOpen, IconNotes, IconUser } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { RecentCase } from '../host/host';
import type { Keeping } from '../host/keeping';
import { ProblemText } from '../words/ProblemText';
import type { Problem } from '../words/problem';
import { KeptHere } from './kept-here';
import { DraftList, type DraftShown, RecentList } from './start-lists';
import style from './study.module.css';
import { useWindowDrop } from './use-window-drop';

export interface StartPageProps {
  readonly recent: readonly RecentCase[];
  readonly drafts: readonly DraftShown[];
  readonly onOpenFolder: () => void;
  readonly onOpenFiles: () => void;
  readonly onOpenCase: () => void;
  readonly onOpenSample: () => void;
  readonly onOpenRecent: (path: string) => void;
  readonly onOpenDraft: (key: string) => void;
  /** Left out where drafts cannot be discarded. */
  readonly onForgetDraft?: (keys: readonly string[]) => void;
  /** Left out while it is not known. */
  readonly keeping?: Keeping | undefined;
  /** Clears the list of recent cases. */
  readonly onClearRecent?: () => void;
  /** Clears all that is kept. */
  readonly onClearKept?: () => void;
  readonly onKeepNothing?: (isNothing: boolean) => void;
  /** Left out where something else takes what is dropped on the window. */
  readonly onDropped?: (transfer: DataTransfer) => void;
  readonly busy: boolean;
  /** Why the last thing could not be opened. */
  readonly problem?: Problem | undefined;
}

/** The first thing that anyone sees: what the program does, and how to begin. */
export function StartPage(props: StartPageProps) {
  const { t } = useTranslation('study');
  const { busy, problem } = props;
  const isOver = useWindowDrop(busy ? undefined : props.onDropped);
  return (
    <div className={`${style.page} ${style.start}`}>
      <Stack gap="md">
        <div>
          <Title order={1} size="h2">
            {t('start.title')}
          </Title>
          <Text size="md" c="dimmed" maw={860}>
            {t('start.what')}
          </Text>
        </div>
        {problem && (
          <Alert
            classNames={{ title: style.alert }}
            color="red"
            icon={<IconAlertTriangle aria-hidden />}
            title={t('start.problem')}
            role="alert"
          >
            <ProblemText problem={problem} />
          </Alert>
        )}
        <Steps />
        <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="md">
          <section className={style.drop} data-over={isOver} aria-label={t('start.drop')} aria-busy={busy}>
            <IconFolderOpen size={44} stroke={1.3} aria-hidden />
            <Text fw={600} size="lg">
              {isOver ? t('start.dropNow') : t('start.drop')}
            </Text>
            <Text size="sm" c="dimmed">
              {t('start.dropHint')}
            </Text>
            <Button
              size="lg"
              loading={busy}
              onClick={props.onOpenFolder}
              leftSection={<IconFolderOpen size={20} aria-hidden />}
              aria-label={busy ? t('start.busy') : undefined}
            >
              {t('start.openFolder')}
            </Button>
            <Group gap="xs" justify="center">
              <Button
                variant="default"
                disabled={busy}
                onClick={props.onOpenFiles}
                leftSection={<IconFileZip size={18} aria-hidden />}
              >
                {t('start.openFiles')}
              </Button>
              <Button
                variant="default"
                disabled={busy}
                onClick={props.onOpenCase}
                leftSection={<IconNotes size={18} aria-hidden />}
              >
                {t('start.openCase')}
              </Button>
            </Group>
          </section>
          <Stack gap="sm">
            <Paper withBorder p="sm">
              <Group justify="space-between" wrap="nowrap" gap="md">
                <div>
                  <Text fw={600}>{t('start.sample')}</Text>
                  <Text size="sm" c="dimmed">
                    {t('start.sampleText')}
                  </Text>
                </div>
                <Button
                  variant="default"
                  disabled={busy}
                  onClick={props.onOpenSample}
                  leftSection={<IconUser size={18} aria-hidden />}
                  style={{ flex: 'none' }}
                >
                  {t('start.openSample')}
                </Button>
              </Group>
            </Paper>
            {props.drafts.length > 0 && (
              <DraftList drafts={props.drafts} disabled={busy} onOpen={props.onOpenDraft} onForget={props.onForgetDraft} />
            )}
            {(props.recent.length > 0 || props.keeping?.nothingBy === undefined) && (
              <RecentList recent={props.recent} disabled={busy} onOpen={props.onOpenRecent} onClear={props.onClearRecent} />
            )}
            {props.keeping && props.onClearKept && props.onKeepNothing && (
              <KeptHere
                keeping={props.keeping}
                drafts={props.drafts.length}
                recent={props.recent.length}
                disabled={busy}
                onClear={props.onClearKept}
                onKeepNothing={props.onKeepNothing}
              />
            )}
          </Stack>
        </SimpleGrid>
      </Stack>
    </div>
  );
}

function Steps() {
  const { t } = useTranslation('study');
  const steps = [
    { name: t('start.stepOpen'), text: t('start.stepOpenText') },
    { name: t('start.stepCheck'), text: t('start.stepCheckText') },
    { name: t('start.stepRead'), text: t('start.stepReadText') },
  ];
  return (
    <SimpleGrid component="ol" cols={{ base: 1, sm: 3 }} spacing="md" m={0} p={0} style={{ listStyle: 'none' }}>
      {steps.map(({ name, text }, n) => (
        <Group component="li" key={name} wrap="nowrap" align="flex-start" gap="sm">
          <span className={style.number} aria-hidden>
            {n + 1}
          </span>
          <div>
            <Text fw={600}>{name}</Text>
            <Text size="sm" c="dimmed">
              {text}
            </Text>
          </div>
        </Group>
      ))}
    </SimpleGrid>
  );
}
